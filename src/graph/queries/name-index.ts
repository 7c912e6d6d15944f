/** Finds nodes by name: whole, by the beginnings of its words, or with slips, whatever the case and the diacritics. */
import type { Changed, KnowledgeGraph } from '../knowledge-graph.ts'
import { byText } from '../order.ts'
import type { NodeFilter } from './filter.ts'
import { nodeTest } from './filter.ts'
import { foldedWords } from './folded-words.ts'
import { type Links, linksOf } from './links.ts'
import { type NameTable, nameTableInTurns } from './name-table.ts'
import { beginning, firstFrom, nearWords, slipsIn, type WordRange } from './near-words.ts'

export interface NameHit {
  readonly key: string
  /** The name or alias that was found. */
  readonly matched: string
}

export type NameIndex = (query: string, filter: NodeFilter, limit: number) => NameHit[]

/** What an index was made of, so that the one of a graph that has changed a little can be made of it. */
export interface IndexedNames {
  readonly find: NameIndex
  readonly links: Links
  /** Of all nodes of `links`. */
  readonly table: NameTable
}

/** Names among which is looked for. */
interface Part {
  readonly links: Links
  readonly table: NameTable
  /** Numbers of nodes that are no longer so. */
  readonly stale: ReadonlySet<number>
}

/**
 * An index of the graph as it is now. Actors and places come before events, which are often called after them; then the
 * better match, then the more important node, ties by key. Slips are looked for only where too little is found without, and no
 * whole name.
 */
export function indexNames(graph: KnowledgeGraph): NameIndex {
  const turns = indexNamesInTurns(linksOf(graph))
  for (;;) {
    const { done, value } = turns.next()
    if (done === true) return value.find
  }
}

/** The same, with a yield wherever others may have their turn. */
export function* indexNamesInTurns(links: Links): Generator<void, IndexedNames, void> {
  const table = yield* nameTableInTurns(links)
  return { find: findIn([{ links, table, stale: new Set() }]), links, table }
}

/** Beside more names that have changed, a search takes longer than it is worth. */
const MOST_LATER = 5000

/**
 * The index of a graph that has changed since `before` was made.
 * @param changed all that has changed since; what is in it and has not changed does no harm
 * @returns undefined where so much has changed that the names had better be indexed anew
 */
export function* laterNamesInTurns(
  before: IndexedNames,
  links: Links,
  changed: Changed,
): Generator<void, IndexedNames | undefined, void> {
  const keys = new Set(changed.nodes)
  // How important a node is depends on the edges at it.
  for (const edge of changed.edges)
    for (const side of [before.links, links]) for (const end of side.endsOf(edge)) keys.add(end)
  if (keys.size > MOST_LATER) return undefined
  const numbersIn = (side: Links): Set<number> => new Set([...keys].flatMap((key) => side.numberOf(key) ?? []))
  const table = yield* nameTableInTurns(links, numbersIn(links))
  const find = findIn([
    { ...before, stale: numbersIn(before.links) },
    { links, table, stale: new Set() },
  ])
  return { ...before, find }
}

interface Found extends NameHit, Pick<Hit, 'event' | 'rank' | 'ordinal'> {
  readonly weight: number
}

const inOrder = (a: Found, b: Found): number =>
  a.event - b.event || a.rank - b.rank || b.weight - a.weight || byText(a.key, b.key) || a.ordinal - b.ordinal

const findIn =
  (parts: readonly Part[]): NameIndex =>
  (query, filter, limit) => {
    const asked = foldedWords(query)
    if (asked.length === 0) return []
    const fits = nodeTest(filter)
    const search = (meaningOf: (words: readonly string[], word: string, i: number) => Meaning, not: Set<string>) => {
      const results = parts.map(({ links, table, stale }) => {
        const meanings = asked.map((word, i) => meaningOf(table.words, word, i))
        const isWanted = (node: number): boolean =>
          !stale.has(node) && !not.has(links.keys[node]!) && fits(links.nodes[node]!)
        const { hits, isWhole } = bestOf(table, meanings, limit, isWanted)
        const found = hits.map(({ node, ordinal, event, rank }): Found => {
          const [key, matched, weight] = [links.keys[node]!, table.names[ordinal]!, table.weights[node]!]
          return { key, matched, weight, event, rank, ordinal }
        })
        return { found, isWhole }
      })
      const found = results.flatMap((result) => result.found).sort(inOrder)
      return { found: found.slice(0, limit), isWhole: results.some(({ isWhole }) => isWhole) }
    }
    const { found, isWhole } = search((words, word) => new Meaning(words, word, []), new Set())
    if (found.length < limit && !isWhole) {
      const slipped = search(
        (words, word, i) => {
          const most = slipsIn(word)
          return new Meaning(words, word, most === 0 ? [] : nearWords(words, word, most, i === asked.length - 1))
        },
        new Set(found.map(({ key }) => key)),
      )
      found.push(...slipped.found)
      found.sort(inOrder)
    }
    return found.slice(0, limit).map(({ key, matched }) => ({ key, matched }))
  }

/** Which words of the graph a word of the query may mean, and with how many slips. */
class Meaning {
  /** Number of the very word, -1 where no name has it. */
  readonly exact: number
  readonly #begun: WordRange
  /** In the order of words. */
  readonly #near: readonly WordRange[]
  constructor(words: readonly string[], word: string, near: readonly WordRange[]) {
    this.#begun = beginning(words, word)
    const at = firstFrom(words, word)
    this.exact = words[at] === word ? at : -1
    this.#near = near
  }

  /** @returns Infinity where it cannot be meant */
  slipsOf(word: number): number {
    if (word >= this.#begun.from && word < this.#begun.to) return 0
    let [low, high] = [0, this.#near.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.#near[middle]!.to <= word) low = middle + 1
      else high = middle
    }
    const range = this.#near[low]
    return range !== undefined && range.from <= word ? range.slips : Infinity
  }

  ranges(): readonly WordRange[] {
    return [this.#begun, ...this.#near]
  }
}

interface Hit {
  readonly node: number
  readonly ordinal: number
  readonly rank: number
  /** 1 for events, so that they come last. */
  readonly event: number
}

const byRank = (a: Hit, b: Hit): number => a.event - b.event || a.rank - b.rank || a.ordinal - b.ordinal

/** The best hit of each of the best nodes, and whether one of all has the whole name. */
function bestOf(
  table: NameTable,
  meanings: readonly Meaning[],
  limit: number,
  fits: (node: number) => boolean,
): { readonly hits: Hit[]; readonly isWhole: boolean } {
  const { starts, postings, nodes, isEvent } = table
  const best = new Best(limit)
  let isWhole = false
  for (const { from, to } of rarest(table, meanings).ranges()) {
    for (let i = starts[from]!; i < starts[to]!; i++) {
      const ordinal = postings[i]!
      const rank = rankOf(table, meanings, ordinal)
      if (rank === Infinity) continue
      const node = nodes[ordinal]!
      const hit: Hit = { node, ordinal, rank, event: isEvent[node]! }
      const tellsMore: boolean = !isWhole && rank < 1
      if (!(tellsMore || best.admits(hit)) || !fits(node)) continue
      isWhole ||= tellsMore
      best.add(hit)
    }
  }
  return { hits: best.hits, isWhole }
}

function rarest({ starts }: NameTable, meanings: readonly Meaning[]): Meaning {
  const sizes = meanings.map((meaning) =>
    meaning.ranges().reduce((sum, { from, to }) => sum + starts[to]! - starts[from]!, 0),
  )
  return meanings[sizes.indexOf(Math.min(...sizes))]!
}

/** A few hits, in their order; of each node only the best. */
class Best {
  readonly hits: Hit[] = []
  readonly #limit: number
  constructor(limit: number) {
    this.#limit = limit
  }

  admits(hit: Hit): boolean {
    const last = this.hits[this.#limit - 1]
    return last === undefined || byRank(hit, last) < 0
  }

  add(hit: Hit): void {
    if (!this.admits(hit)) return
    const present = this.hits.findIndex(({ node }) => node === hit.node)
    if (present >= 0) {
      if (byRank(this.hits[present]!, hit) <= 0) return
      this.hits.splice(present, 1)
    }
    let at = this.hits.length
    while (at > 0 && byRank(hit, this.hits[at - 1]!) < 0) at--
    this.hits.splice(at, 0, hit)
    if (this.hits.length > this.#limit) this.hits.pop()
  }
}

/**
 * Smaller is better: the whole name, its beginning, beginnings of some of its words; aliases half a rank behind; four ranks
 * for each slip.
 * @returns Infinity where the name is not meant
 */
function rankOf({ wordsOf, wordStarts, isAlias }: NameTable, meanings: readonly Meaning[], ordinal: number): number {
  const [start, end] = [wordStarts[ordinal]!, wordStarts[ordinal + 1]!]
  const last = meanings.length - 1
  let slips = 0
  let [begins, whole] = [meanings.length <= end - start, meanings.length === end - start]
  for (let i = 0; i <= last; i++) {
    const meaning = meanings[i]!
    const here = start + i < end ? wordsOf[start + i]! : -1
    const slipsHere = here < 0 ? Infinity : meaning.slipsOf(here)
    const isExact = here >= 0 && here === meaning.exact
    if (slipsHere === Infinity || (i < last && slipsHere === 0 && !isExact)) begins = false
    if (!isExact) whole = whole && slipsHere !== Infinity && slipsHere > 0
    let least = slipsHere
    for (let at = start; least > 0 && at < end; at++) least = Math.min(least, meaning.slipsOf(wordsOf[at]!))
    if (least === Infinity) return Infinity
    if (slipsHere !== least) begins = false
    slips += least
  }
  return (begins ? (whole ? 0 : 1) : 2) + isAlias[ordinal]! / 2 + 4 * slips
}
