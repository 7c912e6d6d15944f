const CLITIC = /^(.+?)(n['’]t|['’](?:s|m|d|ll|re|ve))$/isu
/** Two words written as one, and where the second begins. */
const FUSED: ReadonlyMap<string, number> = new Map([
  ['cannot', 3],
  ['gonna', 3],
  ['gotta', 3],
  ['wanna', 3],
  ['gimme', 3],
  ['lemme', 3],
])
/** Longer words than this carry no clitic worth looking for. */
const LONGEST = 60

/** Cuts the word at `[start, end)` before its clitics ("do|n't", "she|'d|'ve"); anything else stays whole. */
export function splitClitics(body: string, start: number, end: number): readonly (readonly [number, number])[] {
  if (end - start > LONGEST) return [[start, end]]
  const word = body.slice(start, end)
  const fused = FUSED.get(word.toLowerCase())
  if (fused !== undefined)
    return [
      [start, start + fused],
      [start + fused, end],
    ]
  const found = CLITIC.exec(word)
  if (found === null) return [[start, end]]
  const cut = start + found[1]!.length
  return [...splitClitics(body, start, cut), [cut, end]]
}
