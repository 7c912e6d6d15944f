/** The relations of the graph as rows of a table. */
import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts'
import { MODALITIES } from '../../model/facts.ts'
import type { EdgeAttributes } from '../../model/graph.ts'

/** Columns that one can sort by. */
export const COLUMNS = ['source', 'relation', 'target', 'status', 'date', 'speaker'] as const
export type Column = (typeof COLUMNS)[number]

interface End {
  readonly key: string
  readonly label: string
}

export interface Row {
  readonly key: string
  readonly source: End
  readonly target: End
  readonly edge: EdgeAttributes
}

export const rowsOf = (graph: KnowledgeGraph, edges: Iterable<string>): Row[] =>
  [...edges].map((key) => {
    const [source, target] = graph.extremities(key)
    return { key, source: endOf(graph, source), target: endOf(graph, target), edge: graph.getEdgeAttributes(key) }
  })

const endOf = (graph: KnowledgeGraph, key: string): End => ({ key, label: graph.getNodeAttribute(key, 'label') })

const READERS: Readonly<Record<Column, (row: Row) => string | number>> = {
  source: (row) => row.source.label,
  relation: (row) => row.edge.label,
  target: (row) => row.target.label,
  status: (row) => MODALITIES.indexOf(row.edge.modality),
  date: (row) => row.edge.last ?? row.edge.first ?? '',
  speaker: (row) => row.edge.attributedTo ?? '',
}

/** Rows without a value come last either way; equal ones in order of their keys. */
export function sorted(rows: readonly Row[], column: Column, descending: boolean): Row[] {
  const read = READERS[column]
  return rows.toSorted((a, b) => {
    const [x, y] = [read(a), read(b)]
    if (x === '' || y === '') {
      if (x !== y) return x === '' ? 1 : -1
    } else {
      const order = typeof x === 'number' && typeof y === 'number' ? x - y : String(x).localeCompare(String(y), 'en')
      if (order !== 0) return descending ? -order : order
    }
    return a.key < b.key ? -1 : a.key > b.key ? 1 : 0
  })
}
