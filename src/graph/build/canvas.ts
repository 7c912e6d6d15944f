/** The graph that is drawn on: nodes and edges are put on it by key, so that what is built at once lies in one order. */

import { byDate } from '../../model/date.ts'
import type { GraphDocument, NodeAttributes } from '../../model/graph.ts'
import type { EdgeKey, NodeKey } from '../../model/ids.ts'
import type { Locate } from '../../model/place.ts'
import { byText } from '../order.ts'
import type { PackedGraph } from '../packed/packed-graph.ts'
import type { EdgeTable } from './edge-table.ts'
import { toEdge } from './edges.ts'
import type { ReportOf } from './reports.ts'

export interface Imprint {
  /** Name of the graph. */
  readonly name: string
  /** Program and version, such as `dragoman 0.1.0`. */
  readonly generator: string
  /** Tells where places and states are; nothing is put on a map without it. */
  readonly locate?: Locate | undefined
}

export class Canvas {
  readonly graph: PackedGraph
  constructor(graph: PackedGraph) {
    this.graph = graph
  }

  /** @param attributesOf of a node; undefined where it is not to be there */
  putNodes(keys: Iterable<NodeKey>, attributesOf: (key: NodeKey) => NodeAttributes | undefined): void {
    for (const key of [...keys].sort(byText)) {
      const attributes = attributesOf(key)
      if (attributes === undefined) this.graph.dropNode(key)
      else this.graph.putNode(key, attributes)
    }
  }

  /** An edge without statements, or with an end that is not there, is taken off. */
  putEdges(keys: Iterable<EdgeKey>, table: EdgeTable, reportOf: ReportOf): void {
    const { graph } = this
    for (const key of [...keys].sort(byText)) {
      const statements = table.statementsOf(key)
      const [first] = statements
      if (first === undefined || !graph.hasNode(first.source) || !graph.hasNode(first.target)) {
        graph.dropEdge(key)
        continue
      }
      const { attributes } = toEdge(statements, reportOf)
      const own = table.addedTo(key).length > 0 ? attributes.evidence : undefined
      graph.putEdge(key, first.source, first.target, attributes, own)
    }
  }

  describe(documents: Iterable<GraphDocument>): void {
    const described = [...documents].sort(newestFirst)
    this.graph.mergeAttributes({ date: described[0]?.date ?? null, documents: described })
  }
}

/** Those without a date last; ties by id. */
export const newestFirst = (a: GraphDocument, b: GraphDocument): number =>
  a.date !== null && b.date !== null
    ? byDate(b.date, a.date) || byText(a.id, b.id)
    : Number(a.date === null) - Number(b.date === null) || byText(a.id, b.id)
