/** Files read by the programs they are written for, where this machine has them: NetworkX, igraph and rdflib in Python. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Graph from 'graphology'
import { parse as parseGraphml } from 'graphology-graphml'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CATALOGUE, type FormatName } from '../../../src/graph/formats/catalogue.ts'
import { filesOf } from '../../../src/graph/formats/formats.ts'
import { sentencesFrom } from '../../../src/graph/formats/options.ts'
import { writable } from '../../../src/graph/formats/plain-text.ts'
import { layout, layoutInput } from '../../../src/graph/layout.ts'
import { graphOf } from '../../support/graphs.ts'
import { SAMPLES } from '../../support/samples.ts'
import { cruel, cruelText, hostile } from './hostile.ts'

const GRAPHS = { samples: graphOf(SAMPLES), hostile, cruel, empty: graphOf([]) }
const CASES = Object.entries(GRAPHS)

const textOf = (format: FormatName, graph: (typeof GRAPHS)['cruel']): string =>
  filesOf(format)
    .flatMap(({ write }) => [
      ...write(graph, { sentencesOf: sentencesFrom(() => cruelText), positions: layout(layoutInput(graph)) }),
    ])
    .join('')

const found = new Map<string, string | undefined>()

/** A Python that has these modules, else none; looked for once. */
function pythonWith(condition: string): string | undefined {
  if (!found.has(condition)) found.set(condition, lookFor(condition))
  return found.get(condition)
}

function lookFor(condition: string): string | undefined {
  return ['python3', '/usr/bin/python3'].find((python) => {
    try {
      execFileSync(python, ['-c', condition], { stdio: 'ignore' })
      return true
    } catch {
      return false
    }
  })
}

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'dragoman-formats-'))
  for (const [name, graph] of CASES)
    for (const format of ['gexf', 'graphml', 'gml', 'pajek', 'turtle', 'jsonld'] as const)
      writeFileSync(join(folder, `${name}.${CATALOGUE[format].extension}`), textOf(format, graph))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const run = <T>(python: string, script: string): T =>
  JSON.parse(execFileSync(python, ['-W', 'ignore', '-c', script], { cwd: folder, encoding: 'utf8' })) as T

interface Seen {
  readonly nodes: readonly string[]
  readonly edges: number
  readonly label?: string
}

describe.each(CASES)('%s', (name, graph) => {
  const [first] = graph.nodes()
  const label = first === undefined ? undefined : writable(graph.getNodeAttribute(first, 'label'))
  const whole = { nodes: graph.nodes().sort(), edges: graph.size, ...(label !== undefined && { label }) }
  const networkx = (read: string): string => `
import json, networkx as nx
g = ${read}
first = ${JSON.stringify(first ?? '')}
print(json.dumps({'nodes': sorted(g.nodes()), 'edges': g.number_of_edges(), **({'label': g.nodes[first]['label']} if first else {})}))`

  test('GraphML is read by graphology', () => {
    const back = parseGraphml(Graph, textOf('graphml', graph))
    expect([back.nodes().sort(), back.size]).toEqual([graph.nodes().sort(), graph.size])
    if (first !== undefined)
      expect(back.getNodeAttribute(first, 'mentions')).toBe(graph.getNodeAttribute(first, 'mentions'))
  })

  const python = pythonWith('import networkx')
  test.runIf(python)('GraphML is read by NetworkX', () => {
    expect(run<Seen>(python!, networkx(`nx.read_graphml('${name}.graphml')`))).toEqual(whole)
  })

  // Its reader gives an empty graph without a class of its own.
  test.runIf(python && graph.order > 0)('GML is read by NetworkX', () => {
    expect(run<Seen>(python!, networkx(`nx.read_gml('${name}.gml', label='key')`))).toEqual(whole)
  })

  test.runIf(python)('Pajek is read by NetworkX', () => {
    expect(run<Seen>(python!, networkx(`nx.read_pajek('${name}.net')`).replaceAll(first ?? '-', ''))).toMatchObject({
      edges: graph.size,
    })
  })

  const newer = pythonWith('from networkx.readwrite.gexf import GEXF; assert "1.3" in GEXF.versions')
  test.runIf(newer)('GEXF is read by NetworkX', () => {
    expect(run<Seen>(newer!, networkx(`nx.read_gexf('${name}.gexf', version='1.3')`))).toEqual(whole)
  })

  const igraph = pythonWith('import igraph')
  test.runIf(igraph).each(['graphml', 'gml', 'pajek'] as const)('%s is read by igraph', (format) => {
    const file = `${name}.${CATALOGUE[format].extension}`
    const seen = run(
      igraph!,
      `import igraph, json
g = igraph.Graph.Read('${file}', format='${format}')
print(json.dumps([g.vcount(), g.ecount()]))`,
    )
    expect(seen).toEqual([graph.order, graph.size])
  })

  const rdflib = pythonWith('import rdflib')
  test.runIf(rdflib)('Turtle and JSON-LD are read by rdflib, as the same triples', () => {
    const [triples, others, different] = run<number[]>(
      rdflib!,
      `import rdflib, json
a = rdflib.Graph().parse('${name}.ttl', format='turtle')
b = rdflib.Graph().parse('${name}.jsonld', format='json-ld')
print(json.dumps([len(a), len(b), len(a ^ b)]))`,
    )
    expect([others, different]).toEqual([triples, 0])
    expect(triples).toBeGreaterThan(graph.order)
  })
})
