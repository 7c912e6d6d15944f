/** All names of a graph and their words, as numbers: lists of words for each name would take more room than the graph. */
import { byText } from '../order.ts'
import { foldedWords } from './folded-words.ts'
import type { Links } from './links.ts'
import { sortInTurns } from './sort-in-turns.ts'

export interface NameTable {
  /** Names of the more important nodes first, ties by key, so that the order of names is an order of hits. */
  readonly names: readonly string[]
  /** By ordinal of the name: the number of its node, and whether it is an alias; own names come before aliases. */
  readonly nodes: Int32Array
  readonly isAlias: Uint8Array
  /** By number of the node; of those that are in the table. */
  readonly isEvent: Uint8Array
  /** The sum of the weights at a node, likewise: its importance. */
  readonly weights: Float64Array
  /** Sorted. */
  readonly words: readonly string[]
  /** Where the words of a name begin in `wordsOf`; they end where those of the next name begin. */
  readonly wordStarts: Int32Array
  readonly wordsOf: Int32Array
  /** Where the names of a word begin in `postings`, likewise. */
  readonly starts: Int32Array
  readonly postings: Int32Array
}

const PER_TURN = 2000

/**
 * Yields wherever others may have their turn.
 * @param among numbers of the nodes whose names are in it; those of all unless told
 */
export function* nameTableInTurns(links: Links, among?: ReadonlySet<number>): Generator<void, NameTable, void> {
  const weights = among === undefined ? yield* weightsInTurns(links) : weightsOf(links, among)
  const order = yield* sortInTurns(
    among === undefined ? [...links.keys.keys()] : [...among],
    (a, b) => weights[b]! - weights[a]! || byText(links.keys[a]!, links.keys[b]!),
  )
  const isEvent = new Uint8Array(links.keys.length)
  const names: string[] = []
  const nodes: number[] = []
  const isAlias: number[] = []
  const numbers = new Map<string, number>()
  const wordStarts = [0]
  const asTheyCame: number[] = []
  for (const [i, node] of order.entries()) {
    const { label, aliases, kind } = links.nodes[node]!
    isEvent[node] = Number(kind === 'event')
    for (const name of [label, ...aliases]) {
      names.push(name)
      nodes.push(node)
      isAlias.push(Number(name !== label))
      for (const word of foldedWords(name)) {
        const number = numbers.get(word) ?? numbers.size
        numbers.set(word, number)
        asTheyCame.push(number)
      }
      wordStarts.push(asTheyCame.length)
    }
    if (i % PER_TURN === 0) yield
  }
  const came = [...numbers.keys()]
  const words = yield* sortInTurns(came, byText)
  const sorted = new Int32Array(words.length)
  for (const [number, word] of words.entries()) sorted[numbers.get(word)!] = number
  yield
  const wordsOf = Int32Array.from(asTheyCame, (number) => sorted[number]!)
  yield
  return {
    ...{ names, nodes: Int32Array.from(nodes), isAlias: Uint8Array.from(isAlias), isEvent, weights, words },
    ...{ wordStarts: Int32Array.from(wordStarts), wordsOf },
    ...(yield* postingsInTurns(wordsOf, wordStarts, words.length)),
  }
}

/** Ordinals of the names that have a word, word by word; once where a name has it twice. */
function* postingsInTurns(
  wordsOf: Int32Array,
  wordStarts: readonly number[],
  words: number,
): Generator<void, Pick<NameTable, 'starts' | 'postings'>, void> {
  const starts = new Int32Array(words + 1)
  const isAgain = (ordinal: number, at: number): boolean => {
    for (let before = wordStarts[ordinal]!; before < at; before++) if (wordsOf[before] === wordsOf[at]) return true
    return false
  }
  const each = function* (use: (word: number, ordinal: number) => void): Generator<void, void, void> {
    for (let ordinal = 0; ordinal + 1 < wordStarts.length; ordinal++) {
      for (let at = wordStarts[ordinal]!; at < wordStarts[ordinal + 1]!; at++)
        if (!isAgain(ordinal, at)) use(wordsOf[at]!, ordinal)
      if (ordinal % (5 * PER_TURN) === 0) yield
    }
  }
  yield* each((word) => {
    starts[word + 1]!++
  })
  for (let word = 0; word < words; word++) starts[word + 1]! += starts[word]!
  const free = starts.slice()
  const postings = new Int32Array(starts[words]!)
  yield* each((word, ordinal) => {
    postings[free[word]!++] = ordinal
  })
  return { starts, postings }
}

function* weightsInTurns(links: Links): Generator<void, Float64Array, void> {
  const weights = new Float64Array(links.keys.length)
  for (const [edge, { weight }] of links.edges.entries()) {
    weights[links.sources[edge]!]! += weight
    weights[links.targets[edge]!]! += weight
    if (edge % (10 * PER_TURN) === 0) yield
  }
  return weights
}

function weightsOf(links: Links, nodes: ReadonlySet<number>): Float64Array {
  const weights = new Float64Array(links.keys.length)
  for (const node of nodes) for (const edge of links.edgesAt(node)) weights[node]! += links.edges[edge]!.weight
  return weights
}
