/** How many slips of the hand lie between two words. */

/**
 * Letters to be put in, left out, taken for another, or swapped with their neighbour, to get from `typed` to `word`
 * (optimal string alignment); where `unfinished`, to the beginning of `word` that is nearest.
 * @returns more than `most` where it is more than that
 */
export function editDistance(typed: string, word: string, most: number, unfinished = false): number {
  const [rows, columns] = [typed.length, word.length]
  if (rows - columns > most || (!unfinished && columns - rows > most)) return most + 1
  let [older, last, row] = columns < LONGEST ? ROWS : [0, 1, 2].map(() => new Int32Array(columns + 1))
  for (let j = 0; j <= columns; j++) last![j] = j
  for (let i = 1; i <= rows; i++) {
    const letter = typed.charCodeAt(i - 1)
    let least = i
    row![0] = i
    for (let j = 1; j <= columns; j++) {
      let cost = Math.min(last![j]! + 1, row![j - 1]! + 1, last![j - 1]! + (letter === word.charCodeAt(j - 1) ? 0 : 1))
      if (i > 1 && j > 1 && letter === word.charCodeAt(j - 2) && typed.charCodeAt(i - 2) === word.charCodeAt(j - 1))
        cost = Math.min(cost, older![j - 2]! + 1)
      row![j] = cost
      if (cost < least) least = cost
    }
    if (least > most) return most + 1
    ;[older, last, row] = [last, row, older]
  }
  if (!unfinished) return last![columns]!
  let best = most + 1
  for (let j = 0; j <= columns; j++) best = Math.min(best, last![j]!)
  return best
}

/** Words are compared by the hundred thousand: rows are made once, for words of usual length. */
const LONGEST = 64
const ROWS = [0, 1, 2].map(() => new Int32Array(LONGEST))

/** One bit for each letter of a word, with several letters a bit: words that differ much in it differ much. */
export function lettersOf(word: string): number {
  let bits = 0
  for (let i = 0; i < word.length; i++) bits |= 1 << (word.charCodeAt(i) & 31)
  return bits
}

/** Letters of `a` that are not in `b`; each slip takes away one of them at most. */
export function missingLetters(a: number, b: number): number {
  let [bits, count] = [a & ~b, 0]
  for (; bits !== 0; bits &= bits - 1) count++
  return count
}
