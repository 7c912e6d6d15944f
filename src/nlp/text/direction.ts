import type { Sentence, Token } from '../analysis.ts'

/** Where the clause around a word looks: back at what happened or ahead at what is to come. */
export type Direction = 'past' | 'future'

const MODALS = new Set(['will', "'ll", '’ll', 'shall', 'may', 'might', 'can', 'must', 'should', 'would', 'could', 'wo'])
/** Verbs and adjectives whose infinitive lies ahead of them. */
const AHEAD = new Set(
  `plan schedule expect intend due set ready prepare hope want aim agree vow pledge promise slate poise threaten invite urge order ask
  likely decide propose need wish seek begin convene`.split(/\s+/),
)

/**
 * The direction that the tense of the governing verb gives a time word.
 *
 * Past tense and perfect look back; "will", modals and infinitives after "plans", "is scheduled" and the like look ahead; the
 * plain present looks ahead in prose ("talks begin Monday") and back in headlines ("Envoy meets king Monday") and before a noun
 * ("Monday's attack adds to the tension"). Participles
 * and infinitives without such a word take the direction of the clause above them. News looks back unless something says
 * otherwise.
 *
 * @param at index of the time word
 */
export function directionOf(sentence: Sentence, at: number): Direction {
  const { tokens } = sentence
  const seen = new Set<number>()
  for (let i = at; i >= 0 && i < tokens.length && !seen.has(i); i = tokens[i]!.head) {
    seen.add(i)
    const direction = tenseOf(sentence, i, at)
    if (direction !== undefined) return direction
  }
  return 'past'
}

function tenseOf(sentence: Sentence, at: number, time: number): Direction | undefined {
  const { tokens, form } = sentence
  const word = tokens[at]!
  const auxiliaries = tokens.filter(
    ({ head, deprel, upos }) => head === at && (/^(?:aux|cop)/.test(deprel) || upos === 'AUX'),
  )
  if (word.upos !== 'VERB' && word.upos !== 'AUX' && auxiliaries.length === 0) return undefined
  const helpers = auxiliaries.map((token) => token.form.toLowerCase())
  if (helpers.some((helper) => MODALS.has(helper))) return 'future'
  if (looksAhead(tokens, at, time)) return 'future'
  if (isPast(word, auxiliaries)) return 'past'
  // "the accord signed in June", but "the vote planned for June"
  if (word.xpos === 'VBN' && auxiliaries.length === 0) return AHEAD.has(word.lemma.toLowerCase()) ? 'future' : 'past'
  if (hasTo(tokens, at)) return infinitive(sentence, at)
  const hasTense = /^VB[ZP]$/.test(word.xpos) || auxiliaries.some(({ xpos }) => /^VB[ZP]$/.test(xpos))
  if (!hasTense) return undefined
  if (auxiliaries.some(({ lemma }) => lemma === 'have')) return 'past'
  const isOfNoun = tokens[time]?.deprel === 'nmod:poss'
  if (isOfNoun || (form === 'headline' && word.xpos !== 'VBG')) return 'past'
  // "They are negotiating: on Tuesday Drell spoke with …": a past verb nearer by is the likelier one, whatever the parse.
  return nearestFinite(tokens, time)?.xpos === 'VBD' ? 'past' : 'future'
}

function nearestFinite(tokens: readonly Token[], time: number): Token | undefined {
  const finite = tokens
    .map((token, i) => ({ token, gap: Math.abs(i - time) }))
    .filter(({ token }) => /^(?:VBD|VBZ|VBP|MD)$/.test(token.xpos))
  return finite.sort((a, b) => a.gap - b.gap)[0]?.token
}

const isPast = (word: Token, auxiliaries: readonly Token[]): boolean =>
  word.xpos === 'VBD' || auxiliaries.some(({ xpos, lemma }) => xpos === 'VBD' || lemma === 'have')

const hasTo = (tokens: readonly Token[], at: number): boolean =>
  tokens.some((token, i) => token.head === at && token.xpos === 'TO' && i < at)

/** "plans to meet on Tuesday": the time stands behind the infinitive that a verb of this kind governs. */
const looksAhead = (tokens: readonly Token[], at: number, time: number): boolean =>
  AHEAD.has(tokens[at]!.lemma.toLowerCase()) &&
  tokens.some(
    ({ head, deprel }, i) => head === at && i < time && /^(?:xcomp|ccomp|advcl)/.test(deprel) && hasTo(tokens, i),
  )

/** "is scheduled to meet", "plans to meet", in headlines "X to meet": ahead; otherwise as the clause above. */
function infinitive({ tokens, form }: Sentence, at: number): Direction | undefined {
  const head = tokens[tokens[at]!.head]
  if (head === undefined || form === 'headline') return 'future'
  return AHEAD.has(head.lemma.toLowerCase()) || head.upos === 'ADJ' ? 'future' : undefined
}
