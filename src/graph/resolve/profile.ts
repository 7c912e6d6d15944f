/** What a document says of a person besides the name: the trade, the states served, and who is named along with them. */
import type { Entity, Extraction } from '../../model/facts.ts'
import type { LocalId } from '../../model/ids.ts'
import type { RelationName } from '../../model/ontology.ts'
import { byText } from '../order.ts'
import { normalName } from './names.ts'

/** Walks of life between which people seldom change. */
export const TRADES = {
  state:
    'president premier minister chancellor senator congressman congresswoman lawmaker legislator deputy mp parliamentarian politician governor mayor councillor councilor ambassador envoy diplomat consul secretary spokesman spokeswoman spokesperson king queen prince princess emperor sultan emir leader taoiseach',
  army: 'general admiral colonel major captain commander lieutenant sergeant marshal soldier officer warlord fighter rebel',
  law: 'judge prosecutor lawyer attorney magistrate',
  faith: 'bishop archbishop cardinal pope imam cleric rabbi priest patriarch preacher ayatollah',
  trade: 'executive ceo banker businessman businesswoman tycoon oligarch billionaire owner',
  press: 'journalist reporter correspondent editor columnist broadcaster presenter',
  learning: 'professor scientist historian economist researcher scholar philosopher lecturer physicist',
  sport:
    'footballer striker goalkeeper midfielder defender coach trainer player athlete boxer cyclist swimmer golfer cricketer sprinter wrestler skier',
  arts: 'actor actress singer musician poet novelist filmmaker photographer artist painter composer dancer rapper comedian',
} as const satisfies Record<string, string>
export type Trade = keyof typeof TRADES

const TRADE_OF: ReadonlyMap<string, Trade> = new Map(
  (Object.keys(TRADES) as Trade[]).flatMap((trade) => TRADES[trade].split(' ').map((noun) => [noun, trade] as const)),
)

/** Trades of two people rather than of one: who scores goals does not sit in cabinets. A person can say that it is so all the same. */
const FAR_APART: Readonly<Partial<Record<Trade, readonly Trade[]>>> = {
  sport: ['state', 'army', 'law', 'faith', 'learning', 'press'],
  arts: ['state', 'army', 'law', 'faith'],
}

export const areFarApart = (a: readonly Trade[], b: readonly Trade[]): boolean => {
  const far = (x: Trade, y: Trade): boolean =>
    (FAR_APART[x]?.includes(y) ?? false) || (FAR_APART[y]?.includes(x) ?? false)
  return a.length > 0 && b.length > 0 && a.every((x) => b.every((y) => far(x, y)))
}

export interface Profile {
  /** In the order of their names. */
  readonly trades: readonly Trade[]
  /** Normal names of the states in which the person holds an office or from which the person comes. */
  readonly states: readonly string[]
  /** Last words of titles and roles. */
  readonly roles: readonly string[]
  /** Normal names of all whom the document names, except states and media, which are named with everybody. */
  readonly company: readonly string[]
}

/** Of what is no person. */
export const NOBODY: Profile = { trades: [], states: [], roles: [], company: [] }

interface Titled {
  readonly roles: readonly { readonly text: string }[]
}

const TIES: readonly RelationName[] = ['leader_of', 'official_of', 'commander_of', 'from']

/** Of every person in a document. */
export function profilesOf({ entities, relations }: Extraction): ReadonlyMap<LocalId, Profile> {
  const people = entities.filter(({ type }) => type === 'person')
  if (people.length === 0) return new Map()
  const byId = new Map(entities.map((entity) => [entity.id, entity]))
  const states = new Map<LocalId, Set<string>>()
  for (const { relation, source, target } of relations) {
    const state = byId.get(target)
    if (!TIES.includes(relation) || state?.type !== 'country') continue
    states.set(source, (states.get(source) ?? new Set()).add(nameOf(state)))
  }
  // One list for all: everybody is named along with everybody, and with himself, which says nothing.
  const company = entities
    .filter(({ type }) => type !== 'country' && type !== 'media')
    .map((entity) => normalName(entity.name))
  return new Map(
    people.map((person): [LocalId, Profile] => {
      const roles = rolesOf(person)
      return [
        person.id,
        {
          trades: sorted(roles.flatMap((role) => TRADE_OF.get(role) ?? [])) as Trade[],
          states: sorted(states.get(person.id) ?? []),
          roles,
          company,
        },
      ]
    }),
  )
}

const nameOf = ({ country, type, name }: Entity): string =>
  type === 'country' && country !== undefined ? `=${country}` : normalName(name)

const rolesOf = ({ roles }: Titled): string[] =>
  sorted(roles.map(({ text }) => text.toLowerCase().match(/[\p{L}-]+$/u)?.[0] ?? ''))

const sorted = (texts: Iterable<string>): string[] => [...new Set(texts)].filter((text) => text !== '').sort(byText)

/** What `profilesOf` found, from the id of the unit that it became a part of. */
export function profileIn(unit: string, { roles }: Titled, company: () => readonly string[]): Profile {
  if (!unit.startsWith('person:')) return NOBODY
  const [, trades = '', states = ''] = unit.split('|')
  const words = (text: string): string[] => (text === '' ? [] : text.split(' '))
  return {
    trades: words(trades) as Trade[],
    states: words(states),
    roles: rolesOf({ roles }),
    get company() {
      return company()
    },
  }
}
