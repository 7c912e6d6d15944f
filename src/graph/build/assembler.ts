/**
 * The graph of a library, kept up to date: what a change touches is worked out anew, in an order of its own, and the rest stays.
 * The result is that of building it from nothing.
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
import { byDocument, correctReading } from '../corrections/readings.ts'
import { standingAt, tellings } from '../corrections/spots.ts'
import { correctStatements, edgeCorrections } from '../corrections/statements.ts'
import type { KnowledgeGraph, StoredDocument } from '../knowledge-graph.ts'
import { once } from '../once.ts'
import { byText } from '../order.ts'
import type { BaseEntity, Distinctions } from '../resolve/entity-resolver.ts'
import { EntityResolver, NO_DISTINCTIONS } from '../resolve/entity-resolver.ts'
import type { BaseEvent } from '../resolve/event-resolver.ts'
import { EventResolver } from '../resolve/event-resolver.ts'
import type { Link } from '../resolve/joiner.ts'
import { pairOf } from '../resolve/joiner.ts'
import { reportItems } from '../resolve/reports.ts'
import type { Member } from '../resolve/units.ts'
import type { Assembly, Identity, Suggestion } from './assembly.ts'
import { Canvas, type Imprint } from './canvas.ts'
import { EdgeTable } from './edge-table.ts'
import { entityIdentity, eventIdentity } from './identity.ts'
import { addedEventAttributes, entityAttributes, eventAttributes } from './nodes.ts'
import { reportsOf } from './reports.ts'
import { statements } from './statements.ts'
import { mergedEntity, mergedEvent, type ResolvedEntity, Unions } from './unions.ts'

/** What has become of the documents since the last time. */
export interface Changes {
  /** Those that are new, or were read again. */
  readonly put: readonly StoredDocument[]
  readonly dropped: readonly DocumentId[]
}

/** Under which name the edge table keeps what people have added. */
const BY_HAND = 'by hand'
const NOBODY: Identities = identify(
  [],
  () => false,
  () => undefined,
)

export class Assembler {
  readonly #readings = new Map<DocumentId, CorrectedReading>()
  readonly #raw = new Map<DocumentId, StoredDocument>()
  /** Ids of the corrections that were carried out within a document. */
  readonly #within = new Map<DocumentId, string>()
  readonly #entities = new EntityResolver()
  readonly #events = new EventResolver((document) => this.#raw.get(document as DocumentId)?.document.date ?? null)
  readonly #reports = new Map<DocumentId, ReadonlyMap<string, NodeKey>>()
  readonly #edges = new EdgeTable()
  readonly #canvas: Canvas
  readonly #locate: Imprint['locate']
  #distinctions: Distinctions = NO_DISTINCTIONS
  #actors = new Unions<BaseEntity>(NOBODY)
  #happenings = new Unions<BaseEvent>(NOBODY)
  #added: Additions = { statements: [], events: [], entities: new Map() }
  /** Nodes that are not shown, while what is said of them stays. */
  readonly #hidden = new Set<NodeKey>()
  /** Documents of which a relation was corrected. */
  #corrected: ReadonlySet<DocumentId> = new Set()

  constructor(imprint: Imprint) {
    this.#locate = imprint.locate
    this.#canvas = new Canvas(imprint)
  }

  get graph(): KnowledgeGraph {
    return this.#canvas.graph
  }

  /**
   * Takes over what has changed. The graph is one and the same object, before and after.
   * @param corrections all that hold, in the order in which they were made
   */
  update({ put, dropped }: Changes, corrections: readonly Correction[] = []): Assembly {
    const read = this.#read(put, dropped, corrections)
    const gone = [...new Set(dropped)].filter((id) => !this.#raw.has(id))
    const dirty = new Set<DocumentId>(read.map(({ document }) => document.id))
    const nodes = new Set<NodeKey>()

    this.#join(read, gone, corrections, dirty, nodes)
    this.#tell(gone, corrections, dirty, nodes)
    const met = new Set([...this.#actors.identities.met, ...this.#happenings.identities.met])
    for (const document of this.#within.keys()) for (const id of this.#readings.get(document)?.met ?? []) met.add(id)

    const edges = this.#state(gone, corrections, dirty, nodes, met)
    this.#draw(nodes, edges)
    this.#canvas.describe(this.#raw.values())
    return this.#assembly(met, corrections)
  }

  /** What documents say, with what people have corrected within them; those that are new or have changed. */
  #read(
    put: readonly StoredDocument[],
    dropped: readonly DocumentId[],
    corrections: readonly Correction[],
  ): CorrectedReading[] {
    for (const id of dropped) for (const map of [this.#raw, this.#readings, this.#within]) map.delete(id)
    const changed = new Set<DocumentId>()
    for (const stored of put) {
      this.#raw.set(stored.document.id, stored)
      changed.add(stored.document.id)
    }
    const lists = byDocument(corrections)
    for (const document of [...lists.keys(), ...this.#within.keys()]) {
      const ids = (lists.get(document) ?? []).map(({ id }) => id).join(' ')
      if (!this.#raw.has(document) || ids === (this.#within.get(document) ?? '')) continue
      changed.add(document)
      if (ids === '') this.#within.delete(document)
      else this.#within.set(document, ids)
    }
    return [...changed].sort(byText).map((id) => {
      const reading = correctReading(this.#raw.get(id)!, lists.get(id))
      this.#readings.set(id, reading)
      return reading
    })
  }

  /** Which entities are one. @param dirty documents of which an entity has another key now @param nodes that have changed */
  #join(
    read: readonly CorrectedReading[],
    gone: readonly DocumentId[],
    corrections: readonly Correction[],
    dirty: Set<DocumentId>,
    nodes: Set<NodeKey>,
  ): void {
    const before = this.#distinctions
    this.#distinctions = distinctionsOf(corrections, (anchor) => this.#comparedAt(anchor))
    const marked = new Set(
      [...before.marks.keys(), ...this.#distinctions.marks.keys()]
        .filter((id) => before.marks.get(id) !== this.#distinctions.marks.get(id))
        .map((id) => id.split('/')[0] as DocumentId),
    )
    for (const { document } of read) marked.delete(document.id)
    const anew = [...marked].flatMap((id) => this.#readings.get(id) ?? [])
    const { stale, fresh } = this.#entities.update([...read, ...anew], gone, this.#distinctions)

    const identities = identify(
      corrections.filter(({ act }) => !('node' in act) || !isEventKey(act.node.key)),
      (key) => this.#entities.get(key) !== undefined,
      (anchor) => this.#mentionedAt(anchor),
    )
    this.#actors = this.#actors.next(identities, stale, fresh, {
      get: (key) => this.#entities.get(key),
      parts: ({ members }) => members.map(({ document, entity }) => [`${document}/${entity.id}`, document] as const),
      dirty,
      nodes,
    })
  }

  /** Which reports are of one happening. */
  #tell(
    gone: readonly DocumentId[],
    corrections: readonly Correction[],
    dirty: Set<DocumentId>,
    nodes: Set<NodeKey>,
  ): void {
    const old = [...gone, ...dirty].flatMap((document) => [...(this.#reports.get(document)?.values() ?? [])])
    for (const document of gone) this.#reports.delete(document)
    const items = [...dirty].sort(byText).flatMap((document) => {
      const [reading, raw] = [this.#readings.get(document), this.#raw.get(document)]
      if (reading === undefined || raw === undefined) return []
      const found = reportItems(reading, raw, (id) => this.#actorOf(document, id))
      this.#reports.set(document, new Map(found.map((item) => [item.event.id, item.id])))
      return found
    })
    const kept = new Set(items.map(({ id }) => id))
    const { stale, fresh } = this.#events.update(
      items,
      old.filter((id) => !kept.has(id)),
      reportsApart(corrections, (anchor) => this.#toldAt(anchor)),
    )
    const identities = identify(
      corrections.filter(({ act }) => 'node' in act && isEventKey(act.node.key)),
      (key) => this.#events.get(key) !== undefined,
      (anchor) => {
        const report = this.#toldAt(anchor)
        return report && this.#events.keyOf(report)
      },
    )
    this.#happenings = this.#happenings.next(identities, stale, fresh, {
      get: (key) => this.#events.get(key),
      parts: ({ cluster }) => cluster.items.map(({ id, document }) => [id, document] as const),
      dirty,
      nodes,
    })
  }

  /** What documents and people state. @returns the edges that have changed */
  #state(
    gone: readonly DocumentId[],
    corrections: readonly Correction[],
    dirty: Set<DocumentId>,
    nodes: Set<NodeKey>,
    met: Set<EntryId>,
  ): Set<EdgeKey> {
    const touched = new Set<EdgeKey>()
    const lists = edgeCorrections(corrections)
    for (const document of gone) this.#edges.put(document, [], touched)
    // A correction may send a relation to a node that has another key now: few documents have any.
    for (const document of [...this.#corrected, ...lists.byDocument.keys()]) dirty.add(document)
    this.#corrected = new Set(lists.byDocument.keys())
    for (const document of [...dirty].sort(byText)) {
      const reading = this.#readings.get(document)
      if (reading === undefined) continue
      const said = statements(reading, this.#keyOf)
      const list = lists.byDocument.get(document)
      this.#edges.put(document, correctStatements(said, list, this.#nodeOf, met), touched)
    }
    const before = this.#added
    this.#added = additions(corrections, lists, this.#nodeOf, met)
    this.#edges.put(BY_HAND, this.#added.statements, touched)
    for (const { entities, events } of [before, this.#added])
      for (const key of [...entities.keys(), ...events.map((event) => event.key)]) nodes.add(key)
    return touched
  }

  #draw(nodes: ReadonlySet<NodeKey>, edges: Set<EdgeKey>): void {
    const byHand = new Map(this.#added.events.map((event) => [event.key, event]))
    const shownAgain = new Set<string>()
    this.#canvas.putNodes(nodes, (key) => {
      const added = byHand.get(key)
      if (added !== undefined) return addedEventAttributes(added.act, added.note)
      if (isEventKey(key)) {
        const event = mergedEvent(this.#happenings.all(key, (base) => this.#events.get(base)))
        return event && eventAttributes(event, this.#keyOf, this.#documentOf)
      }
      const parts = this.#actors.all(key, (base) => this.#entities.get(base))
      const entity = mergedEntity(parts, this.#actors.identities.verdicts.get(key)) ?? this.#newEntity(key)
      if (entity === undefined) return undefined
      if (entity.hidden) {
        this.#hidden.add(key)
        return undefined
      }
      if (this.#hidden.delete(key)) shownAgain.add(key)
      return entityAttributes(
        entity,
        (document) => this.#readings.get(document)?.extraction.sentences ?? [],
        this.#locate,
      )
    })
    for (const key of this.#edges.at(shownAgain)) edges.add(key)
    this.#canvas.putEdges(edges, (key) => this.#edges.statementsOf(key), reportsOf(this.#documentOf))
  }

  #newEntity(key: NodeKey): ResolvedEntity | undefined {
    const added = this.#added.entities.get(key)
    return added && { key, ...added, members: [], confirmed: true as const }
  }

  // -------------------------------------------------------------------------------------------------- from words to nodes

  #documentOf = (id: DocumentId): GraphDocument | undefined => this.#raw.get(id)?.document

  #keyOf = (document: DocumentId, id: LocalId): NodeKey => {
    const key = this.#actorOf(document, id) ?? this.#happeningOf(document, id)
    if (key === undefined) throw new RangeError(`document ${document} refers to ${id}, which it does not list`)
    return key
  }

  #actorOf(document: DocumentId, id: LocalId): NodeKey | undefined {
    const base = this.#entities.keyOf(document, id)
    return base && this.#actors.identities.headOf(base)
  }

  #happeningOf(document: DocumentId, id: LocalId): NodeKey | undefined {
    const report = this.#reports.get(document)?.get(id)
    const base = report && this.#events.keyOf(report)
    return base && this.#happenings.identities.headOf(base)
  }

  #nodeOf = (anchor: NodeAnchor): NodeKey | undefined => {
    const { identities } = isEventKey(anchor.key) ? this.#happenings : this.#actors
    return identities.nodeOf(anchor)
  }

  #memberAt(anchor: Anchor): Member | undefined {
    const reading = this.#readings.get(anchor.document)
    if (reading === undefined) return undefined
    const spans = ({ mentions }: Entity): readonly Span[] => mentions.map(({ span }) => span)
    const [entity] = standingAt(reading.extraction.entities, spans, anchor)
    return entity && { document: anchor.document, entity }
  }

  #mentionedAt(anchor: Anchor): NodeKey | undefined {
    const member = this.#memberAt(anchor)
    return member && this.#entities.keyOf(member.document, member.entity.id)
  }

  #comparedAt(anchor: Anchor): { readonly id: string; readonly unit: string } | undefined {
    const member = this.#memberAt(anchor)
    if (member === undefined) return undefined
    const { extraction } = this.#readings.get(member.document)!
    return { id: `${member.document}/${member.entity.id}`, unit: this.#entities.unitOf(member, extraction) }
  }

  /** Key of the report that tells of an event at a passage. */
  #toldAt(anchor: Anchor): NodeKey | undefined {
    const [event] = standingAt(this.#readings.get(anchor.document)?.extraction.events ?? [], tellings, anchor)
    return event && this.#reports.get(anchor.document)?.get(event.id)
  }

  // ---------------------------------------------------------------------------------------------------------- the answer

  #assembly(met: ReadonlySet<EntryId>, corrections: readonly Correction[]): Assembly {
    const { graph } = this.#canvas
    return {
      graph,
      keyOf: this.#keyOf,
      readingOf: (document) => this.#readings.get(document)?.extraction,
      edgesOf: (document) => this.#edges.edgesOf(document).filter((key) => graph.hasEdge(key)),
      findNode: (key) => this.#find(key),
      nodeOf: this.#nodeOf,
      statementsOf: (edge) => this.#edges.statementsOf(edge),
      met,
      suggestions: once(() => this.#suggestions(corrections)),
      identityOf: (key) => this.#identityOf(key),
    }
  }

  #find(key: NodeKey): NodeKey | undefined {
    const { graph } = this.#canvas
    if (graph.hasNode(key)) return key
    const { identities } = isEventKey(key) ? this.#happenings : this.#actors
    const found = isEventKey(key)
      ? identities.headOf(this.#events.keyOf(key) ?? identities.aliases.get(key) ?? key)
      : (identities.aliases.get(key) ?? this.#entities.named(key).map(identities.headOf)[0])
    return found !== undefined && graph.hasNode(found) ? found : undefined
  }

  #suggestions(corrections: readonly Correction[]): Suggestion[] {
    const { graph } = this.#canvas
    const best = new Map<string, Suggestion>()
    const rejected = new Set(
      corrections.flatMap(({ act }) => {
        if (act.act !== 'distinct') return []
        const [one, other] = [this.#nodeOf(act.node), this.#nodeOf(act.other)]
        return one && other ? pairOf(one, other) : []
      }),
    )
    const offer = ({ score, reasons }: Link, one: NodeKey | undefined, other: NodeKey | undefined): void => {
      if (one === undefined || other === undefined || one === other) return
      if (!graph.hasNode(one) || !graph.hasNode(other) || rejected.has(pairOf(one, other))) return
      const known = best.get(pairOf(one, other))
      if (known !== undefined && known.score >= score) return
      const [node, like] = weightier(graph, one, other)
      best.set(pairOf(one, other), { node, other: like, score, reasons })
    }
    const actor = (unit: string): NodeKey | undefined => {
      const base = this.#entities.keyOfUnit(unit)
      return base && this.#actors.identities.headOf(base)
    }
    const happening = (report: string): NodeKey | undefined => {
      const base = this.#events.keyOf(report as NodeKey)
      return base && this.#happenings.identities.headOf(base)
    }
    for (const { cluster } of this.#entities.all())
      for (const link of cluster?.open ?? []) offer(link, actor(link.a), actor(link.b))
    for (const { cluster } of this.#events.all())
      for (const link of cluster.open) offer(link, happening(link.a), happening(link.b))
    return [...best.values()].sort((a, b) => b.score - a.score || byText(a.node, b.node) || byText(a.other, b.other))
  }

  #identityOf(key: NodeKey): Identity | undefined {
    if (isEventKey(key)) return eventIdentity(this.#happenings.all(key, (base) => this.#events.get(base)))
    return entityIdentity(this.#actors.all(key, (base) => this.#entities.get(base)))
  }
}

/** What is mentioned more often keeps its name when the two are merged. */
function weightier(graph: KnowledgeGraph, a: NodeKey, b: NodeKey): readonly [NodeKey, NodeKey] {
  const difference = graph.getNodeAttribute(a, 'mentions') - graph.getNodeAttribute(b, 'mentions')
  return difference > 0 || (difference === 0 && a < b) ? [a, b] : [b, a]
}
