/**
 * Which entities of different documents are one thing. Pure name matching for now; scores, suggestions and the decisions
 * of people belong here, behind the same function.
 */
import type { Entity } from '../../model/facts.ts'
import type { DocumentId } from '../../model/ids.ts'
import { listAt } from '../order.ts'
import { classOf, normalName, shortens, wordsOf } from './names.ts'

/** What one document says of a thing. */
export interface Member {
  readonly document: DocumentId
  readonly entity: Entity
}

/** Members of one class and one name. */
interface Group {
  readonly class: string
  readonly name: string
  readonly members: Member[]
  readonly aliases: Set<string>
}

/**
 * Things of one class and name are one. A name that is an alias, or for people a shorter form, of exactly one other
 * thing joins it; where two fit, it stays alone. All joins of a round are decided on the state before the round, until a
 * round joins nothing, so that the order of members does not matter.
 */
export function cluster(members: readonly Member[]): Member[][] {
  const groups = groupByName(members)
  const candidates = candidateFinder(groups)
  const sets = new DisjointSets(groups.length)
  const documents = groups.map((group) => new Set(group.members.map((member) => member.document)))

  for (let joined = true; joined; ) {
    const joins: (readonly [Group, number, number])[] = []
    groups.forEach((group, index) => {
      const home = sets.find(index)
      const others = new Set(candidates(group).map((candidate) => sets.find(candidate)))
      others.delete(home)
      const [only, ...rest] = others
      if (only !== undefined && rest.length === 0) joins.push([group, home, only])
    })
    // Who read a document has told its people apart: two of them never become one through a third text.
    const allowed = joins.filter(([group, a, b]) => group.class !== 'person' || disjoint(documents[a]!, documents[b]!))
    joined = false
    for (const [, a, b] of allowed) {
      const [root, merged] = sets.join(a, b)
      if (root === merged) continue
      for (const document of documents[merged]!) documents[root]!.add(document)
      joined = true
    }
  }

  const clusters = new Map<number, Member[]>()
  groups.forEach((group, index) => {
    listAt(clusters, sets.find(index)).push(...group.members)
  })
  return [...clusters.values()]
}

function groupByName(members: readonly Member[]): Group[] {
  const groups = new Map<string, Group>()
  for (const member of members) {
    const [type, name] = [classOf(member.entity.type), normalName(member.entity.name)]
    const id = `${type}:${name}`
    const group = groups.get(id) ?? { class: type, name, members: [], aliases: new Set<string>() }
    groups.set(id, group)
    group.members.push(member)
    for (const alias of member.entity.aliases) group.aliases.add(normalName(alias))
  }
  return [...groups.values()]
}

/** For a group, the indices of those that its name may also belong to. */
function candidateFinder(groups: readonly Group[]): (group: Group) => number[] {
  const byAlias = new Map<string, number[]>()
  const byLastWord = new Map<string, number[]>()
  groups.forEach((group, index) => {
    for (const alias of group.aliases) listAt(byAlias, `${group.class}:${alias}`).push(index)
    if (group.class === 'person') listAt(byLastWord, wordsOf(group.name).at(-1)!).push(index)
  })
  return (group) => {
    const found = byAlias.get(`${group.class}:${group.name}`) ?? []
    if (group.class !== 'person') return found
    const words = wordsOf(group.name)
    const fuller = byLastWord.get(words.at(-1)!)?.filter((index) => shortens(words, wordsOf(groups[index]!.name)))
    return [...found, ...(fuller ?? [])]
  }
}

const disjoint = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a]
  for (const item of small) if (large.has(item)) return false
  return true
}

/** Union-find with path halving. */
class DisjointSets {
  readonly #parents: number[]
  constructor(size: number) {
    this.#parents = Array.from({ length: size }, (_, i) => i)
  }
  find(item: number): number {
    let at = item
    while (this.#parents[at] !== at) {
      this.#parents[at] = this.#parents[this.#parents[at]!]!
      at = this.#parents[at]!
    }
    return at
  }
  /** The root of the joined set, and the root that was; the same twice where they were one already. */
  join(a: number, b: number): readonly [root: number, merged: number] {
    const [x, y] = [this.find(a), this.find(b)]
    this.#parents[Math.max(x, y)] = Math.min(x, y)
    return [Math.min(x, y), Math.max(x, y)]
  }
}
