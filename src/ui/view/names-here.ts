/** Finds names in the graph that the page holds, by the rules by which the server finds them in the whole library. */
import type { NodeHit } from '../../api/schemas.ts'
import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts'
import { indexNames } from '../../graph/queries/name-index.ts'
import type { NodeAttributes } from '../../model/graph.ts'

/** The number of relations is not known where the page holds a part of the library only. */
export type NameFound = Omit<NodeHit, 'key' | 'degree'> & { readonly key: string; readonly degree: number | null }

export type NamesHere = (words: string) => readonly NameFound[]

/** As many as the page asks the server for. */
const MOST = 12

/** @param isWhole whether the graph is the whole library */
export function namesIn(graph: KnowledgeGraph, isWhole: boolean): NamesHere {
  const find = indexNames(graph)
  return (words) =>
    find(words, {}, MOST).map(({ key, matched }) => ({
      key,
      matched,
      ...summaryOf(graph.getNodeAttributes(key)),
      degree: isWhole ? graph.degree(key) : null,
    }))
}

function summaryOf(
  node: NodeAttributes,
): Pick<NodeHit, 'label' | 'kind' | 'type' | 'mentions' | 'role' | 'date' | 'modality'> {
  const { label, kind, type, mentions } = node
  const shared = { label, kind, type, mentions }
  if (node.kind === 'event')
    return { ...shared, modality: node.modality, ...(node.date != null && { date: node.date }) }
  const role = node.role?.[0]
  return { ...shared, ...(role !== undefined && { role }) }
}
