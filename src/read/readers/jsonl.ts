/** JSON Lines: one article a line, read line by line, so that the file may have any size. */
import { UnreadableDocumentError } from '../../model/errors.ts'
import { decode } from '../encoding.ts'
import { MOST_TOLD } from '../limits.ts'
import { linesOf } from '../lines.ts'
import { type Found, failure, type ReadSettings } from '../reader.ts'
import { type FieldRecord, fieldsIn, missingIn, namesIn, recordText } from '../records.ts'
import type { Source } from '../source.ts'
import { requireText } from './json.ts'

export async function* readJsonLines(source: Source, { mapping }: ReadSettings): AsyncGenerator<Found> {
  const { origin } = source
  let [number, bad, blank, good] = [0, 0, 0, 0]
  const all = new Set<string>()
  for await (const line of linesOf(source)) {
    number++
    const record =
      line instanceof UnreadableDocumentError ? line : await recordOf(line, `${origin}, line ${number}`, origin)
    if (record === undefined) continue
    if (record instanceof UnreadableDocumentError) {
      bad++
      if (bad <= MOST_TOLD) yield failure(record)
      continue
    }
    // By line: exports leave out what is empty.
    const names = namesIn(record)
    for (const name of names) all.add(name)
    const found = recordText(record, fieldsIn(names, mapping), origin, mapping)
    if (found === undefined) blank++
    else {
      good++
      yield found
    }
  }
  if (blank > 0) yield { kind: 'note', note: `${blank} of ${number} lines in ${origin} have no text and were left out` }
  if (bad > MOST_TOLD)
    yield failure(
      new UnreadableDocumentError(
        origin,
        `${origin}: ${bad - MOST_TOLD} more lines cannot be read; the first ${MOST_TOLD} are told above.`,
      ),
    )
  const names = [...all]
  const missing = missingIn(names, mapping)
  // Last, because only then it is known that no line has the field.
  if (blank + good > 0 && (good === 0 || missing.length > 0))
    requireText(names, fieldsIn(names, mapping), missing, origin)
}

async function recordOf(
  line: Buffer,
  where: string,
  origin: string,
): Promise<FieldRecord | UnreadableDocumentError | undefined> {
  try {
    const text = (await decode(line, where)).text.replace(/^\uFEFF/, '').trim()
    if (text === '') return undefined
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as FieldRecord
    return new UnreadableDocumentError(origin, `${where}: is no JSON object, such as {"text": "…"}, and was left out.`)
  } catch (cause) {
    if (cause instanceof UnreadableDocumentError) return cause
    return new UnreadableDocumentError(origin, `${where}: is no JSON (${(cause as Error).message}) and was left out.`, {
      cause,
    })
  }
}
