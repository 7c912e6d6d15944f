/** Full text beside names. */
import { foldedWords } from '../graph/queries/folded-words.ts'
import type { NameHit } from '../graph/queries/name-index.ts'
import type { TextHit } from '../store/library.ts'

/** With so few letters a beginning stands for thousands of words: it is taken for that of the names which were found. */
const LEAST_OF_A_BEGINNING = 3
/** Names that are looked for in the texts in its place. */
const MOST_NAMES = 2

const WORDS = /[\p{L}\p{N}\p{M}]+/gu

/**
 * Texts with the words of a question, the last of which may be a beginning.
 * @param search texts with these words, the last as a beginning, the best first
 * @param names that the question finds, the best first
 */
export function searchTexts(
  search: (words: string) => readonly TextHit[],
  question: string,
  names: readonly NameHit[],
  limit: number,
): readonly TextHit[] {
  const found = new Map<string, TextHit>()
  for (const words of completed(question, names)) {
    if (found.size >= limit) break
    for (const hit of search(words)) if (!found.has(hit.document.id)) found.set(hit.document.id, hit)
  }
  return [...found.values()].slice(0, limit)
}

/** The question with its last word as it is in the names; as it stands where that is long enough, or in none. */
function completed(question: string, names: readonly NameHit[]): readonly string[] {
  const words = question.normalize('NFC').match(WORDS) ?? []
  const last = words.at(-1)
  if (last === undefined || last.length >= LEAST_OF_A_BEGINNING) return [question]
  const begun = foldedWords(last).join('')
  const whole = names.flatMap(
    ({ matched }) => matched.match(WORDS)?.find((word) => foldedWords(word).join('').startsWith(begun)) ?? [],
  )
  const distinct = [...new Map(whole.map((word) => [foldedWords(word).join(''), word])).values()]
  if (distinct.length === 0) return [question]
  return distinct.slice(0, MOST_NAMES).map((word) => [...words.slice(0, -1), word].join(' '))
}
