/** The page and the API of a library, until the program is told to end. */
import { isIP } from 'node:net'
import type { Language } from '../ask/asker.ts'
import { InvalidInputError, LibraryError } from '../model/errors.ts'
import type { Pipeline } from '../pipeline.ts'
import { createApp } from '../server/app.ts'
import { hostsFor } from '../server/hosts.ts'
import { listen } from '../server/listen.ts'
import type { ReadRoot } from '../server/read-root.ts'
import type { Measurer } from '../server/routes/shape.ts'
import type { KeptGraph } from '../store/kept-graph.ts'
import type { Library } from '../store/library.ts'
import type { Console } from './console.ts'
import { userName } from './corrections.ts'
import { keptGraph } from './library-graph.ts'
import { SAMPLES } from './samples.ts'

export interface ServeOptions {
  readonly host: string
  readonly port: number
  /** The user named the port: where it is taken, that is an error. */
  readonly explicit: boolean
  readonly token: string | undefined
  readonly version: string
  readonly uiFolder: string
  /** Folders under it may be read in from the page. */
  readonly root?: ReadRoot
  readonly language: () => Language
  /** Measures graphs in another thread. */
  readonly measurer?: Measurer
}

/** @throws InvalidInputError where others could reach the library without a secret */
export function checkHostOption(host: string, token: string | undefined): void {
  if (isLoopback(host) || token !== undefined) return
  throw new InvalidInputError(
    'host',
    `With --host ${host} others on the network can reach the library. Set a secret word in the variable DRAGOMAN_TOKEN first; every request must then bear it.`,
  )
}

/** Resolves when the server has ended cleanly after `told`; the library is closed by the caller. */
export async function serveLibrary(
  library: Library,
  pipeline: Pipeline,
  { host, port, explicit, token, version, uiFolder, root, measurer, language }: ServeOptions,
  console: Console,
  told: Promise<void>,
): Promise<void> {
  const kept = keptGraph(library, `dragoman ${version}`, console)
  // Before anybody is told that it is there, so that the first question is answered as fast as any other.
  kept.current()
  // Those who wait for the page would wait for it: what has changed a little is kept at the end.
  keep(kept, MANY_BEHIND)
  const app = createApp({
    library,
    kept,
    version,
    uiFolder,
    ...(token === undefined ? {} : { token }),
    allowedHosts: hostsFor(host),
    pipeline,
    language,
    prepared: true,
    sources: { samples: SAMPLES, ...(root && { root }) },
    ...(measurer && { measurer }),
    author: userName(),
    log: (message, error) =>
      console.say(`${message}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`),
  })
  const server = await listen(app, { host, port, explicit })
  console.print(`Dragoman is at ${server.url}\n`)
  console.say('Press Ctrl-C to end.')
  await told
  await server.close()
  keep(kept)
}

/** To bring so many documents up to date takes about as long as to keep the graph. */
const MANY_BEHIND = 200

/** Keeps the graph for the next time. Where that cannot be, it is worked out again, and nothing is lost. */
function keep(kept: KeptGraph, most?: number): void {
  try {
    kept.keep(most)
  } catch (error) {
    if (!(error instanceof LibraryError)) throw error
  }
}

export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'))
