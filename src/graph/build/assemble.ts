/** From the readings of documents and the corrections of people to the graph, and to what answers questions about it. */
import type { NodeAnchor } from '../../model/corrections.ts'
import type { Extraction } from '../../model/facts.ts'
import type { DocumentId, EdgeKey, EntryId, NodeKey } from '../../model/ids.ts'
import { additions } from '../corrections/additions.ts'
import type { Correction } from '../corrections/log.ts'
import { correctStatements, edgeCorrections } from '../corrections/statements.ts'
import type { KnowledgeGraph, StoredDocument } from '../knowledge-graph.ts'
import { listAt } from '../order.ts'
import type { Resolution } from '../resolve/resolve.ts'
import { resolve } from '../resolve/resolve.ts'
import type { Imprint } from './build.ts'
import { buildGraph } from './build.ts'
import { keyOfEdge } from './edges.ts'
import type { Statement } from './statements.ts'
import { statements } from './statements.ts'

export interface Assembly {
  readonly graph: KnowledgeGraph
  readonly keyOf: Resolution['keyOf']
  /** What was read in a document, with what people have corrected in it. */
  readonly readingOf: (document: DocumentId) => Extraction | undefined
  /** The key under which a node is found now: its own, or that of the node that it was merged into. */
  readonly findNode: (key: NodeKey) => NodeKey | undefined
  readonly nodeOf: (anchor: NodeAnchor) => NodeKey | undefined
  readonly statementsOf: (edge: EdgeKey) => readonly Statement[]
  /** Corrections that found what they are about; the others wait until it is back. */
  readonly met: ReadonlySet<EntryId>
}

/**
 * The order of `documents` does not matter.
 * @param corrections that hold, in the order in which they were made
 */
export function assemble(
  documents: readonly StoredDocument[],
  corrections: readonly Correction[],
  imprint: Imprint,
): Assembly {
  const resolution = resolve(documents, corrections)
  const { keyOf, aliases, nodeOf } = resolution
  const met = new Set(resolution.met)
  const edges = edgeCorrections(corrections)
  const added = additions(corrections, edges, nodeOf, met)
  const read = resolution.documents.flatMap((stored) =>
    correctStatements(statements(stored, keyOf), edges.byDocument.get(stored.document.id), nodeOf, met),
  )
  const all = [...read, ...added.statements]
  const graph = buildGraph(resolution, added, all, imprint)
  const readings = new Map(resolution.documents.map(({ document, extraction }) => [document.id, extraction]))
  const groups = new Map<EdgeKey, Statement[]>()
  for (const statement of all) listAt(groups, keyOfEdge(statement)).push(statement)
  return {
    graph,
    keyOf,
    readingOf: (document) => readings.get(document),
    findNode: (key) => {
      if (graph.hasNode(key)) return key
      const alias = aliases.get(key)
      return alias !== undefined && graph.hasNode(alias) ? alias : undefined
    },
    nodeOf,
    statementsOf: (edge) => groups.get(edge) ?? [],
    met,
  }
}
