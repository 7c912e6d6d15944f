/**
 * How fast questions are answered about a large graph: `npm run bench:api`, or `-- --nodes N --edges M` for another size. The graph is
 * made from a seed and served by a process of its own. `-- --start` measures instead how long the built command takes to start with a
 * library of the same dispatches, which is made in a temporary folder, or kept with `--library FILE`. CPU is that of the server's
 * process, with all its threads.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import express from 'express'
import { openLibrary } from '../../src/store/open.ts'
import { namedNodes, type Size, writeLibrary } from './library.ts'
import { randomFrom } from './random-graph.ts'

const SERVER = fileURLToPath(new URL('./api-server.ts', import.meta.url))
const COMMAND = fileURLToPath(new URL('../../dist/cli.js', import.meta.url))
const agent = new Agent({ keepAlive: true, maxSockets: 1 })

const { values } = parseArgs({
  options: {
    library: { type: 'string' },
    nodes: { type: 'string', default: '100000' },
    edges: { type: 'string', default: '500000' },
    start: { type: 'boolean', default: false },
    bare: { type: 'boolean', default: false },
  },
})

async function bench(size: Size): Promise<void> {
  console.log(`${availableParallelism()} cores, load ${loadavg()[0]!.toFixed(1)}, Node ${process.version}`)
  const server = await start(['--import', 'tsx', SERVER, String(size.nodes), String(size.edges)])
  try {
    const api = `${server.url}/api/v1`
    const stats = JSON.parse(await get(`${api}/stats`)) as { nodes: number; edges: number }
    console.log(`graph: ${stats.nodes} nodes, ${stats.edges} edges`)
    const before = cpuOf(server)
    await quiet(server)
    console.log(
      `indexes made ahead of questions: CPU ${(cpuOf(server) - before).toFixed(1)} s at most; memory ${memoryOf(server, 'VmRSS')} MB`,
    )
    await neighbors(server, api, size)
    await times(server, api, size)
  } finally {
    agent.destroy()
    server.process.kill('SIGKILL')
  }
}

/** How long the built command takes until it answers about a library, whose graph it has worked out and kept before. */
async function benchStart(size: Size): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'dragoman-bench-'))
  try {
    const path = values.library ?? join(folder, 'bench.db')
    if (!existsSync(path)) {
      const library = openLibrary(path)
      writeLibrary(library, size)
      library.close()
    }
    const first = await start([COMMAND, 'serve', '--library', path, '--port', '0'])
    first.process.kill('SIGKILL')
    const began = performance.now()
    const server = await start([COMMAND, 'serve', '--library', path, '--port', '0'])
    try {
      const stats = JSON.parse(await get(`${server.url}/api/v1/stats`)) as { nodes: number; edges: number }
      const seconds = ((performance.now() - began) / 1000).toFixed(1)
      console.log(
        `${stats.nodes} nodes, ${stats.edges} edges: first answer after ${seconds} s, CPU ${cpuOf(server).toFixed(1)} s; memory ${memoryOf(server, 'VmRSS')} MB, at most ${memoryOf(server, 'VmHWM')} MB`,
      )
    } finally {
      server.process.kill('SIGKILL')
    }
  } finally {
    agent.destroy()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** CPU per request beside a bare Express route that sends the same bytes, taking turns. */
async function neighbors(server: Started, api: string, size: Size): Promise<void> {
  const named = namedNodes(size)
  const path = (i: number): string => `/nodes/${encodeURIComponent(named[i]!.key)}/neighbors?depth=1&limit=50`
  const bytes = await get(`${api}${path(0)}`)
  const { total } = JSON.parse(bytes) as { total: number }
  const bare = await start(['--import', 'tsx', fileURLToPath(import.meta.url), '--bare'], bytes)
  try {
    const [ours, others, cold]: [number[], number[], number[]] = [[], [], []]
    const ask = async (of: Started, url: (i: number) => string, count: number): Promise<number> => {
      const before = cpuOf(of)
      for (let i = 0; i < count; i++) await get(url(i))
      return ((cpuOf(of) - before) / count) * 1000
    }
    // Both have run hot before anything counts.
    await ask(server, () => `${api}${path(0)}`, 300)
    await ask(bare, () => `${bare.url}/`, 300)
    for (let turn = 0; turn < 5; turn++) {
      others.push(await ask(bare, () => `${bare.url}/`, 300))
      ours.push(await ask(server, (i) => `${api}${path(i % 50)}`, 300))
    }
    for (let turn = 0; turn < 5; turn++) cold.push(await ask(server, (i) => `${api}${path(50 + turn * 100 + i)}`, 100))
    const [mine, theirs] = [median(ours), median(others)]
    console.log(`neighbours: ${bytes.length} bytes, 50 of ${total}`)
    console.log(
      `CPU per request: ${mine.toFixed(3)} ms, of a node asked for the first time ${median(cold).toFixed(3)} ms; a bare route with the same bytes ${theirs.toFixed(3)} ms; ${(mine / theirs).toFixed(2)} and ${(median(cold) / theirs).toFixed(2)} times`,
    )
  } finally {
    bare.process.kill('SIGKILL')
  }
}

async function times(server: Started, api: string, size: Size): Promise<void> {
  const random = randomFrom(11)
  const named = namedNodes(size)
  const any = () => named[Math.floor(random() * named.length)]!
  const slip = (word: string): string => word.slice(0, -3) + word.slice(-2)
  const questions: Readonly<Record<string, () => [string, object?]>> = {
    'shortest path': () => [
      `/paths?mode=shortest&maxLength=6&limit=1&from=${encodeURIComponent(any().key)}&to=${encodeURIComponent(any().key)}`,
    ],
    'five shortest paths': () => [
      `/paths?maxLength=6&from=${encodeURIComponent(any().key)}&to=${encodeURIComponent(any().key)}`,
    ],
    'search, a name': () => [`/search?q=${encodeURIComponent(any().label)}`],
    'search, the beginning of one': () => [`/search?q=${encodeURIComponent(any().label.slice(0, 6))}`],
    'search, with a slip': () => [`/search?q=${encodeURIComponent(slip(any().label))}`],
    'Cypher, two steps from a named node': () => [
      '/cypher',
      {
        query: 'MATCH (a {label: $name})-[:MET_WITH]-(b)-[:ACCUSED]->(c) RETURN b.label, c.label LIMIT 100',
        params: { name: any().label },
      },
    ],
    'neighbours, two steps': () => [`/nodes/${encodeURIComponent(any().key)}/neighbors?depth=2`],
    'who met whom, of ten': () => [
      `/contacts?actor=${Array.from({ length: 10 }, () => encodeURIComponent(any().key)).join(',')}`,
    ],
  }
  for (const [what, question] of Object.entries(questions)) {
    const taken: number[] = []
    let cpu = 0
    for (let i = 0; i < 60; i++) {
      if (i === 10) cpu = cpuOf(server)
      const [path, body] = question()
      const before = performance.now()
      await get(`${api}${path}`, body)
      if (i >= 10) taken.push(performance.now() - before)
    }
    const middle = median(taken).toFixed(1)
    const most = taken.sort((a, b) => a - b)[47]!.toFixed(1)
    const mean = (((cpuOf(server) - cpu) / taken.length) * 1000).toFixed(1)
    console.log(`${what}: median ${middle} ms, 95 % within ${most} ms; CPU ${mean} ms in the mean`)
  }
}

interface Started {
  readonly process: ChildProcess
  readonly url: string
}

async function start(args: readonly string[], input?: string): Promise<Started> {
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] })
  child.stdin.end(input ?? '')
  const url = await new Promise<string>((resolve, reject) => {
    let said = ''
    child.once('exit', (code) => reject(new Error(`the server ended (${code}): ${said}`)))
    child.stdout.on('data', (chunk) => {
      said += String(chunk)
      const found = /http:\S+/.exec(said)
      if (found !== null) resolve(found[0])
    })
  })
  return { process: child, url }
}

/** The same bytes and the same media type, and nothing else. */
function serveBare(): void {
  const bytes = readFileSync(0, 'utf8')
  const app = express().disable('etag')
  app.get('/', (_request, response) => {
    response.type('json').send(bytes)
  })
  const server = app.listen(0, '127.0.0.1', () => {
    const address = server.address()
    if (typeof address === 'object' && address !== null) process.stdout.write(`http://127.0.0.1:${address.port}\n`)
  })
}

/** A connection that nobody used for some seconds may be closed just when it is taken up again. */
const get = async (url: string, body?: object): Promise<string> => {
  try {
    return await getOnce(url, body)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ECONNRESET') throw error
    return getOnce(url, body)
  }
}

const getOnce = (url: string, body?: object): Promise<string> =>
  new Promise((resolve, reject) => {
    const json = body === undefined ? undefined : JSON.stringify(body)
    const headers = { ...(json !== undefined && { 'content-type': 'application/json' }), 'accept-encoding': 'identity' }
    const asked = request(url, { agent, headers, method: json === undefined ? 'GET' : 'POST' }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8')
        if (response.statusCode === 200) resolve(text)
        else reject(new Error(`${url}: ${response.statusCode} ${text.slice(0, 300)}`))
      })
    })
    asked.on('error', reject).end(json)
  })

/** Seconds of the processor, in all threads: by the nanosecond, where the kernel counts so for each of them. */
function cpuOf({ process: { pid } }: Started): number {
  let nanoseconds = 0
  for (const thread of readdirSync(`/proc/${pid}/task`)) {
    try {
      nanoseconds += Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0])
    } catch {
      // A thread that ended meanwhile.
    }
  }
  return nanoseconds / 1e9
}

const memoryOf = ({ process: { pid } }: Started, what: string): number =>
  Math.round(Number(new RegExp(`${what}:\\s+(\\d+) kB`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024)

/** Until the process has had nothing to do for a while. */
async function quiet(of: Started): Promise<void> {
  for (let still = 0, last = -1; still < 3; ) {
    await new Promise((resolve) => setTimeout(resolve, 1000))
    const now = cpuOf(of)
    still = now - last < 0.1 ? still + 1 : 0
    last = now
  }
}

const median = (numbers: readonly number[]): number => numbers.toSorted((a, b) => a - b)[numbers.length >> 1]!

const size = { nodes: Number(values.nodes), edges: Number(values.edges) }
if (values.bare) serveBare()
else await (values.start ? benchStart(size) : bench(size))
