/** Which entity of which document is which actor or place, as documents come and go. */
import type { Extraction } from '../../model/facts.ts'
import type { DocumentId, LocalId, NodeKey } from '../../model/ids.ts'
import { nodeKey } from '../../model/ids.ts'
import type { EntityType } from '../../model/ontology.ts'
import { ENTITY_TYPES } from '../../model/ontology.ts'
import type { CorrectedReading, Pin } from '../corrections/readings.ts'
import { byCount, byText, listAt, tally } from '../order.ts'
import type { Cluster } from './joiner.ts'
import { Joiner, pairOf, partsOf } from './joiner.ts'
import { normalName, wordsOf } from './names.ts'
import { profilesOf } from './profile.ts'
import { clusterUnits } from './unit-clusters.ts'
import { linkUnits, unitKeys } from './unit-links.ts'
import type { Member, Placed, Unit } from './units.ts'
import { isPlain, place, unitOf } from './units.ts'

/** An actor or place as names and profiles make it, before people have said anything of it. */
export interface BaseEntity {
  readonly key: NodeKey
  readonly type: EntityType
  readonly name: string
  /** By document id, then in order of reading. */
  readonly members: readonly Member[]
  /** Absent where a person has made it by telling mentions apart. */
  readonly cluster?: Cluster<Unit>
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
  readonly #placed = new Map<string, Placed>()
  readonly #ofDocument = new Map<DocumentId, string[]>()
  readonly #units = new Map<string, Map<string, Placed>>()
  readonly #pinned = new Map<NodeKey, Map<string, Pinned>>()
  readonly #bases = new Map<NodeKey, BaseEntity>()
  readonly #baseOf = new Map<string, NodeKey>()
  readonly #keyOfCluster = new Map<Cluster<Unit>, NodeKey>()
  /** Pairs of units that a person has told apart. */
  #apart = new Set<string>()
  readonly #joiner = new Joiner<Unit>({
    keys: unitKeys,
    link: linkUnits,
    cluster: (units, links) => clusterUnits(units, links, (a, b) => this.#apart.has(pairOf(a, b))),
  })

  keyOf(document: DocumentId, id: LocalId): NodeKey | undefined {
    return this.#baseOf.get(`${document}/${id}`)
  }

  get(key: NodeKey): BaseEntity | undefined {
    return this.#bases.get(key)
  }

  /** Actors and places of which a document uses the name that a key was made from: the one that most do so first. */
  named(key: NodeKey): NodeKey[] {
    const counts = new Map<NodeKey, number>()
    for (const { cluster, key: own } of this.#bases.values())
      for (const { members } of cluster?.items ?? [])
        for (const { entity } of members.slice(0, 1))
          if (nodeKey(entity.type, normalName(entity.name)) === key)
            counts.set(own, (counts.get(own) ?? 0) + members.length)
    return [...counts].sort(byCount).map(([own]) => own as NodeKey)
  }

  /** What an entity of a document is compared as while nobody tells it apart. */
  unitOf(member: Member, extraction: Extraction): string {
    return place(member, profilesOf(extraction).get(member.entity.id)).unit
  }

  all(): IterableIterator<BaseEntity> {
    return this.#bases.values()
  }

  /** The actor or place that holds one end of a link. */
  keyOfUnit(id: string): NodeKey | undefined {
    const cluster = this.#joiner.clusterOf(id)
    return cluster && this.#keyOfCluster.get(cluster)
  }

  /** @param put readings that are new or have changed */
  update(
    put: readonly CorrectedReading[],
    dropped: readonly DocumentId[],
    { marks, pairs }: Distinctions = NO_DISTINCTIONS,
  ): EntityChanges {
    const dirty = new Set<string>()
    const dirtyPins = new Set<NodeKey>()
    for (const document of [...dropped, ...put.map((reading) => reading.document.id)])
      this.#forget(document, dirty, dirtyPins)
    for (const reading of put) this.#take(reading, marks, dirty, dirtyPins)
    this.#tellApart(pairs, dirty)

    const gone = [...dirty].filter((id) => !this.#units.has(id))
    const units = [...dirty].flatMap((id) => {
      const members = this.#units.get(id)
      return members === undefined ? [] : [unitOf(id, members.values())]
    })
    const { stale, fresh } = this.#joiner.update(units, gone)
    const old = this.#retire(stale, dirtyPins)
    return { stale: old, fresh: [...this.#settle(fresh), ...this.#settlePins(dirtyPins)] }
  }

  #forget(document: DocumentId, dirty: Set<string>, dirtyPins: Set<NodeKey>): void {
    for (const id of this.#ofDocument.get(document) ?? []) {
      this.#baseOf.delete(id)
      const placed = this.#placed.get(id)
      if (placed === undefined) {
        for (const [key, members] of this.#pinned) if (members.delete(id)) dirtyPins.add(key)
        continue
      }
      this.#placed.delete(id)
      const members = this.#units.get(placed.unit)
      members?.delete(id)
      if (members?.size === 0) this.#units.delete(placed.unit)
      dirty.add(placed.unit)
    }
    this.#ofDocument.delete(document)
  }

  #take(
    { document, extraction, pins }: CorrectedReading,
    marks: Distinctions['marks'],
    dirty: Set<string>,
    dirtyPins: Set<NodeKey>,
  ): void {
    const profiles = profilesOf(extraction)
    const ids: string[] = []
    for (const entity of extraction.entities) {
      const member = { document: document.id, entity }
      const id = `${document.id}/${entity.id}`
      ids.push(id)
      const pin = pins.get(entity.id)
      if (pin !== undefined) {
        const held = this.#pinned.get(pin.key) ?? new Map<string, Pinned>()
        this.#pinned.set(pin.key, held)
        held.set(id, { ...member, pin })
        dirtyPins.add(pin.key)
        continue
      }
      const placed = place(member, profiles.get(entity.id), marks.get(id))
      this.#placed.set(id, placed)
      const members = this.#units.get(placed.unit) ?? new Map<string, Placed>()
      this.#units.set(placed.unit, members)
      members.set(id, placed)
      dirty.add(placed.unit)
    }
    this.#ofDocument.set(document.id, ids)
  }

  #tellApart(pairs: Distinctions['pairs'], dirty: Set<string>): void {
    const apart = new Set<string>()
    const unitsOf = (ids: readonly string[]): Set<string> =>
      new Set(ids.flatMap((id) => this.#placed.get(id)?.unit ?? []))
    for (const [one, other] of pairs)
      for (const a of unitsOf(one)) for (const b of unitsOf(other)) if (a !== b) apart.add(pairOf(a, b))
    for (const both of [...apart, ...this.#apart])
      if (apart.has(both) !== this.#apart.has(both)) for (const unit of partsOf(both)) dirty.add(unit)
    this.#apart = apart
  }

  #retire(stale: readonly Cluster<Unit>[], pins: ReadonlySet<NodeKey>): BaseEntity[] {
    const keys = [...stale.flatMap((cluster) => this.#keyOfCluster.get(cluster) ?? []), ...pins]
    for (const cluster of stale) this.#keyOfCluster.delete(cluster)
    return keys.flatMap((key) => {
      const base = this.#bases.get(key)
      this.#bases.delete(key)
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
      return namesakes.map(({ cluster, members, type, name }, i) => {
        const key = keys[i]!
        this.#keyOfCluster.set(cluster, key)
        return this.#hold({ key, type, name, members, cluster })
      })
    })
  }

  #settlePins(keys: ReadonlySet<NodeKey>): BaseEntity[] {
    return [...keys].flatMap((key) => {
      const members = [...(this.#pinned.get(key)?.values() ?? [])].sort(byId)
      const [first] = members
      if (first === undefined) {
        this.#pinned.delete(key)
        return []
      }
      return [this.#hold({ ...first.pin, members: members.map(({ document, entity }) => ({ document, entity })) })]
    })
  }

  #hold(base: BaseEntity): BaseEntity {
    this.#bases.set(base.key, base)
    for (const { document, entity } of base.members) this.#baseOf.set(`${document}/${entity.id}`, base.key)
    return base
  }
}

/** Sorting is stable: those of one document stay in order of reading. */
const byId = (a: Member, b: Member): number => byText(a.document, b.document)

interface Namesake {
  readonly cluster: Cluster<Unit>
  readonly members: readonly Member[]
  readonly type: EntityType
  readonly name: string
}

/** Keys of several things of one name: the one of which nothing but the name is known keeps the plain one. */
function distinguish(plain: NodeKey, namesakes: readonly Namesake[]): NodeKey[] {
  if (namesakes.length === 1) return [plain]
  const words = namesakes.map(({ cluster: { items } }) => {
    const known = (texts: readonly string[]): string[] => [...new Set(texts)].sort(byText)
    return [...known(items.flatMap(({ trades }) => trades)), ...known(items.flatMap(({ states }) => states))].join(' ')
  })
  return namesakes.map(({ cluster, members, type, name }, i) => {
    const isOnly = words.filter((word) => word === words[i]).length === 1
    if (isOnly && cluster.items.every((unit) => isPlain(unit) && unit.apart === undefined)) return plain
    const distinction =
      isOnly && words[i] !== '' ? words[i]! : `${words[i]} ${members[0]!.document} ${members[0]!.entity.id}`
    return nodeKey(type, normalName(name), distinction)
  })
}

/** The type that most mentions have; ties by the order of the ontology. */
function mostFrequentType(members: readonly Member[]): EntityType {
  const counts = new Map<EntityType, number>()
  for (const { entity } of members) counts.set(entity.type, (counts.get(entity.type) ?? 0) + 1 + entity.mentions.length)
  const rank = Object.keys(ENTITY_TYPES)
  return [...counts].sort((a, b) => b[1] - a[1] || rank.indexOf(a[0]) - rank.indexOf(b[0]))[0]![0]
}

/**
 * The name that most documents call it by in full; the longer one where two are as frequent. People go by given name and
 * surname, however often the surname stands alone.
 */
function bestName(members: readonly Member[], type: EntityType): string {
  const names = tally(members.map(({ entity }) => entity.name))
  const full = type === 'person' ? names.filter(([name]) => wordsOf(normalName(name)).length > 1) : names
  const [best] = (full.length > 0 ? full : names).toSorted(
    (a, b) => b[1] - a[1] || b[0].length - a[0].length || byText(a[0], b[0]),
  )
  return best![0]
}
