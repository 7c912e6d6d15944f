/**
 * Tables of articles (RFC 4180): a row of names, then one article a row, separated by commas, semicolons or tabs. A quote
 * that is not closed swallows the rows behind it, so that a file is looked through as a whole before a row is taken.
 */
import { Readable } from 'node:stream'
import { type CsvError, type Options, parse } from 'csv-parse'
import { UnreadableDocumentError } from '../../model/errors.ts'
import { decode, decoderOf } from '../encoding.ts'
import { inMegabytes, MOST_RECORD, MOST_TOLD, MOST_WHOLE } from '../limits.ts'
import { type Found, failure, type ReadSettings } from '../reader.ts'
import { type Fields, fieldsIn, missingIn, recordText } from '../records.ts'
import { type Bytes, bytesSource, type Source, wholeOf } from '../source.ts'
import { blankNote, requireText } from './json.ts'

interface Row {
  readonly cells: readonly string[]
  /** On which the row ends, from 1. */
  readonly line: number
}

export async function* readCsv(given: Source, { mapping }: ReadSettings): AsyncGenerator<Found> {
  const { origin } = given
  // What can be taken once only is kept, to be looked through first.
  const source =
    given.path === undefined
      ? bytesSource(
          await wholeOf(given, MOST_WHOLE, 'a table that is not a file of its own', 'Save it as a file.'),
          given,
        )
      : given
  const delimiter = delimiterIn(await source.head())
  const encoding = await encodingOf(source)
  for await (const _ of rowsOf(source, delimiter, encoding)) {
    // The first pass: throws where quotes are broken.
  }
  let names: readonly string[] | undefined
  let fields: Fields = {}
  let [blank, bad, all] = [0, 0, 0]
  for await (const { cells, line } of rowsOf(source, delimiter, encoding)) {
    if (names === undefined) {
      names = cells.map((cell) => cell.trim())
      fields = requireText(names, fieldsIn(names, mapping), missingIn(names, mapping), origin)
      continue
    }
    all++
    if (cells.length > names.length) {
      bad++
      if (bad <= MOST_TOLD) yield failure(uneven(origin, line, cells.length, names.length))
      continue
    }
    const record = Object.fromEntries(names.map((name, i) => [name, cells[i] ?? '']))
    const found = recordText(record, fields, origin, mapping)
    if (found === undefined) blank++
    else yield found
  }
  if (names === undefined) throw new UnreadableDocumentError(origin, `${origin} is empty.`)
  if (blank > 0) yield { kind: 'note', note: blankNote(blank, all, fields, origin) }
  if (bad > MOST_TOLD)
    yield failure(new UnreadableDocumentError(origin, `${origin}: ${bad - MOST_TOLD} more rows have too many cells.`))
}

const uneven = (origin: string, line: number, cells: number, names: number): UnreadableDocumentError =>
  new UnreadableDocumentError(
    origin,
    `${origin}, line ${line}: this row has ${cells} cells, and the table has ${names} columns. Put cells that hold the separator in quotes.`,
  )

async function* rowsOf({ origin, stream }: Source, delimiter: string, encoding: string): AsyncGenerator<Row> {
  let last = 0
  const options: Options = {
    bom: true,
    delimiter,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: MOST_RECORD,
    // As they are parsed: of what waits to be taken, an error leaves nothing.
    on_record: (record: string[], { lines }) => {
      last = lines
      return record
    },
  }
  const parser = parse(options)
  const input = Readable.from(decoded(stream(), encoding))
  input.on('error', (error) => parser.destroy(error))
  input.pipe(parser)
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      yield { cells: record, line: info.lines }
    }
  } catch (cause) {
    if (cause instanceof UnreadableDocumentError) throw cause
    throw new UnreadableDocumentError(origin, describe(origin, cause as CsvError & { lines?: number }, last + 1), {
      cause,
    })
  } finally {
    input.destroy()
    parser.destroy()
  }
}

async function* decoded(bytes: Bytes, encoding: string): AsyncGenerator<string> {
  const decode = decoderOf(encoding)
  for await (const chunk of bytes) yield decode(chunk)
  yield decode()
}

/** @param begins the line on which the row begins that could not be read: an open quote shows only at the end of the file */
function describe(origin: string, { code, lines, message }: CsvError & { lines?: number }, begins: number): string {
  const where = `${origin}${lines === undefined ? '' : `, line ${lines}`}`
  const row = `${origin}, line ${begins}`
  if (code === 'CSV_QUOTE_NOT_CLOSED')
    return `${row}: a cell of this row begins with a quotation mark and none closes it. Nothing of the table was read.`
  if (code === 'CSV_INVALID_CLOSING_QUOTE' || code === 'INVALID_OPENING_QUOTE')
    return `${where}: a quotation mark stands within a cell. Write it twice, and put the cell in quotes. Nothing of the table was read.`
  if (code === 'CSV_MAX_RECORD_SIZE')
    return `${row}: this row is longer than ${inMegabytes(MOST_RECORD)}. Is a quotation mark not closed? Nothing of the table was read.`
  return `${where}: the table cannot be read (${message}).`
}

/** The separator that the row of names has most of. */
function delimiterIn(head: Buffer): string {
  const names = head.toString('latin1').split(/\r?\n/)[0] ?? ''
  const bare = names.replace(/"[^"]*"/g, '')
  const counts = [',', ';', '\t', '|'].map((sign) => [sign, bare.split(sign).length] as const)
  return counts.reduce((best, next) => (next[1] > best[1] ? next : best))[0]
}

const SAMPLE = 1024 * 1024

/** Told from the first megabyte, which may end within a character. */
async function encodingOf({ origin, stream }: Source): Promise<string> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const chunk of stream()) {
    parts.push(chunk)
    length += chunk.length
    if (length > SAMPLE) break
  }
  const sample = Buffer.concat(parts)
  const end = length > SAMPLE ? Math.max(sample.lastIndexOf(0x0a) + 1, 1) : sample.length
  return (await decode(sample.subarray(0, end), origin)).encoding
}
