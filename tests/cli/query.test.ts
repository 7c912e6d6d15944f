import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { graphOf } from '../cypher/support.ts'
import { call, folderWith, MEETING } from './support.ts'

const none = (): never => {
  throw new Error('the pipeline was loaded')
}

const plain = JSON.stringify(
  graphOf(
    [['a', 'Person', { name: 'Orla, Venn', age: 41 }], ['b', 'Person', { name: 'Tomas', share: 0.5 }]],
    [['a->b', 'KNOWS', { since: 2001 }]],
  ).export(),
) // biome-ignore format: short
const fileWith = (content: string): string => join(folderWith({ 'graph.json': content }), 'graph.json')

describe('query --graph', () => {
  test('prints a table', async () => {
    const { status, printed, said } = await call(
      ['query', '--graph', fileWith(plain), 'MATCH (n) RETURN n.name AS name, n.age ORDER BY name'],
      none,
    )
    expect({ status, said }).toEqual({ status: 0, said: [] })
    expect(printed).toBe('name        n.age\n──────────  ─────\nOrla, Venn  41\nTomas\n2 rows\n')
  })

  test.each([
    ['json', '[\n{"x":"Orla, Venn","share":null},\n{"x":"Tomas","share":0.5}\n]\n'],
    ['csv', 'x,share\r\n"Orla, Venn",\r\nTomas,0.5\r\n'],
  ])('prints %s', async (format, expected) => {
    const query = 'MATCH (n) RETURN n.name AS x, n.share AS share ORDER BY x'
    expect((await call(['query', '--graph', fileWith(plain), '--format', format, query], none)).printed).toBe(expected)
  })

  test('takes parameters as JSON or text', async () => {
    const args = ['query', '--graph', fileWith(plain), '--format', 'csv', '--param', 'n=[1,2]', '--param', 'who=Tomas']
    expect((await call([...args, 'MATCH (a {name: $who}) RETURN $n[1] AS n'], none)).printed).toBe('n\r\n2\r\n')
  })

  test('says what it left out', async () => {
    const { status, said } = await call(
      ['query', '--graph', fileWith(plain), '--limit', '1', 'MATCH (n) RETURN n'],
      none,
    )
    expect(status).toBe(0)
    expect(said.join()).toContain('more than 1 rows')
  })
})

test('a library and a graph that was extracted are asked alike', async () => {
  const folder = folderWith({ 'a.txt': MEETING })
  const [library, graph] = [join(folder, 'talks.db'), join(folder, 'graph.json')]
  await call(['ingest', join(folder, 'a.txt'), '--library', library])
  await call(['extract', join(folder, 'a.txt'), '--out', graph])
  const query = 'MATCH (a:Person)-[r:MET_WITH]-(b:Person) RETURN a.label, b.label ORDER BY a.label'
  const fromLibrary = await call(['query', '--library', library, '--format', 'csv', query], none)
  expect(fromLibrary.printed).toContain('Orla Venn,Tomas Reck')
  expect((await call(['query', '--graph', graph, '--format', 'csv', query], none)).printed).toBe(fromLibrary.printed)
  const { printed } = await call(
    [
      'query',
      '--library',
      library,
      '--format',
      'csv',
      'MATCH ()-[r:MET_WITH]->() RETURN DISTINCT evidence.sentence(r.evidence[0]) AS s',
    ],
    none,
  )
  expect(printed).toContain(MEETING.trim())
})

describe('query --batch', () => {
  test('answers every line, also those that are wrong', async () => {
    const graph = JSON.parse(plain) as unknown
    const lines = [
      JSON.stringify({
        graph,
        query: 'MATCH (n) RETURN n.name AS name, n.share AS share ORDER BY name LIMIT $k',
        params: { k: 1 },
      }),
      JSON.stringify({ graph, query: 'MATCH p = (a)-->() RETURN p' }),
      JSON.stringify({ graph, query: 'MATCH (n) RETURN m' }),
      'no JSON',
      JSON.stringify({ graph: { nodes: 1 }, query: 'RETURN 1' }),
      JSON.stringify({ graph }),
    ]
    const file = join(folderWith({ 'batch.jsonl': `${lines.join('\n')}\n` }), 'batch.jsonl')
    const { status, printed } = await call(['query', '--batch', file], none)
    const answers = printed.trim().split('\n').map((line) => JSON.parse(line) as { error?: { message: string } }) // biome-ignore format: short
    expect(status).toBe(0)
    expect(answers[0]).toEqual({ columns: ['name', 'share'], rows: [['Orla, Venn', null]] })
    expect(answers[1]).toMatchObject({
      rows: [
        [
          {
            path: [
              { node: { labels: ['Person'] } },
              { relationship: { type: 'KNOWS', forward: true } },
              { node: { properties: { share: { float: '0.5' } } } },
            ],
          },
        ],
      ],
    })
    expect(answers[2]).toMatchObject({ error: { detail: 'UndefinedVariable', line: 1, column: 18 } })
    expect(answers.slice(3).map(({ error }) => error?.message.slice(0, 12))).toEqual([
      'Line 4 is no',
      'Line 5 holds',
      'Line 6 must ',
    ])
  })

  test('asks the graph of the flags where a line has none', async () => {
    const graph = fileWith(plain)
    const file = join(folderWith(), 'batch.jsonl')
    writeFileSync(file, JSON.stringify({ query: 'MATCH (n) RETURN count(n) AS n' }))
    expect((await call(['query', '--graph', graph, '--batch', file], none)).printed).toBe(
      '{"columns":["n"],"rows":[[2]]}\n',
    )
    expect(readFileSync(graph, 'utf8')).toBe(plain)
  })
})

describe('a wrong call has status 2 and prints nothing', () => {
  test.each([
    [['query'], 'Give either a query or a file'],
    [['query', 'RETURN 1', '--batch', 'x.jsonl'], 'Give either a query or a file'],
    [['query', 'MATCH (n'], 'line 1, column 9'],
    [['query', 'CREATE (n)'], 'can only read'],
    [['query', 'RETURN 1', '--format', 'xml'], 'Choose one of: table, json, csv.'],
    [['query', 'RETURN 1', '--param', 'x'], 'Write name=value'],
    [['query', 'RETURN 1', '--modality', 'sure'], '"sure" is none of: asserted'],
    [['query', 'RETURN 1', '--limit', '0'], 'Give a whole number'],
    [['query', 'RETURN 1', '--graph', 'g.json', '--library', 'x.db'], 'cannot be used with'],
  ])('%j', async (args, message) => {
    const { status, printed, said } = await call(args, none)
    expect({ status, printed }).toEqual({ status: 2, printed: '' })
    expect(said.join('\n')).toContain(message)
  })

  test.each([
    ['{"nodes": [', 'is no JSON'],
    ['{"nodes": [{"attributes": {}}]}', "holds no graph in graphology's JSON"],
    ['[]', "holds no graph in graphology's JSON"],
  ])('a graph of %s', async (content, message) => {
    const { status, said } = await call(['query', '--graph', fileWith(content), 'RETURN 1'], none)
    expect(status).toBe(2)
    expect(said.join()).toContain(message)
  })
})

test.each([
  ['RETURN 1 / 0', 'divided by zero'],
  ['RETURN $x', '$x was not given'],
])('%s has status 1', async (query, message) => {
  const { status, said } = await call(['query', '--graph', fileWith(plain), query], none)
  expect(status).toBe(1)
  expect(said.join()).toContain(message)
})
