/** Slips inside and beside phrases: a preposition hung on the next one's noun, an object without a place, a verdict taken for one. */
import type { Token } from '../nlp/analysis.ts'
import { hang, isNominal, isTime, type Repair } from './repair.ts'
import { baseRelation } from './tree.ts'

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

const place = (token: Token | undefined): Pick<Token, 'head' | 'deprel'> => ({
  head: token?.head ?? -1,
  deprel: token?.deprel ?? 'root',
})

const SAYING =
  /^(?:say|tell|add|claim|insist|write|report|note|explain|argue|warn|stress|announce|declare|maintain|allege)$/

/** "Varnia, Linsk said, shelled Dellin", with Varnia as a second subject of "said": what is said has lost its subject. */
const parenthesis: Repair = (tokens, at) => {
  const said = tokens[at]
  if (said?.upos !== 'VERB' || !SAYING.test(said.lemma) || tokens[at + 1]?.form !== ',') return undefined
  const subjects = tokens.flatMap((token, i) => (token.head === at && token.deprel === 'nsubj' && i < at ? [i] : []))
  const [first, second] = subjects
  if (first === undefined || second === undefined || subjects.length !== 2) return undefined
  const comma = tokens.findIndex((token, i) => i > first && i < second && token.form === ',')
  const main =
    said.deprel === 'parataxis' && said.head > at
      ? said.head
      : tokens.findIndex((token, i) => i > at && token.head === at && token.deprel === 'ccomp')
  if (comma < 0 || tokens[main]?.upos !== 'VERB') return undefined
  const own = tokens.filter((token) => token.head === main)
  if (own.some(({ deprel }) => baseRelation(deprel) === 'nsubj')) return undefined
  const isPassive = own.some(({ deprel }) => deprel === 'aux:pass')
  const hasAuxiliary = own.some(({ deprel }) => baseRelation(deprel) === 'aux')
  return hang(
    tokens,
    new Map([
      [first, { head: main, deprel: isPassive ? 'nsubj:pass' : 'nsubj' }],
      [main, said.head === main ? place(tokens[main]) : place(said)],
      [at, { head: main, deprel: 'parataxis' }],
    ]),
  ).map((token, i) => {
    if (i === main && token.xpos === 'VBN' && !hasAuxiliary) return { ...token, xpos: 'VBD' }
    return token
  })
}

/** "The director of the institute, Daniel Groll, spoke", with Groll coordinated: nothing joins him. */
const apposition: Repair = (tokens, at) => {
  const name = tokens[at]
  if (name?.upos !== 'PROPN' || name.deprel !== 'conj' || name.head < 0 || name.head > at) return undefined
  if (tokens[at - 1]?.form !== ',') return undefined
  const isJoined = (head: number): boolean =>
    tokens.some(
      (token, i) => i > head && token.deprel === 'cc' && (token.head === head || tokens[token.head]?.head === head),
    )
  if (isJoined(name.head) || isJoined(at)) return undefined
  const end = tokens.findIndex((token, i) => i > at && !(token.head === at && /^(?:flat|compound)$/.test(token.deprel)))
  if (tokens[end]?.form !== ',' && tokens[end]?.upos !== 'VERB' && tokens[end]?.upos !== 'AUX') return undefined
  let noun = name.head
  for (let step = 0; step < 3 && tokens[noun]?.upos === 'PROPN'; step++) noun = tokens[noun]?.head ?? -1
  if (tokens[noun]?.upos !== 'NOUN' || noun > at) return undefined
  return hang(tokens, new Map([[at, { head: noun, deprel: 'appos' }]]))
}

/** "is dependent on Keldavia, which remains …", with "remains" beside "dependent": it tells of the noun before the comma. */
const clauseOfNoun: Repair = (tokens, at) => {
  const verb = tokens[at]
  if (verb?.deprel !== 'parataxis' || verb.head < 0 || verb.head > at || isNominal(tokens[verb.head])) return undefined
  const opener = tokens.findIndex(
    (token, i) => i < at && token.head === at && /^(?:which|who)$/i.test(token.form) && /^nsubj/.test(token.deprel),
  )
  const noun = opener - 2
  if (opener < 2 || tokens[opener - 1]?.form !== ',' || !isNominal(tokens[noun]) || isTime(tokens[noun]))
    return undefined
  const carrier = tokens[noun]?.deprel === 'flat' ? (tokens[noun]?.head ?? noun) : noun
  return hang(tokens, new Map([[at, { head: carrier, deprel: 'acl:relcl' }]]))
}

/** "chairman of the committee of the house", with the second "of" on the chairman's name: it goes with the noun before it. */
const phraseOfNoun: Repair = (tokens, at) => {
  const of = tokens[at]
  if (of?.form !== 'of' || of.deprel !== 'case' || of.head < at) return undefined
  const phrase = tokens[of.head]
  const owner = tokens[phrase?.head ?? -1]
  if (phrase?.deprel !== 'nmod' || owner?.upos !== 'PROPN' || phrase.head >= at - 1) return undefined
  const noun = tokens[at - 1]
  return noun?.upos === 'NOUN' && !isTime(noun) && noun.head !== of.head
    ? hang(tokens, new Map([[of.head, { head: at - 1, deprel: 'nmod' }]]))
    : undefined
}

/** "before the envoy, Ismal Ahmel, arrived", with the envoy in a phrase and "arrived" coordinated: a clause of its own. */
const clauseOfTime: Repair = (tokens, at) => {
  const verb = tokens[at]
  if (verb?.deprel !== 'conj' || !/^VB[DZP]$/.test(verb.xpos) || tokens[at - 1]?.form !== ',') return undefined
  const own = tokens.filter((token) => token.head === at)
  if (own.some(({ deprel }) => deprel === 'cc' || baseRelation(deprel) === 'nsubj')) return undefined
  const opener = tokens.findLastIndex(
    (token, i) => i < at && token.deprel === 'case' && /^(?:before|after|until|since)$/i.test(token.form),
  )
  const subject = tokens[opener]?.head ?? -1
  if (opener < 0 || subject < opener || subject > at || tokens[subject]?.head !== verb.head) return undefined
  const belongs = (i: number): boolean => i === subject || (i >= 0 && belongs(tokens[i]?.head ?? -1))
  if (!tokens.slice(opener, at).every((token, i) => token.upos === 'PUNCT' || belongs(opener + i))) return undefined
  return hang(
    tokens,
    new Map([
      [at, { head: verb.head, deprel: 'advcl' }],
      [opener, { head: at, deprel: 'mark' }],
      [subject, { head: at, deprel: 'nsubj' }],
    ]),
  )
}

const WILL =
  /^(?:refusal|unwillingness|reluctance|willingness|readiness|plan|decision|pledge|promise|offer|intention|attempt|effort|bid|desire|determination|commitment|threat|proposal|request|demand|call|order|agreement|failure|inability|vow|push|eagerness)$/

/** "repeated its refusal to comply", with "comply" on "repeated": it says what is refused. */
const contentOfNoun: Repair = (tokens, at) => {
  const verb = tokens[at]
  if (verb?.xpos !== 'VB' || !/^(?:xcomp|advcl)$/.test(verb.deprel) || tokens[at - 1]?.form !== 'to') return undefined
  const noun = tokens[at - 2]
  return noun?.upos === 'NOUN' && noun.deprel === 'obj' && noun.head === verb.head && WILL.test(noun.lemma)
    ? hang(tokens, new Map([[at, { head: at - 2, deprel: 'acl' }]]))
    : undefined
}

export const PHRASE_REPAIRS: readonly Repair[] = [
  sharedCase,
  bareObject,
  verdict,
  parenthesis,
  apposition,
  clauseOfNoun,
  phraseOfNoun,
  clauseOfTime,
  contentOfNoun,
]
