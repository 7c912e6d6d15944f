/** A server over real HTTP and a real library, filled with readings of invented texts. */
import { request } from 'node:http'
import { onTestFinished } from 'vitest'
import type { Pipeline } from '../../src/pipeline.ts'
import type { AppDependencies } from '../../src/server/app.ts'
import { createApp } from '../../src/server/app.ts'
import { listen } from '../../src/server/listen.ts'
import type { Library } from '../../src/store/library.ts'
import { MEMORY, openLibrary } from '../../src/store/open.ts'
import type { Reading } from './extractions.ts'

export const EXTRACTOR = 'test 1'

/** Finds one sentence and no names. */
export const blankPipeline: Pipeline = {
  version: EXTRACTOR,
  read: ({ text }) => ({
    sentences: [{ start: 0, end: text.length }],
    entities: [],
    unresolved: [],
    relations: [],
    events: [],
    notes: ['The text names nobody.'],
  }),
}

export interface Answer<T = unknown> {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  readonly body: T
}

export interface Client {
  readonly url: string
  readonly library: Library
  readonly get: <T = unknown>(path: string, headers?: Record<string, string>) => Promise<Answer<T>>
  readonly send: <T = unknown>(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ) => Promise<Answer<T>>
}

export function fill(library: Library, readings: readonly Reading[]): Library {
  for (const { document, extraction } of readings) library.put(document, extraction, EXTRACTOR)
  return library
}

/** Closed when the test that asked for it is over. */
export async function serve(readings: readonly Reading[], more: Partial<AppDependencies> = {}): Promise<Client> {
  const library = more.library ?? fill(openLibrary(MEMORY), readings)
  const app = createApp({ library, pipeline: blankPipeline, version: '1.2.3', ...more })
  const { url, close } = await listen(app, { host: '127.0.0.1', port: 0, explicit: false })
  onTestFinished(async () => {
    await close()
    library.close()
  })
  const send: Client['send'] = async <T>(method: string, path: string, body?: unknown, headers = {}) => {
    const json = body === undefined ? {} : { 'content-type': 'application/json' }
    const response = await fetch(`${url}${path}`, {
      method,
      headers: { ...json, ...headers },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    const text = await response.text()
    const isJson = /json(?!l)/.test(response.headers.get('content-type') ?? '')
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: (isJson && text !== '' ? JSON.parse(text) : undefined) as T,
    }
  }
  return { url, library, send, get: (path, headers) => send('GET', path, undefined, headers) }
}

/** A request with headers that `fetch` does not let anyone set, such as Host. */
export function rawGet(url: string, headers: Record<string, string>): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { headers }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }))
    })
    asked.on('error', reject).end()
  })
}
