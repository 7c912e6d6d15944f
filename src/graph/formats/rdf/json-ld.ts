/** JSON-LD 1.1: the same triples as in Turtle, one resource a line. */
import type { ListedGraph } from '../../knowledge-graph.ts'
import { listAt } from '../../order.ts'
import { settle, type WriteOptions } from '../options.ts'
import { type RdfValue, resources } from './resources.ts'
import { PREFIXES } from './vocabulary.ts'

export function* writeJsonLd(graph: ListedGraph, options: WriteOptions = {}): Generator<string> {
  yield `{"@context":${JSON.stringify(PREFIXES)},\n"@graph":[`
  let separator = '\n'
  for (const { iri, types, properties } of resources(graph, settle(graph, options))) {
    const values = new Map<string, object[]>()
    for (const [property, value] of properties) listAt(values, property as string).push(written(value))
    const body = Object.fromEntries([...values].map(([name, list]) => [name, list.length === 1 ? list[0] : list]))
    yield `${separator}${JSON.stringify({ '@id': iri, ...(types.length > 0 && { '@type': types }), ...body })}`
    separator = ',\n'
  }
  yield ']}\n'
}

/** Numbers as text: a reader of JSON would make others of them. */
function written(value: RdfValue): object {
  if ('iri' in value) return { '@id': value.iri }
  if ('term' in value) return { '@id': value.term }
  return value.type === 'string'
    ? { '@value': value.value }
    : { '@value': String(value.value), '@type': `xsd:${value.type}` }
}
