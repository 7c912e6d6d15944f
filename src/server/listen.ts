/** Gives an app a port, and takes it back without cutting off anyone. */
import type { Server } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Express } from 'express'
import { InvalidInputError } from '../model/errors.ts'
import { ENDING } from './ending.ts'

export interface ListenOptions {
  readonly host: string
  /** 0 for any free port. */
  readonly port: number
  /** The user named this port: where it is taken, that is an error, and no other is tried. */
  readonly explicit: boolean
}

export interface Listening {
  /** Such as `http://127.0.0.1:4780`. */
  readonly url: string
  readonly port: number
  /** Takes no new request, finishes those in progress, and resolves when all connections are closed. */
  readonly close: () => Promise<void>
}

const MOST_TRIES = 50
/** After this time, connections that are still busy are cut. */
const PATIENCE_MS = 5000

/** @throws InvalidInputError when the port or the host cannot be had */
export async function listen(app: Express, { host, port, explicit }: ListenOptions): Promise<Listening> {
  const last = explicit || port === 0 ? port : Math.min(port + MOST_TRIES - 1, 65_535)
  for (let candidate = port; ; candidate++) {
    const server = createServer(app)
    try {
      await start(server, host, candidate)
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (code === 'EADDRINUSE' && candidate < last) continue
      throw new InvalidInputError(
        code === 'EADDRINUSE' || code === 'EACCES' ? 'port' : 'host',
        words(code, host, port, last),
        {
          cause: error,
        },
      )
    }
    const bound = (server.address() as AddressInfo).port
    const name = host.includes(':') ? `[${host}]` : host
    return { url: `http://${name}:${bound}`, port: bound, close: () => stop(server, app) }
  }
}

function start(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })
}

function stop(server: Server, app: Express): Promise<void> {
  app.emit(ENDING)
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), PATIENCE_MS)
    server.close(() => {
      clearTimeout(cut)
      resolve()
    })
    server.closeIdleConnections()
  })
}

function words(code: string | undefined, host: string, port: number, last: number): string {
  if (code === 'EADDRINUSE')
    return port === last
      ? `Port ${port} is taken by another program. Name another one with --port.`
      : `The ports ${port} to ${last} are all taken. Name a free one with --port.`
  if (code === 'EACCES') return `Port ${port} may not be used by this user. Name one above 1023 with --port.`
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return `This machine has no address "${host}". Check --host.`
  return `Cannot listen on ${host}, port ${port}: ${code ?? 'unknown error'}.`
}
