/** Sorted words: those that begin so, and those that differ in a slip or two. */

/** Words that lie together. */
export interface WordRange {
  /** Number of the first, and of the one after the last. */
  readonly from: number
  readonly to: number
  /** With how many slips they were meant. */
  readonly slips: number
}

/** Words below this length have too many neighbours. */
const LEAST_FOR_SLIPS = 4
const LEAST_FOR_TWO = 8

/** So many slips of the hand are forgiven in a word. */
export const slipsIn = ({ length }: string): number => (length < LEAST_FOR_SLIPS ? 0 : length < LEAST_FOR_TWO ? 1 : 2)

/** Number of the first word that is not before `text`, from `low` on. */
export function firstFrom(words: readonly string[], text: string, low = 0): number {
  let high = words.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (words[middle]! < text) low = middle + 1
    else high = middle
  }
  return low
}

/** Words that begin with `prefix`. */
export function beginning(words: readonly string[], prefix: string, low = 0): WordRange {
  const from = firstFrom(words, prefix, low)
  return { from, to: firstFrom(words, `${prefix}\uffff`, from), slips: 0 }
}

/**
 * Words that differ from `typed` in `most` slips at most (letters put in, left out, taken for another, or swapped with their
 * neighbour: optimal string alignment); where `unfinished`, those of which a beginning differs so. With two slips the first letter
 * must be right. Words with a common beginning are compared once as far as it goes.
 * @returns ranges in the order of the words
 */
export function nearWords(words: readonly string[], typed: string, most: number, unfinished: boolean): WordRange[] {
  const walk = new Walk(typed, most, unfinished)
  const { from, to } = most > 1 ? beginning(words, typed.charAt(0)) : { from: 0, to: words.length }
  const found: WordRange[] = []
  const add = (range: WordRange): void => {
    const last = found.at(-1)
    if (last?.to === range.from && last.slips === range.slips) found[found.length - 1] = { ...last, to: range.to }
    else found.push(range)
  }
  for (let i = from; i < to; ) {
    const word = words[i]!
    const { slips, depth } = walk.follow(word)
    const next = depth < word.length ? Math.min(to, beginning(words, word.slice(0, depth), i).to) : i + 1
    if (slips <= most) add({ from: i, to: next, slips })
    i = next
  }
  return found
}

/** Rows of the table of distances, one for each letter of the word that is followed; the next word begins where it differs. */
class Walk {
  readonly #typed: string
  readonly #most: number
  readonly #unfinished: boolean
  readonly #rows: Int32Array[] = []
  /** Fewest slips to a beginning of the word, by its length. */
  readonly #best: number[] = []
  #word = ''
  /** Letters of `#word` that have been followed. */
  #depth = 0

  constructor(typed: string, most: number, unfinished: boolean) {
    this.#typed = typed
    this.#most = most
    this.#unfinished = unfinished
    this.#rows.push(Int32Array.from({ length: typed.length + 1 }, (_, i) => i))
    this.#best.push(typed.length)
  }

  /** @returns the slips, and after how many letters nothing can change them any more */
  follow(word: string): { readonly slips: number; readonly depth: number } {
    let depth = commonLength(word, this.#word, this.#depth)
    const { length } = this.#typed
    while (depth < word.length) {
      const least = this.#step(word, ++depth)
      const best = this.#best[depth]!
      if (least <= this.#most && !(this.#unfinished && least >= best)) continue
      this.#word = word
      this.#depth = depth
      return { slips: this.#unfinished ? best : this.#most + 1, depth }
    }
    this.#word = word
    this.#depth = depth
    return { slips: this.#unfinished ? this.#best[depth]! : this.#rows[depth]![length]!, depth }
  }

  /** @returns the least of the row of this letter: what follows differs in no less */
  #step(word: string, depth: number): number {
    const typed = this.#typed
    const [last, older] = [this.#rows[depth - 1]!, this.#rows[depth - 2]]
    this.#rows[depth] ??= new Int32Array(typed.length + 1)
    const row = this.#rows[depth]
    const [letter, before] = [word.charCodeAt(depth - 1), word.charCodeAt(depth - 2)]
    let least = depth
    row[0] = depth
    for (let j = 1; j <= typed.length; j++) {
      const its = typed.charCodeAt(j - 1)
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (its === letter ? 0 : 1))
      if (older !== undefined && j > 1 && its === before && typed.charCodeAt(j - 2) === letter)
        cost = Math.min(cost, older[j - 2]! + 1)
      row[j] = cost
      if (cost < least) least = cost
    }
    this.#best[depth] = Math.min(this.#best[depth - 1]!, row[typed.length]!)
    return least
  }
}

function commonLength(a: string, b: string, most: number): number {
  let length = 0
  while (length < most && length < a.length && a.charCodeAt(length) === b.charCodeAt(length)) length++
  return length
}
