/** Finds nodes by name: whole, by the beginnings of its words, or with slips, whatever the case and the diacritics. */
import type { KnowledgeGraph } from '../knowledge-graph.ts'
import { byText, listAt } from '../order.ts'
import { editDistance, lettersOf, missingLetters } from './edit-distance.ts'
import type { NodeFilter } from './filter.ts'
import { nodeTest } from './filter.ts'
import { foldedWords } from './folded-words.ts'
import { type Links, linksOf } from './links.ts'
import { sortInTurns } from './sort-in-turns.ts'

export interface NameHit {
  readonly key: string
  /** The name or alias that was found. */
  readonly matched: string
}

export type NameIndex = (query: string, filter: NodeFilter, limit: number) => NameHit[]

interface Entry {
  readonly node: number
  readonly name: string
  readonly words: readonly string[]
  /** Own names come before aliases. */
  readonly alias: boolean
}

/** Which words of the graph a word of the query may mean, and with how many slips. */
type Meanings = ReadonlyMap<string, number>

/**
 * An index of the graph as it is now. Actors and places come before events, which are often called after them; then the
 * better match, then the more important node, ties by key. Slips are looked for only where too little is found without, and no
 * whole name.
 */
export function indexNames(graph: KnowledgeGraph): NameIndex {
  const turns = indexNamesInTurns(linksOf(graph))
  for (;;) {
    const { done, value } = turns.next()
    if (done === true) return value
  }
}

const PER_TURN = 2000

/** The same, with a yield wherever others may have their turn. */
export function* indexNamesInTurns(links: Links): Generator<void, NameIndex, void> {
  const entries = yield* entriesOf(links)
  /** Ordinals of entries. */
  const postings = new Map<string, number[]>()
  for (const [ordinal, { words }] of entries.entries()) {
    for (const word of words) {
      const list = listAt(postings, word)
      if (list.at(-1) !== ordinal) list.push(ordinal)
    }
    if (ordinal % PER_TURN === 0) yield
  }
  const words = yield* sortInTurns([...postings.keys()], byText)
  const dictionary = new Dictionary(words)
  return (query, filter, limit) => {
    const asked = foldedWords(query)
    if (asked.length === 0) return []
    const fits = nodeTest(filter)
    const search = (meanings: readonly Meanings[]) => rank(asked, meanings, { entries, postings, links, fits })
    const begun = asked.map((word) => dictionary.beginning(word))
    const found = search(begun)
    const isWhole = [...found.values()].some(({ rank }) => rank < 1)
    if (found.size < limit && !isWhole) {
      const slipped = asked.map((word, i) => dictionary.near(word, begun[i]!, i === asked.length - 1))
      for (const [node, hit] of search(slipped)) if (!found.has(node)) found.set(node, hit)
    }
    return [...found.values()]
      .sort((a, b) => a.event - b.event || a.rank - b.rank || a.ordinal - b.ordinal)
      .slice(0, limit)
      .map(({ ordinal }) => ({ key: links.keys[entries[ordinal]!.node]!, matched: entries[ordinal]!.name }))
  }
}

/** Names of the more important nodes first, ties by key, so that the order of entries is an order of hits. */
function* entriesOf(links: Links): Generator<void, readonly Entry[], void> {
  const weights = new Float64Array(links.keys.length)
  for (const [edge, { weight }] of links.edges.entries()) {
    weights[links.sources[edge]!]! += weight
    weights[links.targets[edge]!]! += weight
    if (edge % (10 * PER_TURN) === 0) yield
  }
  const nodes = yield* sortInTurns(
    links.keys.map((_, node) => node),
    (a, b) => weights[b]! - weights[a]! || byText(links.keys[a]!, links.keys[b]!),
  )
  const entries: Entry[] = []
  for (const [i, node] of nodes.entries()) {
    const { label, aliases } = links.nodes[node]!
    for (const name of [label, ...aliases])
      entries.push({ node, name, words: foldedWords(name), alias: name !== label })
    if (i % PER_TURN === 0) yield
  }
  return entries
}

interface Hit {
  readonly ordinal: number
  readonly rank: number
  /** 1 for events, so that they come last. */
  readonly event: number
}

interface Index {
  readonly entries: readonly Entry[]
  readonly postings: ReadonlyMap<string, readonly number[]>
  readonly links: Links
  readonly fits: ReturnType<typeof nodeTest>
}

/** The best hit of each node. */
function rank(asked: readonly string[], meanings: readonly Meanings[], index: Index): Map<number, Hit> {
  const { entries, postings, links, fits } = index
  const sizes = meanings.map((words) => [...words.keys()].reduce((sum, word) => sum + postings.get(word)!.length, 0))
  const rarest = sizes.indexOf(Math.min(...sizes))
  const best = new Map<number, Hit>()
  for (const word of meanings[rarest]!.keys())
    for (const ordinal of postings.get(word)!) {
      const entry = entries[ordinal]!
      const rank = matchRank(asked, meanings, entry)
      if (rank === undefined || rank >= (best.get(entry.node)?.rank ?? Infinity)) continue
      const node = links.nodes[entry.node]!
      if (fits(node)) best.set(entry.node, { ordinal, rank, event: Number(node.kind === 'event') })
    }
  return best
}

/**
 * Smaller is better: the whole name, its beginning, beginnings of some of its words; aliases half a rank behind; four ranks
 * for each slip.
 */
function matchRank(
  asked: readonly string[],
  meanings: readonly Meanings[],
  { words, alias }: Entry,
): number | undefined {
  const last = asked.length - 1
  let slips = 0
  let [begins, whole] = [asked.length <= words.length, asked.length === words.length]
  for (let i = 0; i <= last; i++) {
    const here = words[i]
    const slipsHere = here === undefined ? undefined : meanings[i]!.get(here)
    if (slipsHere === undefined || (i < last && slipsHere === 0 && here !== asked[i])) begins = false
    if (here !== asked[i]) whole = whole && slipsHere !== undefined && slipsHere > 0
    let least = slipsHere ?? Infinity
    if (least > 0) for (const word of words) least = Math.min(least, meanings[i]!.get(word) ?? Infinity)
    if (least === Infinity) return undefined
    if (slipsHere !== least) begins = false
    slips += least
  }
  return (begins ? (whole ? 0 : 1) : 2) + (alias ? 0.5 : 0) + 4 * slips
}

/** Words below this length have too many neighbours. */
const LEAST_FOR_SLIPS = 4
const LEAST_FOR_TWO = 8

/** All words of names, sorted. */
class Dictionary {
  readonly #words: readonly string[]
  readonly #letters: Int32Array
  readonly #lengths: Uint8Array
  constructor(words: readonly string[]) {
    this.#words = words
    this.#letters = Int32Array.from(words, lettersOf)
    this.#lengths = Uint8Array.from(words, ({ length }) => Math.min(length, 255))
  }

  /** Words that begin so. */
  beginning(prefix: string): Map<string, number> {
    const found = new Map<string, number>()
    for (let i = this.#from(prefix); this.#words[i]?.startsWith(prefix); i++) found.set(this.#words[i]!, 0)
    return found
  }

  /** Those of `begun`, and words that differ in a slip or, if they are long, in two. */
  near(typed: string, begun: Meanings, unfinished: boolean): Meanings {
    const most = typed.length < LEAST_FOR_SLIPS ? 0 : typed.length < LEAST_FOR_TWO ? 1 : 2
    if (most === 0) return begun
    const found = new Map(begun)
    const letters = lettersOf(typed)
    for (let i = 0; i < this.#words.length; i++) {
      const length = this.#lengths[i]!
      if (length < typed.length - most || (!unfinished && length > typed.length + most)) continue
      const its = this.#letters[i]!
      if (missingLetters(letters, its) > most || (!unfinished && missingLetters(its, letters) > most)) continue
      const word = this.#words[i]!
      // Two slips, and the first letter wrong as well: that is another word.
      if (found.has(word) || (most > 1 && word[0] !== typed[0])) continue
      const slips = editDistance(typed, word, most, unfinished)
      if (slips <= most) found.set(word, slips)
    }
    return found
  }

  /** Index of the first word that is not before `text`. */
  #from(text: string): number {
    let [low, high] = [0, this.#words.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.#words[middle]! < text) low = middle + 1
      else high = middle
    }
    return low
  }
}
