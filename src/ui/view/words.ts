/** Words of the interface that more than one part uses, and how dates and numbers are written. */
import type { EdgeView } from '../../api/schemas.ts'
import type { CivilDate } from '../../model/date.ts'
import type { DateSource } from '../../model/document.ts'
import type { Modality } from '../../model/facts.ts'
import { ENTITY_TYPES, type EntityType, EVENT_TYPES, type EventType, isEntityType } from '../../model/ontology.ts'
import type { Lens } from './lens.ts'

const LOCALE = 'en-GB'

export const MODALITY_LABELS: Readonly<Record<Modality, string>> = {
  asserted: 'Reported',
  planned: 'Planned',
  possible: 'Possible',
  requested: 'Requested',
  denied: 'Denied',
}

export const MODALITY_HINTS: Readonly<Record<Modality, string>> = {
  asserted: 'the text says that it is so',
  planned: 'announced, not done yet',
  possible: 'the text says that it may be so',
  requested: 'somebody asks for it',
  denied: 'the text says that it is not so',
}

export const LENS_LABELS: Readonly<Record<Lens, string>> = {
  people: 'People',
  events: 'Events',
  places: 'Places',
  all: 'Everything',
}

/** What a filter is about, where no more than that can be told in a word. */
export const FILTER_LABELS = {
  withoutTypes: 'Kinds',
  withoutFamilies: 'Relations',
  withoutModalities: 'Said to be',
  documents: 'Documents',
  speakers: 'Says who',
  countries: 'Country',
  undated: 'Undated',
  loose: 'Names without relations',
} as const

export const typeLabel = (type: EntityType | EventType): string =>
  isEntityType(type) ? ENTITY_TYPES[type].label : EVENT_TYPES[type].label

export const typePlural = (type: EntityType | EventType): string =>
  capital(isEntityType(type) ? ENTITY_TYPES[type].plural : EVENT_TYPES[type].plural)

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const NUMBER = new Intl.NumberFormat(LOCALE)
export const number = (value: number): string => NUMBER.format(value)

export const counted = (value: number, one: string, many = `${one}s`): string =>
  `${number(value)} ${value === 1 ? one : many}`

const DATE_STYLES: Readonly<Record<number, Intl.DateTimeFormat>> = {
  4: new Intl.DateTimeFormat(LOCALE, { timeZone: 'UTC', year: 'numeric' }),
  7: new Intl.DateTimeFormat(LOCALE, { timeZone: 'UTC', year: 'numeric', month: 'short' }),
  10: new Intl.DateTimeFormat(LOCALE, { timeZone: 'UTC', year: 'numeric', month: 'short', day: 'numeric' }),
}

/** `2025-12-04` → `4 Dec 2025`, as coarse as the date itself. */
export function date(value: CivilDate): string {
  const style = DATE_STYLES[value.length]
  return style === undefined ? value : style.format(dayOf(value))
}

const STYLES_IN_YEAR: Readonly<Record<number, Intl.DateTimeFormat>> = {
  7: new Intl.DateTimeFormat(LOCALE, { timeZone: 'UTC', month: 'short' }),
  10: new Intl.DateTimeFormat(LOCALE, { timeZone: 'UTC', month: 'short', day: 'numeric' }),
}

/** `2025-12-04` → `4 Dec`, where the year stands beside it. */
export const dateInYear = (value: CivilDate): string =>
  STYLES_IN_YEAR[value.length]?.format(dayOf(value)) ?? date(value)

/** The first moment of the day, month or year. */
const dayOf = (value: CivilDate): Date => new Date(`${`${value}-01-01`.slice(0, 10)}T00:00:00Z`)

/** First and last date as one reading: `4 Dec 2025` or `4 Mar – 1 Apr 2031`. */
export function dates(first?: CivilDate, last?: CivilDate): string | null {
  const [from, to] = [first ?? last, last ?? first]
  if (from === undefined || to === undefined) return null
  if (from === to) return date(from)
  const style = DATE_STYLES[from.length]
  if (style === undefined || from.length !== to.length) return `${date(from)} – ${date(to)}`
  return style.formatRange(dayOf(from), dayOf(to))
}

/** The reading of a relation as seen from one of its ends, around the other's name: [before, after]. */
export function readingFrom(edge: Pick<EdgeView, 'label' | 'inverse'>, fromSource: boolean): readonly [string, string] {
  const label = fromSource ? edge.label : edge.inverse
  const [before, after] = label.split('…')
  return [before!.trim(), after?.trim() ?? '']
}

const FOUND_IN: Readonly<Record<DateSource, string>> = {
  given: 'as given',
  metadata: 'from its metadata',
  feed: 'from the feed',
  dateline: 'from the dateline',
  'file name': 'from the file name',
}

/** `4 Dec 2025 (from the dateline)`: a date that was found is not as sure as one that was given. */
export const dateWithSource = (value: CivilDate, from: DateSource | undefined): string =>
  from === undefined || from === 'given' ? date(value) : `${date(value)} (${FOUND_IN[from]})`
