/**
 * How much memory it takes to write a library's graph, in every format: `npm run bench:export -- NODES EDGES`, with sentences of
 * invented texts. Each format has a process of its own, one after the other. The memory is the greatest that the process needed
 * while it wrote, less what it had with the packed graph loaded; what is written is counted and thrown away.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { CATALOGUE, FORMAT_NAMES, type FormatName } from '../../src/graph/formats/catalogue.ts'
import { FOCUSED_DEPTH, filesOf } from '../../src/graph/formats/formats.ts'
import { sentencesFrom, type WriteOptions } from '../../src/graph/formats/options.ts'
import { inBlocks, zipped } from '../../src/graph/formats/zip.ts'
import type { KnowledgeGraph } from '../../src/graph/knowledge-graph.ts'
import { type PartQuery, partOf } from '../../src/graph/queries/part.ts'
import { civilDay } from '../../src/model/date.ts'
import { forgetPeak, peak } from './memory.ts'
import { packGraph, unpackedGraph } from './random-graph.ts'

/** Of any document: as long as the sentences that the graph names. */
const TEXT =
  'The envoy of Karsholm met with the deputies of Velmont again, and both said that they would speak. '.repeat(60)

const PARTS: Readonly<Record<string, (format: FormatName, graph: KnowledgeGraph) => PartQuery>> = {
  whole: (format, graph) => ({
    nodes: {},
    edges: {},
    ...(CATALOGUE[format].focused && { node: graph.nodes()[0], depth: FOCUSED_DEPTH }),
  }),
  filtered: (format, graph) => ({
    ...PARTS['whole']!(format, graph),
    edges: { modalities: ['asserted', 'planned', 'denied'], from: civilDay(2031, 2, 1) },
  }),
}

function measure(format: FormatName, part: string, file: string): object {
  const whole = unpackedGraph(file)
  globalThis.gc?.()
  globalThis.gc?.()
  forgetPeak()
  const before = peak()
  const started = process.cpuUsage()
  const { graph, focus } = partOf(whole, PARTS[part]!(format, whole))
  const options: WriteOptions = {
    sentencesOf: sentencesFrom(() => TEXT),
    ...(focus !== undefined && { focus }),
  }
  const files = filesOf(format)
  let size = 0
  const pieces = files.length > 1 ? zipped(files, graph, options) : inBlocks(files[0].write(graph, options))
  for (const piece of pieces) size += piece.length
  const { user, system } = process.cpuUsage(started)
  return { seconds: (user + system) / 1e6, added: (peak() - before) / 1e6, megabytes: size / 1e6 }
}

function all(nodes: number, edges: number): void {
  const folder = mkdtempSync(join(tmpdir(), 'dragoman-bench-'))
  const file = join(folder, 'graph')
  const run = (...args: string[]): string => {
    const flags = ['--expose-gc', '--max-old-space-size=12000', '--import', 'tsx', fileURLToPath(import.meta.url)]
    return execFileSync(process.execPath, [...flags, ...args], { encoding: 'utf8' })
  }
  try {
    run('pack', file, String(nodes), String(edges))
    process.stdout.write(
      '| format | part | seconds | memory added (MB) | characters or bytes (millions) |\n|---|---|---|---|---|\n',
    )
    for (const format of FORMAT_NAMES)
      for (const part of Object.keys(PARTS)) {
        const { seconds, added, megabytes } = JSON.parse(run('measure', file, format, part)) as Record<string, number>
        const figures = [seconds, added, megabytes].map((value) => value?.toFixed(1))
        process.stdout.write(`| ${format} | ${part} | ${figures.join(' | ')} |\n`)
      }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const [, , what = '20000', file = '100000', first = '', second = ''] = process.argv
if (what === 'pack') packGraph(file, Number(first), Number(second))
else if (what === 'measure') process.stdout.write(JSON.stringify(measure(first as FormatName, second, file)))
else all(Number(what), Number(file))
