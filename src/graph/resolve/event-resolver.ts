/** Which report of which document tells of which happening, as documents come and go. */

import type { CivilDate } from '../../model/date.ts'
import { byDate } from '../../model/date.ts'
import type { NodeKey } from '../../model/ids.ts'
import { byText } from '../order.ts'
import type { Report, ReportItem } from './event-links.ts'
import { JOIN_EVENT, linkReports, reportKeys } from './event-links.ts'
import type { Cluster, Link } from './joiner.ts'
import { DisjointSets, Joiner, pairOf, partsOf } from './joiner.ts'

/** A happening and all reports of it, before people have said anything of it. */
export interface BaseEvent {
  /** Of the first report. */
  readonly key: NodeKey
  /** The first that was published first; ties by document id. */
  readonly reports: readonly [Report, ...Report[]]
  readonly cluster: Cluster<ReportItem>
}

export class EventResolver {
  readonly #publishedOn: (document: string) => CivilDate | null
  readonly #bases = new Map<NodeKey, BaseEvent>()
  readonly #baseOf = new Map<NodeKey, NodeKey>()
  readonly #joiner = new Joiner<ReportItem>({
    keys: reportKeys,
    link: linkReports,
    cluster: (items, links) =>
      clusterReports(
        items,
        links.filter(({ a, b }) => !this.#apart.has(pairOf(a, b))),
      ),
  })
  readonly #items = new Map<NodeKey, ReportItem>()
  /** Pairs of reports that a person has told apart. */
  #apart: ReadonlySet<string> = new Set()

  /** @param publishedOn day on which a document was published */
  constructor(publishedOn: (document: string) => CivilDate | null) {
    this.#publishedOn = publishedOn
  }

  /** The happening that a report tells of. @param id key of the event as its document alone tells it */
  keyOf(id: NodeKey): NodeKey | undefined {
    return this.#baseOf.get(id)
  }

  get(key: NodeKey): BaseEvent | undefined {
    return this.#bases.get(key)
  }

  all(): IterableIterator<BaseEvent> {
    return this.#bases.values()
  }

  /** @param apart pairs of reports that a person has told apart */
  update(
    put: readonly ReportItem[],
    dropped: readonly NodeKey[],
    apart: ReadonlySet<string>,
  ): { stale: BaseEvent[]; fresh: BaseEvent[] } {
    for (const id of dropped) this.#items.delete(id)
    for (const item of put) this.#items.set(item.id, item)
    const changes = this.#joiner.update([...put, ...this.#judgedAnew(put, apart)], dropped)
    const stale = changes.stale.flatMap(({ items }) => {
      for (const { id } of items) this.#baseOf.delete(id)
      const keys = new Set(items.map(({ id }) => id))
      return [...keys].flatMap((key) => {
        const base = this.#bases.get(key)
        if (base !== undefined) this.#bases.delete(key)
        return base ?? []
      })
    })
    const fresh = changes.fresh.map((cluster) => {
      const reports = cluster.items.toSorted((a, b) => this.#order(a, b)) as [ReportItem, ...ReportItem[]]
      const base: BaseEvent = { key: reports[0].id, reports, cluster }
      this.#bases.set(base.key, base)
      for (const { id } of reports) this.#baseOf.set(id, base.key)
      return base
    })
    return { stale, fresh }
  }

  /** Reports of which a person has decided otherwise than before. */
  #judgedAnew(put: readonly ReportItem[], apart: ReadonlySet<string>): ReportItem[] {
    const changed = new Set([...apart, ...this.#apart].filter((pair) => apart.has(pair) !== this.#apart.has(pair)))
    this.#apart = apart
    const ids = new Set([...changed].flatMap(partsOf))
    for (const { id } of put) ids.delete(id)
    return [...ids].flatMap((id) => this.#items.get(id as NodeKey) ?? [])
  }

  #order(a: ReportItem, b: ReportItem): number {
    const [x, y] = [this.#publishedOn(a.document), this.#publishedOn(b.document)]
    if (x !== null && y !== null) return byDate(x, y) || byText(a.document, b.document) || byText(a.id, b.id)
    return Number(x === null) - Number(y === null) || byText(a.document, b.document) || byText(a.id, b.id)
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
