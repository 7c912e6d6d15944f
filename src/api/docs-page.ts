/** The description of the API as a page to read: made from the OpenAPI document, without a script and without a network. */
import { BASE } from './openapi.ts'

type Json = { readonly [key: string]: unknown }
interface Parameter {
  readonly name: string
  readonly in: string
  readonly required: boolean
  readonly description?: string
  readonly schema: Json
}
interface Described {
  readonly operationId: string
  readonly summary: string
  readonly parameters: readonly Parameter[]
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Json }>> }
  readonly responses: Readonly<
    Record<string, { readonly description: string; readonly content?: Readonly<Record<string, { schema: Json }>> }>
  >
}
interface Document {
  readonly info: { readonly title: string; readonly version: string; readonly description: string }
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>
  readonly components: { readonly schemas: Readonly<Record<string, Json>> }
}

/** @param openapi what `openApiDocument` gives */
export function docsPage(openapi: Json): string {
  const { info, paths, components } = openapi as unknown as Document
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => ({ path, method, ...described })),
  )
  const entries = operations.map(
    ({ operationId, method, path, summary }) =>
      `<li><a href="#${operationId}"><code>${method.toUpperCase()} ${escaped(path)}</code></a> ${escaped(summary)}</li>`,
  )
  const schemas = Object.entries(components.schemas).map(
    ([name, schema]) =>
      `<details id="schema-${name}"><summary><code>${name}</code> ${escaped(String(schema['description'] ?? ''))}</summary><pre>${linked(schema)}</pre></details>`,
  )
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(info.title)}: the API</title>
<link rel="stylesheet" href="/api/docs/style.css">
</head>
<body>
<header>
<h1>${escaped(info.title)}: the API</h1>
<p>${escaped(info.description)} Version ${escaped(info.version)}. All paths are below <code>${BASE}</code>; programs find the same
description at <a href="${BASE}/openapi.json"><code>${BASE}/openapi.json</code></a>.</p>
<p>Lists of values repeat a parameter or part values by commas. Errors are <code>application/problem+json</code> and name the
parameter. Answers have an <code>ETag</code>: sent back as <code>If-None-Match</code>, it gets 304 while nothing has changed. Pages
name the next one in <code>next</code> and in a <code>Link</code> header; with <code>Accept: application/x-ndjson</code> all items
come, one a line. A server that listens on a network wants <code>Authorization: Bearer …</code>.</p>
</header>
<nav aria-label="Operations"><ul>
${entries.join('\n')}
</ul></nav>
<main>
${operations.map(operation).join('\n')}
<h2 id="schemas">Schemas</h2>
${schemas.join('\n')}
</main>
</body>
</html>
`
}

function operation(described: Described & { readonly path: string; readonly method: string }): string {
  const { operationId, method, path, summary, parameters, requestBody, responses } = described
  const bodies = Object.entries(requestBody?.content ?? {}).map(
    ([type, { schema }]) => `<p>Body, <code>${type}</code>: ${typeOf(schema) || 'the bytes of the file'}</p>`,
  )
  const answers = Object.entries(responses).flatMap(([status, { description, content = {} }]) => {
    const forms = Object.entries(content).map(([type, { schema }]) => `<code>${type}</code> ${typeOf(schema)}`)
    const which = status === 'default' ? 'else' : status
    return [`<dt>${which}</dt><dd>${escaped(description)}${forms.length > 0 ? `: ${forms.join('; ')}` : ''}</dd>`]
  })
  return `<section id="${operationId}" aria-labelledby="${operationId}-title">
<h2 id="${operationId}-title"><code>${method.toUpperCase()} ${escaped(path)}</code></h2>
<p>${escaped(summary)}.</p>
${parameters.length === 0 ? '' : parameterTable(parameters)}
${bodies.join('\n')}
<dl>${answers.join('')}</dl>
<pre class="example">${escaped(example(described))}</pre>
</section>`
}

const parameterTable = (parameters: readonly Parameter[]): string => `<table>
<thead><tr><th scope="col">parameter</th><th scope="col">value</th><th scope="col">meaning</th></tr></thead>
<tbody>
${parameters
  .map(
    ({ name, required, description = '', schema }) =>
      `<tr><th scope="row"><code>${name}</code>${required ? ' <em>needed</em>' : ''}</th><td>${typeOf(schema)}</td><td>${escaped(description)}</td></tr>`,
  )
  .join('\n')}
</tbody></table>`

/** What a value may be, in a few words. */
function typeOf(schema: Json): string {
  const {
    $ref,
    type,
    items,
    enum: values,
    minimum,
    maximum,
    default: usual,
    anyOf,
  } = schema as {
    readonly $ref?: string
    readonly type?: string
    readonly items?: Json
    readonly enum?: readonly unknown[]
    readonly minimum?: number
    readonly maximum?: number
    readonly default?: unknown
    readonly anyOf?: readonly Json[]
  }
  const otherwise = usual === undefined ? '' : `; <code>${escaped(plain(usual))}</code> unless told`
  if ($ref !== undefined) {
    const name = $ref.split('/').at(-1)!
    return `<a href="#schema-${name}"><code>${name}</code></a>`
  }
  if (values !== undefined)
    return `${values.map((value) => `<code>${escaped(String(value))}</code>`).join(', ')}${otherwise}`
  if (anyOf !== undefined) return anyOf.map(typeOf).join(' or ')
  if (type === 'array' && items !== undefined) return `any of: ${typeOf(items)}${otherwise}`
  const most = maximum === undefined || maximum === Number.MAX_SAFE_INTEGER ? undefined : maximum
  const range = minimum !== undefined && most !== undefined ? ` from ${minimum} to ${most}` : ''
  const words: Readonly<Record<string, string>> = { integer: 'a whole number', number: 'a number', string: 'text' }
  return `${words[type ?? ''] ?? escaped(type ?? '')}${range}${otherwise}`
}

const plain = (value: unknown): string => (Array.isArray(value) ? value.join(', ') : String(value))

function example({ path, method, parameters, requestBody }: Described & { path: string; method: string }): string {
  const query = parameters
    .filter(({ in: place, required }) => place === 'query' && required)
    .map(({ name }) => `${name}=…`)
    .join('&')
  const address = `http://127.0.0.1:4780${BASE}${path}${query === '' ? '' : `?${query}`}`
  if (requestBody === undefined) return `curl ${method === 'get' ? '' : `-X ${method.toUpperCase()} `}'${address}'`
  return 'application/json' in requestBody.content
    ? `curl -H 'Content-Type: application/json' -d '{…}' '${address}'`
    : `curl -H 'Content-Type: application/octet-stream' --data-binary @FILE '${address}'`
}

/** A schema as JSON in which the names of other schemas lead to them. */
const linked = (schema: Json): string =>
  escaped(JSON.stringify(schema, null, 2)).replace(
    /&quot;#\/components\/schemas\/(\w+)&quot;/g,
    '&quot;<a href="#schema-$1">$1</a>&quot;',
  )

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign]!)

export const DOCS_STYLE = `:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { margin: 0 auto; max-width: 62rem; padding: 1rem 1.5rem 4rem; }
h1 { font-size: 1.6rem; }
h2 { font-size: 1.15rem; margin-top: 2.5rem; }
nav ul { list-style: none; padding: 0; }
nav li { margin: 0.15rem 0; }
section { border-top: 1px solid color-mix(in srgb, currentColor 20%, transparent); margin-top: 2rem; }
code, pre { font: 0.9em/1.45 ui-monospace, monospace; }
pre { overflow: auto; padding: 0.75rem; background: color-mix(in srgb, currentColor 7%, transparent); border-radius: 4px; }
table { border-collapse: collapse; width: 100%; display: block; overflow-x: auto; }
th, td { text-align: left; vertical-align: top; padding: 0.3rem 1rem 0.3rem 0; font-weight: normal; }
thead th { font-weight: 600; }
tbody tr { border-top: 1px solid color-mix(in srgb, currentColor 15%, transparent); }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.2rem 1rem; }
dd { margin: 0; }
details { margin: 0.4rem 0; }
a { color: inherit; }
`
