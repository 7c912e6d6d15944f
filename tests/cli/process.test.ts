/** The built command as a process of its own: signals, ports, pipes. `npm test` builds it first. */
import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { PACKAGE_FOLDER } from '../../src/resources.ts'
import { call, folderWith, MEETING } from './support.ts'

// Each of these starts a process, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 })

const COMMAND = join(PACKAGE_FOLDER, 'dist/cli.js')

interface Running {
  readonly child: ChildProcess
  readonly output: () => string
  readonly messages: () => string
  /** Resolves when standard output has matched. */
  readonly until: (pattern: RegExp) => Promise<RegExpExecArray>
  readonly ended: Promise<{ readonly code: number | null; readonly signal: string | null }>
}

/** Killed, with all that it started, when the test is over. */
function start(program: string, args: readonly string[], env: Record<string, string> = {}): Running {
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], detached: true, env: { ...plain(), ...env } })
  onTestFinished(() => {
    try {
      process.kill(-child.pid!, 'SIGKILL')
    } catch {
      // All of them have ended by themselves, as they should.
    }
  })
  let [output, messages] = ['', '']
  child.stdout!.on('data', (chunk) => {
    output += chunk
  })
  child.stderr!.on('data', (chunk) => {
    messages += chunk
  })
  return {
    child,
    output: () => output,
    messages: () => messages,
    until: (pattern) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const match = pattern.exec(output)
          if (match !== null) resolve(match)
        }
        child.stdout!.on('data', look)
        child.once('close', () => reject(new Error(`ended without ${pattern}: ${output}${messages}`)))
        look()
      }),
    ended: new Promise((resolve) => child.once('close', (code, signal) => resolve({ code, signal }))),
  }
}

/** Without what npm tells the programs that it starts: these here are started by hand. */
const plain = (): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('npm_')))

const dragoman = (...args: readonly string[]): Running => start(process.execPath, [COMMAND, ...args])

async function library(): Promise<string> {
  const folder = folderWith({ 'a.txt': MEETING })
  await call(['ingest', join(folder, 'a.txt'), '--library', join(folder, 'talks.db')])
  return join(folder, 'talks.db')
}

const ADDRESS = /Dragoman is at (http:\/\/127\.0\.0\.1:(\d+))\n/

async function takenPort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return (server.address() as AddressInfo).port
}

describe('serve', () => {
  test.each([['SIGINT'], ['SIGTERM'], ['SIGHUP']] as const)('ends cleanly on %s', async (signal) => {
    const path = await library()
    const server = dragoman('serve', '--library', path, '--port', '0')
    const [, url] = await server.until(ADDRESS)
    const page = await fetch(url!)
    expect({ status: page.status, html: (await page.text()).includes('<!doctype html>') }).toEqual({
      status: 200,
      html: true,
    })
    expect(await (await fetch(`${url}/api/v1/documents`)).text()).toContain('Orla Venn')
    server.child.kill(signal)
    expect(await server.ended).toEqual({ code: 0, signal: null })
    const opened = new Database(path)
    expect(opened.pragma('integrity_check', { simple: true })).toBe('ok')
    opened.close()
  })

  test('a named port that is taken: one sentence, status 2', async () => {
    const port = await takenPort()
    const server = dragoman('serve', '--library', await library(), '--port', String(port))
    expect(await server.ended).toMatchObject({ code: 2 })
    expect(server.messages()).toBe(`Port ${port} is taken by another program. Name another one with --port.\n`)
    expect(server.output()).toBe('')
  })

  test('two at once find a port each', async () => {
    const path = await library()
    const servers = [dragoman('serve', '--library', path), dragoman('serve', '--library', path)]
    const ports = await Promise.all(servers.map(async ({ until }) => Number((await until(ADDRESS))[2])))
    expect(new Set(ports).size).toBe(2)
    expect(Math.min(...ports)).toBeGreaterThanOrEqual(4780)
  })

  test('started by npm, ends when npm is killed, whatever shell stands between', async () => {
    const path = await library()
    // `; true` keeps the shell between the two, as some shells do by themselves.
    const line = `"${process.execPath}" "${COMMAND}" serve --library "${path}" --port 0; true`
    const npm = start(process.execPath, [
      '-e',
      `require('node:child_process').spawn('sh', ['-c', ${JSON.stringify(line)}], { stdio: 'inherit', env: { ...process.env, npm_lifecycle_event: 'start' } })`,
    ])
    await npm.until(ADDRESS)
    npm.child.kill('SIGKILL')
    // The pipe is closed when the last program that writes to it has ended.
    expect(await npm.ended).toMatchObject({ signal: 'SIGKILL' })
  })
})

describe('standard input', () => {
  test.each([
    ['a text', MEETING],
    ['a page', `<!doctype html><html><body><p>${MEETING}</p></body></html>`],
    ['JSON Lines', `{"text": ${JSON.stringify(MEETING)}}\n{"text": "It rains."}\n`],
  ])('%s that comes through a pipe is read as what it is', async (_, content) => {
    const file = join(folderWith({ 'a.dat': content }), 'a.dat')
    const { output, ended } = start('sh', ['-c', `cat "${file}" | "${process.execPath}" "${COMMAND}" extract -`])
    expect(await ended).toMatchObject({ code: 0 })
    expect(output()).toContain('"Orla Venn"')
  })
})

describe('ingest', () => {
  test('by several threads gives the same graph as by one, and goes on where it was ended', async () => {
    const texts = Array.from({ length: 24 }, (_, n) => [
      `${n}.txt`,
      `President Orla${n} Venn of Norway met Prime Minister Tomas Reck in Geneva on Monday.\n`,
    ])
    const folder = folderWith(Object.fromEntries(texts))
    const [one, two] = [join(folder, 'one.db'), join(folder, 'two.db')]
    const ended = await Promise.all([
      dragoman('ingest', folder, '--library', one, '--threads', '1').ended,
      dragoman('ingest', folder, '--library', two, '--threads', '2').ended,
    ])
    expect(ended.map(({ code }) => code)).toEqual([0, 0])
    const graph = async (path: string) => (await call(['export', '--format', 'json', '--library', path])).printed
    expect(await graph(two)).toBe(await graph(one))
    const again = dragoman('ingest', folder, '--library', two, '--threads', '2')
    await again.ended
    expect(again.messages()).toContain('0 added, 0 changed, 24 unchanged')
  })
})

/** What a pipe holds while nobody reads. */
const PIPE = 65_536

describe('standard output', () => {
  const people = Array.from({ length: 220 }, (_, i) => `President Orla${i} Venn${i} met Tomas${i} Reck${i} in Geneva.`)

  test('comes whole through a pipe that is read late', async () => {
    const file = join(folderWith({ 'a.txt': people.join('\n') }), 'a.txt')
    const reading = spawn(process.execPath, [COMMAND, 'extract', file], { stdio: ['ignore', 'pipe', 'inherit'] })
    let json = ''
    reading.stdout.setEncoding('utf8').on('readable', () => {
      // One small piece at a time.
      for (let chunk = reading.stdout.read(4096); chunk !== null; chunk = reading.stdout.read(4096)) json += chunk
      json += reading.stdout.read() ?? ''
    })
    const code = await new Promise((resolve) => reading.once('close', resolve))
    expect(code).toBe(0)
    expect(json).toBe((await call(['extract', file])).printed)
    expect(json.length).toBeGreaterThan(PIPE)
  })

  test('that is closed early is no failure', async () => {
    const file = join(folderWith({ 'a.txt': people.join('\n') }), 'a.txt')
    const pipe = start('sh', [
      '-c',
      `{ "${process.execPath}" "${COMMAND}" extract "${file}"; echo "status $?" >&2; } | head -c 20`,
    ])
    await pipe.ended
    expect(pipe.messages()).toBe('status 0\n')
    expect(pipe.output()).toHaveLength(20)
  })
})
