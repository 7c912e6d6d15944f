/** What is sure about the edges of names and needs no learning. */
import { CUE_TITLE } from './cue-words.ts'
import { hashString } from './hashing.ts'
import { KNOWN } from './known-names.ts'
import type { NameContext } from './name-features.ts'
import type { FoundName } from './name-spans.ts'
import { PAD } from './words.ts'

/** "Nahar TV": what follows a name and says that it is a broadcaster's or a paper's. */
const MEDIA_TAILS: ReadonlySet<number> = new Set(
  ['tv', 'television', 'radio', 'news', 'gazette', 'herald', 'tribune', 'post', 'times'].map((word) =>
    hashString(word),
  ),
)

const THE = hashString('the')

/** Tags that no name ends with. */
const LINKS: ReadonlySet<number> = new Set(['ADP', 'CCONJ', 'DET'].map((tag) => hashString(tag)))

const PLURAL = hashString('NNPS')

/**
 * Titles are no part of a person's name, nor a name by themselves; "Democrats" are nobody in particular; a country is a place; an
 * article is no part of a long name ("The Hague" keeps it); a medium's kind, written with a capital, is part of its name.
 */
export function repairName(
  name: FoundName,
  { words, cues, upos, xpos }: NameContext,
  next: FoundName | undefined,
): FoundName {
  const { type } = name
  let { from, to } = name
  const isFree = to < words.count && next?.from !== to
  if (isFree && words.capital[to + PAD] === 1 && MEDIA_TAILS.has(words.words[to + PAD]!))
    return { from, to: to + 1, type: 'organization' }
  while (to - from > 1 && LINKS.has(upos[to - 1 + PAD]!)) to--
  if (to - from > 1 && type === 'person' && MEDIA_TAILS.has(words.words[to - 1 + PAD]!))
    return { from, to, type: 'organization' }
  if (to - from > 2 && words.words[from + PAD] === THE) from++
  if (type === 'person') {
    while (from < to - 1 && cues[from + PAD] === CUE_TITLE) from++
    const isNobody = to - from === 1 && (cues[from + PAD] === CUE_TITLE || xpos[from + PAD] === PLURAL)
    return { from, to, type: isNobody ? 'other' : type }
  }
  const isCountry = words.known.subarray(from + PAD, to + PAD).every((kinds) => (kinds & KNOWN.country) !== 0)
  return { from, to, type: isCountry ? 'place' : type }
}
