/** What a query is asked of: a library, or a file with a graph. */
import { readFileSync } from 'node:fs'
import Graph from 'graphology'
import type { SerializedGraph } from 'graphology-types'
import type { Prepared } from '../cypher/cypher.ts'
import { admissionOf, isKnowledge, KNOWLEDGE, statementsFor } from '../cypher/graph/knowledge.ts'
import { narrow } from '../cypher/graph/narrowed.ts'
import { indexGraph, type PropertyGraph } from '../cypher/graph/property-graph.ts'
import { NO_SOURCES, type Sources } from '../cypher/run/run.ts'
import { once } from '../graph/once.ts'
import { InvalidInputError, UnreadableDocumentError } from '../model/errors.ts'
import type { Modality } from '../model/facts.ts'
import { asDocumentId } from '../model/ids.ts'
import type { Library } from '../store/library.ts'
import { type Context, withLibrary } from './context.ts'
import { libraryGraph } from './library-graph.ts'

export interface Asked {
  readonly graph: PropertyGraph
  /** Statements that are not looked at, because the query does not speak of how firm they are. */
  readonly leftOut: number
}

export interface QuerySource {
  readonly graphFor: (query: Prepared, modalities?: readonly Modality[]) => Asked
  readonly sources: Sources
}

export interface SourceFlags {
  readonly library: string
  readonly graph?: string
}

/** Closes the library whatever happens. */
export function withSource<T>(
  { library, graph }: SourceFlags,
  { generator }: Context,
  use: (source: QuerySource) => T,
): T {
  if (graph !== undefined) return use(graphSource(graphFile(graph)))
  return withLibrary(library, { readonly: true }, (opened) => use(librarySource(opened, generator)))
}

function librarySource(library: Library, generator: string): QuerySource {
  const graph = once(() => libraryGraph(library, generator))
  const documents = once(() => new Map(library.documents().map((document) => [document.id as string, document])))
  return {
    graphFor: views(graph),
    sources: {
      text: (id) => library.text(asDocumentId(id)),
      document: (id) => ({ ...documents().get(id) }),
    },
  }
}

export function graphSource(graph: Graph): QuerySource {
  const first = graph.nodes()[0]
  if (first !== undefined && isKnowledge(graph.getNodeAttributes(first)))
    return { graphFor: views(() => graph), sources: NO_SOURCES }
  const indexed = once(() => ({ graph: indexGraph(graph), leftOut: 0 }))
  return { graphFor: indexed, sources: NO_SOURCES }
}

function views(graph: () => Parameters<typeof indexGraph>[0]): QuerySource['graphFor'] {
  const whole = once(() => indexGraph(graph(), KNOWLEDGE))
  return ({ properties }, modalities) => {
    const view = narrow(whole(), admissionOf(statementsFor(properties, modalities)))
    return { graph: view, leftOut: whole().relationships.length - view.relationships.length }
  }
}

/** @throws InvalidInputError, UnreadableDocumentError */
export const graphFile = (path: string): Graph => readGraph(readJson(path), path)

export function readGraph(json: unknown, origin: string): Graph {
  if (typeof json !== 'object' || json === null || !('nodes' in json) || !Array.isArray(json.nodes))
    throw new InvalidInputError('graph', `${origin} holds no graph in graphology's JSON: it has no list "nodes".`)
  try {
    return Graph.from(json as SerializedGraph)
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.split('\n')[0] : String(cause)
    throw new InvalidInputError('graph', `${origin} holds no graph in graphology's JSON: ${reason}`, { cause })
  }
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readText(path))
  } catch (cause) {
    if (cause instanceof SyntaxError)
      throw new InvalidInputError('graph', `${path} is no JSON: ${cause.message}.`, { cause })
    throw cause
  }
}

/** @throws UnreadableDocumentError */
export function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (cause) {
    const { code = String(cause) } = cause as NodeJS.ErrnoException
    const why = code === 'ENOENT' ? 'there is no such file' : code === 'EISDIR' ? 'it is a folder' : code
    throw new UnreadableDocumentError(path, `${path} cannot be read: ${why}.`, { cause })
  }
}
