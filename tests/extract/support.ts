/**
 * Reading through the real pipeline, loaded once, and what was read as short lines that a table can hold:
 * `Oskar Drell met_with Lucan Bereti [planned] (Pavo Linsk)`, `attack 2031-12-03 in Dellin killed 3`.
 */
import { parseCivilDay } from '../../src/model/date.ts'
import type {
  Entity,
  EventFact,
  Evidence,
  Extraction,
  Modality,
  Relation,
  Speaker,
  Toll,
} from '../../src/model/facts.ts'
import type { LocalId } from '../../src/model/ids.ts'
import { RELATIONS } from '../../src/model/ontology.ts'
import type { Pipeline } from '../../src/pipeline.ts'
import { toDocument } from '../../src/read/document.ts'
import { loadPipeline } from '../../src/resources.ts'

/** The day on which every text of the tables is published, unless a row says otherwise: a Thursday. */
export const PUBLISHED = '2031-12-04'

let loaded: Pipeline | undefined
const pipeline = (): Pipeline => {
  loaded ??= loadPipeline()
  return loaded
}

/** @param date publication day; null for a text without one */
export function readText(text: string, { date = PUBLISHED }: { readonly date?: string | null } = {}): Extraction {
  const day = date === null ? null : parseCivilDay(date)
  if (day === undefined) throw new RangeError(`${date} is not a day`)
  return pipeline().read(toDocument(text, { origin: 'test', date: day }).document)
}

/**
 * Who and what the tables speak of: told once, so that a row may be one sentence. Two states, who heads them, and two cities;
 * nothing happens in it.
 */
export const CAST =
  'Varnian President Oskar Drell lives in Lodesk. Keldavian Prime Minister Lucan Bereti lives in Teskova. The border between Varnia and Keldavia is long.\n\n'

/** What is read in `text` when it follows the cast. */
export const readAmong = (text: string, options: { readonly date?: string | null } = {}): Extraction =>
  readText(CAST + text, options)

export const nameOf = (extraction: Extraction, id: LocalId): string =>
  extraction.entities.find((entity) => entity.id === id)?.name ?? `nobody (${id})`

/** The entity of this name. */
export function entityNamed(extraction: Extraction, name: string): Entity {
  const found = extraction.entities.find((entity) => entity.name === name)
  if (found === undefined) throw new Error(`no ${name} among ${extraction.entities.map((e) => e.name).join(', ')}`)
  return found
}

const status = (modality: Modality): string => (modality === 'asserted' ? '' : ` [${modality}]`)

const speaker = (extraction: Extraction, by: Speaker | null): string =>
  by === null ? '' : ` (${'entity' in by ? nameOf(extraction, by.entity) : `“${by.words}”`})`

/** `Oskar Drell leader_of Varnia`, `former` before past ties, `family_of parent` where the kinship is told. */
export function relationLine(extraction: Extraction, relation: Relation): string {
  const ends = [nameOf(extraction, relation.source), nameOf(extraction, relation.target)]
  if (RELATIONS[relation.relation].symmetric && relation.role === undefined) ends.sort()
  const kinship = relation.role === undefined ? '' : ` ${relation.role}`
  return `${ends[0]} ${relation.former ? 'former ' : ''}${relation.relation}${kinship} ${ends[1]}${status(relation.modality)}${speaker(extraction, relation.attributedTo)}`
}

const toll = (name: string, value: Toll | undefined): string =>
  value === undefined
    ? ''
    : ` ${name} ${value.min}${value.max === null ? '+' : value.max > value.min ? `–${value.max}` : ''}`

/** `attack 2031-12-03 in Dellin killed 3 wounded 5+ [planned] (Pavo Linsk)`; participants are not told. */
export function eventLine(extraction: Extraction, event: EventFact): string {
  const date =
    event.date === null
      ? ''
      : ` ${event.date}${event.endDate === null || event.endDate === event.date ? '' : `..${event.endDate}`}`
  const places = event.places.map((place) => nameOf(extraction, place.entity))
  const where = places.length === 0 ? '' : ` in ${places.join(', ')}`
  const tolls = toll('killed', event.killed) + toll('wounded', event.wounded) + toll('arrested', event.arrested)
  return `${event.type}${date}${where}${tolls}${status(event.modality)}${speaker(extraction, event.attributedTo)}`
}

const unique = (lines: readonly string[]): readonly string[] => [...new Set(lines)].sort()

/** What is said to have happened between two: relations that are no standing ties, as lines in alphabetical order. */
export const deeds = (extraction: Extraction): readonly string[] => ofNature(extraction, 'deed')

/** Offices, kin, membership and other standing ties, as lines in alphabetical order. */
export const ties = (extraction: Extraction): readonly string[] => ofNature(extraction, 'tie')

/** The ties that a text adds to those of the cast before it. */
export function addedTies(extraction: Extraction): readonly string[] {
  const told = new Set(ties(readText(CAST)))
  return ties(extraction).filter((line) => !told.has(line))
}

const ofNature = (extraction: Extraction, nature: 'deed' | 'tie'): readonly string[] =>
  unique(
    extraction.relations
      .filter((relation) => RELATIONS[relation.relation].nature === nature)
      .map((relation) => relationLine(extraction, relation)),
  )

/** Events in order of reading. */
export const events = (extraction: Extraction): readonly string[] =>
  extraction.events.map((event) => eventLine(extraction, event))

/** Entities as `Oskar Drell: person`, in alphabetical order. */
export const entities = (extraction: Extraction): readonly string[] =>
  unique(extraction.entities.map(({ name, type }) => `${name}: ${type}`))

/** How the text refers to the entity of this name, in order of reading. */
export const mentionsOf = (text: string, extraction: Extraction, name: string): readonly string[] =>
  entityNamed(extraction, name).mentions.map(({ span }) => text.slice(span.start, span.end))

/** Every piece of evidence, of relations and of events. */
export const allEvidence = (extraction: Extraction): readonly Evidence[] =>
  [...extraction.relations, ...extraction.events].flatMap(({ evidence }) => evidence)
