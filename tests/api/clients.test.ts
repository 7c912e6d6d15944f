/** docs/api.md is true: its examples run against the samples, in the languages that this machine has. */
import { execFile, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { BASE } from '../../src/api/openapi.ts'
import { OPERATIONS } from '../../src/api/operations.ts'
import { openSamples } from '../../src/cli/samples.ts'
import { createApp } from '../../src/server/app.ts'
import { type Listening, listen } from '../../src/server/listen.ts'
import type { Library } from '../../src/store/library.ts'
import { MEMORY } from '../../src/store/open.ts'
import { folderWith, sharedPipeline } from '../cli/support.ts'

const DOCS = readFileSync(join(import.meta.dirname, '../../docs/api.md'), 'utf8')
const blocks = (language: string): string[] =>
  [...DOCS.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(([, code]) => code!)

const run = promisify(execFile)
let library: Library
let server: Listening

beforeAll(async () => {
  const quiet = { print: () => {}, say: () => {}, progress: () => ({ step: () => {}, stop: () => {} }) }
  library = await openSamples(sharedPipeline(), quiet, MEMORY)
  server = await listen(createApp({ library, pipeline: sharedPipeline(), version: '1.2.3' }), {
    host: '127.0.0.1',
    port: 0,
    explicit: false,
  })
}, 120_000)
afterAll(async () => {
  await server.close()
  library.close()
})

const here = (code: string): string => code.replaceAll('http://127.0.0.1:4780', server.url)
const has = (command: string, ...args: readonly string[]): boolean => spawnSync(command, args).status === 0

/** Runs a file of code, and gives what it printed. */
async function printed(command: string, file: string, code: string): Promise<string> {
  const folder = folderWith({ [file]: here(code) })
  const { stdout } = await run(command, [join(folder, file)], { cwd: folder, maxBuffer: 10_000_000 })
  return stdout
}

describe('examples', () => {
  test.skipIf(!has('curl', '--version'))('with curl', { timeout: 60_000 }, async () => {
    const examples = blocks('sh')
    expect(examples.length).toBeGreaterThan(4)
    for (const example of examples) {
      const output = await printed('sh', 'example.sh', example)
      expect(JSON.parse(output), example).not.toHaveProperty('detail')
    }
    expect(await printed('sh', 'example.sh', examples[0]!)).toContain('Napoleon Bonaparte')
    expect(await printed('sh', 'example.sh', examples[1]!)).toContain('person:klemens-von-metternich')
  })

  test('in JavaScript', { timeout: 60_000 }, async () => {
    const [example] = blocks('js')
    expect(await printed(process.execPath, 'example.mjs', example!)).toMatch(/^Napoleon Bonaparte \| met \| .*Dresden/m)
  })

  test.skipIf(!has('python3', '--version'))('in Python', { timeout: 60_000 }, async () => {
    const [example] = blocks('python')
    expect(await printed('python3', 'example.py', example!)).toMatch(/^Napoleon Bonaparte \| met_with \| .*Dresden/m)
  })

  test.skipIf(!has('Rscript', '-e', 'library(jsonlite)'))('in R', { timeout: 60_000 }, async () => {
    const [example] = blocks('r')
    expect(await printed('Rscript', 'example.R', example!)).toContain('Napoleon Bonaparte')
  })
})

test('the example of an error is one', async () => {
  const [example] = blocks('json')
  const answer = await fetch(`${server.url}${BASE}/nodes/person:klemens-von-metternich/neighbors?depth=9`)
  expect(await answer.json()).toEqual(JSON.parse(example!))
})

test('what may be asked is there', () => {
  const named = [...DOCS.matchAll(/`(GET|POST) (\/[\w/:.]*)/g)].map(([, method, path]) => `${method} ${path}`)
  const real = new Set(Object.values(OPERATIONS).map(({ method, path }) => `${method.toUpperCase()} ${path}`))
  expect(named.length).toBeGreaterThan(10)
  expect(named.filter((operation) => !real.has(operation))).toEqual([])
})
