/** docs/cypher.md is true: its queries are understood and its examples give what they say. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { answer, prepare } from '../../src/cypher/cypher.ts'
import { FUNCTIONS } from '../../src/cypher/functions/table.ts'
import { admissionOf, KNOWLEDGE, statementsFor } from '../../src/cypher/graph/knowledge.ts'
import { narrow } from '../../src/cypher/graph/narrowed.ts'
import { indexGraph } from '../../src/cypher/graph/property-graph.ts'
import { literal } from '../../src/cypher/values/text.ts'
import { DOCUMENT, extractions, TEXT } from './knowledge.ts'
import { options, value } from './support.ts'

const text = readFileSync(join(import.meta.dirname, '../../docs/cypher.md'), 'utf8')
const whole = indexGraph(extractions(), KNOWLEDGE)

function asked(query: string): string[] {
  const prepared = prepare(query)
  const sources = { text: () => TEXT, document: () => ({ ...DOCUMENT }) }
  const graph = narrow(whole, admissionOf(statementsFor(prepared.properties)))
  const parameters = { one: 'Orla Venn', other: 'Tomas Reck' }
  return answer(prepared, graph, options({ parameters, sources })).rows.map((row) => row.map(literal).join(' | '))
}

const queries = [...text.matchAll(/```cypher\n(.*?)```/gs)].map(([, query]) => query!)

test.each(queries)('%s', (query) => {
  expect(queries.length).toBeGreaterThan(5)
  expect(() => asked(query)).not.toThrow()
})

test('evidence leads to the sentence', () => {
  expect(asked(queries[0]!)).toEqual(["'Orla Venn' | 'Tomas Reck' | 'Orla Venn met Tomas Reck.' | 'The meeting'"])
})

const examples = [...text.matchAll(/^\| `(.+?)` \| `(.+?)` \|$/gm)].map(
  ([, expression, gives]) => [expression!, gives!] as const,
)

test.each(examples)('%s gives %s', (expression, gives) => {
  expect(value(expression)).toBe(gives)
})

describe('functions', () => {
  const section = /### Functions\n(.*?)\n###/s.exec(text)![1]!
  const named = new Set([...section.matchAll(/`([\w.]+)`/g)].map(([, name]) => name!))
  const simple = FUNCTIONS.map(({ name }) => name)
    .map((name) => name.replace(/(?<=to\w+)(OrNull|List)$/, ''))
    .map((name) =>
      name.replace(/^(date|localtime|time|localdatetime|datetime)(?=\.(truncate|transaction|statement|realtime)$)/, ''),
    )

  test('are all named, and no others', () => {
    const real = new Set([...simple, 'exists', 'OrNull', 'List'])
    expect([...real].filter((name) => !named.has(name))).toEqual([])
    expect([...named].filter((name) => !real.has(name))).toEqual([])
  })
})
