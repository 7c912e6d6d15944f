/** The graph of a library, with what people have corrected in it. */

import { assemble } from '../graph/build/assemble.ts'
import type { Assembly } from '../graph/build/assembly.ts'
import type { LogState } from '../graph/corrections/log.ts'
import { readLog } from '../graph/corrections/log.ts'
import type { KnowledgeGraph } from '../graph/knowledge-graph.ts'
import type { Entry } from '../model/corrections.ts'
import { locate } from '../resources.ts'
import type { Library } from '../store/library.ts'

export interface LibraryGraph extends Assembly {
  readonly entries: readonly Entry[]
  readonly log: LogState
}

/** @param generator program and version, as it stands in exported files */
export function assembleLibrary(library: Library, generator: string): LibraryGraph {
  const entries = library.corrections()
  const log = readLog(entries)
  return {
    ...assemble([...library.readings()], log.holding, { name: 'Dragoman', generator, locate }),
    entries,
    log,
  }
}

export const libraryGraph = (library: Library, generator: string): KnowledgeGraph =>
  assembleLibrary(library, generator).graph
