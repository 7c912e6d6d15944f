/** The sentences behind nodes, events and relations. */
import type { ContextPassage } from '../../api/evidence.ts'
import type { EvidenceOrder } from '../../graph/queries/evidence.ts'
import { NotFoundError } from '../../model/errors.ts'
import type { GraphEvidence } from '../../model/graph.ts'
import type { Binder } from '../bind.ts'
import type { Snapshot } from '../graph-cache.ts'
import { longList } from '../long-list.ts'
import { pageOf } from '../paging.ts'
import { linkIn, type Views } from '../views.ts'

interface Asked {
  readonly sort: EvidenceOrder
  readonly context: number
  readonly document?: readonly string[] | undefined
  readonly limit: number
  readonly cursor?: string | undefined
}

export function bindEvidence(bind: Binder): void {
  bind('nodeEvidence', async ({ parameters, query, snapshot, named, views }) => {
    const id = await named.at(parameters.id)
    return {
      node: views.node(id),
      ...pageOfEvidence(snapshot.graph.getNodeAttribute(id, 'evidence'), query, snapshot, views),
    }
  })

  bind('edgeEvidence', ({ parameters: { id }, query, snapshot, views }) => {
    const { graph } = snapshot
    if (!graph.hasEdge(id)) throw new NotFoundError(`There is no edge "${id}".`, 'id')
    const { evidence: _, ...edge } = views.edge(linkIn(graph, id), 0)
    return { edge, ...pageOfEvidence(graph.getEdgeAttribute(id, 'evidence'), query, snapshot, views) }
  })
}

function pageOfEvidence(all: readonly GraphEvidence[], query: Asked, { readingOf }: Snapshot, views: Views) {
  const documents = query.document && new Set<string>(query.document)
  const wanted = documents === undefined ? all : all.filter(({ document }) => documents.has(document))
  const ordered = views.ordered(wanted, query.sort)
  const { items, next } = pageOf(ordered, ({ document, start, end }) => `${document} ${start} ${end}`, query)
  const passages = items.flatMap((item): readonly ContextPassage[] => {
    const sentences = readingOf(item.document)?.sentences ?? []
    const passage = views.inContext(item, sentences, query.context)
    return passage === undefined ? [] : [passage]
  })
  return {
    evidence: longList(passages, (passage) => passage),
    total: wanted.length,
    ...(next !== undefined && { next }),
  }
}
