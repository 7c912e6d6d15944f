/** Graphs that come in as files, and parts of the graph that go out as files. */
import { edgesOf, nodesOf } from '../../api/filters.ts'
import type { ExportRequest, ImportQuery } from '../../api/transfer.ts'
import type { Things } from '../../cypher/values/things.ts'
import { gather } from '../../cypher/values/things.ts'
import { type FormatName, isFormatName } from '../../graph/formats/catalogue.ts'
import { type Adopted, adopt } from '../../graph/import/adopt.ts'
import { BrokenFileError } from '../../graph/import/foreign.ts'
import { type Mapping, PLAIN_MAPPING, relationNamed, typeNamed } from '../../graph/import/mapping.ts'
import { toGraphDocument } from '../../graph/knowledge-graph.ts'
import { excerptInTurns } from '../../graph/queries/excerpt-of-links.ts'
import { edgeTest, nodeTest } from '../../graph/queries/filter.ts'
import type { Links } from '../../graph/queries/links.ts'
import type { Selection } from '../../graph/queries/select.ts'
import { InvalidInputError, UnreadableDocumentError } from '../../model/errors.ts'
import { readGraphBytes } from '../../read/graph-files.ts'
import { importGraph } from '../../store/import-graph.ts'
import type { Library } from '../../store/library.ts'
import type { Binder } from '../bind.ts'
import type { Questions } from '../questions.ts'
import type { Texts } from '../texts.ts'
import type { AskCypher } from './cypher.ts'
import { sendPart, sendWhole } from './exports.ts'

const OUTCOMES = {
  added: 'imported',
  replaced: 'imported again',
  reread: 'imported again',
  unchanged: 'unchanged',
} as const

export function bindTransfer(bind: Binder, library: Library, questions: Questions, texts: Texts, ask: AskCypher): void {
  bind('importGraph', ({ query, file, response }) => {
    if (file === undefined)
      throw new InvalidInputError('body', 'Send the file as application/octet-stream, with its name in "?name=".')
    const { graph, notes } = read(query, file)
    const counted = { nodes: graph.order, edges: graph.size, notes: notes.map((note) => `${note}.`) }
    if (query.check) return { outcome: 'checked' as const, ...counted }
    const { document, outcome } = importGraph(library, graph, query.name, query.name)
    response.status(outcome === 'added' ? 201 : 200)
    return { outcome: OUTCOMES[outcome], ...counted, document: toGraphDocument(document) }
  })

  bind('exportPart', async (asked) => {
    const { parameters, body, response, inTurns } = asked
    const format = formatNamed(parameters.format)
    if (body.edge !== undefined) {
      const { links, snapshot } = await questions.linked()
      const graph = await inTurns(excerptInTurns(links, named(links, body), snapshot.graph.getAttributes()))
      return sendPart(format, { graph }, { query: body, links, snapshot, response }, texts)
    }
    if (body.query === undefined) return sendWhole(format, { ...asked, query: body }, texts)
    const { rows } = await ask({ ...body, query: body.query }, () => !response.destroyed)
    const found: Things = { nodes: new Set(), relationships: new Set() }
    for (const row of rows) for (const value of row) gather(value, found)
    if (found.nodes.size === 0)
      throw new InvalidInputError(
        'query',
        rows.length === 0
          ? 'The query finds nothing, so that there is nothing to write.'
          : 'The query returns values only. Return nodes, relationships or paths; for a table of values, post it to /cypher with "Accept: text/csv".',
      )
    const { links, snapshot } = await questions.linked()
    const selection = selectionOf(links, found, body)
    const graph = await inTurns(excerptInTurns(links, selection, snapshot.graph.getAttributes()))
    return sendPart(format, { graph }, { query: body, links, snapshot, response }, texts)
  })
}

const formatNamed = (name: string): FormatName => {
  if (isFormatName(name)) return name
  throw new InvalidInputError('format', `There is no format "${name}".`)
}

/** What is found, as far as the filters let it through; of nodes alone, what ties them together, too. */
function selectionOf(links: Links, found: Things, body: ExportRequest): Selection {
  const [nodeFits, edgeFits] = [nodeTest(nodesOf(body)), edgeTest(links, edgesOf(body))]
  const nodes = new Set(
    [...found.nodes].flatMap((key) => links.numberOf(key) ?? []).filter((node) => nodeFits(links.nodes[node]!)),
  )
  const edges = new Set<number>()
  for (const node of nodes)
    for (const edge of links.edgesAt(node)) {
      const isFound = found.relationships.size === 0 || found.relationships.has(links.edgeKeys[edge]!)
      if (isFound && nodes.has(links.across(edge, node)) && edgeFits(links.edges[edge]!)) edges.add(edge)
    }
  const byNumber = (a: number, b: number): number => a - b
  return { nodes: [...nodes].sort(byNumber), edges: [...edges].sort(byNumber) }
}

/** Exactly what is named, as far as it is there: what a page shows may have been corrected meanwhile. */
function named(links: Links, { key = [], edge = [], query, node }: ExportRequest): Selection {
  if (query !== undefined || node !== undefined)
    throw new InvalidInputError('edge', 'With "edge", name nodes by "key", and neither a "query" nor a "node".')
  const nodes = new Set(key.flatMap((name) => links.numberOf(name) ?? []))
  const wanted = new Set<string>(edge)
  const edges = new Set<number>()
  for (const one of nodes)
    for (const at of links.edgesAt(one))
      if (wanted.has(links.edgeKeys[at]!) && nodes.has(links.across(at, one))) edges.add(at)
  const byNumber = (a: number, b: number): number => a - b
  return { nodes: [...nodes].sort(byNumber), edges: [...edges].sort(byNumber) }
}

/** @throws UnreadableDocumentError, InvalidInputError */
function read(query: ImportQuery, file: Buffer): Adopted {
  const foreign = readGraphBytes(query.name, file)
  try {
    return adopt(foreign, mappingOf(query), query.name.replace(/\.\w+$/, ''))
  } catch (cause) {
    if (!(cause instanceof BrokenFileError)) throw cause
    const hint = /which is none of ours|have no (type|relation)/.test(cause.message)
      ? '\nSay what they are with "type", "relation", "otherType", "otherRelation".'
      : ''
    throw new UnreadableDocumentError(query.name, `${query.name} cannot be imported:\n  ${cause.message}${hint}`, {
      cause,
    })
  }
}

const mappingOf = ({ typeFrom, relationFrom, type, relation, otherType, otherRelation }: ImportQuery): Mapping => ({
  typeFrom: typeFrom ?? PLAIN_MAPPING.typeFrom,
  relationFrom: relationFrom ?? PLAIN_MAPPING.relationFrom,
  types: pairs('type', type, typeNamed),
  relations: pairs('relation', relation, relationNamed),
  otherType,
  otherRelation,
})

function pairs<T>(name: string, given: readonly string[] = [], ours: (name: string) => T): Record<string, T> {
  return Object.fromEntries(
    given.map((pair) => {
      const at = pair.lastIndexOf('=')
      try {
        return [pair.slice(0, at), ours(pair.slice(at + 1))]
      } catch (cause) {
        throw new InvalidInputError(name, `The parameter "${name}" is "${pair}". ${(cause as Error).message}`, {
          cause,
        })
      }
    }),
  )
}
