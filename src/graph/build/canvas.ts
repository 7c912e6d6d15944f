/** The graph that is drawn on: nodes and edges are put on it by key, so that what is built at once lies in one order. */

import { byDate } from '../../model/date.ts'
import type { GraphDocument, NodeAttributes } from '../../model/graph.ts'
import type { EdgeKey, NodeKey } from '../../model/ids.ts'
import type { Locate } from '../../model/place.ts'
import type { KnowledgeGraph, StoredDocument } from '../knowledge-graph.ts'
import { emptyGraph } from '../knowledge-graph.ts'
import { byText } from '../order.ts'
import { toEdge } from './edges.ts'
import type { ReportOf } from './reports.ts'
import type { Statement } from './statements.ts'

export interface Imprint {
  /** Name of the graph. */
  readonly name: string
  /** Program and version, such as `dragoman 0.1.0`. */
  readonly generator: string
  /** Tells where places and states are; nothing is put on a map without it. */
  readonly locate?: Locate | undefined
}

export class Canvas {
  readonly graph: KnowledgeGraph
  constructor({ name, generator }: Imprint) {
    this.graph = emptyGraph({ name, generator, date: null, documents: [] })
  }

  /** @param attributesOf of a node; undefined where it is not to be there */
  putNodes(keys: Iterable<NodeKey>, attributesOf: (key: NodeKey) => NodeAttributes | undefined): void {
    for (const key of [...keys].sort(byText)) {
      const attributes = attributesOf(key)
      if (attributes === undefined) {
        if (this.graph.hasNode(key)) this.graph.dropNode(key)
      } else if (this.graph.hasNode(key)) this.graph.replaceNodeAttributes(key, attributes)
      else this.graph.addNode(key, attributes)
    }
  }

  /** An edge without statements, or with an end that is not there, is taken off. */
  putEdges(keys: Iterable<EdgeKey>, statementsOf: (key: EdgeKey) => readonly Statement[], reportOf: ReportOf): void {
    const { graph } = this
    for (const key of [...keys].sort(byText)) {
      const statements = statementsOf(key)
      const [first] = statements
      if (first === undefined || !graph.hasNode(first.source) || !graph.hasNode(first.target)) {
        if (graph.hasEdge(key)) graph.dropEdge(key)
        continue
      }
      const { attributes } = toEdge(statements, reportOf)
      if (graph.hasEdge(key)) graph.replaceEdgeAttributes(key, attributes)
      else graph.addDirectedEdgeWithKey(key, first.source, first.target, attributes)
    }
  }

  describe(documents: Iterable<StoredDocument>): void {
    const described = [...documents].map(({ document }) => document).sort(newestFirst)
    this.graph.mergeAttributes({ date: described[0]?.date ?? null, documents: described })
  }
}

/** Those without a date last; ties by id. */
export const newestFirst = (a: GraphDocument, b: GraphDocument): number =>
  a.date !== null && b.date !== null
    ? byDate(b.date, a.date) || byText(a.id, b.id)
    : Number(a.date === null) - Number(b.date === null) || byText(a.id, b.id)
