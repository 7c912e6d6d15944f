/** Tells those who listen that the library has changed, whoever changed it. */
import type { Response } from 'express'
import type { Graphs } from './graphs.ts'

const USUAL_MS = 1000
/** So often something is sent in any case: what stands between would cut a silent connection. */
const SILENCE_MS = 15_000
const MOST_LISTENERS = 100

export class Changes {
  readonly #cache: Graphs
  readonly #every: number
  readonly #listeners = new Set<Response>()
  readonly #log: (message: string, error: unknown) => void
  #timer: NodeJS.Timeout | undefined
  #last = ''
  #silent = 0

  /** @param every milliseconds between two looks at the library, while somebody listens */
  constructor(cache: Graphs, log: (message: string, error: unknown) => void, every = USUAL_MS) {
    this.#cache = cache
    this.#every = every
    this.#log = log
  }

  /** Server-sent events: `graph` with the revision at once, and whenever it has changed. */
  listen(response: Response): void {
    // Compression would keep events back, and so would what stands between.
    response.set({ 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-cache, no-transform' })
    const { version } = this.#cache.current()
    if (response.req.method === 'HEAD') {
      response.end()
      return
    }
    const [oldest] = this.#listeners
    if (this.#listeners.size >= MOST_LISTENERS) oldest?.end()
    response.write(`retry: 2000\n\n${eventOf(version)}`)
    if (this.#listeners.size === 0) this.#last = version
    this.#listeners.add(response)
    response.on('close', () => this.#leave(response))
    this.#timer ??= setInterval(() => this.#look(), this.#every).unref()
  }

  /** Sends everybody away: the server ends. */
  close(): void {
    for (const response of this.#listeners) response.end()
  }

  #leave(response: Response): void {
    this.#listeners.delete(response)
    if (this.#listeners.size > 0) return
    clearInterval(this.#timer)
    this.#timer = undefined
  }

  #look(): void {
    this.#silent += this.#every
    try {
      const { version } = this.#cache.current()
      if (version !== this.#last) this.#send(eventOf(version))
      else if (this.#silent >= SILENCE_MS) this.#send(': still here\n\n')
      this.#last = version
    } catch (error) {
      this.#log('changes', error)
    }
  }

  #send(text: string): void {
    this.#silent = 0
    for (const response of this.#listeners) response.write(text)
  }
}

const eventOf = (version: string): string =>
  `event: graph\nid: ${version}\ndata: ${JSON.stringify({ revision: version })}\n\n`
