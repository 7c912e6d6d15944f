/**
 * The documents are true: what the README names exists, and what exists is in the README.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { OPERATIONS } from '../../src/api/operations.ts'
import { FORMAT_NAMES } from '../../src/graph/formats/catalogue.ts'
import { ENTITY_TYPES, EVENT_TYPES, FAMILIES, PARTICIPANT_ROLES, RELATIONS } from '../../src/model/ontology.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8')
const readme = read('README.md')
const sorted = (items: Iterable<string>): string[] => [...new Set(items)].sort()

describe('the README', () => {
  test('names the routes of the API, all of them and no other', () => {
    const named = [...readme.matchAll(/`(GET|POST|DELETE) \/api\/v1(\/[\w/:.*]*)/g)].map(
      ([, method, path]) => `${method} ${path}`,
    )
    const real = Object.values(OPERATIONS).map(({ method, path }) => `${method.toUpperCase()} ${path}`)
    // One route for each format; the next test has them by name.
    const written = real.map((route) => route.replace(/\/export\.\w+$/, '/export.*'))
    expect(sorted(named)).toEqual(sorted(written))
  })

  test('names the formats, all of them and no other', () => {
    const table = readme.slice(readme.indexOf('| format | for |'), readme.indexOf('What each of them keeps and loses'))
    const named = [...table.matchAll(/^\| ([^|]+) \|/gm)].flatMap(([, cell = '']) =>
      [...cell.matchAll(/`(\w+)`/g)].map(([, name]) => name ?? ''),
    )
    expect(sorted(named)).toEqual(sorted(FORMAT_NAMES))
    expect(readme).toContain(`in any of ${FORMAT_NAMES.length} formats`)
  })

  test('names the commands, all of them and no other', () => {
    const named = [...readme.matchAll(/^\| `dragoman (\w+)/gm)].map(([, name]) => name ?? '')
    const real = readdirSync(join(ROOT, 'src/cli/commands')).map((file) => file.replace(/\.ts$/, ''))
    expect(real.length).toBeGreaterThan(3)
    expect(sorted(named)).toEqual(sorted(real))
  })

  test('points to files that are there', () => {
    const links = [...readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, path]) => path ?? '')
    expect(links.length).toBeGreaterThan(5)
    expect(links.filter((path) => !existsSync(join(ROOT, path)))).toEqual([])
  })

  test('lists every folder of the sources', () => {
    const folders = readdirSync(join(ROOT, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory())
    expect(folders.filter(({ name }) => !readme.includes(`\`src/${name}/\``)).map(({ name }) => name)).toEqual([])
  })

  test('runs scripts that package.json has', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
    const used = [...readme.matchAll(/npm (?:run ([\w:]+)|(start|test)\b)/g)].map(
      ([, named, short]) => named ?? short ?? '',
    )
    expect(used.length).toBeGreaterThan(2)
    expect(used.filter((name) => scripts[name] === undefined)).toEqual([])
  })

  test('promises the Node version that package.json asks for', () => {
    const { engines } = JSON.parse(read('package.json')) as { engines: { node: string } }
    expect(readme).toContain(`${engines.node.replace('>=', '')} or newer`)
  })
})

describe('the ontology', () => {
  test('says how every relation reads in both directions', () => {
    const wordless = Object.entries(RELATIONS).filter(([, row]) => row.label.trim() === '' || row.inverse.trim() === '')
    expect(wordless).toEqual([])
  })

  test('reads the same both ways where direction carries no meaning', () => {
    const crooked = Object.entries(RELATIONS).filter(([, row]) => row.symmetric && row.label !== row.inverse)
    expect(crooked).toEqual([])
  })

  test('has the words of the published vocabulary', () => {
    const path = resolve(ROOT, '../shared/gold/VOCABULARY.md')
    if (!existsSync(path)) return
    const vocabulary = readFileSync(path, 'utf8')
    const rows = [...vocabulary.matchAll(/^\| (\w+) \|/gm)]
      .map(([, name]) => name ?? '')
      .filter((name) => /^[a-z_]+$/.test(name))
    const known = new Set<string>([
      ...Object.keys(RELATIONS),
      ...Object.keys(ENTITY_TYPES),
      ...Object.keys(FAMILIES),
      ...PARTICIPANT_ROLES,
      'actor',
      'place',
      'event',
      'kind',
      'relation',
    ])
    expect(rows.filter((name) => !known.has(name))).toEqual([])
    for (const type of Object.keys(EVENT_TYPES)) expect(vocabulary).toContain(type)
  })
})
