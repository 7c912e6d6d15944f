/** The texts: listed, shown, added, removed. */
import type { NewDocument } from '../../api/schemas.ts'
import { toGraphDocument } from '../../graph/knowledge-graph.ts'
import { NotFoundError } from '../../model/errors.ts'
import type { Extraction } from '../../model/facts.ts'
import type { DocumentId, NodeKey } from '../../model/ids.ts'
import { byPosition, toPair } from '../../model/span.ts'
import type { Pipeline } from '../../pipeline.ts'
import type { ReadDocument } from '../../read/document.ts'
import { toDocument } from '../../read/document.ts'
import type { Library } from '../../store/library.ts'
import type { Binder } from '../bind.ts'
import type { GraphCache, Snapshot } from '../graph-cache.ts'
import { pageOf } from '../paging.ts'

export function bindDocuments(bind: Binder, library: Library, cache: GraphCache, pipeline: Pipeline): void {
  bind('documents', ({ query }) => {
    const documents = library.documents()
    const { items, next } = pageOf(documents, ({ id }) => id, query)
    return { documents: items, total: documents.length, ...(next !== undefined && { next }) }
  })

  bind('document', ({ parameters: { id }, snapshot }) => {
    const [document, extraction] = [library.document(id), snapshot.readingOf(id)]
    if (document === undefined || extraction === undefined) throw missing(id)
    const { url, origin, text, body } = document
    return {
      document: { ...toGraphDocument(document), url, origin, text, body: toPair(body) },
      mentions: mentionsOf(id, extraction, snapshot),
      edges: snapshot.edgesOf(id),
      notes: extraction.notes,
    }
  })

  bind('addDocument', ({ body, response }) => {
    const { document, problems } = given(body)
    const known = library.document(document.id) !== undefined
    if (!known) library.put(document, pipeline.read(document), pipeline.version)
    const snapshot = cache.current()
    const extraction = snapshot.readingOf(document.id)
    if (extraction === undefined) throw missing(document.id)
    response.status(known ? 200 : 201)
    if (!known) response.location(`${response.req.baseUrl}/documents/${document.id}`)
    return {
      document: toGraphDocument(library.document(document.id) ?? document),
      nodes: nodesOf(document.id, extraction, snapshot),
      edges: snapshot.edgesOf(document.id),
      notes: [...problems, ...extraction.notes],
    }
  })

  bind('dropDocument', ({ parameters: { id }, query: { forget }, response }): undefined => {
    if (!(forget === 'yes' ? library.forget(id) : library.drop(id))) throw missing(id)
    response.status(204).end()
  })
}

/** A text without an address is its own origin: another one given later does not replace it. */
function given({ text, url, ...rest }: NewDocument): ReadDocument {
  const read = toDocument(text, { ...rest, url: url ?? null, origin: url ?? 'given' })
  return url === undefined ? { ...read, document: { ...read.document, origin: `given:${read.document.id}` } } : read
}

const missing = (id: DocumentId): NotFoundError => new NotFoundError(`There is no document "${id}".`, 'id')

/** Where two mentions overlap, the first and longer one stays, so that a page can mark them. */
function mentionsOf(id: DocumentId, { entities }: Extraction, { keyOf, graph }: Snapshot) {
  const all = entities
    .flatMap(({ id: entity, mentions }) =>
      mentions.map(({ span: { start, end } }) => ({ start, end, node: keyOf(id, entity) })),
    )
    .filter(({ node }) => graph.hasNode(node))
    .sort(byPosition)
  let end = 0
  return all.filter((mention) => {
    if (mention.start < end) return false
    end = mention.end
    return true
  })
}

const nodesOf = (id: DocumentId, { entities, events }: Extraction, { keyOf, graph }: Snapshot): NodeKey[] =>
  [...new Set([...entities, ...events].map((item) => keyOf(id, item.id)))].filter((key) => graph.hasNode(key))
