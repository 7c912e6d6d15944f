/** Sends an answer as JSON, or its list as JSON Lines: at once where it is short, else in turns with others. */
import { setImmediate } from 'node:timers/promises'
import type { Response } from 'express'
import { LongList } from './long-list.ts'

/** UTF-16 code units; a block is written at once. */
const BLOCK = 64 * 1024
const TURN_MS = 10

export const NDJSON = 'application/x-ndjson'

export async function sendJson(response: Response, answer: object): Promise<void> {
  response.type('application/json; charset=utf-8')
  await sendText(response, jsonOf(answer))
}

/** One item a line. */
export async function sendLines(response: Response, items: unknown): Promise<void> {
  response.type(`${NDJSON}; charset=utf-8`)
  await sendText(response, linesOf(items))
}

/** In pieces: what stands in long lists is made when it is written. */
export function* jsonOf(answer: object): Generator<string, void, void> {
  let before = '{'
  for (const [name, value] of Object.entries(answer)) {
    if (value === undefined) continue
    const field = `${before}${JSON.stringify(name)}:`
    before = ','
    if (value instanceof LongList) {
      yield `${field}[`
      let between = ''
      for (const item of value.written()) {
        if (typeof item === 'string') yield `${between}${item}`
        else {
          yield between
          yield* item
        }
        between = ','
      }
      yield ']'
    } else yield `${field}${JSON.stringify(value)}`
  }
  yield before === '{' ? '{}' : '}'
}

function* linesOf(items: unknown): Generator<string, void, void> {
  if (items instanceof LongList)
    for (const item of items.written()) yield typeof item === 'string' ? `${item}\n` : `${[...item].join('')}\n`
  else if (Array.isArray(items)) for (const item of items) yield `${JSON.stringify(item)}\n`
}

/** With its length where it fits into one block. */
export async function sendText(response: Response, pieces: Iterable<string>): Promise<void> {
  let block = ''
  let sent = false
  let began = performance.now()
  // One listener for all blocks: on a response that is compressed, listeners for "drain" cannot be taken away again.
  let goOn = (): void => {}
  response.on('drain', () => goOn())
  const closed = new Promise<void>((resolve) => response.once('close', resolve))
  for (const piece of pieces) {
    block += piece
    const took = performance.now() - began
    if (block.length < BLOCK && took < TURN_MS) continue
    // Somebody who has gone away needs no more of it.
    if (response.destroyed) return
    if (block.length >= BLOCK) {
      sent = true
      const drained = new Promise<void>((resolve) => {
        goOn = resolve
      })
      const isFull = !response.write(block)
      block = ''
      if (isFull && !response.destroyed) await Promise.race([drained, closed])
    }
    if (took < TURN_MS) continue
    await setImmediate()
    began = performance.now()
  }
  if (sent) {
    response.end(block)
    return
  }
  const bytes = Buffer.from(block, 'utf8')
  response.set('Content-Length', String(bytes.length)).end(bytes)
}
