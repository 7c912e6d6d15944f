/** How answers travel: pages, lines, versions, compression, several at once, and word of changes. */

import { request } from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { BASE } from '../../src/api/openapi.ts'
import { OPERATIONS } from '../../src/api/operations.ts'
import type { NeighborsAnswer, Problem } from '../../src/api/schemas.ts'
import { followUp, SAMPLES, strike, summit } from '../support/samples.ts'
import { EXTRACTOR, serve } from '../support/server.ts'

const MARROW = `${BASE}/nodes/person:ilsa-marrow/neighbors`
const LINES = { accept: 'application/x-ndjson' }

describe('pages', () => {
  test('name the next one in a header that can be followed', async () => {
    const client = await serve(SAMPLES)
    const seen: string[] = []
    let path: string | undefined = `${MARROW}?limit=2&kind=actor`
    while (path !== undefined) {
      const { body, headers }: { body: NeighborsAnswer; headers: Headers } = await client.get<NeighborsAnswer>(path)
      seen.push(...body.neighbors.map(({ node }) => node.label))
      path = /^<([^>]+)>; rel="next"$/.exec(headers.get('link') ?? '')?.[1]
    }
    expect(seen).toEqual(['Teodor Quist', 'Talvian Guard', 'Ostrava-Lind', 'Bram Oduya'])
  })
})

describe('lines', () => {
  test('are the items, all of them, with the number beside', async () => {
    const client = await serve(SAMPLES)
    const { text, headers } = await client.get(MARROW, LINES)
    expect(headers.get('content-type')).toContain('application/x-ndjson')
    expect(headers.get('vary')).toContain('Accept')
    const whole = await client.get<NeighborsAnswer>(MARROW)
    expect(
      text
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as unknown),
    ).toEqual(whole.body.neighbors)
    expect(headers.get('total-count')).toBe(String(whole.body.total))
    expect(headers.get('etag')).not.toBe(whole.headers.get('etag'))
  })

  test('can be limited', async () => {
    const { text } = await (await serve(SAMPLES)).get(`${MARROW}?limit=1`, LINES)
    expect(text.trimEnd().split('\n')).toHaveLength(1)
  })

  test('of a query are objects', async () => {
    const { text } = await (await serve(SAMPLES)).send(
      'POST',
      `${BASE}/cypher`,
      { query: 'MATCH (p:Person)-[:MET_WITH]->(q) RETURN p.label AS one, q.label AS other ORDER BY one' },
      LINES,
    )
    expect(text).toBe('{"one":"Ilsa Marrow","other":"Teodor Quist"}\n{"one":"Teodor Quist","other":"Ilsa Marrow"}\n')
  })

  test('every list that can be had so is one', async () => {
    const client = await serve([])
    for (const [name, operation] of Object.entries(OPERATIONS)) {
      if (!('items' in operation) || operation.method !== 'get' || operation.path.includes(':')) continue
      const query = name === 'paths' || name === 'commonContacts' ? undefined : ''
      if (query === undefined) continue
      const { status, headers } = await client.get(`${BASE}${operation.path}`, LINES)
      expect([name, status, headers.get('content-type')]).toEqual([name, 200, expect.stringContaining('ndjson')])
    }
  })
})

test('a long answer is streamed, and whole', async () => {
  const client = await serve(SAMPLES)
  const { reading } = await import('../support/extractions.ts')
  const names = Array.from(
    { length: 400 },
    (_, i) => `Ana Quist${String.fromCharCode(97 + (i % 26), 97 + Math.floor(i / 26))}`,
  )
  const crowd = reading({
    sentences: names.map((name) => `${name} came to speak at length about the harbour and the price of bread.`),
    entities: names.map((name) => ({ type: 'person', name })),
  })
  client.library.put(crowd.document, crowd.extraction, EXTRACTOR)
  const { body, headers } = await client.get<{ nodes: { attributes: { label: string } }[] }>(`${BASE}/graph`)
  expect(headers.get('content-length')).toBeNull()
  const labels = body.nodes.map(({ attributes }) => attributes.label)
  expect(names.filter((name) => !labels.includes(name))).toEqual([])
})

test('a long answer that is compressed burdens its connection with no listeners', async () => {
  const warnings: string[] = []
  const note = ({ name, message }: Error): void => void warnings.push(`${name}: ${message}`)
  process.on('warning', note)
  const client = await serve([])
  const { reading } = await import('../support/extractions.ts')
  const names = Array.from(
    { length: 3000 },
    (_, i) => `Ana Quist${i.toString(26).replace(/\d/g, (d) => 'qrstuvwxyz'[+d]!)}`,
  )
  const crowd = reading({
    sentences: [names.join(', ')],
    entities: names.map((name) => ({ type: 'person', name })),
  })
  client.library.put(crowd.document, crowd.extraction, EXTRACTOR)
  const { text, headers } = await client.get(`${BASE}/graph`, { 'accept-encoding': 'br' })
  expect(headers.get('content-encoding')).toBe('br')
  expect(text.length).toBeGreaterThan(12 * 64 * 1024)
  await new Promise((resolve) => setImmediate(resolve))
  process.off('warning', note)
  expect(warnings).toEqual([])
})

describe('versions', () => {
  test('what is had already is not sent again, until the library changes', async () => {
    const client = await serve([summit, strike])
    const first = await client.get(MARROW)
    const tag = first.headers.get('etag')!
    expect(first.headers.get('cache-control')).toBe('private, no-cache')
    expect((await client.get(MARROW, { 'if-none-match': tag })).status).toBe(304)
    client.library.put(followUp.document, followUp.extraction, EXTRACTOR)
    const later = await client.get<NeighborsAnswer>(MARROW, { 'if-none-match': tag })
    expect(later.status).toBe(200)
    expect(later.body.neighbors[0]!.edges[0]!.weight).toBe(2)
  })
})

describe('compression', () => {
  test.each([
    ['gzip', gunzipSync],
    ['br', brotliDecompressSync],
  ] as const)('%s', async (encoding, unpack) => {
    const { url } = await serve(SAMPLES)
    const { headers, bytes } = await raw(`${url}${BASE}/graph`, { 'accept-encoding': encoding })
    expect(headers['content-encoding']).toBe(encoding)
    expect(headers['vary']).toContain('Accept-Encoding')
    expect(JSON.parse(unpack(bytes).toString('utf8'))).toHaveProperty('nodes')
  })
})

const raw = (url: string, headers: Record<string, string>) =>
  new Promise<{ headers: Record<string, string | string[] | undefined>; bytes: Buffer }>((resolve, reject) => {
    const asked = request(url, { headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => resolve({ headers: response.headers, bytes: Buffer.concat(chunks) }))
    })
    asked.on('error', reject).end()
  })

interface Batch {
  readonly answers: readonly { readonly id?: string; readonly status: number; readonly body: Record<string, unknown> }[]
}

describe('several at once', () => {
  test('each gets what it would get by itself', async () => {
    const client = await serve(SAMPLES)
    const paths = [
      '/nodes/person%3Ailsa-marrow/neighbors?kind=actor&limit=2',
      '/events?type=attack',
      '/graph?limit=2',
      '/search?q=karsh',
      '/stats',
    ]
    const { body, status } = await client.send<Batch>('POST', `${BASE}/batch`, {
      requests: [
        ...paths.map((path, i) => ({ id: String(i), path })),
        { path: '/cypher', body: { query: 'MATCH (n:City) RETURN count(*)' } },
      ],
    })
    expect(status).toBe(200)
    for (const [i, path] of paths.entries()) {
      expect(body.answers[i]).toMatchObject({ id: String(i), status: 200 })
      expect(body.answers[i]!.body).toEqual((await client.get(`${BASE}${path}`)).body)
    }
    expect(body.answers.at(-1)!.body).toMatchObject({ rows: [[2]] })
  })

  test('what is wrong with one is told of that one', async () => {
    const { body } = await (await serve(SAMPLES)).send<Batch>('POST', `${BASE}/batch`, {
      requests: [
        { path: '/nodes/person:nobody' },
        { path: '/events?type=party' },
        { path: '/documents', body: { text: 'No.' } },
        { path: '/stats' },
      ],
    })
    expect(body.answers.map(({ status }) => status)).toEqual([404, 400, 404, 200])
    expect(body.answers[1]!.body).toMatchObject({ parameter: 'type', status: 400 })
  })

  test.each([[{}], [{ requests: [] }], [{ requests: [{}] }], [{ requests: Array(51).fill({ path: '/stats' }) }]])(
    'refuses %j',
    async (body) => {
      const answer = await (await serve([])).send<Problem>('POST', `${BASE}/batch`, body)
      expect(answer.status).toBe(400)
      expect(answer.body.parameter).toMatch(/^requests/)
    },
  )
})

describe('changes', () => {
  test('are told with the revision, and the stream ends with the server', async () => {
    const client = await serve([summit], { changesEvery: 5 })
    const { body, headers } = await fetch(`${client.url}${BASE}/changes`)
    expect(headers.get('content-type')).toContain('text/event-stream')
    const reader = body!.pipeThrough(new TextDecoderStream()).getReader()
    let text = ''
    const until = async (count: number): Promise<string[]> => {
      for (;;) {
        const found = [...text.matchAll(/event: graph\nid: (.*)\ndata: (.*)\n\n/g)].map(([, , data]) => data!)
        if (found.length >= count) return found
        const { value, done } = await reader.read()
        if (done) return found
        text += value
      }
    }
    const [first] = await until(1)
    expect(JSON.parse(first!)).toEqual({ revision: client.library.version() })
    client.library.put(strike.document, strike.extraction, EXTRACTOR)
    const [, second] = await until(2)
    expect(JSON.parse(second!)).toEqual({ revision: client.library.version() })
    expect(second).not.toBe(first)
    await reader.cancel()
  })
})

describe('the page that describes the API', () => {
  test('names every operation, needs no script and nothing from elsewhere', async () => {
    const client = await serve([])
    const { text, headers } = await client.get('/api/docs')
    expect(headers.get('content-type')).toContain('text/html')
    expect(headers.get('content-security-policy')).toContain("style-src 'self'")
    for (const [name, { path, method }] of Object.entries(OPERATIONS)) {
      expect(text).toContain(`id="${name}"`)
      expect(text).toContain(`${method.toUpperCase()} ${path.replace(/:(\w+)/g, '{$1}')}</code>`)
    }
    expect(text).not.toMatch(/<script|style=|https?:\/\/(?!127\.0\.0\.1)/)
    const links = [...text.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id)
    expect(links.filter((id) => !text.includes(`id="${id}"`))).toEqual([])
    const style = await client.get('/api/docs/style.css')
    expect([style.status, style.headers.get('content-type')]).toEqual([200, expect.stringContaining('text/css')])
  })
})
