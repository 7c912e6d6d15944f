/** What is not acceptable is refused by one shape that names it. */
import { describe, expect, test } from 'vitest'
import { BASE } from '../../src/api/openapi.ts'
import { Problem } from '../../src/api/schemas.ts'
import { LibraryError } from '../../src/model/errors.ts'
import { MEMORY, openLibrary } from '../../src/store/open.ts'
import { SAMPLES } from '../support/samples.ts'
import { serve } from '../support/server.ts'

const problemOf = (answer: { headers: Headers; body: unknown }): Problem => {
  expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/)
  return Problem.parse(answer.body)
}

describe('a bad parameter is named', () => {
  test.each([
    ['/graph?kind=actors', 'kind', /"actors"; allowed are: actor, place, event/],
    ['/graph?kind=', 'kind', /empty/],
    ['/graph?relation=met_with,loves', 'relation', /"loves"/],
    ['/graph?limit=0', 'limit', /at least 1/],
    ['/contacts/common?actor=person:ilsa-marrow', 'actor', /is \["person:ilsa-marrow"\]; it must name at least 2/],
    ['/contacts/common?actor=person:a,person:b,person:c', 'actor', /names 3; it must name at most 2/],
    ['/nodes/person:ilsa-marrow/neighbors?cursor=zzz', 'cursor', /is "zzz", which fits nothing/],
    ['/graph?limit=ten', 'limit', /"ten"; it must be a whole number from 1 to 100000/],
    ['/graph?minConfidence=much', 'minConfidence', /"much"; it must be a number from 0 to 1/],
    ['/graph?minWeight=x', 'minWeight', /"x"; it must be a whole number, 1 or more/],
    ['/paths?from=a&to=b&timeRespecting=maybe', 'timeRespecting', /"maybe"; it must be true or false/],
    ['/graph?limit=1.5', 'limit', /whole number/],
    ['/graph?limit=1&limit=2', 'limit', /2 times/],
    ['/graph?from=2031-02-30', 'from', /"2031-02-30"/],
    ['/graph?minConfidence=2', 'minConfidence', /at most 1/],
    ['/graph?colour=red', 'colour', /There is no parameter "colour"; known are: kind,/],
    ['/graph?__proto__=x', '__proto__', /no parameter/],
    ['/nodes/person:ilsa-marrow?x=1', 'x', /there is none/],
    ['/nodes/person:ilsa-marrow/neighbors?depth=4', 'depth', /at most 3/],
    ['/nodes/person:ilsa-marrow/neighbors?cursor=nonsense', 'cursor', /without it/],
    ['/paths?from=person:ilsa-marrow', 'to', /is missing/],
    ['/search', 'q', /is missing/],
    [`/search?q=${'a'.repeat(501)}`, 'q', /longer than 500/],
    ['/documents?limit=501', 'limit', /at most 500/],
    ['/export.gexf?type=robot', 'type', /"robot"/],
  ])('%s', async (path, parameter, words) => {
    const answer = await (await serve(SAMPLES)).get(`${BASE}${path}`)
    expect(answer.status).toBe(400)
    const problem = problemOf(answer)
    expect(problem).toMatchObject({ status: 400, parameter })
    expect(problem.detail).toMatch(words)
    expect(answer.headers.get('etag')).toBeNull()
  })
})

describe('what is not there', () => {
  test.each([
    [`${BASE}/nodes/person:nobody`, 'person:nobody'],
    [`${BASE}/nodes/person:nobody/neighbors`, 'person:nobody'],
    [`${BASE}/edges/met_with:000000000000`, 'met_with:000000000000'],
    [`${BASE}/documents/000000000000`, '000000000000'],
    [`${BASE}/paths?from=person:ilsa-marrow&to=person:nobody`, 'person:nobody'],
    [`${BASE}/nothing`, '/api/v1/openapi.json'],
    ['/api/v2/graph', '/api/v2/graph'],
    ['/nothing', '/nothing'],
  ])('%s is a 404 that says %s', async (path, words) => {
    const answer = await (await serve(SAMPLES)).get(path)
    expect(answer.status).toBe(404)
    expect(problemOf(answer).detail).toContain(words)
  })

  test.each([
    ['/paths?from=person:nobody&to=person:ilsa-marrow', 'from'],
    ['/paths?from=person:ilsa-marrow&to=person:nobody', 'to'],
    ['/edges/met_with:0', 'id'],
  ])('%s names %s', async (path, parameter) => {
    const { get } = await serve(SAMPLES)
    expect(problemOf(await get(`${BASE}${path}`)).parameter).toBe(parameter)
  })

  test('an address that cannot be decoded is a 400', async () => {
    const answer = await (await serve(SAMPLES)).get(`${BASE}/nodes/%E0%A4%A`)
    expect(answer.status).toBe(400)
    problemOf(answer)
  })
})

test('another method says which there are', async () => {
  const answer = await (await serve(SAMPLES)).send('PUT', `${BASE}/documents`, {})
  expect(answer.status).toBe(405)
  expect(answer.headers.get('allow')).toBe('GET, POST')
  problemOf(answer)
})

describe('a bad body is refused', () => {
  const cases: readonly (readonly [why: string, body: unknown, status: number, parameter: string | undefined])[] = [
    ['no text', {}, 400, 'text'],
    ['no object', [1, 2], 400, 'body'],
    ['text of another type', { text: 5 }, 400, 'text'],
    ['a day that is none', { text: 'Hello.', date: '2031-02-30' }, 400, 'date'],
    ['an unknown field', { text: 'Hello.', colour: 'red' }, 400, 'colour'],
    ['an address of another kind', { text: 'Hello.', url: 'javascript:alert(1)' }, 400, 'url'],
    ['no JSON', '{"text": ', 400, undefined],
  ]
  test.each(cases)('%s', async (_, body, status, parameter) => {
    const client = await serve([])
    const answer = await client.send('POST', `${BASE}/documents`, body)
    expect(answer.status).toBe(status)
    expect(problemOf(answer).parameter).toBe(parameter)
    expect(client.library.documents()).toEqual([])
  })

  test('more than 10 MB', async () => {
    const client = await serve([])
    const answer = await client.send('POST', `${BASE}/documents`, { text: 'a'.repeat(10 * 1024 * 1024) })
    expect(answer.status).toBe(413)
    expect(problemOf(answer).detail).toMatch(/10 MB/)
    expect(client.library.documents()).toEqual([])
  })
})

describe('a fault of ours', () => {
  test('is told to the log, not to the caller', async () => {
    const logged: unknown[] = []
    const client = await serve([], {
      pipeline: {
        version: 'test 1',
        read: () => {
          throw new Error('secret detail')
        },
      },
      log: (_, error) => logged.push(error),
    })
    const answer = await client.send('POST', `${BASE}/documents`, { text: 'Hello.' })
    expect(answer.status).toBe(500)
    expect(answer.text).not.toMatch(/secret|\.ts|at /)
    expect(String(logged[0])).toContain('secret detail')
    expect(client.library.documents()).toEqual([])
  })

  test('of the library is a 503, without its path', async () => {
    const library = openLibrary(MEMORY)
    const broken = Object.create(library, {
      version: {
        value: () => {
          throw new LibraryError('/home/someone/secret.db is damaged.')
        },
      },
    }) as typeof library
    const close = { value: () => library.close() }
    const answer = await (await serve([], { library: Object.defineProperties(broken, { close }) })).get(`${BASE}/graph`)
    expect(answer.status).toBe(503)
    expect(answer.text).not.toContain('secret')
  })
})
