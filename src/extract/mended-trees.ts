/**
 * Trees with the slips mended that greedy parsers make again and again: a coordination whose first member hangs on its last, a
 * noun drawn below the weekday behind it, a possessor taken for a subject. Rules behind this file need to know one shape only.
 */

import type { Sentence, Token } from '../nlp/analysis.ts'
import { isWeekday } from './calendar-word.ts'
import { PHRASE_REPAIRS } from './phrase-repairs.ts'
import { hang, isNominal, isTime, type Repair } from './repair.ts'
import { baseRelation, isTree } from './tree.ts'

export function mendTree(sentence: Sentence): Sentence {
  let tokens = sentence.tokens
  for (const repair of REPAIRS) {
    for (let at = 0; at < tokens.length; at++) {
      const mended = repair(tokens, at)
      if (mended !== undefined && isTree(mended)) tokens = mended
    }
  }
  return tokens === sentence.tokens ? sentence : { ...sentence, tokens }
}

/** "Varnia and Keldavia signed", with "Varnia" hung on "Keldavia": the first member carries the others. */
const coordination: Repair = (tokens, at) => {
  const first = tokens[at]
  if (!isNominal(first) || first.head <= at || baseRelation(first.deprel) === 'conj') return undefined
  const last = tokens[first.head]
  if (!isNominal(last) || !['nsubj', 'obj', 'nmod', 'compound', 'obl', 'dep'].includes(baseRelation(first.deprel)))
    return undefined
  const and = tokens.findIndex((token, i) => i > at && token.head === first.head && token.deprel === 'cc')
  if (and < 0 || and > first.head || !reaches(tokens, at, and)) return undefined
  return hang(
    tokens,
    new Map([
      [at, { head: last.head, deprel: last.deprel }],
      [first.head, { head: at, deprel: 'conj' }],
    ]),
  )
}

/** Whether nothing but what hangs on the noun, and commas, lies between it and the conjunction. */
const reaches = (tokens: readonly Token[], noun: number, and: number): boolean =>
  tokens.slice(noun + 1, and).every((token, i) => token.form === ',' || token.head === noun || token.head > noun + i)

/** "Easter Monday", "Black Friday": names of days. */
const NAMES_DAY = /^(?:easter|palm|super|cyber|black|ash|whit|good|holy|bloody)$/i

const WHICH = /^(?:last|this|next|late|early|earlier)$/i

/** "summoned the ambassador Monday", "spoke to Marek Solen Monday", with the noun hung on the day. */
const dayBehind: Repair = (tokens, at) => {
  const noun = tokens[at]
  if (!isNominal(noun) || isTime(noun) || noun.head <= at || NAMES_DAY.test(noun.form)) return undefined
  if (!['compound', 'nmod', 'obl', 'amod', 'nsubj', 'appos'].includes(baseRelation(noun.deprel))) return undefined
  const day = tokens[noun.head]
  if (day === undefined || !isTime(day) || day.head < 0 || day.head >= at || tokens[day.head]?.upos !== 'VERB')
    return undefined
  const own = (i: number): boolean => i === at || (i > at && own(tokens[i]?.head ?? -1))
  const between = tokens.map((_, i) => i).filter((i) => i > at && i < noun.head && !own(i))
  if (between.some((i) => !isTime(tokens[i]) && !WHICH.test(tokens[i]?.form ?? ''))) return undefined
  if (noun.deprel === 'nmod:poss' && tokens.some((token) => token.head === at && token.xpos === 'POS')) return undefined
  // "election night": a noun that names the day has no words of its own before it.
  const next = tokens[between[0] ?? noun.head]?.form ?? ''
  const isName = noun.upos === 'PROPN' && (isWeekday(next) || WHICH.test(next))
  const described = tokens.some((token) => token.head === at && /^(?:det|nmod:poss|amod)$/.test(token.deprel))
  if (!isName && noun.xpos !== 'NNS' && !described) return undefined
  const verb = day.head
  const cases = tokens.filter(
    (token, i) => i < at && (token.head === noun.head || token.head === at) && token.deprel === 'case',
  )
  const agent = cases.some((token) => token.form === 'by') ? 'obl:agent' : 'obl'
  const prepositional = cases.length > 0
  const hasObject = tokens.some((token) => token.head === verb && token.deprel === 'obj')
  const moved = tokens.flatMap((token, i) =>
    token.head === noun.head && i !== at && (i < at || (i > noun.head && baseRelation(token.deprel) === 'nmod'))
      ? [[i, { head: at, deprel: token.deprel }] as const]
      : [],
  )
  return hang(
    tokens,
    new Map([
      ...moved,
      [at, { head: verb, deprel: prepositional ? agent : hasObject || day.deprel === 'obl' ? day.deprel : 'obj' }],
      [noun.head, { head: verb, deprel: 'obl:unmarked' }],
    ]),
  )
}

/** "carried out a raid earlier in the day", with the raid as a measure of "earlier". */
const earlier: Repair = (tokens, at) => {
  const noun = tokens[at]
  if (!isNominal(noun) || isTime(noun) || baseRelation(noun.deprel) !== 'obl' || noun.head <= at) return undefined
  const adverb = tokens[noun.head]
  if (adverb === undefined || !/^(?:earlier|later|early|late)$/i.test(adverb.form)) return undefined
  const verb = adverb.head
  if (verb < 0 || verb >= at || tokens[verb]?.upos !== 'VERB') return undefined
  if (/^(?:minute|hour|moment|decade|century|second|time)$/.test(noun.lemma)) return undefined
  return tokens.some((token) => token.head === verb && token.deprel === 'obj')
    ? undefined
    : hang(tokens, new Map([[at, { head: verb, deprel: 'obj' }]]))
}

/** "Varnia's military demanded", with two subjects: the possessor belongs to the second. */
const possessor: Repair = (tokens, at) => {
  const owner = tokens[at]
  if (!isNominal(owner) || baseRelation(owner.deprel) !== 'nsubj') return undefined
  const mark = tokens.findIndex((token) => token.head === at && token.xpos === 'POS')
  if (mark < at) return undefined
  const owned = tokens.findIndex(
    (token, i) => i > mark && token.head === owner.head && baseRelation(token.deprel) === 'nsubj',
  )
  return owned < 0 ? undefined : hang(tokens, new Map([[at, { head: owned, deprel: 'nmod:poss' }]]))
}

/** "In March, the union promised …", "In a speech to the council, Drell …", with the subject in apposition to what stands before it. */
const fronted: Repair = (tokens, at) => {
  const subject = tokens[at]
  if (!isNominal(subject) || subject.deprel !== 'appos' || subject.head < 0 || subject.head > at) return undefined
  let top = subject.head
  while (top >= 0 && tokens[tokens[top]?.head ?? -1]?.upos !== 'VERB') top = tokens[top]?.head ?? -1
  const phrase = tokens[top]
  const verb = phrase?.head ?? -1
  if (phrase === undefined || top > at || verb < at || baseRelation(phrase.deprel) !== 'obl') return undefined
  const takesNone = !tokens.some((token) => token.head === verb && baseRelation(token.deprel) === 'nsubj')
  const comma = tokens.slice(at + 1, verb).some((token) => token.form === ',')
  const opens = tokens.slice(subject.head, at).some((token) => token.form === ',')
  return takesNone && opens && !comma ? hang(tokens, new Map([[at, { head: verb, deprel: 'nsubj' }]])) : undefined
}

/** "Varnia-led warplanes", "long-standing sanctions", with the participle drawn into the clause: an epithet of the noun behind it. */
const epithet: Repair = (tokens, at) => {
  const participle = tokens[at]
  const [first, hyphen] = [tokens[at - 2], tokens[at - 1]]
  const noun = tokens.findIndex((token, i) => i > at && i < at + 4 && isNominal(token))
  if (participle === undefined || first === undefined || hyphen === undefined || noun < 0) return undefined
  if (!/^[-–]$/.test(hyphen.form) || first.end !== hyphen.start || hyphen.end !== participle.start) return undefined
  if (!/^(?:VBN|VBD|VBG|JJ)$/.test(participle.xpos) || participle.head < 0 || participle.deprel === 'amod')
    return undefined
  if (participle.xpos === 'JJ' && !/(?:ed|led|held|run)$/.test(participle.form)) return undefined
  if (tokens.slice(at + 1, noun).some((token) => token.upos !== 'ADJ' && token.upos !== 'NOUN')) return undefined
  const moved = tokens.flatMap((token, i) =>
    token.head === at && i > noun ? [[i, { head: noun, deprel: token.deprel }] as const] : [],
  )
  // Where the noun hung on the participle, it takes its place.
  const governor = tokens[participle.head]
  const objectless = !tokens.some((token) => token.head === participle.head && token.deprel === 'obj')
  const asObject = governor?.upos === 'VERB' && participle.head < at && objectless
  const place =
    tokens[noun]?.head === at ? { head: participle.head, deprel: asObject ? 'obj' : participle.deprel } : undefined
  return hang(
    tokens,
    new Map([
      ...moved,
      [at, { head: noun, deprel: 'amod' }],
      [at - 2, { head: at, deprel: first.upos === 'ADV' || first.upos === 'ADJ' ? 'advmod' : 'compound' }],
      ...(place === undefined ? [] : [[noun, place] as const]),
    ]),
  )
}

/** "clashes between Varnian and Keldavian forces", with the forces hung elsewhere: "between" has two members. */
const between: Repair = (tokens, at) => {
  const first = tokens[at]
  const isBetween = tokens.some((token, i) => i < at && token.head === at && /^between$/i.test(token.form))
  if (
    !isBetween ||
    first === undefined ||
    tokens.some((token) => token.head === at && baseRelation(token.deprel) === 'conj')
  )
    return undefined
  const and = tokens.findIndex((token, i) => i > at && i < at + 6 && token.deprel === 'cc')
  const second = tokens[and]?.head ?? -1
  if (
    and < 0 ||
    second < and ||
    !isNominal(tokens[second]) ||
    tokens.slice(at + 1, and).some(({ upos }) => upos === 'VERB')
  )
    return undefined
  return hang(tokens, new Map([[second, { head: at, deprel: 'conj' }]]))
}

/** "accuses Varnia of having …", with Varnia as the subject of what it is accused of. */
const accused: Repair = (tokens, at) => {
  const subject = tokens[at]
  const clause = tokens[subject?.head ?? -1]
  const verb = tokens[clause?.head ?? -1]
  if (subject === undefined || clause === undefined || !/^(?:accuse|suspect|convict)$/.test(verb?.lemma ?? ''))
    return undefined
  if (subject.deprel !== 'nsubj' || !/^(?:ccomp|xcomp|advcl)$/.test(clause.deprel) || subject.head < at)
    return undefined
  const of = tokens[at + 1]
  return of?.form === 'of' && clause.head < at
    ? hang(tokens, new Map([[at, { head: clause.head, deprel: 'obj' }]]))
    : undefined
}

/** "opened direct, high-level talks", with the talks coordinated with the verb: a noun cannot be. */
const object: Repair = (tokens, at) => {
  const noun = tokens[at]
  const verb = tokens[noun?.head ?? -1]
  if (!isNominal(noun) || noun.deprel !== 'conj' || noun.head > at || verb?.upos !== 'VERB' || /^VBN$/.test(verb.xpos))
    return undefined
  const hasMore = tokens.some(
    (token, i) =>
      (token.head === at && /^(?:cc|cop|nsubj)$/.test(token.deprel)) ||
      (token.head === noun.head && token.deprel === 'obj' && i !== at),
  )
  return hasMore ? undefined : hang(tokens, new Map([[at, { head: noun.head, deprel: 'obj' }]]))
}

/** "who heads the party", with the party as a second subject: what follows an active verb is its object. */
const secondSubject: Repair = (tokens, at) => {
  const noun = tokens[at]
  const verb = tokens[noun?.head ?? -1]
  if (!isNominal(noun) || noun.deprel !== 'nsubj' || noun.head > at || !/^VB[DZP]$/.test(verb?.xpos ?? ''))
    return undefined
  const others = tokens.flatMap((token, i) => (token.head === noun.head && i !== at ? [{ token, i }] : []))
  const before = others.some(({ token, i }) => token.deprel === 'nsubj' && i < noun.head)
  const hasObject = others.some(({ token }) => /^(?:obj|aux:pass|ccomp)$/.test(token.deprel))
  return before && !hasObject ? hang(tokens, new Map([[at, { head: noun.head, deprel: 'obj' }]])) : undefined
}

/** "Drell's alleged meeting", with Drell as the subject of "alleged". */
const possessorOfEpithet: Repair = (tokens, at) => {
  const owner = tokens[at]
  const epithet = tokens[owner?.head ?? -1]
  if (!isNominal(owner) || baseRelation(owner.deprel) !== 'nsubj' || epithet?.deprel !== 'amod' || owner.head < at)
    return undefined
  const marked = tokens.some((token, i) => token.head === at && token.xpos === 'POS' && i < owner.head)
  return marked ? hang(tokens, new Map([[at, { head: epithet.head, deprel: 'nmod:poss' }]])) : undefined
}

/** "addressed these comments to the channel", with the comments as the subject of the channel. */
const objectOfPhrase: Repair = (tokens, at) => {
  const noun = tokens[at]
  const phrase = tokens[noun?.head ?? -1]
  const verb = tokens[phrase?.head ?? -1]
  if (!isNominal(noun) || noun.deprel !== 'nsubj' || !isNominal(phrase) || noun.head < at || verb?.upos !== 'VERB')
    return undefined
  if (phrase.head > at || baseRelation(phrase.deprel) !== 'obl') return undefined
  const prepositional = tokens.some((token, i) => i > at && i < noun.head && token.deprel === 'case')
  const taken = tokens.some(
    (token) =>
      (token.head === phrase.head && token.deprel === 'obj') || (token.head === noun.head && token.deprel === 'cop'),
  )
  return prepositional && !taken ? hang(tokens, new Map([[at, { head: phrase.head, deprel: 'obj' }]])) : undefined
}

/** "Carrow, who heads the party", with "heads" beside Carrow: a relative clause. */
const relative: Repair = (tokens, at) => {
  const verb = tokens[at]
  if (verb?.deprel !== 'parataxis' || verb.head < 0 || verb.head > at || !isNominal(tokens[verb.head])) return undefined
  const opens = tokens.some(
    (token, i) => token.head === at && i < at && /^W(?:P|DT)$/.test(token.xpos) && token.deprel === 'nsubj',
  )
  return opens ? hang(tokens, new Map([[at, { head: verb.head, deprel: 'acl:relcl' }]])) : undefined
}

/** "The talks failed, Linsk was told", with what he was told as a circumstance. */
const told: Repair = (tokens, at) => {
  const clause = tokens[at]
  const verb = tokens[clause?.head ?? -1]
  if (clause?.deprel !== 'advcl' || !/^VB[DZP]$/.test(clause.xpos) || clause.head < at || verb === undefined)
    return undefined
  if (!/^(?:tell|inform|say|report|learn|hear)$/.test(verb.lemma)) return undefined
  return tokens.some((token) => token.head === at && /^(?:mark|advmod)$/.test(token.deprel))
    ? undefined
    : hang(tokens, new Map([[at, { head: clause.head, deprel: 'ccomp' }]]))
}

const REPAIRS: readonly Repair[] = [
  objectOfPhrase,
  relative,
  told,
  secondSubject,
  possessorOfEpithet,
  accused,
  object,
  between,
  epithet,
  possessor,
  coordination,
  dayBehind,
  earlier,
  fronted,
  ...PHRASE_REPAIRS,
]
