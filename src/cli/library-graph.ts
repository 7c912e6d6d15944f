/** The graph of a library, with what people have corrected in it. */
import type { KnowledgeGraph } from '../graph/knowledge-graph.ts'
import { gazetteerStamp, locate } from '../resources.ts'
import { buildStamp } from '../store/build-stamp.ts'
import type { LibraryGraph } from '../store/kept-graph.ts'
import { KeptGraph } from '../store/kept-graph.ts'
import type { Library } from '../store/library.ts'
import type { Console } from './console.ts'

/**
 * Goes on from the graph that the library keeps.
 * @param generator program and version, as it stands in exported files
 * @param console told how far it is, where a graph has to be worked out from nothing
 */
export function keptGraph(library: Library, generator: string, console?: Pick<Console, 'say'>): KeptGraph {
  const progress = (done: number, all: number): void =>
    console?.say(`The graph is being worked out: ${done} of ${all} documents.`)
  const build = `${buildStamp()} ${gazetteerStamp()}`
  return new KeptGraph(library, { generator, build, locate, progress })
}

export const assembleLibrary = (library: Library, generator: string): LibraryGraph =>
  keptGraph(library, generator).current()

export const libraryGraph = (library: Library, generator: string): KnowledgeGraph =>
  assembleLibrary(library, generator).graph
