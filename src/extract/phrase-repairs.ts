/** Slips inside and beside phrases: a preposition hung on the next one's noun, an object without a place, a verdict taken for one. */
import type { Token } from '../nlp/analysis.ts'
import { hang, isNominal, isTime, type Repair } from './repair.ts'

const isCase = (token: Token | undefined): boolean => token?.deprel === 'case' && token.xpos !== 'POS'

/** "talks *with* President Drell *at* his office", with both prepositions on the office: the first goes with the noun behind it. */
const sharedCase: Repair = (tokens, at) => {
  const first = tokens[at]
  if (first === undefined || !isCase(first) || first.head < at) return undefined
  const second = tokens.findIndex(
    (token, i) => i > at + 1 && i < first.head && token.head === first.head && isCase(token),
  )
  if (second < 0) return undefined
  // What stands between the two is one phrase, whose head hangs where the second phrase does or on it.
  const between = tokens.slice(at + 1, second)
  const tops = between.flatMap((token, i) => (token.head <= at || token.head >= second ? [at + 1 + i] : []))
  const head = tops.find((i) => isNominal(tokens[i]) && tokens[i]?.head === first.head)
  const phrase = tokens[first.head]
  if (head === undefined || phrase === undefined || phrase.head < 0 || phrase.head > at) return undefined
  const moved = tops.flatMap((i) => (i === head ? [] : [[i, { head, deprel: tokens[i]?.deprel ?? 'dep' }] as const]))
  const governor = tokens[phrase.head]
  const object = tokens.findLastIndex((token, i) => i < at && i === at - 1 && isNominal(token))
  const place = object > phrase.head && governor?.upos === 'VERB' ? { head: object, deprel: 'nmod' } : undefined
  return hang(
    tokens,
    new Map([
      ...moved,
      [at, { head, deprel: 'case' }],
      [head, place ?? { head: phrase.head, deprel: isNominal(governor) ? 'nmod' : 'obl' }],
    ]),
  )
}

/** Verbs that a noun without an article completes. */
const LINKING =
  /^(?:be|become|remain|name|elect|appoint|make|consider|declare|crown|dub|seem|appear|look|serve|stay|choose|say|tell|write|nickname|baptize|title)$/

/** "called Varnian President Oskar Drell", with Drell as a complement or a circumstance without preposition: the object. */
const bareObject: Repair = (tokens, at) => {
  const name = tokens[at]
  if (name?.upos !== 'PROPN' || isTime(name) || name.head < 0 || name.head > at) return undefined
  if (!/^(?:xcomp|obl|obl:unmarked)$/.test(name.deprel)) return undefined
  const verb = tokens[name.head]
  if (verb?.upos !== 'VERB' || verb.xpos === 'VBN' || LINKING.test(verb.lemma)) return undefined
  const own = tokens.flatMap((token, i) => (token.head === at ? [{ token, i }] : []))
  if (own.some(({ token }) => isCase(token) || /^(?:cop|mark|cc)$/.test(token.deprel))) return undefined
  const siblings = tokens.flatMap((token, i) => (token.head === name.head && i !== at ? [{ token, i }] : []))
  if (siblings.some(({ token }) => /^(?:i?obj|ccomp|aux:pass|nsubj:pass|cop)$/.test(token.deprel))) return undefined
  // "called new Prime Minister Drell", with "new" as what the call was.
  const epithets = siblings.filter(({ token, i }) => token.deprel === 'xcomp' && i > name.head && i < at)
  if (epithets.some(({ token, i }) => token.upos !== 'ADJ' || i !== name.head + 1)) return undefined
  const opens = (i: number): boolean => i === at || epithets.some((epithet) => epithet.i === i)
  const belongs = (i: number): boolean => opens(i) || (i > name.head && belongs(tokens[i]?.head ?? -1))
  if (!tokens.slice(name.head + 1, at).every((_, i) => belongs(name.head + 1 + i))) return undefined
  return hang(
    tokens,
    new Map([
      [at, { head: name.head, deprel: 'obj' }],
      ...epithets.map(({ i }) => [i, { head: at, deprel: 'amod' }] as const),
    ]),
  )
}

/** "found Marek Solen guilty", with the verdict as the object and the name before it as a part of it. */
const verdict: Repair = (tokens, at) => {
  const word = tokens[at]
  const verb = tokens[word?.head ?? -1]
  if (word === undefined || !/^(?:guilty|liable|responsible|innocent)$/.test(word.form)) return undefined
  if (word.deprel !== 'obj' || !/^(?:find|hold|declare)$/.test(verb?.lemma ?? '')) return undefined
  const name = tokens[at - 1]
  if (!isNominal(name) || (name.head !== at && name.head >= 0 && tokens[name.head]?.head !== at)) return undefined
  const moved = tokens.flatMap((token, i) =>
    i < at - 1 && i > word.head && token.head === at ? [[i, { head: at - 1, deprel: token.deprel }] as const] : [],
  )
  return hang(
    tokens,
    new Map([...moved, [at - 1, { head: word.head, deprel: 'obj' }], [at, { head: word.head, deprel: 'xcomp' }]]),
  ).map((token, i) => (i === at ? { ...token, upos: 'ADJ', xpos: 'JJ' } : token))
}

export const PHRASE_REPAIRS: readonly Repair[] = [sharedCase, bareObject, verdict]
