/** JSON: one article, a list of them, or a list of them somewhere within (JSON Feed, answers of programs). */
import { UnreadableDocumentError } from '../../model/errors.ts'
import { decode } from '../encoding.ts'
import { MOST_WHOLE } from '../limits.ts'
import type { Found, ReadSettings } from '../reader.ts'
import { type FieldRecord, type Fields, fieldsIn, missingIn, namesIn, recordText } from '../records.ts'
import { type Source, wholeOf } from '../source.ts'

export async function* readJson(source: Source, { mapping }: ReadSettings): AsyncGenerator<Found> {
  const { origin } = source
  const bytes = await wholeOf(
    source,
    MOST_WHOLE,
    'JSON',
    'Write it as JSON Lines, one article a line, which may have any size.',
  )
  const { text } = await decode(bytes, origin)
  const { records, publisher } = recordsIn(parse(text.replace(/^\uFEFF/, ''), origin))
  const all = [...new Set(records.flatMap((record) => namesIn(record)))]
  const fields = requireText(all, fieldsIn(all, mapping), missingIn(all, mapping), origin)
  let blank = 0
  for (const record of records) {
    // By record: exports leave out what is empty.
    const found = recordText(record, fieldsIn(namesIn(record), mapping), origin, mapping)
    if (found === undefined) blank++
    else yield { ...found, source: found.source ?? publisher }
  }
  if (blank > 0) yield { kind: 'note', note: blankNote(blank, records.length, fields, origin) }
}

export const blankNote = (blank: number, all: number, { text = '' }: Fields, origin: string): string =>
  `${blank} of ${all} records in ${origin} have no text in "${text}" and were left out`

/** @throws UnreadableDocumentError that says which fields there are, and how to name the right one */
export function requireText(
  names: readonly string[],
  fields: Fields,
  missing: readonly string[],
  origin: string,
): Fields {
  const known =
    names
      .slice(0, 30)
      .map((name) => `"${name}"`)
      .join(', ') || 'none'
  if (missing.length > 0)
    throw new UnreadableDocumentError(
      origin,
      `${origin} has no field "${missing[0]}"; its fields are: ${known}. Name one of them.`,
    )
  if (fields.text === undefined)
    throw new UnreadableDocumentError(
      origin,
      `${origin} has no field that looks like the text of an article; its fields are: ${known}. Name the right one with --text.`,
    )
  return fields
}

function parse(text: string, origin: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    const message = (cause as Error).message.replace(/\s+/g, ' ')
    throw new UnreadableDocumentError(
      origin,
      `${origin}${lineAt(text, message)} is no JSON: ${message}. Get it anew.`,
      { cause },
    )
  }
}

const lineAt = (text: string, message: string): string => {
  const at = /position (\d+)/.exec(message)?.[1]
  return at === undefined ? '' : `, line ${text.slice(0, Number(at)).split('\n').length},`
}

const isRecord = (value: unknown): value is FieldRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A list at the top; a record that is an article itself; else the longest list of records below. */
function recordsIn(value: unknown): { readonly records: readonly FieldRecord[]; readonly publisher?: string } {
  if (Array.isArray(value)) return { records: value.filter(isRecord) }
  if (!isRecord(value)) return { records: [] }
  const own = fieldsIn(Object.keys(value))
  if (typeof value[own.text ?? ''] === 'string' && !Object.values(value).some(isListOfRecords))
    return { records: [value] }
  const lists = Object.values(value).flatMap((inner) => (isRecord(inner) ? [inner, ...Object.values(inner)] : [inner]))
  const best = lists.filter(isListOfRecords).sort((a, b) => b.length - a.length)[0]
  const title = value['title']
  return best === undefined
    ? { records: [value] }
    : { records: best, ...(typeof title === 'string' && { publisher: title }) }
}

const isListOfRecords = (value: unknown): value is readonly FieldRecord[] =>
  Array.isArray(value) && value.length > 0 && value.every(isRecord)
