/** Words that tell what kind of name stands beside them. */
import { hashString } from './hashing.ts'

export const CUE_NONE = 0
export const CUE_TITLE = 1
export const CUE_ORGANIZATION = 2
export const CUE_PLACE = 3

const TITLES = `president vice-president minister premier chancellor king queen prince princess emperor sultan emir sheikh
  senator congressman congresswoman representative rep. sen. gov. governor mayor general gen. lieutenant lt. colonel col. major maj.
  brigadier captain capt. sergeant sgt. admiral adm. marshal commander mr mr. mrs mrs. ms ms. miss dr dr. prof. professor
  doctor sir lord lady dame baroness judge justice secretary envoy ambassador spokesman spokeswoman spokesperson chairman
  chairwoman chair chief director leader negotiator pope archbishop bishop cardinal rev. reverend rabbi imam ayatollah
  coach ceo founder co-founder analyst adviser advisor aide lawyer attorney prosecutor journalist reporter editor author
  actor actress singer economist historian deputy commissioner speaker activist writer lawmaker whip`

const ORGANIZATIONS = `inc inc. corp corp. corporation co co. ltd ltd. llc plc gmbh group holdings bank university college
  institute school academy ministry department agency commission committee council court parliament congress senate
  assembly duma knesset cabinet party union association federation confederation league organization organisation company
  companies bureau office army navy force forces police guard brigade division corps battalion regiment militia front
  movement club fc united times post news tv television radio journal gazette herald tribune agency press foundation fund
  society airlines airways railways administration authority service services network center centre hospital church museum
  laboratory laboratories industries motors pharmaceuticals systems technologies solutions partners associates alliance
  coalition conservatives democrats republicans socialists liberals greens brotherhood directorate secretariat tribunal
  board exchange studios records entertainment media`

const PLACES = `city town village county province state region district prefecture oblast krai republic kingdom emirate
  territory governorate municipality river lake mountain mount mountains hill hills island islands isle sea ocean gulf bay
  strait channel canal street st. road avenue boulevard square park airport port harbor harbour peninsula valley desert
  forest plain plateau coast beach cape border bridge heights falls springs creek north northern south southern east
  eastern west western central upper lower`

const CUES: ReadonlyMap<number, number> = new Map(
  [[TITLES, CUE_TITLE] as const, [PLACES, CUE_PLACE] as const, [ORGANIZATIONS, CUE_ORGANIZATION] as const].flatMap(
    ([list, cue]) => list.split(/\s+/).map((word) => [hashString(word), cue] as const),
  ),
)

/** Kind of cue that the word with this hash is. */
export const cueOf = (word: number): number => CUES.get(word) ?? CUE_NONE
