/** Every format over HTTP, whole and in part. */
import { unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { SerializedGraph } from '../../src/api/graph.ts'
import { BASE } from '../../src/api/openapi.ts'
import { CATALOGUE, FORMAT_NAMES } from '../../src/graph/formats/catalogue.ts'
import { SAMPLES, strike } from '../support/samples.ts'
import { type Client, serve } from '../support/server.ts'

const keysIn = (text: string): string[] =>
  (JSON.parse(text) as { nodes: { key: string }[] }).nodes.map(({ key }) => key).sort()
const partOf = async ({ get }: Client, query: string): Promise<string[]> =>
  keysIn((await get(`${BASE}/export.json?${query}`)).text)

describe.each(FORMAT_NAMES)('export.%s', (format) => {
  const { mediaType, extension, tables, focused } = CATALOGUE[format]
  const path = `${BASE}/export.${format}${focused ? '?node=person:bram-oduya' : ''}`

  test('is a file with a name and a type', async () => {
    const { status, headers, text } = await (await serve(SAMPLES)).get(path)
    expect(status).toBe(200)
    const name = tables.length > 0 ? `dragoman.${format}.zip` : `dragoman.${extension}`
    expect(headers.get('content-disposition')?.replaceAll('"', '')).toBe(`attachment; filename=${name}`)
    expect(headers.get('content-type')).toBe(tables.length > 0 ? 'application/zip' : `${mediaType}; charset=utf-8`)
    expect(text.length).toBeGreaterThan(100)
  })

  test('has no word of the texts where none is wanted', async () => {
    if (tables.length > 0) return
    const { get } = await serve(SAMPLES)
    const silent = await get(`${path}${focused ? '&' : '?'}text=false`)
    expect(silent.text).not.toContain('will travel')
    expect(silent.text).toContain('Bram Oduya')
    if (format !== 'pajek') expect((await get(path)).text).toContain('will travel')
  })

  test('is bound to the filters', async () => {
    const { status, body } = await (await serve(SAMPLES)).get<{ parameter: string }>(
      `${path}${focused ? '&' : '?'}kind=robot`,
    )
    expect([status, body.parameter]).toEqual([400, 'kind'])
  })
})

describe('a part', () => {
  test('by filters', async () => {
    const client = await serve(SAMPLES)
    expect(await partOf(client, 'relation=struck')).toEqual(['armed_force:talvian-guard', 'city:karsholm'])
    expect(await partOf(client, 'modality=planned&kind=actor,place')).toEqual(['city:karsholm', 'person:bram-oduya'])
    expect(await partOf(client, `document=${strike.document.id}&type=person,country`)).toEqual([
      'country:ostrava-lind',
      'person:runa-tessaly',
    ])
  })

  test('around a node, by its key or its name', async () => {
    const client = await serve(SAMPLES)
    const near = await partOf(client, 'node=person:runa-tessaly')
    expect(near).toEqual(['country:ostrava-lind', 'person:runa-tessaly'])
    expect(await partOf(client, 'node=runa%20TESSALY')).toEqual(near)
    const far = await partOf(client, 'node=person:runa-tessaly&depth=2')
    expect(far).toEqual(['country:ostrava-lind', 'person:ilsa-marrow', 'person:runa-tessaly'])
    expect(await partOf(client, 'node=person:runa-tessaly&depth=2&type=country')).toEqual([
      'country:ostrava-lind',
      'person:runa-tessaly',
    ])
  })

  test.each([
    ['node=person:nobody', 404, 'node', 'There is no node "person:nobody"'],
    ['depth=2', 400, 'depth', 'A depth counts steps around a node'],
    ['node=person:ilsa-marrow&depth=9', 400, 'depth', 'at most 6'],
    ['text=maybe', 400, 'text', 'true or false'],
    ['table=nodes', 400, 'table', 'There is no parameter "table"'],
  ])('%s is refused', async (query, status, parameter, words) => {
    const answer = await (await serve(SAMPLES)).get<{ parameter: string; detail: string }>(
      `${BASE}/export.json?${query}`,
    )
    expect([answer.status, answer.body.parameter]).toEqual([status, parameter])
    expect(answer.body.detail).toContain(words)
  })
})

describe('tables', () => {
  test('come as a ZIP', async () => {
    const { url } = await serve(SAMPLES)
    const bytes = new Uint8Array(await (await fetch(`${url}${BASE}/export.csv`)).arrayBuffer())
    const files = unzipSync(bytes)
    expect(Object.keys(files)).toEqual(['nodes.csv', 'edges.csv', 'evidence.csv', 'documents.csv', 'graph.csv'])
    expect(new TextDecoder().decode(files['documents.csv'])).toContain('Talks in Velmont,2031-03-04,Northern Wire')
  })

  test('or one alone', async () => {
    const { get } = await serve(SAMPLES)
    const { headers, text } = await get(`${BASE}/export.csv?table=edges`)
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(headers.get('content-disposition')).toContain('dragoman-edges.csv')
    expect(text.split('\r\n')[0]).toMatch(/^key,source,target,/)
    expect((await get(`${BASE}/export.csv?table=sums`)).status).toBe(400)
  })
})

test('JSON is as it is described, with the sentences and without', async () => {
  const { get } = await serve(SAMPLES)
  for (const query of ['', '?text=false']) {
    const { body } = await get(`${BASE}/export.json${query}`)
    expect(SerializedGraph.safeParse(body).error).toBeUndefined()
  }
})

test('a dossier needs a node', async () => {
  const { status, body } = await (await serve(SAMPLES)).get<{ parameter: string }>(`${BASE}/export.dossier`)
  expect([status, body.parameter]).toEqual([400, 'node'])
})
