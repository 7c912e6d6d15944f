/** Records of a table, of JSON → texts: which field is the text, which the title, the date … */
import { type CivilDate, isDay } from '../model/date.ts'
import { readWrittenDate } from './dates.ts'
import { parsePage } from './html/page.ts'
import { plainText } from './html/plain-text.ts'
import type { FoundText, Mapping } from './reader.ts'
import { digestOf } from './source.ts'

export type FieldRecord = Readonly<Record<string, unknown>>

type Part = 'text' | 'title' | 'date' | 'source' | 'url' | 'author' | 'language' | 'id'
export type Fields = Readonly<Partial<Record<Part, string>>>

/** Names under which exports of archives and feeds keep the parts of an article, the likeliest first; compared by letters only. */
const USUAL: Readonly<Record<Part, readonly string[]>> = {
  text: ['text', 'body', 'content', 'articlebody', 'fulltext', 'articletext', 'contenttext', 'contenthtml', 'bodytext', 'bodyhtml',
    'maintext', 'story', 'article', 'document', 'plaintext', 'message', 'html', 'description', 'summary'],
  title: ['title', 'headline', 'heading', 'subject'],
  date: ['date', 'published', 'publicationdate', 'datepublished', 'publishedat', 'publisheddate', 'pubdate', 'publishdate', 'datetime',
    'published_time', 'day', 'created', 'createdat', 'timestamp'].map(lettersOf),
  source: ['source', 'publisher', 'publication', 'outlet', 'newspaper', 'media', 'sourcename', 'sitename', 'domain', 'agency'],
  url: ['url', 'link', 'permalink', 'weburl', 'sourceurl', 'href', 'uri'],
  author: ['author', 'authors', 'byline', 'creator', 'writer'],
  language: ['language', 'lang', 'languagecode'],
  id: ['id', 'guid', 'uuid', 'docid', 'articleid', 'documentid', 'key'],
} // biome-ignore format: one glance
const PARTS = Object.keys(USUAL) as readonly Part[]

/** Of these parts, one that lies deeper is taken where none lies at the top: "content.body". */
const SOUGHT_DEEPER: ReadonlySet<Part> = new Set<Part>(['text', 'title'])

/**
 * Which of these fields hold what; what the user named counts first.
 * @param names of the fields, as they stand in the file; deeper ones with dots
 */
export function fieldsIn(names: readonly string[], mapping: Mapping = {}): Fields {
  const atTop = new Map(names.filter((name) => !name.includes('.')).map((name) => [lettersOf(name), name]))
  const deeper = new Map(names.toReversed().map((name) => [lettersOf(name.split('.').at(-1)!), name]))
  const fields: Partial<Record<Part, string>> = {}
  for (const part of PARTS) {
    const told = part in mapping ? mapping[part as keyof Mapping] : undefined
    const usual = [atTop, ...(SOUGHT_DEEPER.has(part) ? [deeper] : [])]
      .flatMap((places) => USUAL[part].map((name) => places.get(name)))
      .find((name) => name !== undefined && !Object.values(fields).includes(name))
    const field = told ?? usual
    if (field !== undefined) fields[part] = field
  }
  return fields
}

const DEEPEST = 4

/** The fields of a record that hold words, deeper ones with dots. */
export function namesIn(record: FieldRecord, depth = 1): string[] {
  return Object.entries(record).flatMap(([name, value]) => {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      const inner = depth < DEEPEST ? namesIn(value as FieldRecord, depth + 1).map((deeper) => `${name}.${deeper}`) : []
      return wordsOf(value) === undefined ? inner : [name, ...inner]
    }
    return wordsOf(value) === undefined ? [] : [name]
  })
}

/** Names that the user gave and that no record has. */
export const missingIn = (names: readonly string[], mapping: Mapping = {}): readonly string[] =>
  Object.values(mapping).filter((field) => field !== undefined && !names.includes(field))

function lettersOf(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
}

/** What a record says, or undefined where its text is missing or blank. */
export function recordText(
  record: FieldRecord,
  fields: Fields,
  origin: string,
  mapping: Mapping = {},
): FoundText | undefined {
  const get = (part: Part): string | undefined => {
    const field = fields[part]
    return field === undefined ? undefined : wordsOf(valueAt(record, field))
  }
  const text = asPlain(get('text') ?? '')
  if (text.trim() === '') return undefined
  const written = get('date')
  const date = written === undefined ? undefined : dayIn(written)
  const url = get('url')
  const id = get('id') ?? url
  const digest = digestOf(JSON.stringify(record))
  return {
    kind: 'text',
    text,
    digest,
    title: line(asPlain(get('title') ?? '')),
    date,
    dateFrom: mapping.date === undefined ? 'metadata' : 'given',
    source: line(get('source') ?? ''),
    url: url !== undefined && /^https?:\/\//i.test(url) ? url : undefined,
    author: line(get('author') ?? ''),
    language: get('language'),
    // By its own name, or else by its content: a number would change when a row is put in before it.
    origin: `${origin}#${id ?? digestOf(text).slice(0, 12)}`,
    problems:
      written !== undefined && date === undefined
        ? [`the date "${written.slice(0, 60)}" may mean several days or none (write 2025-12-04) and was left out`]
        : [],
  }
}

/** Also seconds or milliseconds since 1970, in UTC. */
function dayIn(written: string): CivilDate | undefined {
  const date = readWrittenDate(written)
  if (date !== undefined) return date
  if (!/^\d{9,13}(\.\d+)?$/.test(written)) return undefined
  const moment = new Date(Number(written) * (written.split('.')[0]!.length > 10 ? 1 : 1000))
  const day = readWrittenDate(moment.toISOString().slice(0, 10))
  return day !== undefined && isDay(day) ? day : undefined
}

function valueAt(record: FieldRecord, field: string): unknown {
  if (Object.hasOwn(record, field)) return record[field]
  return field
    .split('.')
    .reduce<unknown>(
      (value, key) =>
        typeof value === 'object' && value !== null && Object.hasOwn(value, key)
          ? (value as FieldRecord)[key]
          : undefined,
      record,
    )
}

/** Paragraphs in a list, people in a list of objects with names; undefined where there are no words. */
function wordsOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value)) {
    const words = value.flatMap((item) => wordsOf(item) ?? [])
    return words.length === 0 ? undefined : words.join(words.some((word) => word.length > 60) ? '\n\n' : ', ')
  }
  if (typeof value !== 'object' || value === null) return undefined
  const { name, title, text, uri } = value as FieldRecord
  return wordsOf(name ?? title ?? text ?? uri)
}

/** Exports keep texts as HTML as often as not. */
const asPlain = (text: string): string =>
  /<\/?(?:p|div|br|a|h[1-6]|span|em|strong|b|i|ul|li|article|section|img|figure|blockquote)\b[^<>]*>/i.test(text)
    ? plainText(parsePage(text))
    : text

const line = (text: string): string | undefined => text.replace(/\s+/g, ' ').trim() || undefined
