/** Ways of asking that say the same: "who's", "the last time", "how often". */
import type { Bounds } from './query.ts'
import type { Vocabulary } from './vocabulary.ts'

const CONTRACTED = /\b(who|what|where|when|how|that|there)['’](s|re|d|ve|ll)\b(?=\s+(\S+)(?:\s+(\S+))?)/gi
const MEANT: Readonly<Record<string, string>> = { re: 'are', d: 'did', ve: 'have', ll: 'will' }

/** "who's the president" → "who is the president", "who's met Venn" → "who has met Venn". */
export function withoutContractions(text: string, vocabulary: Vocabulary): string {
  return text.replace(CONTRACTED, (_, word: string, short: string, next: string, after = '') => {
    const has = next === 'been' || (isParticiple(next, vocabulary) && !/^(?:by|to|with|in|as|at)$|^$/.test(after))
    return `${word} ${MEANT[short.toLowerCase()] ?? (has ? 'has' : 'is')}`
  })
}

const isParticiple = (word: string, vocabulary: Vocabulary): boolean =>
  !/ing$/.test(word) && word === word.toLowerCase() && vocabulary.isVerb(word) && vocabulary.verb(word) !== word

const EXTREME = /\b(first|last|earliest|latest|most recent|most recently)\b/
const TIME = /^when was the (first|last|latest|most recent) time (?:that |when )?/
const ONCE = /\s*\bfor the (first|last) time\b/

/** "When did X last meet Y?", "When was the last time X met Y?", "the latest attack on X"; the words may then be left out. */
export function extremeIn(
  text: string,
  vocabulary: Vocabulary,
): { readonly text: string; readonly extreme: Bounds['extreme'] } {
  const found = EXTREME.exec(text)
  const word = found?.[1]
  // "the first minister" is an office.
  const office =
    found === null
      ? undefined
      : vocabulary.role(
          text
            .slice(found.index)
            .split(/[^\p{L}-]+/u)
            .slice(0, 3),
        )
  if (word === undefined || (office?.length ?? 0) > 1) return { text, extreme: null }
  const rest = text.replace(TIME, 'when ').replace(ONCE, '').replace(EXTREME, ' ').replace(/\s+/g, ' ').trim()
  return { text: rest, extreme: /^(?:first|earliest)$/.test(word) ? 'first' : 'last' }
}

/** "Has X been to Oslo?", "Where has X been?", "Who was in Oslo?": a visit. */
export const visitsIn = (text: string): string =>
  text
    .replace(/^where (?:has|have) (.+?) been\b/, 'where did $1 go')
    .replace(/\b(has|have|had) (.+?) been (?:to|in|at) /, '$1 $2 visited ')
    .replace(/^who (?:has |have )?(?:was|were|been) (?:to|in|at) (?=\S+[?.! ]*$)/, 'who visited ')

/** "How often did X meet Y?": what is counted; undefined where nothing is asked so. */
export const timesAsked = (text: string): string | undefined =>
  /^how (?:often|frequently|many times) ((?:did|do|does|has|have|had|was|were)\b.*)$/s.exec(text)?.[1]
