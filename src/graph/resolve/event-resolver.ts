/** Which report of which document tells of which happening, as documents come and go. */

import type { CivilDate } from '../../model/date.ts'
import { byDate } from '../../model/date.ts'
import type { NodeKey } from '../../model/ids.ts'
import { byText } from '../order.ts'
import type { ByteReader, ByteWriter } from '../packed/bytes.ts'
import type { Strings } from '../packed/strings.ts'
import { closureOf } from './closure.ts'
import type { Part } from './entity-resolver.ts'
import type { ReportItem } from './event-links.ts'
import { JOIN_EVENT, linkReports, reportKeys } from './event-links.ts'
import type { Cluster, Link } from './joiner.ts'
import { DisjointSets, Joiner, pairOf, partsOf } from './joiner.ts'
import { readOpen, writeOpen } from './placements.ts'
import { ReportShelf } from './report-shelf.ts'

/** A happening, before people have said anything of it. */
export interface BaseEvent {
  /** Of the first report. */
  readonly key: NodeKey
  /** The first that was published first; ties by document id. */
  readonly reports: readonly [NodeKey, ...NodeKey[]]
}

export class EventResolver {
  readonly #publishedOn: (document: string) => CivilDate | null
  readonly #shelf: ReportShelf
  /** Of happenings that several reports tell. */
  readonly #groups = new Map<NodeKey, readonly [NodeKey, ...NodeKey[]]>()
  readonly #baseOf = new Map<NodeKey, NodeKey>()
  /** By the happening that holds one end. */
  readonly #open = new Map<NodeKey, readonly Link[]>()
  /** Pairs of reports that a person has told apart. */
  #apart: ReadonlySet<string> = new Set()

  /**
   * @param publishedOn day on which a document was published
   * @param from where `write` has written
   */
  constructor(publishedOn: (document: string) => CivilDate | null, strings: Strings, from?: ByteReader) {
    this.#publishedOn = publishedOn
    this.#shelf = from === undefined ? new ReportShelf(strings) : ReportShelf.read(from, strings)
    if (from !== undefined) this.#readGroups(from, strings)
  }

  /** The happening that a report tells of. @param id key of the event as its document alone tells it */
  keyOf(id: NodeKey): NodeKey | undefined {
    return this.#baseOf.get(id) ?? (this.#shelf.has(id) ? id : undefined)
  }

  get(key: NodeKey): BaseEvent | undefined {
    if (this.keyOf(key) !== key) return undefined
    return { key, reports: this.#groups.get(key) ?? [key] }
  }

  reportsOf({ reports }: BaseEvent): readonly ReportItem[] {
    return reports.flatMap((id) => this.#shelf.get(id) ?? [])
  }

  /** What can become a part of another node, each with the document that it comes from. */
  partsOf({ reports }: BaseEvent): readonly Part[] {
    return reports.map((id) => ({
      id,
      documents: () => this.reportsOf({ key: id, reports: [id] }).map(({ document }) => document),
    }))
  }

  /** Links that are not firm enough, for a person to judge. */
  *open(): Generator<Link> {
    for (const links of this.#open.values()) yield* links
  }

  /** How a happening was put together. */
  clusterOf({ key }: BaseEvent): Cluster<ReportItem> | undefined {
    const items = this.#shelf.linkedWith(key).flatMap((id) => this.#shelf.get(id) ?? [])
    const { fresh } = this.#joiner().update(items, [])
    this.#shelf.close()
    return fresh.find((cluster) => cluster.items.some(({ id }) => id === key))
  }

  /** @param apart pairs of reports that a person has told apart */
  update(
    put: readonly ReportItem[],
    dropped: readonly NodeKey[],
    apart: ReadonlySet<string>,
  ): { stale: BaseEvent[]; fresh: BaseEvent[] } {
    const changed = new Set([...dropped, ...put.map(({ id }) => id)])
    const before = new Map([...changed].map((id) => [id as string, this.#shelf.linkedWith(id)] as const))
    const bases = new Map([...changed].map((id) => [id as string, this.keyOf(id)] as const))
    for (const id of dropped) this.#shelf.delete(id)
    for (const item of put) this.#shelf.set(item)
    for (const id of this.#judgedAnew(apart)) if (this.#shelf.has(id)) changed.add(id)

    const { items, ids } = closureOf(
      changed,
      {
        get: this.#shelf.get,
        near: this.#shelf.near,
        linkedWith: (id) => before.get(id) ?? this.#shelf.linkedWith(id),
      },
      linkReports,
    )
    const stale = this.#retire(ids, bases)
    const joiner = this.#joiner()
    const { fresh } = joiner.update([...items.values()], [])
    for (const component of joiner.components()) this.#shelf.connect(component)
    return { stale, fresh: fresh.map((cluster) => this.#settle(cluster)) }
  }

  /** Lets go of what a change has looked at. */
  close(): void {
    this.#shelf.close()
  }

  /** What people had said when the packed state was written. */
  restore(apart: ReadonlySet<string>): void {
    this.#apart = apart
  }

  #joiner(): Joiner<ReportItem> {
    const told = ({ a, b }: Link): boolean => this.#apart.has(pairOf(a, b))
    return new Joiner<ReportItem>({
      keys: reportKeys,
      link: linkReports,
      cluster: (items, links) =>
        clusterReports(
          items,
          links.filter((link) => !told(link)),
        ),
    })
  }

  #retire(ids: Iterable<string>, bases: ReadonlyMap<string, NodeKey | undefined>): BaseEvent[] {
    const keys = new Set([...ids].flatMap((id) => (bases.has(id) ? bases.get(id) : this.keyOf(id as NodeKey)) ?? []))
    return [...keys].map((key): BaseEvent => {
      const reports = this.#groups.get(key) ?? [key]
      for (const id of reports) this.#baseOf.delete(id)
      this.#groups.delete(key)
      this.#open.delete(key)
      return { key, reports }
    })
  }

  #settle({ items, open }: Cluster<ReportItem>): BaseEvent {
    const [first, ...others] = items.toSorted((a, b) => this.#order(a, b)).map(({ id }) => id) as [
      NodeKey,
      ...NodeKey[],
    ]
    const reports = [first, ...others] as const
    if (others.length > 0) {
      this.#groups.set(first, reports)
      for (const id of reports) this.#baseOf.set(id, first)
    }
    if (open.length > 0) this.#open.set(first, open)
    return { key: first, reports }
  }

  /** Reports of which a person has decided otherwise than before. */
  #judgedAnew(apart: ReadonlySet<string>): NodeKey[] {
    const changed = new Set([...apart, ...this.#apart].filter((pair) => apart.has(pair) !== this.#apart.has(pair)))
    this.#apart = apart
    return [...new Set([...changed].flatMap(partsOf))] as NodeKey[]
  }

  #order(a: ReportItem, b: ReportItem): number {
    const [x, y] = [this.#publishedOn(a.document), this.#publishedOn(b.document)]
    if (x !== null && y !== null) return byDate(x, y) || byText(a.document, b.document) || byText(a.id, b.id)
    return Number(x === null) - Number(y === null) || byText(a.document, b.document) || byText(a.id, b.id)
  }

  write(to: ByteWriter, strings: Strings): void {
    this.#shelf.write(to, strings)
    to.number(this.#groups.size)
    for (const reports of this.#groups.values()) {
      to.number(reports.length)
      for (const id of reports) to.number(strings.numberOf(id))
    }
    writeOpen(to, strings, this.#open)
  }

  #readGroups(from: ByteReader, strings: Strings): void {
    for (let rest = from.number(); rest > 0; rest--) {
      const ids = Array.from({ length: from.number() }, () => strings.textOf(from.number()) as NodeKey)
      const reports = ids as [NodeKey, ...NodeKey[]]
      this.#groups.set(reports[0], reports)
      for (const id of reports) this.#baseOf.set(id, reports[0])
    }
    for (const [key, links] of readOpen(from, strings)) this.#open.set(key, links)
  }
}

/** How much stronger one of two links into a document must be to be believed. */
const MARGIN = 0.1

/**
 * The strongest links first. A document that tells of two happenings has told them apart: they never become one. A report that
 * fits two happenings of one document about as well joins neither.
 */
function clusterReports(items: readonly ReportItem[], links: readonly Link[]): Cluster<ReportItem>[] {
  const index = new Map(items.map(({ id }, i) => [id as string, i]))
  const documentOf = (id: string): string => items[index.get(id)!]!.document
  const sets = new DisjointSets(items.length)
  const documents = items.map(({ document }) => new Set<string>([document]))
  const firm = links.filter(({ score }) => score >= JOIN_EVENT)

  const best = new Map<string, number[]>()
  for (const { a, b, score } of firm)
    for (const [from, to] of [[a, b], [b, a]] as const) {
      const id = `${from} ${documentOf(to)}`
      best.set(id, [...(best.get(id) ?? []), score])
    } // biome-ignore format: one glance
  const isClear = ({ a, b, score }: Link): boolean =>
    [`${a} ${documentOf(b)}`, `${b} ${documentOf(a)}`].every((id) => {
      const [first = 0, second = 0] = (best.get(id) ?? []).toSorted((x, y) => y - x)
      return score === first && score - second >= MARGIN
    })

  const joins: Link[] = []
  for (const link of firm) {
    if (!isClear(link)) continue
    const [x, y] = [sets.find(index.get(link.a)!), sets.find(index.get(link.b)!)]
    if (x === y || [...documents[x]!].some((document) => documents[y]!.has(document))) continue
    const [root, merged] = sets.join(x, y)
    for (const document of documents[merged]!) documents[root]!.add(document)
    joins.push(link)
  }
  const setOf = (id: string): number => sets.find(index.get(id)!)
  return [...new Set(items.map(({ id }) => setOf(id)))].map((set) => ({
    items: items.filter(({ id }) => setOf(id) === set),
    joins: joins.filter(({ a }) => setOf(a) === set),
    open: links.filter(({ a, b }) => setOf(a) === set && setOf(b) !== set),
  }))
}
