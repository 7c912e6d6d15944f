/** The clause of a question, as the parser sees it: its verb, what fills its slots, and which slot is asked for. */
import type { Modality } from '../model/facts.ts'
import type { Sentence, Token } from '../nlp/analysis.ts'
import type { Mentioned } from './spot-names.ts'
import type { Vocabulary } from './vocabulary.ts'

/** `subj`, `obj`, `iobj`, `poss`, or a preposition. */
export type Slot = string

export interface Clause {
  /** Lemma of the verb that tells the deed; '' where there is none but "to be". */
  readonly verb: string
  readonly passive: boolean
  /** Where "who" or "what" stands; null where nothing of the clause is asked for. */
  readonly asked: Slot | null
  readonly slots: ReadonlyMap<Slot, Mentioned>
  /** Lemmas of the nouns that are no names, with the slot of each. */
  readonly nouns: readonly { readonly lemma: string; readonly slot: Slot; readonly index: number }[]
  /** Other words that say something, in order: particles, adjectives, adverbs. */
  readonly words: readonly string[]
  readonly status: Modality
}

const QUESTION = /^(?:who|whom|what|which)$/i
const AUXILIARY = /^(?:be|do|have|will|would|shall|should|can|could|may|might|must)$/
const AHEAD = /^(?:will|shall|would|wo|'ll|’ll)$/i

export function clauseOf(sentence: Sentence, names: ReadonlyMap<string, Mentioned>, vocabulary: Vocabulary): Clause {
  const { tokens } = sentence
  const verb = predicateOf(sentence, names, vocabulary)
  const at = verb < 0 ? tokens.findIndex(({ lemma }) => lemma === 'be') : verb
  const asked = askedSlot(tokens, at, names)
  const passive = verb >= 0 && isPassive(tokens, verb)
  return {
    verb: verb < 0 ? '' : lemmaOf(tokens[verb]!, vocabulary),
    passive,
    asked,
    ...contentsOf(tokens, at, names, asked, vocabulary),
    status: statusOf(tokens, verb, vocabulary),
  }
}

const lemmaOf = (token: Token, vocabulary: Vocabulary): string =>
  isVerb(token) ? token.lemma.toLowerCase() : vocabulary.verb(token.form.toLowerCase())

const isVerb = (token: Token): boolean => token.xpos.startsWith('V') || token.upos === 'VERB'

/** The last verb of the chain ("plans to meet", "has been sent"); where the tagger sees none, a word that can be one. */
function predicateOf({ tokens }: Sentence, names: ReadonlyMap<string, Mentioned>, vocabulary: Vocabulary): number {
  const { lexicon } = vocabulary
  const can = (token: Token): boolean =>
    !names.has(token.form) && !AUXILIARY.test(token.lemma.toLowerCase()) && !QUESTION.test(token.form)
  const isKnown = (token: Token): boolean =>
    lexicon.verbs.has(token.lemma.toLowerCase()) || lexicon.light.has(token.lemma)
  const verbs = tokens.map((token, i) => ({ token, i })).filter(({ token }) => can(token) && isVerb(token))
  const known = verbs.filter(({ token }) => isKnown(token))
  const last = (known.length > 0 ? known : verbs).at(-1)
  if (last !== undefined) return last.i
  const helped = tokens.some(({ lemma }) => /^(?:do|have|will)$/.test(lemma)) || QUESTION.test(tokens[0]?.form ?? '')
  // "Where was Venn shot?", but "Was Venn a spy?"
  const isForm = (form: string): boolean => helped || (tokens[0]?.lemma === 'be' && vocabulary.verb(form) !== form)
  return tokens.findLastIndex((token) => {
    const form = token.form.toLowerCase()
    return can(token) && isForm(form) && lexicon.verbs.has(vocabulary.verb(form))
  })
}

function isPassive(tokens: readonly Token[], verb: number): boolean {
  const { xpos, form } = tokens[verb]!
  // What the tagger took for a noun ("Where was Venn shot?") may be a participle.
  if (!/^(?:VB[ND]|NN)$/.test(xpos) || form.endsWith('ing')) return false
  for (let i = verb - 1; i >= 0; i--) {
    const { lemma, upos } = tokens[i]!
    if (lemma === 'be' || (lemma === 'get' && i === verb - 1)) return true
    if (upos === 'VERB' || lemma === 'do') return false
  }
  return false
}

function askedSlot(tokens: readonly Token[], verb: number, names: ReadonlyMap<string, Mentioned>): Slot | null {
  const at = tokens.findIndex(({ form }) => QUESTION.test(form))
  if (at < 0 || at > 1) return null
  if (at === 1) return tokens[0]!.form.toLowerCase()
  const fronted = tokens.slice(1, verb).some(({ form }) => names.has(form))
  if (!fronted) return 'subj'
  const content = tokens.filter(({ upos }) => upos !== 'PUNCT')
  const last = content.at(-1)!
  return /^(?:IN|TO|RP)$/.test(last.xpos) || /^(?:with|to|for|by|from|at|in|of|against)$/.test(last.form)
    ? last.form.toLowerCase()
    : 'obj'
}

/** Names and nouns by the preposition before them, or by which side of the verb they stand on. */
function contentsOf(
  tokens: readonly Token[],
  verb: number,
  names: ReadonlyMap<string, Mentioned>,
  asked: Slot | null,
  { lexicon: { collectives } }: Vocabulary,
): Pick<Clause, 'slots' | 'nouns' | 'words'> {
  const slots = new Map<Slot, Mentioned>()
  const nouns: Clause['nouns'][number][] = []
  const words: string[] = []
  let preposition: string | undefined
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!
    const { form, lemma, upos, xpos } = token
    const name = names.get(form)
    if (name !== undefined) {
      const possessive = tokens[i + 1]?.xpos === 'POS'
      let slot = possessive ? 'poss' : (preposition ?? (i < verb ? 'subj' : 'obj'))
      // What belongs to a state acts for it: "Norwegian forces".
      const acts = collectives.has(tokens[i + 1]?.lemma.toLowerCase() ?? '')
      if (name.adjective && !acts && i + 1 !== verb && tokens[i + 1]?.upos !== 'PUNCT') slot = 'amod'
      // "the Lodesk agreement"
      const isPlace = name.things.every(({ kind }) => kind === 'place')
      if (isPlace && i + 1 !== verb && tokens[i + 1]?.upos === 'NOUN') slot = 'amod'
      if (slot === 'obj' && (slots.has('obj') || asked === 'obj')) slot = 'iobj'
      if (!slots.has(slot)) slots.set(slot, name)
      if (!possessive && slot !== 'amod') preposition = undefined
    } else if (
      i === verb ||
      QUESTION.test(form) ||
      upos === 'PUNCT' ||
      upos === 'DET' ||
      upos === 'NUM' ||
      AUXILIARY.test(lemma)
    ) {
      if (i === verb || /^(?:who|whom|which|what)$/i.test(form)) preposition = undefined
    } else if (upos === 'ADP' || xpos === 'IN' || xpos === 'TO') {
      preposition =
        preposition === undefined || (i > 0 && tokens[i - 1]!.upos !== 'ADP')
          ? form.toLowerCase()
          : `${preposition} ${form.toLowerCase()}`
      words.push(form.toLowerCase())
    } else if (
      (upos === 'NOUN' || upos === 'PROPN') &&
      names.get(tokens[i - 1]?.form ?? '')?.adjective &&
      collectives.has(lemma.toLowerCase())
    ) {
      preposition = undefined
    } else if (upos === 'NOUN' || upos === 'PROPN') {
      if (tokens[i + 1]?.upos === 'NOUN') words.push(lemma.toLowerCase())
      nouns.push({ lemma: lemma.toLowerCase(), slot: preposition ?? (i < verb ? 'subj' : 'obj'), index: i })
      if (tokens[i + 1]?.upos !== 'NOUN') preposition = undefined
    } else words.push(lemma.toLowerCase())
  }
  return { slots, nouns, words }
}

/** "will meet", "plans to meet", "refused to meet". */
function statusOf(tokens: readonly Token[], verb: number, { lexicon }: Vocabulary): Modality {
  if (verb < 0) return 'asserted'
  const before = tokens.slice(0, verb)
  for (const { lemma, form } of before.toReversed()) {
    const governs = lexicon.governors.get(lemma.toLowerCase())?.find(({ governs }) => governs === 'clause')
    if (governs !== undefined && governs.status !== 'possible') return governs.status
    if (AHEAD.test(form) || (lemma === 'go' && before.some((token) => token.lemma === 'be'))) return 'planned'
  }
  return before.some(({ form }) => /^(?:not|n't|n’t|never)$/i.test(form)) ? 'denied' : 'asserted'
}
