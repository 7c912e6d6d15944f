/** The description says what the server does, and the other way round. */
import { describe, expect, test } from 'vitest'
import { BASE, openApiDocument } from '../../src/api/openapi.ts'
import type { Operation } from '../../src/api/operations.ts'
import { OPERATIONS } from '../../src/api/operations.ts'
import { serve } from '../support/server.ts'

interface Described {
  readonly openapi: string
  readonly paths: Readonly<
    Record<string, Readonly<Record<string, { parameters: { name: string; in: string; required: boolean }[] }>>>
  >
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> }
}
const described = openApiDocument('1.2.3') as unknown as Described
const rows = Object.entries<Operation>(OPERATIONS)

test('is served as it is written', async () => {
  const { body } = await (await serve([])).get(`${BASE}/openapi.json`)
  expect(body).toEqual(JSON.parse(JSON.stringify(described)))
  expect(described.openapi).toBe('3.1.0')
})

test('refers only to schemas that it has, and uses all of them', () => {
  const references = new Set(
    [...JSON.stringify(described).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name),
  )
  expect([...references].sort()).toEqual(Object.keys(described.components.schemas).sort())
  expect(JSON.stringify(described)).not.toMatch(/\$defs|readOnly|\$schema/)
})

describe.each(rows)('%s', (name, { method, path, query, parameters, answer }) => {
  const found = described.paths[path.replace(/:(\w+)/g, '{$1}')]?.[method]

  test('is described with all its parameters', () => {
    const named = [...Object.keys(parameters?.shape ?? {}), ...Object.keys(query.shape)]
    expect(found?.parameters.map((parameter) => parameter.name)).toEqual(named)
    expect(found).toMatchObject({ operationId: name })
  })

  test('asks for no parameter that the server can do without', () => {
    const required = found?.parameters.filter((parameter) => parameter.in === 'query' && parameter.required) ?? []
    for (const parameter of required) expect(query.safeParse({ [parameter.name]: undefined }).success).toBe(false)
    if (required.length === 0) expect(query.safeParse({}).success).toBe(true)
  })

  test('is there', async () => {
    const { status, body } = await (await serve([])).send<{ detail?: string }>(
      // A stream of events has no end to wait for.
      'file' in answer && answer.file === 'text/event-stream' ? 'HEAD' : method.toUpperCase(),
      `${BASE}${path.replace(':id', 'none')}`,
      method === 'post' ? {} : undefined,
    )
    expect(status).not.toBe(405)
    expect(body?.detail ?? '').not.toMatch(/nothing at/)
  })
})
