/** Which entity of which document is which actor or place, as documents come and go. */
import type { Entity, Extraction } from '../../model/facts.ts'
import type { DocumentId, LocalId, NodeKey } from '../../model/ids.ts'
import { nodeKey, slug } from '../../model/ids.ts'
import type { EntityType } from '../../model/ontology.ts'
import type { CorrectedReading, Pin } from '../corrections/readings.ts'
import { byCount, listAt } from '../order.ts'
import type { ByteReader, ByteWriter } from '../packed/bytes.ts'
import type { Codec } from '../packed/packed-map.ts'
import { PackedMap } from '../packed/packed-map.ts'
import { readList, readText, writeList, writeText } from '../packed/parts.ts'
import type { Strings } from '../packed/strings.ts'
import { closureOf } from './closure.ts'
import type { Cluster, Link } from './joiner.ts'
import { Joiner, pairOf, partsOf } from './joiner.ts'
import { normalName } from './names.ts'
import type { Namesake } from './naming.ts'
import { bestName, byId, distinguish, mostFrequentType } from './naming.ts'
import type { Placement } from './placements.ts'
import { NO_PINS, PLACEMENT, readOpen, writeOpen } from './placements.ts'
import { profilesOf } from './profile.ts'
import { clusterUnits } from './unit-clusters.ts'
import { linkUnits, unitKeys } from './unit-links.ts'
import { UnitShelf } from './unit-shelf.ts'
import type { Member, Unit } from './units.ts'
import { place, toMember } from './units.ts'

/** An actor or place as names and profiles make it, before people have said anything of it. */
export interface BaseEntity {
  readonly key: NodeKey
  readonly type: EntityType
  readonly name: string
  /** Ids of the units that it is made of; none where a person has made it by telling mentions apart. */
  readonly units: readonly string[]
}

/** What can become a part of another node. */
export interface Part {
  readonly id: string
  readonly documents: () => Iterable<DocumentId>
}

/** What a person has told apart in a document. */
interface Pinned extends Member {
  readonly pin: Pin
}

export interface EntityChanges {
  readonly stale: readonly BaseEntity[]
  readonly fresh: readonly BaseEntity[]
}

/** What a person has told apart: marks of single entities of documents, and which marks exclude each other. */
export interface Distinctions {
  /** By document and id of the entity. */
  readonly marks: ReadonlyMap<string, string>
  /** Pairs of ids of members; the units that they are in do not become one. */
  readonly pairs: readonly (readonly [readonly string[], readonly string[]])[]
}

export const NO_DISTINCTIONS: Distinctions = { marks: new Map(), pairs: [] }

export class EntityResolver {
  readonly #placements: PackedMap<DocumentId, Placement>
  readonly #shelf: UnitShelf
  /** Those that names and profiles make. */
  readonly #bases: PackedMap<NodeKey, BaseEntity>
  /** Those that a person has made by telling mentions apart. */
  readonly #made = new Map<NodeKey, BaseEntity>()
  readonly #pinned = new Map<NodeKey, Map<string, Pinned>>()
  /** By the actor or place that holds one end. */
  readonly #open = new Map<NodeKey, readonly Link[]>()
  /** Pairs of units that a person has told apart. */
  #apart = new Set<string>()

  /** @param from where `write` has written */
  constructor(strings: Strings, from?: ByteReader) {
    this.#placements = new PackedMap(strings, PLACEMENT, from)
    const company = (document: DocumentId): readonly string[] => this.#placements.get(document)?.company ?? []
    this.#shelf = from === undefined ? new UnitShelf(strings, company) : UnitShelf.read(from, strings, company)
    this.#bases = new PackedMap(strings, BASE, from)
    if (from !== undefined) for (const [key, links] of readOpen(from, strings)) this.#open.set(key, links)
  }

  keyOf(document: DocumentId, id: LocalId): NodeKey | undefined {
    const placement = this.#placements.get(document)
    const at = placement?.ids.indexOf(id) ?? -1
    return at < 0 ? undefined : (placement!.pins.get(id) ?? this.#shelf.baseOf(placement!.units[at]!))
  }

  get(key: NodeKey): BaseEntity | undefined {
    return this.#made.get(key) ?? this.#bases.get(key)
  }

  /** By document id, then in order of reading. */
  membersOf({ key, units }: BaseEntity): readonly Member[] {
    const members = units.length > 0 ? units.flatMap((id) => this.#shelf.get(id)?.members ?? []) : this.#pinnedAt(key)
    return [...members].sort(byId)
  }

  /** What can become a part of another node, each with the documents that it comes from. */
  partsOf({ key, units }: BaseEntity): readonly Part[] {
    if (units.length > 0) return units.map((id) => ({ id, documents: () => this.#shelf.documentsOf(id) }))
    return this.#pinnedAt(key).map(({ document, entity }) => ({
      id: `${document}/${entity.id}`,
      documents: () => [document],
    }))
  }

  /** Actors and places of which a document uses the name that a key was made from: the one that most do so first. */
  named(key: NodeKey): NodeKey[] {
    const counts = new Map<NodeKey, number>()
    const wanted = slugIn(key)
    // A name that somebody gives where a key may stand.
    if (wanted === undefined) return []
    for (const id of this.#shelf.ids()) {
      const name = nameIn(id)
      if (!beginsAlike(name, wanted) || slug(name) !== wanted) continue
      const [first, ...others] = this.#shelf.get(id)?.members ?? []
      const base = this.#shelf.baseOf(id)
      if (first === undefined || base === undefined) continue
      if (nodeKey(first.entity.type, normalName(first.entity.name)) === key)
        counts.set(base, (counts.get(base) ?? 0) + 1 + others.length)
    }
    this.#shelf.close()
    return [...counts].sort(byCount).map(([base]) => base as NodeKey)
  }

  /** What an entity of a document is compared as while nobody tells it apart. */
  unitOf(document: DocumentId, entity: Entity, extraction: Extraction): string {
    return place(toMember(document, entity, extraction.sentences), profilesOf(extraction).get(entity.id)).unit
  }

  /** Links that are not firm enough, for a person to judge. */
  *open(): Generator<Link> {
    for (const links of this.#open.values()) yield* links
  }

  /** The actor or place that holds one end of a link. */
  keyOfUnit(id: string): NodeKey | undefined {
    return this.#shelf.baseOf(id)
  }

  /** How a base was put together; undefined where a person has made it. */
  clusterOf({ units }: BaseEntity): Cluster<Unit> | undefined {
    const [first] = units
    if (first === undefined) return undefined
    const items = this.#shelf.linkedWith(first).flatMap((id) => this.#shelf.get(id) ?? [])
    const { fresh } = this.#joiner().update(items, [])
    this.#shelf.close()
    return fresh.find((cluster) => cluster.items.some(({ id }) => id === first))
  }

  /** @param put readings that are new or have changed */
  update(
    put: readonly CorrectedReading[],
    dropped: readonly DocumentId[],
    { marks, pairs }: Distinctions = NO_DISTINCTIONS,
  ): EntityChanges {
    const gone = new Map<string, Set<DocumentId>>()
    const added = new Map<string, Member[]>()
    const pins = new Set<NodeKey>()
    for (const document of [...dropped, ...put.map((reading) => reading.document.id)])
      this.#forget(document, gone, pins)
    for (const reading of put) this.#take(reading, marks, added, pins)
    const changed = new Set([...gone.keys(), ...added.keys()])
    const before = new Map([...changed].map((id) => [id, this.#shelf.linkedWith(id)] as const))
    const bases = new Map([...changed].map((id) => [id, this.#shelf.baseOf(id)] as const))
    for (const id of changed) this.#shelf.change(id, gone.get(id) ?? NONE, added.get(id) ?? [])
    this.#tellApart(pairs, changed)

    const { items, ids } = closureOf(
      changed,
      {
        get: this.#shelf.get,
        near: this.#shelf.near,
        linkedWith: (id) => before.get(id) ?? this.#shelf.linkedWith(id),
      },
      linkUnits,
    )
    const stale = this.#retire(new Set([...ids].flatMap((id) => bases.get(id) ?? this.#shelf.baseOf(id) ?? [])), pins)
    const joiner = this.#joiner()
    const { fresh } = joiner.update([...items.values()], [])
    for (const component of joiner.components()) this.#shelf.connect(component)
    return { stale, fresh: [...this.#settle(fresh), ...this.#settlePins(pins)] }
  }

  /** Lets go of what a change has looked at. */
  close(): void {
    this.#shelf.close()
    this.#placements.close()
    this.#bases.close()
  }

  /** What people had said when the packed state was written. */
  restore(corrected: readonly CorrectedReading[], { pairs }: Distinctions): void {
    const keys = new Set<NodeKey>()
    for (const { document, extraction, pins } of corrected)
      for (const entity of extraction.entities) {
        const pin = pins.get(entity.id)
        if (pin === undefined) continue
        this.#pin(toMember(document.id, entity, extraction.sentences), pin)
        keys.add(pin.key)
      }
    this.#settlePins(keys)
    this.#tellApart(pairs, new Set())
  }

  #joiner(): Joiner<Unit> {
    return new Joiner<Unit>({
      keys: unitKeys,
      link: linkUnits,
      cluster: (units, links) => clusterUnits(units, links, (a, b) => this.#apart.has(pairOf(a, b))),
    })
  }

  #pinnedAt(key: NodeKey): readonly Member[] {
    return [...(this.#pinned.get(key)?.values() ?? [])].sort(byId)
  }

  #pin({ document, entity }: Member, pin: Pin): void {
    const held = this.#pinned.get(pin.key) ?? new Map<string, Pinned>()
    this.#pinned.set(pin.key, held)
    held.set(`${document}/${entity.id}`, { document, entity, pin })
  }

  #forget(document: DocumentId, gone: Map<string, Set<DocumentId>>, dirtyPins: Set<NodeKey>): void {
    const { ids, units, pins } = this.#placements.get(document) ?? { ids: [], units: [], pins: NO_PINS }
    for (const unit of units) if (unit !== '') gone.set(unit, (gone.get(unit) ?? new Set()).add(document))
    for (const id of ids) {
      const key = pins.get(id)
      if (key === undefined) continue
      this.#pinned.get(key)?.delete(`${document}/${id}`)
      dirtyPins.add(key)
    }
    this.#placements.delete(document)
  }

  #take(
    { document, extraction, pins }: CorrectedReading,
    marks: Distinctions['marks'],
    added: Map<string, Member[]>,
    dirtyPins: Set<NodeKey>,
  ): void {
    const profiles = profilesOf(extraction)
    const keys = new Map<LocalId, NodeKey>()
    const units = extraction.entities.map((entity) => {
      const member = toMember(document.id, entity, extraction.sentences)
      const pin = pins.get(entity.id)
      if (pin !== undefined) {
        this.#pin(member, pin)
        keys.set(entity.id, pin.key)
        dirtyPins.add(pin.key)
        return ''
      }
      const { unit } = place(member, profiles.get(entity.id), marks.get(`${document.id}/${entity.id}`))
      listAt(added, unit).push(member)
      return unit
    })
    const [profile] = profiles.values()
    this.#placements.set(document.id, {
      ids: extraction.entities.map(({ id }) => id),
      units,
      pins: keys.size > 0 ? keys : NO_PINS,
      company: profile?.company ?? [],
    })
  }

  #tellApart(pairs: Distinctions['pairs'], changed: Set<string>): void {
    const apart = new Set<string>()
    const unitAt = (id: string): string[] => {
      const [document, local] = id.split('/') as [DocumentId, LocalId]
      const placement = this.#placements.get(document)
      const unit = placement?.units[placement.ids.indexOf(local)]
      return unit === undefined || unit === '' ? [] : [unit]
    }
    const unitsOf = (ids: readonly string[]): Set<string> => new Set(ids.flatMap(unitAt))
    for (const [one, other] of pairs)
      for (const a of unitsOf(one)) for (const b of unitsOf(other)) if (a !== b) apart.add(pairOf(a, b))
    for (const both of [...apart, ...this.#apart])
      if (apart.has(both) !== this.#apart.has(both)) for (const unit of partsOf(both)) changed.add(unit)
    this.#apart = apart
  }

  #retire(keys: ReadonlySet<NodeKey>, pins: ReadonlySet<NodeKey>): BaseEntity[] {
    return [...keys, ...pins].flatMap((key) => {
      const base = this.get(key)
      this.#made.delete(key)
      this.#bases.delete(key)
      this.#open.delete(key)
      return base ?? []
    })
  }

  #settle(fresh: readonly Cluster<Unit>[]): BaseEntity[] {
    const named = new Map<NodeKey, Namesake[]>()
    for (const cluster of fresh) {
      const members = cluster.items.flatMap((unit) => unit.members).sort(byId)
      const type = mostFrequentType(members)
      const name = bestName(members, type)
      listAt(named, nodeKey(type, normalName(name))).push({ cluster, members, type, name })
    }
    return [...named].flatMap(([plain, namesakes]) => {
      const keys = distinguish(plain, namesakes)
      return namesakes.map(({ cluster, type, name }, i) => {
        const key = keys[i]!
        const units = cluster.items.map(({ id }) => id)
        for (const id of units) this.#shelf.setBase(id, key)
        if (cluster.open.length > 0) this.#open.set(key, cluster.open)
        const base: BaseEntity = { key, type, name, units }
        this.#bases.set(key, base)
        return base
      })
    })
  }

  #settlePins(keys: ReadonlySet<NodeKey>): BaseEntity[] {
    return [...keys].flatMap((key) => {
      const [first] = [...(this.#pinned.get(key)?.values() ?? [])].sort(byId)
      if (first === undefined) {
        this.#pinned.delete(key)
        return []
      }
      const base: BaseEntity = { ...first.pin, units: [] }
      this.#made.set(key, base)
      return [base]
    })
  }

  // ------------------------------------------------------------------------------------------------------- to and from bytes

  write(to: ByteWriter, strings: Strings): void {
    this.#placements.write(to, strings)
    this.#shelf.write(to, strings)
    this.#bases.write(to, strings)
    writeOpen(to, strings, this.#open)
  }
}

const BASE: Codec<BaseEntity> = {
  write: (to, strings, { key, type, name, units }) => {
    for (const text of [key, type, name]) writeText(to, strings, text)
    writeList(to, strings, units)
  },
  read: (from, strings) => ({
    key: readText<NodeKey>(from, strings),
    type: readText<EntityType>(from, strings),
    name: readText(from, strings),
    units: readList(from, strings),
  }),
}

const NONE: ReadonlySet<DocumentId> = new Set()

/** The normal name in the id of a unit. */
const slugIn = (key: NodeKey): string | undefined => {
  const at = key.indexOf(':')
  return at < 0 ? undefined : key.slice(at + 1)
}

const isPlainLetter = (unit: number): boolean => (unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a

/** Whether a name has the plain letters at its beginning that its slug would have: there are tens of thousands to look through. */
function beginsAlike(name: string, wanted: string): boolean {
  for (let i = 0; i < name.length; i++) {
    const unit = name.charCodeAt(i)
    if (!isPlainLetter(unit)) return true
    if ((unit | 0x20) !== wanted.charCodeAt(i)) return false
  }
  return true
}

const nameIn = (id: string): string => id.slice(id.indexOf(':') + 1).split('|')[0]!
