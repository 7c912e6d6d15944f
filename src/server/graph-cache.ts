/** The graph of the library as it is now, built again when the library has changed. */
import type { Assembly } from '../graph/build/assemble.ts'
import { assemble } from '../graph/build/assemble.ts'
import type { LogState } from '../graph/corrections/log.ts'
import { readLog } from '../graph/corrections/log.ts'
import type { KnowledgeGraph } from '../graph/knowledge-graph.ts'
import type { LayoutInput, Position } from '../graph/layout.ts'
import { layout, layoutInput } from '../graph/layout.ts'
import { listAt } from '../graph/order.ts'
import type { NameIndex } from '../graph/queries/name-index.ts'
import { indexNames } from '../graph/queries/name-index.ts'
import type { Entry } from '../model/corrections.ts'
import type { Library } from '../store/library.ts'

/** What an answer is made from; all parts belong to one version of the library. */
export interface Snapshot extends Assembly {
  readonly version: string
  readonly entries: readonly Entry[]
  readonly log: LogState
  readonly names: () => NameIndex
  /** Keys of the edges with evidence in each document. */
  readonly edgesByDocument: () => ReadonlyMap<string, readonly string[]>
  readonly positions: () => Promise<Readonly<Record<string, Position>>>
}

/** Computes positions; a program with many nodes hands in one that works in another thread. */
export type Layouter = (input: LayoutInput) => Promise<Readonly<Record<string, Position>>>

export const layoutHere: Layouter = async (input) => layout(input)

export class GraphCache {
  readonly #library: Library
  readonly #generator: string
  readonly #layouter: Layouter
  #snapshot: Snapshot | undefined

  /** @param generator program and version, as it stands in exported files */
  constructor(library: Library, generator: string, layouter: Layouter = layoutHere) {
    this.#library = library
    this.#generator = generator
    this.#layouter = layouter
  }

  current(): Snapshot {
    const version = this.#library.version()
    if (this.#snapshot?.version !== version) this.#snapshot = this.#build(version)
    return this.#snapshot
  }

  #build(version: string): Snapshot {
    const entries = this.#library.corrections()
    const log = readLog(entries)
    const imprint = { name: 'Dragoman', generator: this.#generator }
    const assembly = assemble([...this.#library.readings()], log.holding, imprint)
    const { graph } = assembly
    return {
      ...assembly,
      version,
      entries,
      log,
      names: once(() => indexNames(graph)),
      edgesByDocument: once(() => groupEdges(graph)),
      positions: once(() => this.#layouter(layoutInput(graph))),
    }
  }
}

function groupEdges(graph: KnowledgeGraph): Map<string, string[]> {
  const groups = new Map<string, string[]>()
  graph.forEachEdge((edge, { evidence }) => {
    for (const document of new Set(evidence.map((item) => item.document))) listAt(groups, document as string).push(edge)
  })
  return groups
}

/** Most answers need no index and no positions: they are made when first asked for. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
