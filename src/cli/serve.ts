/** `dragoman serve`: the page and the API of a library, until the program is told to end. */
import { isIP } from 'node:net'
import { InvalidInputError } from '../model/errors.ts'
import type { Pipeline } from '../pipeline.ts'
import { createApp } from '../server/app.ts'
import { listen } from '../server/listen.ts'
import { LOOPBACK_HOSTS } from '../server/security.ts'
import type { Library } from '../store/library.ts'
import type { Console } from './console.ts'

export interface ServeOptions {
  readonly host: string
  readonly port: number
  /** The user named the port: where it is taken, that is an error. */
  readonly explicit: boolean
  readonly token: string | undefined
  readonly version: string
  readonly uiFolder: string
}

/** Resolves when the server has ended cleanly; the library is closed by the caller. */
export async function serveCommand(
  library: Library,
  pipeline: Pipeline,
  options: ServeOptions,
  console: Console,
): Promise<void> {
  const { host, port, explicit, token, version, uiFolder } = options
  if (!isLoopback(host) && token === undefined) {
    throw new InvalidInputError(
      'host',
      `With --host ${host} others on the network can reach the library. Set a secret word in the variable DRAGOMAN_TOKEN first; every request must then bear it.`,
    )
  }
  const app = createApp({
    library,
    version,
    uiFolder,
    ...(token === undefined ? {} : { token }),
    ...(isLoopback(host) ? {} : { allowedHosts: [...LOOPBACK_HOSTS, host] }),
    pipeline,
    log: (message, error) =>
      console.say(`${message}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`),
  })
  const server = await listen(app, { host, port, explicit })
  console.print(`Dragoman is at ${server.url}\n`)
  console.say('Press Ctrl-C to end.')
  await told()
  await server.close()
}

export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'))

/** Until a signal comes, or the npm that started us is gone and with it whoever could send one. */
function told(): Promise<void> {
  return new Promise((resolve) => {
    const parent = process.ppid
    const orphaned =
      process.env['npm_lifecycle_event'] === undefined
        ? undefined
        : setInterval(() => {
            if (process.ppid !== parent) end()
          }, 500)
    const end = (): void => {
      clearInterval(orphaned)
      resolve()
    }
    process.once('SIGINT', end)
    process.once('SIGTERM', end)
  })
}
