/** The OpenAPI 3.1 document, written from the table of operations and its schemas. */
import * as z from 'zod'
import type { AnswerShape, Operation } from './operations.ts'
import { OPERATIONS } from './operations.ts'
import { Problem } from './schemas.ts'

type Json = { readonly [key: string]: unknown }

export const BASE = '/api/v1'

/** @param version of the program */
export function openApiDocument(version: string): Json {
  const schemas: Record<string, unknown> = {}
  const paths: Record<string, Record<string, unknown>> = {}
  for (const [name, operation] of Object.entries<Operation>(OPERATIONS)) {
    const path = operation.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [operation.method]: describe(name, operation, schemas) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Dragoman',
      version,
      description: 'News text as a graph in which every fact points to the sentence it was read in.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: BASE }],
    security: [{}, { token: [] }],
    paths,
    components: {
      schemas: Object.fromEntries(Object.entries(schemas).sort(([a], [b]) => (a < b ? -1 : 1))),
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
    },
  }
}

function describe(operationId: string, operation: Operation, schemas: Record<string, unknown>): Json {
  const { summary, parameters, query, body, file, answer, items, statuses } = operation
  const good = Object.entries(statuses).map(([status, description]) => [
    status,
    { description, ...content(answer, items, schemas) },
  ])
  const problem = { description: 'what was wrong', content: json(Problem, schemas, 'application/problem+json') }
  return {
    operationId,
    summary,
    parameters: [...fields('path', parameters, schemas), ...fields('query', query, schemas)],
    ...((body !== undefined || file) && {
      requestBody: { required: true, content: { ...(body && json(body, schemas)), ...(file && FILE) } },
    }),
    responses: { ...Object.fromEntries(good), default: problem },
  }
}

/** Any bytes: the format is told by them and by the name. */
const FILE: Json = { 'application/octet-stream': { schema: {} } }

function content(answer: AnswerShape, items: string | undefined, schemas: Record<string, unknown>): { content?: Json } {
  if ('empty' in answer) return {}
  if ('json' in answer)
    return { content: { ...json(answer.json, schemas), ...(items !== undefined && linesOf(items)) } }
  const schema = answer.schema === undefined ? { type: 'string' } : reference(answer.schema, schemas)
  return { content: Object.fromEntries([answer.file].flat().map((file) => [file, { schema }])) }
}

const linesOf = (items: string): Json => ({
  'application/x-ndjson': { schema: { type: 'string', description: `One item of "${items}" a line, all of them.` } },
})

const json = (schema: z.ZodType, schemas: Record<string, unknown>, mediaType = 'application/json'): Json => ({
  [mediaType]: { schema: reference(schema, schemas) },
})

/** One parameter for each field of `of`. */
function fields(place: 'path' | 'query', of: z.ZodObject | undefined, schemas: Record<string, unknown>): Json[] {
  if (of === undefined) return []
  const { properties = {}, required = [] } = reference(of, schemas) as {
    readonly properties?: Readonly<Record<string, Json>>
    readonly required?: readonly string[]
  }
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    name,
    in: place,
    required: required.includes(name),
    ...(description !== undefined && { description }),
    schema,
    ...(schema['type'] === 'array' && { style: 'form', explode: true }),
  }))
}

/** The JSON Schema of `schema`; named ones are put among the components and referred to. */
function reference(schema: z.ZodType, schemas: Record<string, unknown>): Json {
  const {
    $schema: _,
    $defs,
    ...plain
  } = z.toJSONSchema(schema, {
    io: 'input',
    override: ({ jsonSchema }) => {
      // "readOnly" is how the schemas mark lists that our own code does not change: it says nothing to callers.
      delete jsonSchema.readOnly
    },
  }) as Json & { $defs?: Record<string, Json> }
  for (const [name, definition] of Object.entries($defs ?? {})) schemas[name] = relocated(definition)
  const { id, ...rest } = relocated(plain)
  const named = typeof id === 'string' ? id : undefined
  if (named === undefined) return rest
  schemas[named] = rest
  return { $ref: `#/components/schemas/${named}` }
}

const relocated = (part: Json): Json =>
  JSON.parse(JSON.stringify(part).replaceAll('"#/$defs/', '"#/components/schemas/')) as Json
