/**
 * What a library of many documents costs: `npm run bench` with 100, 1,000 and 10,000 documents, or `npm run bench -- 100 1000` for those sizes.
 * Documents a second over one thread and two, room per document, time until the graph is ready, memory, and the time until a new document is seen.
 * Everything is made in a temporary folder and removed.
 */
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Library } from '../src/store/library.ts'
import { openLibrary } from '../src/store/open.ts'
import { writeCorpus } from './corpus.ts'
import { multiply, renamed } from './multiply.ts'

const COMMAND = join(import.meta.dirname, '../dist/cli.js')
/** So many texts are read by each number of threads: at the beginning each thread still compiles its rules. */
const READ = 1000
/** So many of them are in larger libraries, which tell the same of other people. */
const SEED = 100
const PAIRS = 5

const sizes = process.argv.slice(2).map(Number)
const folder = mkdtempSync(join(tmpdir(), 'dragoman-bench-'))
const seconds = (since: number): number => (performance.now() - since) / 1000
const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!

try {
  console.log(`${availableParallelism()} cores, load ${loadavg()[0]!.toFixed(1)}, Node ${process.version}`)
  const texts = join(folder, 'texts')
  writeCorpus(texts, 10_000, 0, READ)
  const rates = [1, 2].map(() => [] as number[])
  const whole = [1, 2].map(() => [] as number[])
  for (let pair = 0; pair < PAIRS; pair++)
    for (const threads of [1, 2]) {
      const start = performance.now()
      rates[threads - 1]!.push(ingest(texts, join(folder, `${threads}-${pair}.db`), threads))
      whole[threads - 1]!.push(seconds(start))
    }
  const [one, two] = rates as [number[], number[]]
  const times = (pairs: readonly number[], others: readonly number[]): string =>
    median(pairs.map((value, i) => value / others[i]!)).toFixed(2)
  console.log(`ingest: ${median(one).toFixed(1)} documents/s over 1 thread, ${median(two).toFixed(1)} over 2`)
  console.log(
    `ingest: 2 threads over 1: ${times(two, one)} times; with the graph worked out behind it ${times(whole[0]!, whole[1]!)}`,
  )
  writeCorpus(join(folder, 'seed'), 10_000, 0, SEED)
  ingest(join(folder, 'seed'), join(folder, 'seed.db'), 2)
  for (const size of sizes.length > 0 ? sizes : [100, 1000, 10_000]) await measure(size)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

/** @returns documents a second until the last one was stored, as the command itself tells */
function ingest(texts: string, library: string, threads: number): number {
  const asked = ['ingest', texts, '--library', library, '--threads', String(threads)]
  const { stderr } = spawnSync(process.execPath, [COMMAND, ...asked], { encoding: 'utf8' })
  const told = /([\d.]+) texts a second/.exec(stderr)
  if (told === null) throw new Error(`ingest does not tell how fast it was: ${stderr}`)
  return Number(told[1])
}

async function measure(size: number): Promise<void> {
  const path = join(folder, `many-${size}.db`)
  const [from, to] = [openLibrary(join(folder, 'seed.db')), openLibrary(path)]
  multiply(from, to, size)
  const { characters } = to.stats()
  to.close()
  const first = await serve(path)
  await first.end()
  const server = await serve(path)
  try {
    const added = [await addOne(server, from, 362), await addOne(server, from, 363)]
    console.log(`${size} documents:`)
    console.log(`  library: ${(statSync(path).size / characters).toFixed(1)} times the text`)
    console.log(`  graph worked out from nothing and kept: ${first.ready}`)
    console.log(`  serve ready: ${server.ready}`)
    for (const [i, told] of added.entries()) console.log(`  ${['one', 'another'][i]} document more: ${told}`)
  } finally {
    await server.end()
    from.close()
  }
}

/** @returns how long it takes until a new document is seen in the API, by key and by name */
async function addOne({ url, pid }: Served, from: Library, number: number): Promise<string> {
  const [any] = from.documents()
  const { document } = renamed({ document: from.document(any!.id)!, extraction: from.extraction(any!.id)! }, number)
  // Of its own day, as news is: of the day of all its likenesses, it may become what they are copies of.
  const text = document.text.replace(/^date: .*$/m, `date: ${document.date}`)
  const [before, spent] = [performance.now(), processorTime(pid)]
  const answer = await fetch(`${url}/api/v1/documents`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text }),
  })
  const { nodes } = (await answer.json()) as { nodes: string[] }
  const person = nodes.find((key) => key.startsWith('person:'))!
  const seen = await fetch(`${url}/api/v1/nodes/${encodeURIComponent(person)}`)
  if (!seen.ok) throw new Error(`the new document is not seen: ${seen.status}`)
  const { node } = (await seen.json()) as { node: { label: string } }
  const byKey = seconds(before).toFixed(2)
  const search = await fetch(`${url}/api/v1/search?q=${encodeURIComponent(node.label)}`)
  const found = (await search.json()) as { nodes: { key: string }[] }
  if (!found.nodes.some(({ key }) => key === person)) throw new Error(`${node.label} is not found`)
  const byName = seconds(before).toFixed(2)
  return `seen after ${byKey} s, found by name after ${byName} s (${(processorTime(pid) - spent).toFixed(2)} s of processor)`
}

type Served = Awaited<ReturnType<typeof serve>>

/** A server that has answered its first question. */
async function serve(path: string) {
  const start = performance.now()
  const server = spawn(process.execPath, [COMMAND, 'serve', '--library', path, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const pid = server.pid!
  const ended = new Promise<void>((resolve) => server.once('close', () => resolve()))
  const url = await new Promise<string>((resolve, reject) => {
    server.once('close', (code) => reject(new Error(`serve ended with ${code}`)))
    server.stdout.on('data', (chunk) => {
      const found = /http:\S+/.exec(String(chunk))
      if (found !== null) resolve(found[0])
    })
  })
  const stats = (await (await fetch(`${url}/api/v1/stats`)).json()) as { nodes: number; edges: number }
  const took = `${seconds(start).toFixed(1)} s (${processorTime(pid).toFixed(1)} s of processor)`
  const ready = `${took}, ${memoryOf(pid)} MB resident, ${stats.nodes} nodes, ${stats.edges} edges`
  const end = async (): Promise<void> => {
    server.kill('SIGTERM')
    await ended
  }
  return { url, pid, ready, end }
}

/** Of all threads of a process, in seconds, where the system tells (Linux): other programs hardly change it. */
function processorTime(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ')
    return (Number(fields[11]) + Number(fields[12])) / 100
  } catch {
    return Number.NaN
  }
}

/** Resident memory in MB. */
function memoryOf(pid: number): number {
  return Math.round(Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024)
}
