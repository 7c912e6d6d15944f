import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { AskAnswer } from '../../src/api/ask.ts'
import { loadLanguage } from '../../src/resources.ts'
import { SAMPLES, summit } from '../support/samples.ts'
import { type Client as HttpClient, rawGet, serve } from '../support/server.ts'
import { callTool, connect } from './support.ts'

// The first question loads the models, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 })

const TOOL_NAMES = ['ask', 'cypher', 'events', 'evidence', 'neighbours', 'paths', 'search']
const MARROW = 'person:ilsa-marrow'

describe('the Model Context Protocol over HTTP', () => {
  let server: HttpClient
  const client = (headers: Record<string, string> = {}) =>
    connect(new StreamableHTTPClientTransport(new URL(`${server.url}/mcp`), { requestInit: { headers } }))
  beforeEach(async () => {
    server = await serve(SAMPLES, { language: loadLanguage })
  })

  test('offers the tools, which only read, with schemas of what they take', async () => {
    const { tools } = await (await client()).listTools()
    expect(tools.map(({ name }) => name).sort()).toEqual(TOOL_NAMES)
    for (const { description = '', annotations, inputSchema } of tools) {
      expect(description.length).toBeGreaterThan(40)
      expect(annotations).toMatchObject({ readOnlyHint: true, openWorldHint: false })
      expect(inputSchema).toMatchObject({ type: 'object', additionalProperties: false })
    }
    const search = tools.find(({ name }) => name === 'search')
    expect(search?.inputSchema.required).toEqual(['q'])
    expect(search?.inputSchema.properties?.['limit']).toMatchObject({ default: 20, maximum: 100 })
  })

  test('answers each tool with evidence that can be cited', async () => {
    const asked = await client()
    const ask = AskAnswer.parse((await callTool(asked, 'ask', { q: 'Who met Marrow in March?' })).answer)
    expect(ask.results[0]?.value).toBe('Teodor Quist')
    expect(ask.results[0]?.facts[0]?.evidence[0]?.sentence.text).toContain('Quist')

    const found = await callTool(asked, 'search', { q: 'marrow' })
    expect((found.answer as { nodes: { key: string }[] }).nodes[0]?.key).toBe(MARROW)
    expect(JSON.parse(found.text)).toEqual(found.answer)

    const near = await callTool(asked, 'neighbours', { id: MARROW, relation: ['met_with'] })
    expect(near.answer).toMatchObject({ neighbors: [{ node: { label: 'Teodor Quist' } }], total: 1 })
    expect(near.text).toContain('Talks in Velmont')

    const paths = await callTool(asked, 'paths', { from: 'person:bram-oduya', to: 'person:teodor-quist' })
    expect((paths.answer as { paths: { length: number }[] }).paths[0]?.length).toBe(2)
    expect(paths.text).toContain('"sentence"')

    const events = await callTool(asked, 'events', { place: ['Karsholm'], type: ['attack'] })
    expect(events.answer).toMatchObject({ total: 1, tolls: { killed: { min: 6, max: null, events: 1 } } })
    expect(events.text).toContain('Night strike on Karsholm')

    const evidence = await callTool(asked, 'evidence', { id: MARROW })
    expect(evidence.text).toContain('President Ilsa Marrow of Ostrava-Lind met')

    const cypher = await callTool(asked, 'cypher', {
      query:
        'MATCH (a {label: $who})-[r:MET_WITH]-(b) RETURN b.label AS name, evidence.sentence(r.evidence[0]) AS sentence',
      params: { who: 'Ilsa Marrow' },
    })
    expect(cypher.answer).toMatchObject({
      columns: ['name', 'sentence'],
      rows: [['Teodor Quist', expect.stringContaining('Quist')]],
    })
  })

  test('gives the sentences behind an edge by its key', async () => {
    const asked = await client()
    const { answer } = await callTool(asked, 'neighbours', { id: MARROW, relation: ['met_with'] })
    const { neighbors } = answer as { neighbors: { edges: { key: string }[] }[] }
    const { text } = await callTool(asked, 'evidence', { id: neighbors[0]!.edges[0]!.key })
    expect(text).toContain('met Chancellor Teodor Quist')
  })

  test.each([
    ['search', {}, /q/],
    ['search', { q: 'x', limit: 5000 }, /limit/],
    ['neighbours', { id: 'person:nobody' }, /There is no node "person:nobody"/],
    ['neighbours', { id: MARROW, depth: 9 }, /depth/],
    ['evidence', { id: 'met_with:none' }, /There is no node/],
    ['events', { place: ['Nowhere'] }, /There is no node "Nowhere"/],
    ['cypher', { query: 'MATCH (n) RETURN m' }, /"m" is not known here/],
    ['cypher', { query: 'CREATE (n)' }, /./],
    ['paths', { from: MARROW, to: 'nobody' }, /nobody/],
  ])('%s with %j is an error that says what is wrong', async (name, args, message) => {
    const { isError, text } = await callTool(await client(), name, args)
    expect(isError).toBe(true)
    expect(text).toMatch(message)
  })

  test('lists documents and reads them', async () => {
    const asked = await client()
    const { resources } = await asked.listResources()
    expect(resources.map(({ name }) => name).sort()).toEqual(SAMPLES.map(({ document }) => document.title).sort())
    const uri = `dragoman://documents/${summit.document.id}`
    expect((await asked.readResource({ uri })).contents).toEqual([
      { uri, mimeType: 'text/plain', text: summit.document.text },
    ])
    await expect(asked.readResource({ uri: 'dragoman://documents/none' })).rejects.toThrow(/none/)
  })

  test('is not spoken to by foreign pages, under foreign names, or without asking', async () => {
    const body = { jsonrpc: '2.0', id: 1, method: 'tools/list' }
    const accept = { accept: 'application/json, text/event-stream' }
    const foreign = await server.send('POST', '/mcp', body, { ...accept, origin: 'https://example.org' })
    expect(foreign.status).toBe(403)
    expect((await rawGet(`${server.url}/mcp`, { host: 'example.org' })).status).toBe(421)
    const got = await server.get('/mcp', accept)
    expect({ status: got.status, allow: got.headers.get('allow') }).toEqual({ status: 405, allow: 'POST' })
    expect((await server.send('POST', '/mcp', body, accept)).status).toBe(200)
  })

  test('needs the token where there is one', async () => {
    const guarded = await serve(SAMPLES, { language: loadLanguage, token: 'quiet' })
    const at = (headers: Record<string, string>) =>
      new StreamableHTTPClientTransport(new URL(`${guarded.url}/mcp`), { requestInit: { headers } })
    await expect(connect(at({}))).rejects.toThrow()
    const { tools } = await (await connect(at({ authorization: 'Bearer quiet' }))).listTools()
    expect(tools).toHaveLength(TOOL_NAMES.length)
  })
})
