/**
 * How fast GEXF is written, and with how much memory, beside graphology-gexf: `npm run bench:gexf`. Each writer has a process
 * of its own, one after the other, and the same graph, made from a seed. Time is that of the processor, in all threads, so
 * that other work on the machine hardly counts. The memory is the greatest that the process needed
 * while it wrote, less what it had with the graph loaded.
 */
import { execFileSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type Graph from 'graphology'
import { write as writeOther } from 'graphology-gexf'
import { inOrder } from '../../src/graph/excerpt.ts'
import { writeGexf } from '../../src/graph/formats/gexf.ts'
import { inBlocks } from '../../src/graph/formats/zip.ts'
import type { KnowledgeGraph } from '../../src/graph/knowledge-graph.ts'
import { forgetPeak, peak } from './memory.ts'
import { packedGraph, randomGraph } from './random-graph.ts'

interface Result {
  readonly seconds: number
  readonly addedMegabytes: number
  readonly megabytes: number
}

type Writer = (graph: KnowledgeGraph, file: string) => void

const write: Writer = (graph, file) => {
  const opened = openSync(file, 'w')
  for (const block of inBlocks(writeGexf(inOrder(graph)))) writeSync(opened, block)
  closeSync(opened)
}

/** The graph of a library is kept packed, which the other writer cannot read. */
const LIBRARY = 'Dragoman, from a library'

const WRITERS: Readonly<Record<string, Writer>> = {
  Dragoman: write,
  [LIBRARY]: write,
  // It cannot write lists of objects, such as evidence: they are made JSON text, as ours are.
  'graphology-gexf': (graph, file) => {
    const told = (_: string, { label, ...attributes }: Record<string, unknown>) => ({
      label: String(label),
      attributes: { ...attributes, evidence: JSON.stringify(attributes['evidence']) },
    })
    writeFileSync(file, writeOther(graph as unknown as Graph, { version: '1.3', formatNode: told, formatEdge: told }))
  },
}

interface Size {
  readonly nodes: number
  readonly edges: number
  /** Whether nodes and edges have their evidence. */
  readonly evidence: boolean
}

const SIZES: readonly Size[] = [
  { nodes: 20_000, edges: 100_000, evidence: true },
  { nodes: 100_000, edges: 500_000, evidence: false },
  { nodes: 100_000, edges: 500_000, evidence: true },
  { nodes: 200_000, edges: 1_000_000, evidence: true },
]
const TURNS = 3
const MEGABYTE = 1e6

function compare(): void {
  const rows = SIZES.flatMap((size) => {
    const runs = new Map<string, Result[]>()
    const failed = new Set<string>()
    for (let turn = 0; turn < TURNS; turn++)
      for (const name of Object.keys(WRITERS)) {
        if (failed.has(name)) continue
        const result = inProcess(name, size)
        process.stderr.write(`${name} ${size.edges}: ${JSON.stringify(result)}\n`)
        if (typeof result === 'string') failed.add(name)
        runs.set(name, [...(runs.get(name) ?? []), ...(typeof result === 'string' ? [] : [result])])
      }
    return [...runs].map(([name, results]) => line(name, size, results))
  })
  process.stdout.write(
    `| nodes, edges | writer | seconds | memory added (MB) | file (MB) |\n|---|---|---|---|---|\n${rows.join('')}`,
  )
}

/** The median of the turns. */
function line(name: string, { nodes, edges, evidence }: Size, results: readonly Result[]): string {
  const middle = (of: (result: Result) => number): string =>
    results.length === 0 ? '–' : (results.map(of).sort((a, b) => a - b)[results.length >> 1] ?? 0).toFixed(1)
  const figures =
    results.length === 0
      ? ['fails', '–', '–']
      : [
          middle(({ seconds }) => seconds),
          middle((result) => result.addedMegabytes),
          middle(({ megabytes }) => megabytes),
        ]
  return `| ${nodes.toLocaleString('en-GB')}, ${edges.toLocaleString('en-GB')}${evidence ? '' : ', without evidence'} | ${name} | ${figures.join(' | ')} |\n`
}

function inProcess(name: string, { nodes, edges, evidence }: Size): Result | string {
  const args = ['--expose-gc', '--max-old-space-size=12000', '--import', 'tsx', fileURLToPath(import.meta.url)]
  try {
    const out = execFileSync(process.execPath, [...args, name, ...[nodes, edges, evidence].map(String)], {
      stdio: ['ignore', 'pipe', 'pipe'],
      encoding: 'utf8',
    })
    return JSON.parse(out) as Result
  } catch (error) {
    return /(\w*Error): (.*)/.exec((error as { stderr?: string }).stderr ?? '')?.[0] ?? 'failed'
  }
}

function measure(name: string, { nodes, edges, evidence }: Size): Result {
  const writer = WRITERS[name]
  if (writer === undefined) throw new Error(`no writer "${name}"`)
  const graph = (name === LIBRARY ? packedGraph : randomGraph)(nodes, edges, evidence)
  const folder = mkdtempSync(join(tmpdir(), 'dragoman-bench-'))
  const file = join(folder, 'graph.gexf')
  try {
    globalThis.gc?.()
    forgetPeak()
    const before = peak()
    const started = process.cpuUsage()
    writer(graph, file)
    const { user, system } = process.cpuUsage(started)
    const seconds = (user + system) / 1e6
    const addedMegabytes = (peak() - before) / MEGABYTE
    return { seconds, addedMegabytes, megabytes: statSync(file).size / MEGABYTE }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const [, , writer, nodes, edges, evidence] = process.argv
if (writer === undefined) compare()
else
  process.stdout.write(
    JSON.stringify(measure(writer, { nodes: Number(nodes), edges: Number(edges), evidence: evidence === 'true' })),
  )
