/** Given names of two syllables: "Park Sun-jin", whose second half in small letters looks like a word of its own. */
import type { FoundName } from './name-spans.ts'
import type { Tag } from './tagger.ts'

/** Tags that a torn half of a name gets; participles and adjectives ("the Drell-led cabinet") are none. */
const HALF: ReadonlySet<string> = new Set(['NN', 'NNP', 'FW', 'NNS', 'NNPS', 'RB'])
const NOMINAL: ReadonlySet<string> = new Set(['NOUN', 'PROPN'])

/**
 * Persons' names of two words or more, with what a hyphen joins to them, unless a noun follows ("Ola Varn-era laws").
 * The tag at `i` belongs to the word `forms[i]`.
 */
export function withHyphenated(
  forms: readonly string[],
  tags: readonly Tag[],
  names: readonly FoundName[],
): readonly FoundName[] {
  return names.map((name, i) => {
    const { from, to, type } = name
    const half = forms[to + 1]
    const isJoined =
      type === 'person' &&
      to - from > 1 &&
      forms[to] === '-' &&
      tags[to]?.xpos === 'HYPH' &&
      half !== undefined &&
      /^\p{L}+$/u.test(half) &&
      HALF.has(tags[to + 1]?.xpos ?? '') &&
      !NOMINAL.has(tags[to + 2]?.upos ?? '') &&
      (names[i + 1]?.from ?? Infinity) > to + 1
    return isJoined ? { ...name, to: to + 2 } : name
  })
}
