/**
 * Makes the names of one document agree: what the prose makes plain about a name holds in the headline and wherever it
 * stands alone.
 */
import type { Name, NameType } from '../analysis.ts'

/** A sentence as this pass needs it. */
export interface NamedForms {
  readonly forms: readonly string[]
  /** Whether each word can be part of a name: a proper noun, or of unknown kind as in a headline. */
  readonly proper: readonly boolean[]
  readonly prose: boolean
  readonly names: readonly Name[]
}

interface Votes {
  person: number
  organization: number
  place: number
}

/** What one finding is worth. */
const PROSE = 2
const HEADLINE = 1
const NO_VOTES: Votes = { person: 0, organization: 0, place: 0 }

const SHORTEST_SURNAME = 3
const LONGEST_NAME = 6

/** The names of each sentence, in the order given. */
export function makeConsistent(sentences: readonly NamedForms[]): readonly (readonly Name[])[] {
  const votes = countVotes(sentences)
  const surnames = findSurnames(sentences, votes)
  const settle = (forms: readonly string[], name: Name): Name => {
    const key = keyOf(forms, name.from, name.to)
    const type = surnames.has(key) ? 'person' : (decide(votes.get(key)) ?? name.type)
    return type === name.type ? name : { from: name.from, to: name.to, type }
  }
  const known = new Map<string, NameType>()
  for (const [key, count] of votes) {
    const type = decide(count)
    if (type !== undefined && (key.includes(' ') || count.person + count.organization + count.place >= 2))
      known.set(key, type)
  }
  for (const surname of surnames) known.set(surname, 'person')
  return sentences.map((sentence) => {
    const settled = sentence.names.map((name) => settle(sentence.forms, name))
    return [...settled, ...missed(sentence, settled, known)].sort((a, b) => a.from - b.from)
  })
}

const keyOf = (forms: readonly string[], from: number, to: number): string =>
  forms.slice(from, to).join(' ').toLowerCase()

/** What the sentences say each name to be; prose counts double. */
function countVotes(sentences: readonly NamedForms[]): Map<string, Votes> {
  const votes = new Map<string, Votes>()
  for (const { forms, names, prose } of sentences)
    for (const { from, to, type } of names) {
      const key = keyOf(forms, from, to)
      const count = votes.get(key) ?? { person: 0, organization: 0, place: 0 }
      count[type] += prose ? PROSE : HEADLINE
      votes.set(key, count)
    }
  return votes
}

/** The type with most votes, if any has more than the others. */
function decide(votes: Votes | undefined): NameType | undefined {
  if (votes === undefined) return undefined
  const ranked = (['person', 'organization', 'place'] as const).toSorted((a, b) => votes[b] - votes[a])
  return votes[ranked[0]!] > votes[ranked[1]!] ? ranked[0] : undefined
}

/** The last words of persons' full names, where they are not the name of a place or an organisation just as well. */
function findSurnames(sentences: readonly NamedForms[], votes: ReadonlyMap<string, Votes>): ReadonlySet<string> {
  const surnames = new Set<string>()
  for (const { forms, names } of sentences)
    for (const { from, to } of names) {
      const whole = votes.get(keyOf(forms, from, to))
      if (to - from < 2 || whole === undefined || decide(whole) !== 'person') continue
      const surname = forms[to - 1]!
      const alone = votes.get(surname.toLowerCase()) ?? NO_VOTES
      const isName = surname.length >= SHORTEST_SURNAME && /^\p{Lu}/u.test(surname)
      if (isName && alone.place + alone.organization <= alone.person + whole.person + HEADLINE)
        surnames.add(surname.toLowerCase())
    }
  return surnames
}

/** Names known from elsewhere in the document that the sentence has and that were not found in it; the longest first. */
function missed(sentence: NamedForms, names: readonly Name[], known: ReadonlyMap<string, NameType>): Name[] {
  const { forms, proper } = sentence
  const taken: boolean[] = new Array(forms.length).fill(false)
  for (const { from, to } of names) taken.fill(true, from, to)
  const found: Name[] = []
  for (let from = 0; from < forms.length; from++) {
    for (let to = Math.min(forms.length, from + LONGEST_NAME); to > from; to--) {
      if (taken.slice(from, to).includes(true) || !proper[from] || !proper[to - 1]) continue
      const type = known.get(keyOf(forms, from, to))
      if (type === undefined) continue
      found.push({ from, to, type })
      taken.fill(true, from, to)
      break
    }
  }
  return found
}
