/** Graphs read back from files: ours come back equal, others by a mapping, and broken ones are refused with the reason. */
import fc from 'fast-check'
import { UndirectedGraph } from 'graphology'
import { write as writeOtherGexf } from 'graphology-gexf'
import { describe, expect, test } from 'vitest'
import { filesOf } from '../../src/graph/formats/formats.ts'
import { serialize } from '../../src/graph/formats/json.ts'
import { sentencesFrom, told, type WriteOptions } from '../../src/graph/formats/options.ts'
import { writable } from '../../src/graph/formats/plain-text.ts'
import { adopt } from '../../src/graph/import/adopt.ts'
import type { ForeignGraph } from '../../src/graph/import/foreign.ts'
import { readGexf } from '../../src/graph/import/gexf.ts'
import { readGraphml } from '../../src/graph/import/graphml.ts'
import { readGraphJson } from '../../src/graph/import/json.ts'
import { mappingFrom, PLAIN_MAPPING } from '../../src/graph/import/mapping.ts'
import { readTables } from '../../src/graph/import/tables.ts'
import type { EditableGraph, KnowledgeGraph } from '../../src/graph/knowledge-graph.ts'
import { layout, layoutInput } from '../../src/graph/layout.ts'
import { readingsArbitrary, SEEDED } from '../support/arbitraries.ts'
import { graphOf } from '../support/graphs.ts'
import { SAMPLES } from '../support/samples.ts'
import { cruel, cruelText, hostile } from './formats/hostile.ts'

const written = (format: 'json' | 'gexf' | 'graphml', graph: KnowledgeGraph, options: WriteOptions): Iterable<string> =>
  filesOf(format)[0].write(graph, options)
const tablesOf = (graph: KnowledgeGraph, options: WriteOptions) =>
  Object.fromEntries(
    filesOf('csv').map(({ name, write }) => [name.replace('.csv', ''), [...write(graph, options)].join('')]),
  )

/** Written and read again. */
const THERE_AND_BACK = {
  json: (graph, options) => readGraphJson([...written('json', graph, options)].join('')),
  gexf: (graph, options) => readGexf(written('gexf', graph, options)),
  graphml: (graph, options) => readGraphml(written('graphml', graph, options)),
  csv: (graph, options) => readTables({ edges: '', ...tablesOf(graph, options) }),
} as const satisfies Record<string, (graph: KnowledgeGraph, options: WriteOptions) => ForeignGraph>

/** Without what no text format can hold. */
const clean = (value: unknown): unknown => {
  if (typeof value === 'string') return writable(value)
  if (Array.isArray(value)) return value.map(clean)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, clean(item)]))
}

const expected = (graph: KnowledgeGraph, options: WriteOptions): unknown => {
  const { nodes, edges, ...rest } = serialize(graph)
  return clean({
    ...rest,
    nodes: nodes.map(({ key, attributes }) => ({ key, attributes: told(attributes, options) })),
    edges: edges.map(({ attributes, ...edge }) => ({ ...edge, attributes: told(attributes, options) })),
  })
}

/** With what people and several reports say. */
function judged(): EditableGraph {
  const graph = graphOf(SAMPLES)
  const said = { confirmed: true, note: 'Seen by "two" of us' } as const
  const [document, ...others] = graph.getAttribute('documents')
  const copy = { ...document!, language: 'en', dateFrom: 'dateline', copyOf: others[0]!.id } as const
  graph.setAttribute('documents', [copy, ...others])
  for (const key of graph.filterNodes((_, { kind }) => kind === 'event'))
    graph.mergeNodeAttributes(key, { ...said, reports: [{ document: document!.id, killed: 3 }], disputed: ['killed'] })
  graph.forEachEdge((key) => graph.mergeEdgeAttributes(key, said))
  return graph
}

describe.each(Object.entries(THERE_AND_BACK))('%s', (_, thereAndBack) => {
  const back = (graph: KnowledgeGraph, options: WriteOptions): unknown =>
    clean(serialize(adopt(thereAndBack(graph, options), PLAIN_MAPPING, 'none').graph))

  test.each(Object.entries({ samples: graphOf(SAMPLES), judged: judged(), hostile, cruel, empty: graphOf([]) }))(
    'of %s comes back equal, with evidence and sentences, or without',
    (_name, graph) => {
      const textOf = (id: string): string =>
        SAMPLES.find(({ document }) => document.id === id)?.document.text ?? cruelText
      const withText = { sentencesOf: sentencesFrom(textOf), positions: layout(layoutInput(graph)) }
      expect(back(graph, withText)).toEqual(expected(graph, withText))
      expect(back(graph, {})).toEqual(expected(graph, {}))
    },
  )

  test('of any graph comes back equal', () => {
    fc.assert(
      fc.property(readingsArbitrary(3), fc.boolean(), (readings, withText) => {
        const graph = graphOf(readings)
        const textOf = (id: string): string | undefined =>
          readings.find(({ document }) => document.id === id)?.document.text
        const options = withText ? { sentencesOf: sentencesFrom(textOf) } : {}
        expect(back(graph, options)).toEqual(expected(graph, options))
      }),
      { ...SEEDED, numRuns: 40 },
    )
  })

  test('leaves no note on what we wrote', () => {
    const options = { sentencesOf: sentencesFrom(() => cruelText) }
    expect(adopt(thereAndBack(cruel, options), PLAIN_MAPPING, 'none').notes).toEqual([])
  })
})

const nodesAndEdges = (graph: KnowledgeGraph): [string[], string[]] => [
  graph.mapNodes((key, { type, label }) => `${key} ${type} ${label}`),
  graph.mapEdges((_, { relation, weight }, source, target) => `${source} ${relation} ${target} ×${weight}`),
]

describe('a graph of others', () => {
  const mapping = mappingFrom({
    typeFrom: 'category',
    relationFrom: 'link',
    types: { Firm: 'organization', Human: 'person' },
    relations: { 'works at': 'works_for' },
  })

  test('in GEXF of graphology-gexf, by a mapping', () => {
    const other = new UndirectedGraph()
    other.addNode('1', { label: 'Ana Marrow', category: 'Human', pagerank: 0.2, x: 1, y: 2 })
    other.addNode('2', { label: 'Quist & Sons', category: 'Firm' })
    other.addEdgeWithKey('a', '1', '2', { link: 'works at', weight: 3 })
    const { graph, notes } = adopt(readGexf([writeOtherGexf(other)]), mapping, 'other')
    expect(nodesAndEdges(graph)).toEqual([['1 person Ana Marrow', '2 organization Quist & Sons'], ['1 works_for 2 ×3']])
    expect(notes).toEqual([
      '"pagerank" was not kept: Dragoman has no such attribute (once)',
      'an edge without direction is taken to go from the end that the file names first: works_for (once)',
    ])
    expect(graph.getEdgeAttributes('a')).toMatchObject({ label: 'works for', modality: 'asserted', rule: 'imported' })
  })

  test('in GraphML of NetworkX, which numbers parallel edges from 0 between each two nodes', () => {
    const edge = (id: number, target: string): string =>
      `<edge source="a" target="${target}" id="${id}"><data key="l">works at</data></edge>`
    const file = (edges: string, direction: string): string[] => [
      `<graphml><key id="l" for="edge" attr.name="link" attr.type="string"/><key id="c" for="node" attr.name="category" attr.type="string"/><graph edgedefault="${direction}">`,
      ...['a', 'b', 'c'].map((id) => `<node id="${id}"><data key="c">${id === 'a' ? 'Human' : 'Firm'}</data></node>`),
      `${edges}</graph></graphml>`,
    ]
    const parallel = edge(0, 'b') + edge(0, 'c') + edge(1, 'c')
    const { graph, notes } = adopt(readGraphml(file(parallel, 'directed')), mapping, 'talks')
    expect(nodesAndEdges(graph)[1]).toEqual(['a works_for b ×1', 'a works_for c ×1', 'a works_for c ×1'])
    expect([notes, graph.getAttribute('name')]).toEqual([[], 'talks'])
    expect(() => adopt(readGraphml(file(edge(0, 'b') + edge(0, 'b'), 'directed')), mapping, 'x')).toThrow(
      'is there twice',
    )
    expect(adopt(readGraphml(file(parallel, 'undirected')), mapping, 'x').notes).toEqual([
      'an edge without direction is taken to go from the end that the file names first: works_for (3 times)',
    ])
  })

  test('in GraphML of NetworkX, with keys, defaults and lists', () => {
    const { graph } = adopt(
      readGraphml([
        `<?xml version='1.0' encoding='utf-8'?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns"><key id="d0" for="node" attr.name="category" attr.type="string">
<default>Human</default></key><key id="d1" for="edge" attr.name="link" attr.type="string"/>
<key id="d2" for="node" attr.name="aliases" attr.type="string"/><graph edgedefault="undirected">
<node id="Ana"/><node id="Sons"><data key="d0">Firm</data><data key="d2">S|Sons &amp; Co</data></node>
<edge source="Ana" target="Sons"><data key="d1"><![CDATA[works at]]></data></edge></graph></graphml>`,
      ]),
      mapping,
      'other',
    )
    expect(nodesAndEdges(graph)).toEqual([['Ana person Ana', 'Sons organization Sons'], ['Ana works_for Sons ×1']])
    expect(graph.getNodeAttribute('Sons', 'aliases')).toEqual(['S', 'Sons & Co'])
  })

  test('in tables of Gephi', () => {
    const { graph } = adopt(
      readTables({
        nodes: 'Id,Label,category\n1,"Marrow, Ana",Human\n2,Sons,Firm\n',
        edges: '\ufeffSource,Target,Type,Weight,link\n1,2,Directed,2.0,works at\n',
      }),
      mapping,
      'other',
    )
    expect(nodesAndEdges(graph)).toEqual([['1 person Marrow, Ana', '2 organization Sons'], ['1 works_for 2 ×2']])
  })

  test('takes dates from spells', () => {
    const { graph } = adopt(
      readGexf([
        `<gexf version="1.3" xmlns="http://gexf.net/1.3"><graph mode="dynamic"><nodes><node id="a" label="A"/><node id="b"/></nodes>
<edges><edge source="a" target="b"><spells><spell start="2031-03-04T10:00:00" end="2031-03-05"/></spells></edge></edges></graph></gexf>`,
      ]),
      { ...PLAIN_MAPPING, otherType: 'person', otherRelation: 'met_with' },
      'other',
    )
    const [edge] = graph.edges()
    expect(graph.getEdgeAttributes(edge)).toMatchObject({
      relation: 'met_with',
      first: '2031-03-04',
      last: '2031-03-05',
    })
  })

  test('with unknown words is refused, with all of them', () => {
    const foreign = readTables({
      nodes: 'id,type\n1,Firm\n2,Firm\n3,person\n4,\n',
      edges: 'source,target,relation\n3,3,knows\n',
    })
    expect(() => adopt(foreign, PLAIN_MAPPING, 'other')).toThrow(
      '2 nodes have the type "Firm", which is none of ours\n  1 nodes have no type',
    )
  })
})

describe('what is broken is refused, and says where', () => {
  const DTD = '<?xml version="1.0"?><!DOCTYPE gexf [<!ENTITY x SYSTEM "file:///etc/passwd">]><gexf>&x;</gexf>'
  const bomb = '<!DOCTYPE g [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><graphml>&b;</graphml>'
  test.each([
    ['GEXF with a DTD', () => readGexf([DTD]), /document type declaration, which is refused/],
    ['GraphML with entities', () => readGraphml([bomb]), /document type declaration, which is refused/],
    ['an entity without a DTD', () => readGexf(['<gexf>&x;</gexf>']), /line 1, column 9: undefined entity/],
    ['GEXF that ends early', () => readGexf(['<gexf>\n<graph>']), /line 2, column \d+: unclosed tag: graph/],
    ['another XML', () => readGexf(['<svg/>']), /there is no <gexf> in it/],
    ['GraphML that is GEXF', () => readGraphml(['<gexf/>']), /there is no <graphml> in it/],
    ['a node without id', () => readGexf(['<gexf><graph><nodes><node/></nodes></graph></gexf>']), /<node> has no id/],
    [
      'an edge without target',
      () => readGraphml(['<graphml><graph><edge source="a"/></graph></graphml>']),
      /no target/,
    ],
    ['hyperedges', () => readGraphml(['<graphml><graph><hyperedge/></graph></graphml>']), /hyperedges/],
    ['no JSON', () => readGraphJson('{"nodes":['), /the file is no JSON/],
    ['JSON of another form', () => readGraphJson('{"nodes":{},"edges":[]}'), /"nodes" is no list/],
    ['a node without key', () => readGraphJson('{"nodes":[{}],"edges":[]}'), /"key" of node 0 is missing/],
    ['CSV with broken quotes', () => readTables({ edges: 'source,target\n1,"2\n' }), /edges, line 2: Quote Not Closed/],
    ['CSV with too many cells', () => readTables({ edges: 'source,target\n1,2\n1,2,3\n' }), /edges, line 3/],
    ['an edge without source', () => readTables({ edges: 'source,target\n,2\n' }), /edges, row 2: source is missing/],
  ])('%s', (_, read, message) => {
    expect(read).toThrow(message)
  })

  const node = { key: 'a', attributes: { type: 'person' } }
  test.each([
    [
      'an end that is not there',
      { nodes: [node], edges: [{ source: 'a', target: 'b', attributes: { relation: 'met_with' } }] },
      /has the end "b", which is no node/,
    ],
    ['a node twice', { nodes: [node, node], edges: [] }, /node "a" is there twice/],
    [
      'evidence without offsets',
      { nodes: [{ key: 'a', attributes: { type: 'person', evidence: [{ document: 'd' }] } }], edges: [] },
      /has no document, start and end/,
    ],
    [
      'evidence with a wrong mark',
      {
        nodes: [
          { key: 'a', attributes: { type: 'person', evidence: [{ document: 'd', start: 0, end: 1, source: [1] }] } },
        ],
        edges: [],
      },
      /"source" of evidence is \[1\]/,
    ],
  ])('%s', (_, foreign, message) => {
    expect(() => adopt({ attributes: {}, ...foreign }, PLAIN_MAPPING, 'x')).toThrow(message)
  })

  test('a value that is none is left out, with a note', () => {
    const edge = {
      source: 'a',
      target: 'b',
      attributes: { relation: 'met_with', modality: 'hoped', first: '2031-02-30' },
    }
    const { graph, notes } = adopt(
      { attributes: {}, nodes: [node, { ...node, key: 'b' }], edges: [edge, { ...edge, target: 'a' }] },
      PLAIN_MAPPING,
      'x',
    )
    expect(graph.getEdgeAttributes(graph.edges()[0])).toMatchObject({ modality: 'asserted' })
    expect(notes).toEqual([
      '"first" was not kept where it is like "2031-02-30" (once)',
      '"modality" was not kept where it is like "hoped" (once)',
      'an edge joins a node with itself, which says nothing; it was left out (once)',
    ])
  })
})

describe('a mapping', () => {
  test.each([
    [{ types: { Firm: 'company' } }, /"company" is no type of ours; they are: person, country/],
    [{ relations: { knows: 'knows' } }, /"knows" is no relation of ours/],
    [{ kinds: {} }, /There is no "kinds" in a mapping; known are: typeFrom/],
    [[], /must be a list of/],
  ])('%j is refused', (given, message) => {
    expect(() => mappingFrom(given)).toThrow(message)
  })
})
