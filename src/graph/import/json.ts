/** Reads graphology's serialised graph. */
import { BrokenFileError, type ForeignGraph } from './foreign.ts'
import { parseJson } from './xml.ts'

/** @throws BrokenFileError */
export function readGraphJson(text: string): ForeignGraph {
  const { attributes, nodes, edges } = objectOf(parseJson(text, 'the file'), 'the file')
  return {
    attributes: attributes === undefined ? {} : objectOf(attributes, '"attributes"'),
    nodes: listOf(nodes, '"nodes"').map((item, i) => {
      const node = objectOf(item, `node ${i}`)
      return {
        key: textOf(node['key'], `"key" of node ${i}`),
        attributes: objectOf(node['attributes'] ?? {}, `attributes of node ${i}`),
      }
    }),
    edges: listOf(edges, '"edges"').map((item, i) => {
      const edge = objectOf(item, `edge ${i}`)
      return {
        key: edge['key'] === undefined ? undefined : textOf(edge['key'], `"key" of edge ${i}`),
        source: textOf(edge['source'], `"source" of edge ${i}`),
        target: textOf(edge['target'], `"target" of edge ${i}`),
        attributes: objectOf(edge['attributes'] ?? {}, `attributes of edge ${i}`),
      }
    }),
  }
}

function objectOf(value: unknown, what: string): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>
  throw new BrokenFileError(`${what} is no JSON object, as graphology writes it`)
}

function listOf(value: unknown, what: string): readonly unknown[] {
  if (Array.isArray(value)) return value
  throw new BrokenFileError(`${what} is no list`)
}

function textOf(value: unknown, what: string): string {
  if (typeof value === 'string' || typeof value === 'number') return String(value)
  throw new BrokenFileError(`${what} is missing`)
}
