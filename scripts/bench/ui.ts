/**
 * How fast the page is, in a headless Chromium that draws with software: `npm run bench:ui`. The real server serves the sample
 * texts, and then a graph of 2,000 nodes and 6,000 edges made from a seed; medians of several turns. Time is that of the
 * clock in the page, so run it on an idle machine; of redraws it is the processor's, which other work hardly changes.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { type Browser, chromium, type Page } from 'playwright-core'
import { serialize } from '../../src/graph/formats/json.ts'
import { findChromium } from '../chromium.ts'
import { randomGraph } from './random-graph.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const COMMAND = join(ROOT, 'dist/cli.js')
const TURNS = 3
const NODES = 2000
const EDGES = 6000

/** Put into every page before its own scripts: when the graph was first seen, and how long each frame kept the script busy. */
function watch(): void {
  const seen = { ready: 0, frames: [] as number[] }
  Object.assign(globalThis, { bench: seen })
  new MutationObserver(() => {
    if (seen.ready === 0 && document.querySelector('.stage[data-ready="true"]') !== null) seen.ready = performance.now()
  }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-ready'] })
  const ask = requestAnimationFrame
  globalThis.requestAnimationFrame = (callback) =>
    ask((now) => {
      const start = performance.now()
      callback(now)
      seen.frames.push(performance.now() - start)
    })
}

interface Watched {
  readonly bench: { readonly ready: number; readonly frames: number[] }
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
const rounded = (value: number): string => (value < 20 ? value.toFixed(1) : String(Math.round(value)))

function serve(port: number, more: readonly string[]): Promise<ChildProcess> {
  const child = spawn(process.execPath, [COMMAND, 'serve', '--port', String(port), ...more], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return new Promise((resolve, reject) => {
    child.stdout.on('data', (text: Buffer) => {
      if (String(text).includes('http://')) resolve(child)
    })
    child.once('exit', (code) => reject(new Error(`dragoman serve ended with ${code}`)))
  })
}

async function firstFrame(browser: Browser, url: string): Promise<{ page: Page; ms: number }> {
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage()
  await page.addInitScript(watch)
  await page.goto(url)
  await page.waitForFunction(() => (globalThis as unknown as Watched).bench.ready > 0, undefined, { timeout: 60_000 })
  const ms = await page.evaluate(() => (globalThis as unknown as Watched).bench.ready)
  return { page, ms }
}

async function firstFrames(browser: Browser, url: string): Promise<number> {
  const times: number[] = []
  // The first turn warms the server: it makes the graph once.
  for (let turn = 0; turn <= TURNS; turn++) {
    const { page, ms } = await firstFrame(browser, url)
    if (turn > 0) times.push(ms)
    await page.context().close()
  }
  return median(times)
}

/** From a keystroke to the list that shows what it found. */
async function searching(page: Page): Promise<number> {
  const times: number[] = []
  for (const words of ['marrow', 'quist', 'ana', 'teodor', 'ivo']) {
    const field = page.getByRole('combobox', { name: 'Search names and texts' })
    await field.fill('')
    await page.getByRole('option', { name: 'How are two connected?' }).waitFor()
    times.push(
      await field.evaluate((input, text) => {
        const start = performance.now()
        return new Promise<number>((done, fail) => {
          setTimeout(() => fail(new Error(`nothing was found for ${text}`)), 5000)
          const observer = new MutationObserver(() => {
            if (document.querySelector('.hit-node .hit-name') === null) return
            observer.disconnect()
            requestAnimationFrame(() => done(performance.now() - start))
          })
          observer.observe(document.body, { subtree: true, childList: true })
          Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!.call(input, text)
          input.dispatchEvent(new Event('input', { bubbles: true }))
        })
      }, words),
    )
  }
  return median(times)
}

/** Processor time of the page's script for each frame that is drawn while `gesture` goes on. */
async function scriptOfFrame(page: Page, gesture: () => Promise<void>): Promise<number> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const scriptTime = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics')
    return metrics.find(({ name }) => name === 'ScriptDuration')!.value
  }
  const turns: number[] = []
  for (let turn = 0; turn < TURNS; turn++) {
    await page.evaluate(() => {
      ;(globalThis as unknown as Watched).bench.frames.length = 0
    })
    const before = await scriptTime()
    await gesture()
    await page.waitForTimeout(300)
    const spent = (await scriptTime()) - before
    // Callbacks that find nothing to do are no redraws.
    const frames = await page.evaluate(() => (globalThis as unknown as Watched).bench.frames.filter((ms) => ms > 0.5))
    if (frames.length < 10) throw new Error('nothing was redrawn: the gesture misses the graph')
    turns.push((spent * 1000) / frames.length)
  }
  await session.detach()
  return median(turns)
}

async function sweep(page: Page, held: boolean): Promise<void> {
  await page.mouse.move(520, 300)
  if (held) await page.mouse.down()
  for (let i = 0; i < 40; i++) await page.mouse.move(520 + i * 8, 300 + ((i * 37) % 260))
  if (held) await page.mouse.up()
}

/** The longest that one task keeps the page from answering while the nodes are laid out anew; what is to be laid out is in the page before. */
async function longestTask(page: Page): Promise<number> {
  await page.evaluate((task) => {
    Object.assign(globalThis, { task })
  }, layoutTask())
  await page.evaluate(() => {
    const longest = { ms: 0 }
    Object.assign(globalThis, { longest })
    let last = performance.now()
    const channel = new MessageChannel()
    channel.port1.onmessage = () => {
      const now = performance.now()
      longest.ms = Math.max(longest.ms, now - last)
      last = now
      channel.port2.postMessage(0)
    }
    channel.port2.postMessage(0)
  })
  const layout = page.evaluate(
    () =>
      new Promise<void>((done) => {
        const source = [...performance.getEntriesByType('resource')].find(({ name }) =>
          /layout\.worker/.test(name),
        )!.name
        const worker = new Worker(source, { type: 'module' })
        worker.onmessage = () => {
          worker.terminate()
          done()
        }
        worker.postMessage({ id: 1, task: (globalThis as unknown as { task: unknown }).task })
      }),
  )
  await layout
  return page.evaluate(() => (globalThis as unknown as { longest: { ms: number } }).longest.ms)
}

function layoutTask(): unknown {
  const graph = randomGraph(NODES, EDGES, false)
  return {
    nodes: graph.mapNodes((key) => ({ key, size: 10 })),
    edges: graph.mapEdges((_, { weight }, source, target) => ({ source, target, weight })),
    aspect: 0.9,
  }
}

function bundle(): { first: number; later: number } {
  const folder = join(ROOT, 'dist/ui/assets')
  const zipped = (name: string): number => gzipSync(readFileSync(join(folder, name))).length / 1000
  const scripts = readdirSync(folder).filter((name) => name.endsWith('.js'))
  // What the page itself names, the drawing, the worker, and what these import at once.
  const page = readFileSync(join(ROOT, 'dist/ui/index.html'), 'utf8')
  const first = scripts.filter((name) => page.includes(name) || /^(stage|layout\.worker)-/.test(name))
  for (const name of first)
    for (const [, imported = ''] of readFileSync(join(folder, name), 'utf8').matchAll(/\bfrom\s*["']\.\/([^"']+)["']/g))
      if (!first.includes(imported)) first.push(imported)
  const sum = (names: readonly string[]): number => names.reduce((total, name) => total + zipped(name), 0)
  return { first: sum(first), later: sum(scripts) - sum(first) }
}

async function withServer<T>(port: number, more: readonly string[], work: (url: string) => Promise<T>): Promise<T> {
  const server = await serve(port, more)
  try {
    return await work(`http://127.0.0.1:${port}/`)
  } finally {
    server.kill()
  }
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'dragoman-bench-'))
  const rows: [string, string, string][] = []
  const note = (what: string, figure: string, wanted: string): void => {
    rows.push([what, figure, wanted])
    process.stderr.write(`${what}: ${figure}\n`)
  }
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: ['--no-sandbox', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'],
  })
  try {
    const { first, later } = bundle()
    note('JavaScript for the first frame, gzipped', `${rounded(first)} kB`, '120 kB')
    note('JavaScript that is loaded later, gzipped', `${rounded(later)} kB`, '')
    const samples = await withServer(4795, ['--samples'], (url) => firstFrames(browser, url))
    note('first frame, samples', `${rounded(samples)} ms`, '1,500 ms')

    const [file, library] = [join(folder, 'graph.json'), join(folder, 'large.db')]
    writeFileSync(file, JSON.stringify(serialize(randomGraph(NODES, EDGES, true))))
    execFileSync(process.execPath, [COMMAND, 'import', file, '--library', library], { stdio: 'ignore' })
    await withServer(4796, ['--library', library], async (url) => {
      note('first frame, 2,000 nodes and 6,000 edges', `${rounded(await firstFrames(browser, url))} ms`, '3,000 ms')
      const { page } = await firstFrame(browser, url)
      note(
        'script of a redraw, camera moved',
        `${rounded(await scriptOfFrame(page, () => sweep(page, true)))} ms`,
        '12 ms',
      )
      // The graph was dragged away.
      await page.getByRole('button', { name: 'Fit everything' }).click()
      note(
        'script of a redraw, hovering',
        `${rounded(await scriptOfFrame(page, () => sweep(page, false)))} ms`,
        '12 ms',
      )
      note('typing to marked result', `${rounded(await searching(page))} ms`, '150 ms')
      note('longest task while 2,000 nodes are laid out', `${rounded(await longestTask(page))} ms`, '50 ms')
    })
  } finally {
    await browser.close()
    rmSync(folder, { recursive: true, force: true })
  }
  process.stdout.write('| what | figure | wanted |\n|---|---|---|\n')
  for (const row of rows) process.stdout.write(`| ${row.join(' | ')} |\n`)
}

await main()
