/** RDF 1.1 Turtle, by the writer of n3. */
import { DataFactory, Writer } from 'n3'
import type { ListedGraph } from '../../knowledge-graph.ts'
import { settle, type WriteOptions } from '../options.ts'
import { type RdfValue, resources } from './resources.ts'
import { expand, PREFIXES } from './vocabulary.ts'

const { namedNode, literal, quad } = DataFactory
const TYPE = namedNode(`${PREFIXES.rdf}type`)

export function* writeTurtle(graph: ListedGraph, options: WriteOptions = {}): Generator<string> {
  let ready = ''
  // What the writer has written is handed on after each resource, so that the file is never whole in memory.
  const sink = {
    write: (chunk: string, _encoding?: string, done?: () => void) => {
      ready += chunk
      done?.()
    },
    end: (done?: () => void) => done?.(),
  }
  const writer = new Writer(sink, { prefixes: PREFIXES })
  for (const { iri, types, properties } of resources(graph, settle(graph, options))) {
    const subject = namedNode(iri)
    for (const type of types) writer.addQuad(quad(subject, TYPE, namedNode(expand(type))))
    for (const [property, value] of properties) writer.addQuad(quad(subject, namedNode(expand(property)), term(value)))
    yield ready
    ready = ''
  }
  writer.end()
  yield ready
}

function term(value: RdfValue): ReturnType<typeof namedNode> | ReturnType<typeof literal> {
  if ('iri' in value) return namedNode(value.iri)
  if ('term' in value) return namedNode(expand(value.term))
  return literal(String(value.value), namedNode(`${PREFIXES.xsd}${value.type}`))
}
