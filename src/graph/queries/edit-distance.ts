/** How many slips of the hand lie between two words. */

/**
 * Letters to be put in, left out, taken for another, or swapped with their neighbour, to get from `typed` to `word`
 * (optimal string alignment); where `unfinished`, to the beginning of `word` that is nearest.
 * @returns more than `most` where it is more than that
 */
export function editDistance(typed: string, word: string, most: number, unfinished = false): number {
  const [rows, columns] = [typed.length, word.length]
  if (rows - columns > most || (!unfinished && columns - rows > most)) return most + 1
  let [older, last] = [new Array<number>(columns + 1).fill(0), Array.from({ length: columns + 1 }, (_, j) => j)]
  for (let i = 1; i <= rows; i++) {
    const row = new Array<number>(columns + 1)
    row[0] = i
    let least = i
    for (let j = 1; j <= columns; j++) {
      const same = typed.charCodeAt(i - 1) === word.charCodeAt(j - 1)
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1))
      const swapped = i > 1 && j > 1 && typed[i - 1] === word[j - 2] && typed[i - 2] === word[j - 1]
      if (swapped) cost = Math.min(cost, older[j - 2]! + 1)
      row[j] = cost
      if (cost < least) least = cost
    }
    if (least > most) return most + 1
    older = last
    last = row
  }
  return unfinished ? Math.min(...last) : last[columns]!
}

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
