/**
 * The graph of a library, kept up to date: what a change touches is worked out anew, in an order of its own, and the rest stays
 * packed. The result is that of building it from nothing.
 */
import type { Anchor, NodeAnchor } from '../../model/corrections.ts'
import type { Entity } from '../../model/facts.ts'
import type { GraphDocument } from '../../model/graph.ts'
import type { DocumentId, EdgeKey, EntryId, LocalId, NodeKey } from '../../model/ids.ts'
import { isEventKey } from '../../model/ids.ts'
import type { Span } from '../../model/span.ts'
import type { Additions } from '../corrections/additions.ts'
import { additions } from '../corrections/additions.ts'
import { distinctionsOf, reportsApart } from '../corrections/distinctions.ts'
import type { Identities } from '../corrections/identities.ts'
import { identify } from '../corrections/identities.ts'
import type { Correction } from '../corrections/log.ts'
import type { CorrectedReading } from '../corrections/readings.ts'
import { standingAt, tellings } from '../corrections/spots.ts'
import type { EdgeCorrections } from '../corrections/statements.ts'
import { correctStatements, edgeCorrections } from '../corrections/statements.ts'
import type { KnowledgeGraph, StoredDocument } from '../knowledge-graph.ts'
import type { BaseEntity, Distinctions } from '../resolve/entity-resolver.ts'
import { NO_DISTINCTIONS } from '../resolve/entity-resolver.ts'
import type { BaseEvent } from '../resolve/event-resolver.ts'
import { reportItems } from '../resolve/reports.ts'
import type { Answering } from './answers.ts'
import { answersOf } from './answers.ts'
import type { Assembly } from './assembly.ts'
import { Canvas, type Imprint } from './canvas.ts'
import { Dirty } from './dirty.ts'
import type { Holdings } from './holdings.ts'
import { emptyHoldings, packHoldings, unpackHoldings } from './holdings.ts'
import { addedEventAttributes, entityAttributes, eventAttributes } from './nodes.ts'
import { reportsOf } from './reports.ts'
import type { Statement } from './statements.ts'
import { statements } from './statements.ts'
import { type Changes, type Fetch, Texts } from './texts.ts'
import { mergedEntity, mergedEvent, NOBODY, newEntity, Unions } from './unions.ts'

/** How many documents are taken over in little room. */
export interface Sheaves {
  /**
   * Further documents that are new or were read again, some at a time: those before are let go of meanwhile, and fetched when their
   * events and relations are looked at, after it is known who is who in all of them.
   */
  readonly more?: Iterable<readonly StoredDocument[]>
  /** So many documents are looked at together. */
  readonly atOnce?: number
}

/** More take more memory, fewer look at what documents have in common more often. */
const AT_ONCE = 500

export class Assembler {
  readonly #texts: Texts
  readonly #holdings: Holdings
  readonly #canvas: Canvas
  readonly #locate: Imprint['locate']
  #distinctions: Distinctions = NO_DISTINCTIONS
  #actors = new Unions<BaseEntity>(NOBODY)
  #happenings = new Unions<BaseEvent>(NOBODY)
  #added: Additions = { statements: [], events: [], entities: new Map() }
  #lists: EdgeCorrections = { byDocument: new Map(), byEntry: new Map() }
  /** Nodes that are not shown, while what is said of them stays. */
  readonly #hidden = new Set<NodeKey>()

  /**
   * @param fetch what was read in a document that was put before
   * @param holdings what was worked out before; nothing unless told
   */
  constructor(
    imprint: Imprint,
    fetch: Fetch,
    holdings?: (publishedOn: (document: string) => GraphDocument['date']) => Holdings,
  ) {
    this.#locate = imprint.locate
    this.#texts = new Texts(fetch)
    const publishedOn = (document: string) => this.#documentOf(document as DocumentId)?.date ?? null
    this.#holdings = holdings?.(publishedOn) ?? emptyHoldings(imprint, publishedOn)
    this.#canvas = new Canvas(this.#holdings.graph)
  }

  get graph(): KnowledgeGraph {
    return this.#canvas.graph
  }

  /** Makes what the first change needs ahead of it, with a yield wherever others may have their turn. */
  *prepareInTurns(): Generator<void, void, void> {
    const { strings, edges, nodeRows } = this.#holdings
    for (const table of [strings, edges.records, nodeRows]) yield* table.indexInTurns()
  }

  /** All that was worked out, as bytes from which `unpack` makes an assembler that goes on where this one is. */
  pack(): Uint8Array {
    return packHoldings(this.#holdings)
  }

  /**
   * @param documents those that had been put when the bytes were packed
   * @param corrections those that held then
   * @throws RangeError, SyntaxError where the bytes are not what `pack` gave
   */
  static unpack(
    bytes: Uint8Array,
    imprint: Imprint,
    fetch: Fetch,
    documents: Iterable<GraphDocument>,
    corrections: readonly Correction[],
  ): Assembler {
    const assembler = new Assembler(imprint, fetch, (publishedOn) => unpackHoldings(bytes, imprint, publishedOn))
    assembler.#restore(documents, corrections)
    return assembler
  }

  /**
   * Takes over what has changed. The graph is one and the same object, before and after.
   * @param corrections all that hold, in the order in which they were made
   */
  update(
    { put, dropped }: Changes,
    corrections: readonly Correction[] = [],
    { more = [], atOnce = AT_ONCE }: Sheaves = {},
  ): Assembly {
    const dirty = new Dirty(this.#texts.get, atOnce)
    const nodes = new Set<NodeKey>()
    this.#join(put, dropped, corrections, dirty, nodes)
    for (const others of more) {
      dirty.forget()
      this.#holdings.entities.close()
      this.#join(others, [], corrections, dirty, nodes)
      this.#holdings.entities.close()
    }
    const gone = dropped.filter((id) => !this.#texts.documents.has(id))
    this.#tell(gone, corrections, dirty, nodes)
    const met = this.#metSoFar()
    const edges = this.#state(gone, corrections, dirty, nodes, met)
    this.#draw(nodes, edges)
    this.#canvas.describe(this.#texts.documents.values())
    this.#holdings.edges.sweep()
    this.#holdings.entities.close()
    this.#holdings.events.close()
    this.#holdings.reports.close()
    return answersOf(this.#answering(), met, corrections)
  }

  /** Takes note of what people had said when the state was packed, without drawing anything. */
  #restore(documents: Iterable<GraphDocument>, corrections: readonly Correction[]): void {
    const corrected = this.#texts.restore(documents, corrections)
    this.#holdings.entities.restore(corrected, NO_DISTINCTIONS)
    this.#distinctions = distinctionsOf(corrections, (anchor) => this.#comparedAt(anchor))
    this.#holdings.entities.restore([], this.#distinctions)
    this.#holdings.events.restore(reportsApart(corrections, (anchor) => this.#toldAt(anchor)))
    this.#actors = new Unions(this.#identifyActors(corrections))
    this.#happenings = new Unions(this.#identifyHappenings(corrections))
    this.#lists = edgeCorrections(corrections)
    this.#added = additions(corrections, this.#lists, this.#nodeOf, new Set())
    this.#holdings.edges.putByHand(this.#added.statements, new Set())
    for (const [key, { hidden }] of this.#actors.identities.verdicts) if (hidden) this.#hidden.add(key)
    this.#canvas.describe(this.#texts.documents.values())
    this.#holdings.edges.sweep()
  }

  /** Which entities are one. @param dirty documents of which an entity has another key now @param nodes that have changed */
  #join(
    put: readonly StoredDocument[],
    dropped: readonly DocumentId[],
    corrections: readonly Correction[],
    dirty: Dirty,
    nodes: Set<NodeKey>,
  ): void {
    const { entities } = this.#holdings
    const read = this.#texts.update(put, dropped, corrections)
    dirty.read(read)
    const gone = dropped.filter((id) => !this.#texts.documents.has(id))
    const before = this.#distinctions
    this.#distinctions = distinctionsOf(corrections, (anchor) => this.#comparedAt(anchor))
    const marked = new Set(
      [...before.marks.keys(), ...this.#distinctions.marks.keys()]
        .filter((id) => before.marks.get(id) !== this.#distinctions.marks.get(id))
        .map((id) => id.split('/')[0] as DocumentId),
    )
    for (const { document } of read) marked.delete(document.id)
    const anew = [...marked].flatMap((id) => this.#texts.get(id) ?? [])
    const { stale, fresh } = entities.update([...read, ...anew], gone, this.#distinctions)
    const changed = new Set<DocumentId>()
    this.#actors = this.#actors.next(this.#identifyActors(corrections), stale, fresh, {
      get: (key) => entities.get(key),
      parts: (base) => entities.partsOf(base),
      dirty: changed,
      nodes,
    })
    dirty.add(changed)
  }

  #identifyActors(corrections: readonly Correction[]): Identities {
    return identify(
      corrections.filter(({ act }) => !('node' in act) || !isEventKey(act.node.key)),
      (key) => this.#holdings.entities.get(key) !== undefined,
      (anchor) => this.#mentionedAt(anchor),
    )
  }

  /** Which reports are of one happening. @param dirty documents of which an event has another key now */
  #tell(gone: readonly DocumentId[], corrections: readonly Correction[], dirty: Dirty, nodes: Set<NodeKey>): void {
    const changed = new Set<DocumentId>()
    this.#tellSome(new Map(gone.map((id) => [id, undefined])), corrections, changed, nodes)
    for (const slice of dirty.slices()) {
      this.#tellSome(slice, corrections, changed, nodes)
      this.#holdings.events.close()
    }
    dirty.add(changed)
  }

  /** @param documents with what they say; undefined for those that are gone */
  #tellSome(
    documents: ReadonlyMap<DocumentId, CorrectedReading | undefined>,
    corrections: readonly Correction[],
    changed: Set<DocumentId>,
    nodes: Set<NodeKey>,
  ): void {
    const { events, reports } = this.#holdings
    const old = [...documents.keys()].flatMap((document) => [...(reports.get(document)?.values() ?? [])])
    const items = [...documents].flatMap(([document, reading]) => {
      if (reading === undefined) {
        reports.delete(document)
        return []
      }
      const found = reportItems(reading, (id) => this.#actorOf(document, id))
      reports.set(document, new Map(found.map((item) => [item.event.id, item.id])))
      return found
    })
    const kept = new Set(items.map(({ id }) => id))
    const { stale, fresh } = events.update(
      items,
      old.filter((id) => !kept.has(id)),
      reportsApart(corrections, (anchor) => this.#toldAt(anchor)),
    )
    this.#happenings = this.#happenings.next(this.#identifyHappenings(corrections), stale, fresh, {
      get: (key) => events.get(key),
      parts: (base) => events.partsOf(base),
      dirty: changed,
      nodes,
    })
  }

  #identifyHappenings(corrections: readonly Correction[]): Identities {
    const { events } = this.#holdings
    return identify(
      corrections.filter(({ act }) => 'node' in act && isEventKey(act.node.key)),
      (key) => events.get(key) !== undefined,
      (anchor) => {
        const report = this.#toldAt(anchor)
        return report && events.keyOf(report)
      },
    )
  }

  #metSoFar(): Set<EntryId> {
    const met = new Set([...this.#actors.identities.met, ...this.#happenings.identities.met])
    for (const document of this.#texts.corrected()) for (const id of this.#texts.get(document)?.met ?? []) met.add(id)
    return met
  }

  /** What documents and people state. @returns the edges that have changed */
  #state(
    gone: readonly DocumentId[],
    corrections: readonly Correction[],
    dirty: Dirty,
    nodes: Set<NodeKey>,
    met: Set<EntryId>,
  ): Set<EdgeKey> {
    const { edges } = this.#holdings
    const touched = new Set<EdgeKey>()
    // A correction may send a relation to a node that has another key now: few documents have any.
    dirty.add(this.#lists.byDocument.keys())
    this.#lists = edgeCorrections(corrections)
    dirty.add(this.#lists.byDocument.keys())
    edges.put(new Map(gone.map((document) => [document, []])), touched)
    for (const slice of dirty.slices()) {
      const readings = [...slice.values()].filter((reading) => reading !== undefined)
      edges.put(new Map(readings.map((reading) => [reading.document.id, this.#said(reading, met)])), touched)
    }
    const before = this.#added
    this.#added = additions(corrections, this.#lists, this.#nodeOf, met)
    edges.putByHand(this.#added.statements, touched)
    for (const { entities, events } of [before, this.#added])
      for (const key of [...entities.keys(), ...events.map((event) => event.key)]) nodes.add(key)
    return touched
  }

  #said(reading: CorrectedReading, met: Set<EntryId>): readonly Statement[] {
    const list = this.#lists.byDocument.get(reading.document.id)
    return correctStatements(statements(reading, this.#keyOf), list, this.#nodeOf, met)
  }

  #draw(nodes: ReadonlySet<NodeKey>, edges: Set<EdgeKey>): void {
    const { edges: table, entities, events } = this.#holdings
    const byHand = new Map(this.#added.events.map((event) => [event.key, event]))
    const shownAgain = new Set<string>()
    this.#canvas.putNodes(nodes, (key) => {
      const added = byHand.get(key)
      if (added !== undefined) return addedEventAttributes(added.act, added.note)
      if (isEventKey(key)) {
        const parts = this.#happenings.all(key, (base) => events.get(base))
        const event = mergedEvent(parts, (base) => events.reportsOf(base))
        return event && eventAttributes(event, this.#keyOf, this.#documentOf)
      }
      const parts = this.#actors.all(key, (base) => entities.get(base))
      const verdict = this.#actors.identities.verdicts.get(key)
      const entity =
        mergedEntity(parts, (base) => entities.membersOf(base), verdict) ?? newEntity(key, this.#added.entities)
      if (entity === undefined) return undefined
      if (entity.hidden) {
        this.#hidden.add(key)
        return undefined
      }
      if (this.#hidden.delete(key)) shownAgain.add(key)
      return entityAttributes(entity, this.#locate)
    })
    for (const key of table.at(shownAgain)) edges.add(key)
    this.#canvas.putEdges(edges, table, reportsOf(this.#documentOf))
  }

  // -------------------------------------------------------------------------------------------------- from words to nodes

  #documentOf = (id: DocumentId): GraphDocument | undefined => this.#texts.documents.get(id)

  #keyOf = (document: DocumentId, id: LocalId): NodeKey => {
    const key = this.#actorOf(document, id) ?? this.#happeningOf(document, id)
    if (key === undefined) throw new RangeError(`document ${document} refers to ${id}, which it does not list`)
    return key
  }

  #actorOf(document: DocumentId, id: LocalId): NodeKey | undefined {
    const base = this.#holdings.entities.keyOf(document, id)
    return base && this.#actors.identities.headOf(base)
  }

  #happeningOf(document: DocumentId, id: LocalId): NodeKey | undefined {
    const report = this.#holdings.reports.get(document)?.get(id)
    const base = report && this.#holdings.events.keyOf(report)
    return base && this.#happenings.identities.headOf(base)
  }

  #nodeOf = (anchor: NodeAnchor): NodeKey | undefined => {
    const { identities } = isEventKey(anchor.key) ? this.#happenings : this.#actors
    return identities.nodeOf(anchor)
  }

  #entityAt(anchor: Anchor): Entity | undefined {
    const spans = ({ mentions }: Entity): readonly Span[] => mentions.map(({ span }) => span)
    return standingAt(this.#texts.get(anchor.document)?.extraction.entities ?? [], spans, anchor)[0]
  }

  #mentionedAt(anchor: Anchor): NodeKey | undefined {
    const entity = this.#entityAt(anchor)
    return entity && this.#holdings.entities.keyOf(anchor.document, entity.id)
  }

  #comparedAt(anchor: Anchor): { readonly id: string; readonly unit: string } | undefined {
    const { document } = anchor
    const entity = this.#entityAt(anchor)
    if (entity === undefined) return undefined
    const { extraction } = this.#texts.get(document)!
    return { id: `${document}/${entity.id}`, unit: this.#holdings.entities.unitOf(document, entity, extraction) }
  }

  /** Key of the report that tells of an event at a passage. */
  #toldAt(anchor: Anchor): NodeKey | undefined {
    const [event] = standingAt(this.#texts.get(anchor.document)?.extraction.events ?? [], tellings, anchor)
    return event && this.#holdings.reports.get(anchor.document)?.get(event.id)
  }

  #answering(): Answering {
    return {
      holdings: this.#holdings,
      actors: this.#actors,
      happenings: this.#happenings,
      texts: this.#texts,
      keyOf: this.#keyOf,
      nodeOf: this.#nodeOf,
      statedIn: (document) => {
        const reading = this.#lists.byDocument.has(document) ? this.#texts.get(document) : undefined
        return reading && this.#said(reading, new Set())
      },
    }
  }
}
