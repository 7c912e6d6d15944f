/** Decides which of the units that links connect are one thing. */
import { listAt } from '../order.ts'
import type { Cluster, Link } from './joiner.ts'
import { DisjointSets } from './joiner.ts'
import { JOIN, SUGGEST } from './unit-links.ts'
import type { Unit } from './units.ts'

/** What a unit that fits several must share with one of them, and with no other, to be that one. */
const CLEAR_AFFINITY = 2

/**
 * First firm links, the strongest first. Then those of units that may stand for several, such as a surname: each joins the one
 * that it fits; where it fits two, it stays alone. All joins of a round are decided on the state before the round, until a
 * round joins nothing. So the order of units does not matter.
 *
 * Who read a document has told its people apart: two of them never become one through a third text. Nor do two units that
 * something speaks against, or that a person has told apart.
 * @param apart pairs of ids that a person has told apart
 */
export function clusterUnits(
  units: readonly Unit[],
  links: readonly Link[],
  apart: (a: string, b: string) => boolean,
): Cluster<Unit>[] {
  const index = new Map(units.map(({ id }, i) => [id, i]))
  const sets = new DisjointSets(units.length)
  const bags = units.map((unit) => ({ documents: new Set(unit.documents), units: [unit] }))
  const against = new Map<number, Set<number>>()
  const oppose = (a: number, b: number): void => {
    against.set(a, (against.get(a) ?? new Set()).add(b))
    against.set(b, (against.get(b) ?? new Set()).add(a))
  }
  for (const { a, b, score, reasons } of links)
    if (apart(a, b) || (score < JOIN && reasons.some((reason) => reason.score < 0)))
      oppose(index.get(a)!, index.get(b)!)

  const isAllowed = (a: number, b: number): boolean => {
    const [x, y] = [bags[a]!, bags[b]!]
    if (x.units[0]!.class !== y.units[0]!.class) return false
    if (x.units[0]!.class === 'person' && meet(x.documents, y.documents)) return false
    return !x.units.some((unit) => {
      const enemies = against.get(index.get(unit.id)!)
      return enemies !== undefined && y.units.some((other) => enemies.has(index.get(other.id)!))
    })
  }
  const used: Link[] = []
  const join = (link: Link): boolean => {
    const [a, b] = [sets.find(index.get(link.a)!), sets.find(index.get(link.b)!)]
    if (a === b || !isAllowed(a, b)) return false
    const [root, merged] = sets.join(a, b)
    for (const document of bags[merged]!.documents) bags[root]!.documents.add(document)
    bags[root]!.units.push(...bags[merged]!.units)
    used.push(link)
    return true
  }

  for (const link of links) if (link.fits === undefined && link.score >= JOIN) join(link)
  const setOf = (id: string): number => sets.find(index.get(id)!)
  const fitting = new Map<string, Link[]>()
  for (const link of links) if (link.fits !== undefined && link.score >= JOIN) listAt(fitting, link.fits).push(link)
  for (let joined = true; joined; ) {
    const chosen = [...fitting].flatMap(([id, own]) => choose(id, own, setOf, isAllowed) ?? [])
    const made = chosen.filter(join)
    // One that preferred the one of two must not become the bridge to the other in the next round.
    for (const { fits } of made) fitting.delete(fits!)
    joined = made.length > 0
  }

  const told = (a: string, b: string): boolean =>
    apart(a, b) || meet(units[index.get(a)!]!.documents, units[index.get(b)!]!.documents)
  const open = groupBySet(openLinks(links, setOf, told), setOf)
  const joins = groupBySet(used, setOf)
  const groups = new Map<number, Unit[]>()
  for (const unit of units) listAt(groups, setOf(unit.id)).push(unit)
  return [...groups].map(([set, items]) => ({ items, joins: joins.get(set) ?? [], open: open.get(set) ?? [] }))
}

/** The link by which a unit joins the only set that it fits, or the only one with whose surroundings it has something in common. */
function choose(
  id: string,
  links: readonly Link[],
  setOf: (id: string) => number,
  isAllowed: (a: number, b: number) => boolean,
): Link | undefined {
  const home = setOf(id)
  const candidates = new Map<number, Link>()
  for (const link of links) {
    const set = setOf(link.a === id ? link.b : link.a)
    if (set === home) continue
    const before = candidates.get(set)
    if (before === undefined || link.affinity > before.affinity) candidates.set(set, link)
  }
  const [best, second] = [...candidates.entries()].sort(([, x], [, y]) => y.affinity - x.affinity)
  if (best === undefined || !isAllowed(home, best[0])) return undefined
  const isClear = second === undefined || (best[1].affinity >= CLEAR_AFFINITY && second[1].affinity === 0)
  return isClear ? best[1] : undefined
}

function groupBySet(links: readonly Link[], setOf: (id: string) => number): Map<number, Link[]> {
  const groups = new Map<number, Link[]>()
  for (const link of links) listAt(groups, setOf(link.a)).push(link)
  return groups
}

/** For each pair of sets the strongest link that did not join them. */
function openLinks(
  links: readonly Link[],
  setOf: (id: string) => number,
  apart: (a: string, b: string) => boolean,
): Link[] {
  const best = new Map<string, Link>()
  for (const link of links) {
    const [a, b] = [setOf(link.a), setOf(link.b)]
    if (a === b || link.score < SUGGEST || apart(link.a, link.b)) continue
    const pair = a < b ? `${a} ${b}` : `${b} ${a}`
    if (!best.has(pair)) best.set(pair, link)
  }
  return [...best.values()]
}

const meet = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a]
  for (const item of small) if (large.has(item)) return true
  return false
}
