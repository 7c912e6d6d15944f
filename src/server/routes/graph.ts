/** Questions about the graph. */
import { edgesOf, nodesOf } from '../../api/filters.ts'
import { serialize } from '../../graph/formats/json.ts'
import { byText } from '../../graph/order.ts'
import { countNeighbors, neighbors } from '../../graph/queries/neighbors.ts'
import { paths } from '../../graph/queries/paths.ts'
import { graphStats } from '../../graph/queries/stats.ts'
import { subgraph } from '../../graph/queries/subgraph.ts'
import { NotFoundError } from '../../model/errors.ts'
import type { NodeKey } from '../../model/ids.ts'
import type { Library } from '../../store/library.ts'
import type { Binder } from '../bind.ts'
import type { Snapshot } from '../graph-cache.ts'
import { pageOf } from '../paging.ts'

/** A node of a large corpus is mentioned thousands of times; the first passages give an idea. */
const MOST_MENTIONS = 50
/** Passages of an edge beside which many other edges stand; `/edges/:id` has all. */
const SOME_PASSAGES = 20
const FEW_PASSAGES = 2

export function bindGraph(bind: Binder, library: Library): void {
  bind('graph', ({ query, snapshot }) => {
    const { graph, total } = subgraph(snapshot.graph, nodesOf(query), edgesOf(query), query.limit)
    return { ...serialize(graph), total }
  })

  bind('node', ({ parameters, snapshot, views }) => {
    const { graph } = snapshot
    const id = nodeAt(snapshot, parameters.id)
    const attributes = graph.getNodeAttributes(id)
    const weightOf = (edge: string): number => graph.getEdgeAttribute(edge, 'weight')
    const edges = graph.edges(id).sort((a, b) => weightOf(b) - weightOf(a) || byText(a, b))
    const isPart = (edge: string): boolean =>
      ['participant_in', 'occurred_at'].includes(graph.getEdgeAttribute(edge, 'relation'))
    return {
      node: views.node(id),
      attributes,
      evidence: views.passages(attributes.evidence, MOST_MENTIONS),
      relations: edges.filter((edge) => !isPart(edge)).map((edge) => views.edge(edge, SOME_PASSAGES)),
      events: edges.filter(isPart).map((edge) => views.edge(edge, SOME_PASSAGES)),
    }
  })

  bind('neighbors', ({ parameters, query, snapshot, views }) => {
    const { graph } = snapshot
    const id = nodeAt(snapshot, parameters.id)
    const { depth, direction, sort } = query
    const found = neighbors(graph, id, { depth, direction, sort, nodes: nodesOf(query), edges: edgesOf(query) })
    const { items, next } = pageOf(found, ({ key }) => key, query)
    return {
      node: views.node(id),
      neighbors: items.map(({ key, distance, edges }) => ({
        node: views.node(key),
        distance,
        edges: edges.map((edge) => views.edge(edge, FEW_PASSAGES)),
      })),
      total: found.length,
      counts: countNeighbors(graph, found),
      ...(next !== undefined && { next }),
    }
  })

  bind('edge', ({ parameters: { id }, snapshot: { graph }, views }) => {
    if (!graph.hasEdge(id)) throw new NotFoundError(`There is no edge "${id}".`, 'id')
    return views.edge(id)
  })

  bind('search', ({ query, snapshot, views }) => ({
    nodes: snapshot
      .names()(query.q, nodesOf(query), query.limit)
      .map(({ key, matched }) => ({ ...views.node(key), matched })),
    documents: library.search(query.q, query.limit).map(({ document, snippet }) => ({ ...document, snippet })),
  }))

  bind('paths', ({ query, snapshot, views }) => {
    const { graph } = snapshot
    const [from, to] = [nodeAt(snapshot, query.from, 'from'), nodeAt(snapshot, query.to, 'to')]
    const { maxLength, limit, relation, modality } = query
    const found = paths(graph, from, to, { maxLength, limit, edges: { relations: relation, modalities: modality } })
    return {
      from: views.node(from),
      to: views.node(to),
      paths: found.map(({ nodes, edges }) => ({
        length: edges.length,
        nodes: nodes.map((node) => views.node(node)),
        edges: edges.map((edge) => views.edge(edge, FEW_PASSAGES)),
      })),
    }
  })

  bind('stats', ({ snapshot }) => ({ ...library.stats(), ...graphStats(snapshot.graph) }))
}

/** The node of this key, or the one that it was merged into. */
export function nodeAt({ findNode }: Snapshot, key: NodeKey, parameter = 'id'): NodeKey {
  const found = findNode(key)
  if (found === undefined) throw new NotFoundError(`There is no node "${key}".`, parameter)
  return found
}
