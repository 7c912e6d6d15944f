/** The texts: listed, shown, added, removed. */
import type { FileAnswer, NewDocument } from '../../api/schemas.ts'
import { toGraphDocument } from '../../graph/knowledge-graph.ts'
import type { SourceDocument } from '../../model/document.ts'
import { InvalidInputError, NotFoundError } from '../../model/errors.ts'
import type { Extraction } from '../../model/facts.ts'
import type { GraphDocument } from '../../model/graph.ts'
import type { DocumentId, NodeKey } from '../../model/ids.ts'
import { byPosition, toPair } from '../../model/span.ts'
import type { Pipeline } from '../../pipeline.ts'
import type { ReadDocument } from '../../read/document.ts'
import { toReadDocument } from '../../read/document.ts'
import type { FoundText } from '../../read/reader.ts'
import { digestOf } from '../../read/source.ts'
import type { Library } from '../../store/library.ts'
import type { Binder } from '../bind.ts'
import type { Snapshot } from '../graph-cache.ts'
import type { Graphs } from '../graphs.ts'
import { pageOf } from '../paging.ts'
import { isBlank, type ReadFile, readFile, withoutPlace } from '../read-file.ts'

export function bindDocuments(bind: Binder, library: Library, cache: Graphs, pipeline: Pipeline): void {
  bind('documents', ({ query }) => {
    const documents = library.documents()
    const { items, next } = pageOf(documents, ({ id }) => id, query)
    return { documents: items, total: documents.length, ...(next !== undefined && { next }) }
  })

  bind('document', ({ parameters: { id }, snapshot }) => {
    const [document, extraction] = [library.document(id), snapshot.readingOf(id)]
    if (document === undefined || extraction === undefined) throw missing(id)
    const { url, origin, text, body, provenance } = document
    const { author = null, format = null, digest = null } = provenance ?? {}
    return {
      document: {
        ...summaryOf(snapshot, document),
        ...{ url, origin, author, format, digest, text },
        body: toPair(body),
      },
      mentions: mentionsOf(id, extraction, snapshot),
      edges: snapshot.edgesOf(id),
      notes: extraction.notes,
    }
  })

  bind('addDocument', async ({ body, file, query, response }) => {
    if (file !== undefined) {
      const read = await readFile(file, query, library, pipeline)
      response.status(read.texts.some(({ outcome }) => outcome === 'added') ? 201 : 200)
      return fileAnswer(read, cache.current())
    }
    const [unfit] = Object.keys(query)
    if (unfit !== undefined)
      throw new InvalidInputError(unfit, `The parameter "${unfit}" is for files; of a text, say it in the body.`)
    const { document, problems } = await given(body)
    const known = library.document(document.id) !== undefined
    if (!known) library.put(document, pipeline.read(document), pipeline.version)
    const snapshot = cache.current()
    const extraction = snapshot.readingOf(document.id)
    if (extraction === undefined) throw missing(document.id)
    response.status(known ? 200 : 201)
    if (!known) response.location(`${response.req.baseUrl}/documents/${document.id}`)
    return {
      document: summaryOf(snapshot, library.document(document.id) ?? document),
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

/** @throws InvalidInputError where there is nothing to read */
async function given({ text, url, ...rest }: NewDocument): Promise<ReadDocument> {
  const found: FoundText = { kind: 'text', text, frontMatter: true, digest: digestOf(text) }
  const read = await toReadDocument(found, 'text', { ...rest, url: url ?? null, origin: url ?? 'given' })
  if (isBlank(read.document))
    throw new InvalidInputError('text', 'The field "text" is empty. Give the text of an article.')
  return url === undefined ? { ...read, document: withoutPlace(read.document) } : read
}

function fileAnswer({ texts, failures, notes }: ReadFile, snapshot: Snapshot): FileAnswer {
  return {
    texts: texts.map(({ document, extraction, outcome, problems }) => ({
      document: summaryOf(snapshot, document),
      outcome,
      nodes: nodesOf(document.id, snapshot.readingOf(document.id) ?? NOTHING, snapshot).length,
      edges: snapshot.edgesOf(document.id).length,
      notes: [...problems, ...extraction.notes],
    })),
    failures,
    notes,
  }
}

/** Of a text that somebody else has removed meanwhile. */
const NOTHING = { entities: [], events: [] }

/** As the graph knows it, with what it is a copy of. */
const summaryOf = ({ graph }: Snapshot, document: SourceDocument): GraphDocument =>
  graph.getAttribute('documents').find(({ id }) => id === document.id) ?? toGraphDocument(document)

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

const nodesOf = (
  id: DocumentId,
  { entities, events }: Pick<Extraction, 'entities' | 'events'>,
  { keyOf, graph }: Snapshot,
): NodeKey[] =>
  [...new Set([...entities, ...events].map((item) => keyOf(id, item.id)))].filter((key) => graph.hasNode(key))
