/**
 * One direction of imports, and no cycle: the layers of the product, and which of them each may import.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'

interface Import {
  readonly specifier: string
  readonly typeOnly: boolean
}
type Files = ReadonlyMap<string, readonly Import[]>

const ROOT = resolve(import.meta.dirname, '../..')

/** Layer → the layers that it may import besides itself. `pipeline` and `cli` are single files. */
const LAYERS: Readonly<Record<string, readonly string[]>> = {
  model: [],
  nlp: ['model'],
  extract: ['nlp', 'model'],
  graph: ['model'],
  cypher: ['model'],
  ask: ['cypher', 'extract', 'graph', 'nlp', 'model'],
  api: ['ask', 'graph', 'model'],
  mcp: ['api', 'ask', 'model'],
  pipeline: ['graph', 'extract', 'nlp', 'model'],
  store: ['graph', 'model'],
  read: ['graph', 'model'],
  server: ['mcp', 'store', 'pipeline', 'read', 'graph', 'ask', 'cypher', 'api', 'model'],
  ui: ['api', 'graph', 'model'],
  resources: ['pipeline', 'ask', 'graph', 'extract', 'nlp', 'model'],
  cli: [
    'resources',
    'server',
    'mcp',
    'store',
    'pipeline',
    'read',
    'graph',
    'ask',
    'cypher',
    'extract',
    'nlp',
    'api',
    'model',
  ],
}
/** Layers that also run in a browser: no Node module, no clock, no unseeded random. */
const PURE = ['model', 'nlp', 'extract', 'graph', 'cypher', 'ask', 'api', 'pipeline']
/** Across these borders only types may be imported. */
const TYPES_ONLY: readonly (readonly [from: string, to: string])[] = [['ui', 'api']]

const layerOf = (path: string): string => path.replace(/^src\//, '').replace(/(\/.*|\.tsx?)$/, '')

function readImports(path: string, source: string): Import[] {
  const found: Import[] = []
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.ESNext, false)
  const visit = (node: ts.Node): void => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier !== undefined) {
      const typeOnly = ts.isImportDeclaration(node)
        ? node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword
        : node.isTypeOnly
      found.push({ specifier: (node.moduleSpecifier as ts.StringLiteral).text, typeOnly })
    } else if (
      ts.isCallExpression(node) &&
      node.expression.kind === ts.SyntaxKind.ImportKeyword &&
      node.arguments[0] !== undefined &&
      ts.isStringLiteral(node.arguments[0])
    ) {
      found.push({ specifier: node.arguments[0].text, typeOnly: false })
    }
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}

function readProject(): Files {
  const paths = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' }).filter((p) => /\.tsx?$/.test(p))
  return new Map(paths.sort().map((p) => [`src/${p}`, readImports(p, readFileSync(join(ROOT, 'src', p), 'utf8'))]))
}

const target = (from: string, specifier: string): string | undefined =>
  specifier.startsWith('.') ? relative(ROOT, resolve(ROOT, dirname(from), specifier)).replace(/\?.*$/, '') : undefined

function wrongWays(files: Files): string[] {
  const wrong: string[] = []
  for (const [from, imports] of files) {
    const layer = layerOf(from)
    const allowed = LAYERS[layer]
    if (allowed === undefined) {
      wrong.push(`${from}: "${layer}" is no layer; name it in this test`)
      continue
    }
    for (const { specifier, typeOnly } of imports) {
      if (PURE.includes(layer) && specifier.startsWith('node:')) wrong.push(`${from} is pure, yet imports ${specifier}`)
      const to = target(from, specifier)
      if (to === undefined || !to.startsWith('src/')) continue
      const other = layerOf(to)
      if (other !== layer && !allowed.includes(other)) wrong.push(`${from} imports ${to}`)
      if (!typeOnly && TYPES_ONLY.some(([a, b]) => a === layer && b === other))
        wrong.push(`${from} imports more than types of ${to}`)
    }
  }
  return wrong
}

function cycle(files: Files): readonly string[] | undefined {
  const done = new Set<string>()
  const visit = (path: string, trail: readonly string[]): readonly string[] | undefined => {
    if (trail.includes(path)) return [...trail.slice(trail.indexOf(path)), path]
    if (done.has(path)) return undefined
    for (const { specifier } of files.get(path) ?? []) {
      const to = target(path, specifier)
      const found = to !== undefined && files.has(to) ? visit(to, [...trail, path]) : undefined
      if (found !== undefined) return found
    }
    done.add(path)
    return undefined
  }
  for (const path of files.keys()) {
    const found = visit(path, [])
    if (found !== undefined) return found
  }
  return undefined
}

const only = (path: string, ...specifiers: string[]): [string, Import[]] => [
  path,
  specifiers.map((specifier) => ({ specifier, typeOnly: false })),
]

describe('imports', () => {
  const files = readProject()

  test('go one way', () => {
    expect(files.size).toBeGreaterThan(5)
    expect(wrongWays(files)).toEqual([])
  })

  test('form no cycle', () => {
    expect(cycle(files)).toBeUndefined()
  })

  test('pure layers know neither clock nor chance', () => {
    const guilty = [...files.keys()]
      .filter((path) => PURE.includes(layerOf(path)))
      .filter((path) =>
        /\b(Date\.now\(|new Date\(\)|Math\.random\(|performance\.now\()/.test(readFileSync(join(ROOT, path), 'utf8')),
      )
    expect(guilty).toEqual([])
  })
})

describe('the rules themselves', () => {
  test.each([
    [
      'a lower layer imports a higher one',
      new Map([only('src/model/a.ts', '../graph/b.ts')]),
      'src/model/a.ts imports src/graph/b.ts',
    ],
    [
      'the page imports the server',
      new Map([only('src/ui/a.tsx', '../server/b.ts')]),
      'src/ui/a.tsx imports src/server/b.ts',
    ],
    [
      'a pure layer reads files',
      new Map([only('src/extract/a.ts', 'node:fs')]),
      'src/extract/a.ts is pure, yet imports node:fs',
    ],
    [
      'a folder that is no layer',
      new Map([only('src/misc/a.ts')]),
      'src/misc/a.ts: "misc" is no layer; name it in this test',
    ],
    [
      'the page takes code of the API',
      new Map([only('src/ui/a.ts', '../api/b.ts')]),
      'src/ui/a.ts imports more than types of src/api/b.ts',
    ],
  ])('see that %s', (_, files, message) => {
    expect(wrongWays(files)).toEqual([message])
  })

  test('see a cycle of three', () => {
    const files = new Map([
      only('src/model/a.ts', './b.ts'),
      only('src/model/b.ts', './c.ts'),
      only('src/model/c.ts', './a.ts'),
    ])
    expect(cycle(files)).toEqual(['src/model/a.ts', 'src/model/b.ts', 'src/model/c.ts', 'src/model/a.ts'])
  })
})
