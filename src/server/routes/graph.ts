/** The graph, what lies around its nodes, and how they are connected. */
import { edgesOf, nodesOf, periodOf } from '../../api/filters.ts'
import { byText } from '../../graph/order.ts'
import type { Link, Links } from '../../graph/queries/links.ts'
import { type Neighborhood, neighborsInTurns, tiesOf } from '../../graph/queries/neighbors.ts'
import { pathsInTurns } from '../../graph/queries/paths.ts'
import { documentsInTurns, limitInTurns, selectInTurns } from '../../graph/queries/select.ts'
import { type GraphStats, statsInTurns } from '../../graph/queries/stats.ts'
import { NotFoundError } from '../../model/errors.ts'
import type { NodeAttributes } from '../../model/graph.ts'
import { asEdgeKey, asNodeKey } from '../../model/ids.ts'
import type { Library } from '../../store/library.ts'
import type { Binder } from '../bind.ts'
import type { Linked } from '../linked.ts'
import { longList } from '../long-list.ts'
import { pageOf } from '../paging.ts'
import type { Questions } from '../questions.ts'
import { Recent } from '../recent.ts'
import { searchTexts } from '../search-texts.ts'
import { FEW_PASSAGES, linkIn, type Views } from '../views.ts'

/** A node of a large corpus is mentioned thousands of times; the first passages give an idea. */
const MOST_MENTIONS = 50
/** Passages of an edge beside which many other edges stand; `/edges/:id` has all. */
const SOME_PASSAGES = 20
/** Most nodes that a question about neighbours looks at. */
const MOST_REACHED = 100_000
/** Neighbourhoods that are kept for their next pages, and most neighbours of one of them. */
const MOST_RECENT = 200
const MOST_KEPT = 2000
const USUAL_PATHS = 5
/** Edges of one node that are told without a turn for others. */
const MOST_AT_ONCE = 100
const MOST_PATHS = 500

export function bindGraph(bind: Binder, library: Library, questions: Questions): void {
  bind('graph', async ({ query, linked, named, inTurns }) => {
    const { links, snapshot } = await linked()
    const { type, multi, allowSelfLoops } = snapshot.graph
    const { documents: _, ...about } = snapshot.graph.getAttributes()
    const asked = {
      nodes: nodesOf(query),
      edges: edgesOf(query),
      keys: await named.all(query.key, 'key'),
    }
    const found = await inTurns(selectInTurns(links, asked))
    const { nodes, edges } = await inTurns(limitInTurns(links, found, query.limit ?? Infinity))
    const documents = await inTurns(documentsInTurns(links, { nodes, edges }))
    const isWhole = nodes.length === links.keys.length && edges.length === links.edges.length
    return {
      options: { type: type as 'directed', multi: multi as true, allowSelfLoops },
      attributes: { ...about, documents: isWhole ? links.documents : documents },
      nodes: longList(nodes, (node) => ({ key: asNodeKey(links.keys[node]!), attributes: links.nodes[node]! })),
      edges: longList(edges, (edge) => {
        const { key, source, target, attributes } = links.link(edge)
        return { key: asEdgeKey(key), source: asNodeKey(source), target: asNodeKey(target), attributes }
      }),
      total: { nodes: found.nodes.length, edges: found.edges.length },
    }
  })

  bind('node', async ({ parameters, snapshot: { graph }, views: own, named, linked }) => {
    const id = await named.at(parameters.id)
    // Many edges are written in turns with others, during which only links stay as they are.
    const { views, attributes, edges } =
      graph.degree(id) > MOST_AT_ONCE
        ? nodeAmong(await linked(), id)
        : {
            views: own,
            attributes: graph.getNodeAttributes(id),
            edges: graph.edges(id).map((key) => linkIn(graph, key)),
          }
    edges.sort((a, b) => b.attributes.weight - a.attributes.weight || byText(a.key, b.key))
    const isPart = ({ attributes: { relation } }: (typeof edges)[number]): boolean =>
      relation === 'participant_in' || relation === 'occurred_at'
    return {
      node: views.node(id),
      attributes,
      evidence: views.passages(attributes.evidence, MOST_MENTIONS),
      relations: longList(
        edges.filter((edge) => !isPart(edge)),
        (edge) => views.edge(edge, SOME_PASSAGES),
      ),
      events: longList(edges.filter(isPart), (edge) => views.edge(edge, SOME_PASSAGES)),
    }
  })

  const recent = new Recent<Links, Neighborhood>(MOST_RECENT)
  bind('neighbors', async ({ parameters, query, linked, named, inTurns }) => {
    const { links, views, writer } = await linked()
    const id = await named.at(parameters.id)
    const { depth, direction, sort, limit: _, cursor: __, ...filter } = query
    const question = JSON.stringify([id, depth, direction, sort, filter])
    const asked = { depth, direction, sort, nodes: nodesOf(query), edges: edgesOf(query), most: MOST_REACHED }
    const found = recent.get(links, question) ?? (await inTurns(neighborsInTurns(links, id, asked)))
    if (found.found.length <= MOST_KEPT) recent.keep(links, question, found)
    const { items, next } = pageOf(found.found, ({ key }) => key, query)
    return {
      node: views.node(id),
      neighbors: longList(
        items,
        (neighbor) => ({
          node: views.node(neighbor.key),
          distance: neighbor.distance,
          edges: tiesOf(links, neighbor).map((edge) => views.edge(links.link(edge), FEW_PASSAGES, 'best')),
        }),
        (neighbor) => {
          let edges = ''
          for (const edge of tiesOf(links, neighbor)) edges += `${edges === '' ? '' : ','}${writer.tie(edge)}`
          return `{"node":${writer.node(neighbor.node)},"distance":${neighbor.distance},"edges":[${edges}]}`
        },
      ),
      total: found.found.length,
      counts: found.counts,
      cut: found.cut ? ['reach' as const] : [],
      ...(next !== undefined && { next }),
    }
  })

  bind('edge', ({ parameters: { id }, snapshot: { graph }, views }) => {
    if (!graph.hasEdge(id)) throw new NotFoundError(`There is no edge "${id}".`, 'id')
    return views.edge(linkIn(graph, id))
  })

  bind('search', async ({ query, linked, snapshot }) => {
    const names = await questions.names(snapshot)
    const { links, views } = await linked()
    const found = names(query.q, nodesOf(query), query.limit).filter(({ key }) => links.numberOf(key) !== undefined)
    const texts = searchTexts((words) => library.search(words, query.limit), query.q, found, query.limit)
    return {
      nodes: found.map(({ key, matched }) => ({ ...views.node(key), matched })),
      documents: texts.map(({ document, snippet }) => ({ ...document, snippet })),
    }
  })

  bind('paths', async ({ query, linked, named, inTurns }) => {
    const { links, views } = await linked()
    const [from, to] = [await named.at(query.from, 'from'), await named.at(query.to, 'to')]
    const { from: _, to: __, since, until, ...rest } = query
    const { mode, maxLength, direction, timeRespecting } = rest
    const avoid = await named.all(rest.avoid, 'avoid')
    const limit = query.limit ?? (mode === 'all' ? MOST_PATHS : USUAL_PATHS)
    const edges = { ...edgesOf(rest), ...periodOf({ from: since, to: until }, ['since', 'until']) }
    // One more than asked for tells whether there are more.
    const asked = {
      mode,
      maxLength,
      direction,
      edges,
      nodes: nodesOf(query),
      limit: limit + 1,
      avoid,
      inTime: timeRespecting,
    }
    const { paths, cut } = await inTurns(pathsInTurns(links, from, to, asked))
    return {
      from: views.node(from),
      to: views.node(to),
      paths: longList(paths.slice(0, limit), ({ nodes, edges }) => ({
        length: edges.length,
        nodes: nodes.map((node) => views.node(node)),
        edges: edges.map((edge) => views.edge(edge, FEW_PASSAGES, 'best')),
      })),
      cut: [
        ...(mode === 'all' && paths.length > limit ? (['limit'] as const) : []),
        ...(cut ? (['steps'] as const) : []),
      ],
    }
  })

  const counted = new WeakMap<Links, GraphStats>()
  bind('stats', async ({ linked, inTurns }) => {
    const { links } = await linked()
    const stats = counted.get(links) ?? (await inTurns(statsInTurns(links)))
    counted.set(links, stats)
    return { ...library.stats(), ...stats }
  })
}

interface Told {
  readonly views: Views
  readonly attributes: NodeAttributes
  readonly edges: Link[]
}

/** @throws NotFoundError where it has just been removed */
function nodeAmong({ links, views }: Pick<Linked, 'links' | 'views'>, key: string): Told {
  const number = links.numberOf(key)
  if (number === undefined) throw new NotFoundError(`There is no node "${key}" any more.`, 'id')
  const edges = Array.from(links.edgesAt(number), (edge) => links.link(edge))
  return { views, attributes: links.nodes[number]!, edges }
}
