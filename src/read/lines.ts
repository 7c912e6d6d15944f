/** A stream of bytes → lines, whatever their number. */
import { UnreadableDocumentError } from '../model/errors.ts'
import { inMegabytes, MOST_RECORD } from './limits.ts'
import type { Source } from './source.ts'

const NEWLINE = 0x0a

/** Without their ends; too long ones are given as an error, and the rest is read. */
export async function* linesOf({ origin, stream }: Source): AsyncGenerator<Buffer | UnreadableDocumentError> {
  let parts: Uint8Array[] = []
  let [length, number] = [0, 1]
  const take = (): Buffer | UnreadableDocumentError => {
    const line = length > MOST_RECORD ? tooLong(origin, number) : Buffer.concat(parts)
    parts = []
    length = 0
    number++
    return line
  }
  for await (const chunk of stream()) {
    let from = 0
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
      length += at - from
      if (length <= MOST_RECORD) parts.push(chunk.subarray(from, at))
      yield take()
      from = at + 1
    }
    length += chunk.length - from
    if (length <= MOST_RECORD) parts.push(chunk.subarray(from))
    else parts = []
  }
  if (length > 0) yield take()
}

const tooLong = (origin: string, number: number): UnreadableDocumentError =>
  new UnreadableDocumentError(
    origin,
    `${origin}, line ${number}: is longer than ${inMegabytes(MOST_RECORD)}, which is the most that one text may have.`,
  )
