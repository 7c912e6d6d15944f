/** Makes what questions and changes need ahead of them: at the start, and when the library has changed and is left alone for a while. */
import type { Express } from 'express'
import { ENDING } from './ending.ts'
import type { Graphs } from './graphs.ts'
import type { Questions } from './questions.ts'
import { inTurns } from './turns.ts'

const EVERY_MS = 1000

export function keepPrepared(
  app: Express,
  cache: Graphs,
  questions: Questions,
  log: (message: string, error: unknown) => void,
): void {
  let [prepared, seen, busy, ended] = ['', '', false, false]
  const look = async (): Promise<void> => {
    if (busy) return
    busy = true
    try {
      const { version } = cache.current()
      // While texts come in one after the other, each would make all that was made for the one before it useless.
      if (version === seen && version !== prepared) {
        if (cache.prepareInTurns !== undefined) await inTurns(cache.prepareInTurns())
        await questions.prepare()
        prepared = version
      }
      seen = version
    } catch (error) {
      // A library that is closed can no longer be read, and need not.
      if (!ended) log('preparing', error)
    } finally {
      busy = false
    }
  }
  seen = cache.current().version
  void look()
  const timer = setInterval(() => void look(), EVERY_MS).unref()
  app.once(ENDING, () => {
    ended = true
    clearInterval(timer)
  })
}
