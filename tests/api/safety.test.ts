/** Who may ask, who may write, what the page may load, and what is sent again. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { BASE } from '../../src/api/openapi.ts'
import { SAMPLES } from '../support/samples.ts'
import { rawGet, serve } from '../support/server.ts'

const HELLO = { text: 'Hello there.' }

describe('hosts', () => {
  test.each([
    ['evil.example', 421],
    ['evil.example:80', 421],
    ['localhost.evil.example', 421],
    ['127.0.0.1.evil.example:4780', 421],
    ['localhost', 200],
    ['LOCALHOST:4780', 200],
    ['127.0.0.1:1', 200],
    ['[::1]:4780', 200],
  ])('%s: %i', async (host, status) => {
    const { url } = await serve(SAMPLES)
    for (const path of ['/healthz', `${BASE}/graph`, '/'])
      expect((await rawGet(`${url}${path}`, { host })).status).toBe(status)
  })

  test('others where they are allowed', async () => {
    const { url } = await serve(SAMPLES, { allowedHosts: ['news.example'] })
    expect((await rawGet(`${url}/healthz`, { host: 'news.example' })).status).toBe(200)
    expect((await rawGet(`${url}/healthz`, { host: 'localhost' })).status).toBe(421)
  })
})

describe('writes', () => {
  test('from the own page and from programs are taken', async () => {
    const { url, send } = await serve([])
    expect((await send('POST', `${BASE}/documents`, HELLO)).status).toBe(201)
    expect(
      (await send('POST', `${BASE}/documents`, HELLO, { origin: url, 'sec-fetch-site': 'same-origin' })).status,
    ).toBe(200)
  })

  test.each([
    ['an origin elsewhere', { origin: 'https://evil.example' }],
    ['the null origin', { origin: 'null' }],
    ['another port', { origin: 'http://127.0.0.1:1' }],
    ['a site elsewhere', { 'sec-fetch-site': 'cross-site' }],
    ['a neighbouring site', { 'sec-fetch-site': 'same-site' }],
  ])('from %s are refused', async (_, headers) => {
    const { send, library } = await serve(SAMPLES)
    expect((await send('POST', `${BASE}/documents`, HELLO, headers)).status).toBe(403)
    expect((await send('DELETE', `${BASE}/documents/${SAMPLES[0].document.id}`, undefined, headers)).status).toBe(403)
    expect(library.documents()).toHaveLength(3)
  })

  test.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/jsonx',
  ])('as %s are refused', async (type) => {
    const { send, library } = await serve([])
    const answer = await send('POST', `${BASE}/documents`, JSON.stringify(HELLO), { 'content-type': type })
    expect(answer.status).toBe(415)
    expect(library.documents()).toEqual([])
  })
})

describe('a token', () => {
  test.each([
    [{}, 401],
    [{ authorization: 'Bearer wrong' }, 401],
    [{ authorization: 'Basic c2VjcmV0' }, 401],
    [{ authorization: 'Bearer secret' }, 200],
    [{ authorization: 'bearer secret' }, 200],
  ])('%o: %i', async (headers, status) => {
    const { get } = await serve(SAMPLES, { token: 'secret' })
    const answer = await get(`${BASE}/graph`, headers)
    expect(answer.status).toBe(status)
    expect(answer.headers.get('www-authenticate')).toBe(status === 401 ? 'Bearer' : null)
    if (status === 401) expect(answer.text).not.toContain('Marrow')
  })

  test('is not needed to learn whether the server works', async () => {
    expect((await (await serve([], { token: 'secret' })).get('/healthz')).body).toEqual({
      status: 'ok',
      version: '1.2.3',
    })
  })
})

test('headers keep the page to itself', async () => {
  const { headers } = await (await serve([])).get('/healthz')
  const policy = headers.get('content-security-policy') ?? ''
  expect(policy).toContain("default-src 'self'")
  expect(policy).toContain("worker-src 'self'")
  expect(policy).not.toMatch(/unsafe|https?:|\*/)
  expect(headers.get('x-powered-by')).toBeNull()
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('access-control-allow-origin')).toBeNull()
})

describe('what the caller has already', () => {
  test('is not sent again, until the library changes', async () => {
    const { get, send } = await serve(SAMPLES)
    const first = await get(`${BASE}/graph`)
    const etag = first.headers.get('etag') ?? ''
    expect(first.headers.get('graph-version')).toBe(etag.slice(3, -1))
    const again = await get(`${BASE}/graph`, { 'if-none-match': etag })
    expect([again.status, again.text]).toEqual([304, ''])

    await send('DELETE', `${BASE}/documents/${SAMPLES[0].document.id}`)
    const changed = await get<{ nodes: unknown[] }>(`${BASE}/graph`, { 'if-none-match': etag })
    expect(changed.status).toBe(200)
    expect(changed.body.nodes.length).toBeLessThan(11)
  })

  test('is compressed on its way', async () => {
    expect((await (await serve(SAMPLES)).get(`${BASE}/graph`)).headers.get('content-encoding')).toBe('gzip')
  })
})

describe('the page', () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'dragoman-page-'))
    mkdirSync(join(folder, 'assets'))
    writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Dragoman</title>')
    writeFileSync(join(folder, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>')
    writeFileSync(join(folder, 'assets', 'main-1a2b.js'), 'export {}')
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  test.each([
    ['/', 200, /html/, 'no-cache'],
    ['/some/view', 200, /html/, 'no-cache'],
    ['/favicon.svg', 200, /svg/, 'no-cache'],
    ['/assets/main-1a2b.js', 200, /javascript/, 'public, max-age=31536000, immutable'],
    ['/assets/none.js', 404, /problem/, null],
    ['/..%2f..%2fetc%2fpasswd', 404, /problem/, null],
    ['/.git/config', 404, /problem/, null],
  ])('%s: %i', async (path, status, type, caching) => {
    const answer = await (await serve([], { uiFolder: folder })).get(path)
    expect(answer.status).toBe(status)
    expect(answer.headers.get('content-type')).toMatch(type)
    expect(answer.headers.get('cache-control')).toBe(caching)
  })

  test('that is not built says how to build it', async () => {
    expect((await (await serve([], { uiFolder: join(folder, 'none') })).get('/')).text).toMatch(/npm run build/)
  })
})
