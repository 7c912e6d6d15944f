/** From what a file has for an attribute to what we have: numbers, lists, dates and evidence out of text; nothing where it is neither. */
import { parseCivilDate } from '../../model/date.ts'
import { DATE_SOURCES, type DateSource } from '../../model/document.ts'
import { MODALITIES } from '../../model/facts.ts'
import { DISPUTABLE, type GraphDocument, type GraphEvidence } from '../../model/graph.ts'
import { asDocumentId } from '../../model/ids.ts'
import { PLOVER_CLASSES } from '../../model/ontology.ts'
import type { SpanPair } from '../../model/span.ts'
import type { ColumnType } from '../formats/columns.ts'

/** Fields that hold more than their type says. */
const SPECIAL: Readonly<Record<string, (value: unknown) => unknown>> = {
  evidence: (value) => listOf(value)?.map(evidenceFrom),
  sentences: (value) => listOf(value)?.map(String),
  modality: oneOf(MODALITIES),
  plover: oneOf(PLOVER_CLASSES),
  date: dateFrom,
  endDate: dateFrom,
  first: dateFrom,
  last: dateFrom,
  former: trueFrom,
  confirmed: trueFrom,
  reports: (value) => listOf(value)?.map(reportFrom),
  disputed: (value) => listOf(value)?.filter((item) => DISPUTABLE.includes(item as (typeof DISPUTABLE)[number])),
  confidence: (value) => within(numberFrom(value), 0, 1),
}

/** @returns undefined where the value is none of this kind */
export function valueFrom(name: string, type: ColumnType, value: unknown): unknown {
  if (value === undefined || value === null) return undefined
  const special = SPECIAL[name]
  if (special !== undefined) return special(value)
  switch (type) {
    case 'integer': {
      const number = numberFrom(value)
      return number !== undefined && Number.isSafeInteger(number) && number >= 0 ? number : undefined
    }
    case 'double':
      return numberFrom(value)
    case 'boolean':
      return value === true || value === 'true' ? true : value === false || value === 'false' ? false : undefined
    case 'liststring':
      return listOf(value)?.map(String)
    default:
      return typeof value === 'object' ? undefined : String(value)
  }
}

function numberFrom(value: unknown): number | undefined {
  const number =
    typeof value === 'number' ? value : typeof value === 'string' && value.trim() !== '' ? Number(value) : Number.NaN
  return Number.isFinite(number) ? number : undefined
}

const within = (value: number | undefined, least: number, most: number): number | undefined =>
  value !== undefined && value >= least && value <= most ? value : undefined

function oneOf(known: readonly string[]): (value: unknown) => string | undefined {
  return (value) => (typeof value === 'string' && known.includes(value) ? value : undefined)
}

function trueFrom(value: unknown): true | undefined {
  return value === true || value === 'true' || value === '1' ? true : undefined
}

/** Also the date of a moment: `2031-03-04T10:00:00`. */
function dateFrom(value: unknown): string | undefined {
  const text = typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''
  return parseCivilDate(text) ?? parseCivilDate(text.replace(/T.*$/, ''))
}

export { dateFrom }

/** A list, JSON text, or as other programs write lists: `a|b`. */
function listOf(value: unknown): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value
  if (typeof value !== 'string') return undefined
  if (value.startsWith('['))
    try {
      const list: unknown = JSON.parse(value)
      if (Array.isArray(list)) return list
    } catch {
      // Not JSON: one text, or several.
    }
  return value === '' ? [] : value.split('|').map((item) => item.trim())
}

/** @throws TypeError that says what is wrong with it */
function evidenceFrom(value: unknown): GraphEvidence {
  const { document, start, end, sentence, source, target, trigger } = value as Readonly<Record<string, unknown>>
  if (typeof document !== 'string' || !isOffset(start) || !isOffset(end) || end < start)
    throw new TypeError(`evidence ${JSON.stringify(value)?.slice(0, 80)} has no document, start and end`)
  return {
    document: asDocumentId(document),
    start,
    end,
    ...spans({ sentence, source, target, trigger }),
  }
}

/** Fields of what one document reports, by the type of their values. */
const REPORTED: Readonly<Record<string, ColumnType>> = {
  date: 'string', endDate: 'string',
  killed: 'integer', killedMax: 'integer', killedText: 'string',
  wounded: 'integer', woundedMax: 'integer', woundedText: 'string',
  arrested: 'integer', arrestedMax: 'integer', arrestedText: 'string',
} // biome-ignore format: one glance

/** @throws TypeError that says what is wrong with it */
function reportFrom(value: unknown): Readonly<Record<string, unknown>> {
  const given = (value ?? {}) as Readonly<Record<string, unknown>>
  if (typeof given['document'] !== 'string')
    throw new TypeError(`a report ${JSON.stringify(value)?.slice(0, 80)} has no document`)
  const fields = Object.entries(REPORTED).flatMap(([name, type]) => {
    const read = valueFrom(name, type, given[name])
    return read === undefined ? [] : [[name, read] as const]
  })
  return { document: asDocumentId(given['document']), ...Object.fromEntries(fields) }
}

function spans(given: Readonly<Record<string, unknown>>): Record<string, SpanPair> {
  return Object.fromEntries(
    Object.entries(given).flatMap(([name, pair]) => {
      if (pair === undefined) return []
      if (Array.isArray(pair) && pair.length === 2 && pair.every(isOffset)) return [[name, pair as unknown as SpanPair]]
      throw new TypeError(`"${name}" of evidence is ${JSON.stringify(pair).slice(0, 40)}, not [start, end]`)
    }),
  )
}

const isOffset = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0

/** @throws TypeError */
export function documentFrom(value: unknown): GraphDocument {
  const {
    id,
    title,
    date,
    source,
    characters,
    language,
    dateFrom: origin,
    copyOf,
  } = (value ?? {}) as Readonly<Record<string, unknown>>
  if (typeof id !== 'string' || id === '') throw new TypeError('a document has no id')
  return {
    id: asDocumentId(id),
    title: typeof title === 'string' ? title : id,
    date: (dateFrom(date) as GraphDocument['date'] | undefined) ?? null,
    source: typeof source === 'string' ? source : null,
    characters: isOffset(characters) ? characters : 0,
    ...(typeof language === 'string' && { language }),
    ...(DATE_SOURCES.includes(origin as DateSource) && { dateFrom: origin as DateSource }),
    ...(typeof copyOf === 'string' && { copyOf: asDocumentId(copyOf) }),
  }
}
