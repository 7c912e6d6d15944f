/** A plain question → a query, or why there is none. */
import { ASKED, type Asked, byVerb } from './clausal.ts'
import { extremeIn, timesAsked, visitsIn, withoutContractions } from './manners.ts'
import { sentenceOf, takePeriod } from './period.ts'
import { sortAtStart, wordsOf } from './phrases.ts'
import type { SaidQuery, Understanding } from './query.ts'
import { type AskContext, bounds, NAME, notUnderstood, type Plain, understood } from './reading.ts'
import { byShape, listed } from './shapes.ts'
import { capital, spotNames } from './spot-names.ts'

const LONGEST = 500

export function understand(question: string, context: AskContext): Understanding {
  const trimmed = question.replace(/\s+/g, ' ').trim()
  if (!/\p{L}/u.test(trimmed)) return notUnderstood('There is no question.')
  if (trimmed.length > LONGEST) return notUnderstood(`A question has at most ${LONGEST} characters.`)
  const written = withoutContractions(trimmed, context.vocabulary)
  const { text, names, unknown, ambiguous } = spotNames(written, context.names, context.vocabulary)
  if (unknown.length > 0) return { is: 'unknown', names: unknown }
  if (ambiguous.length > 0) return { is: 'ambiguous', names: ambiguous }
  const { body, listing } = withoutLead(text)
  const sentence = sentenceOf(context.analyzer, capital(body))
  if (sentence === undefined) return notUnderstood('There is no question.')
  const timed = takePeriod(body, context.reference, sentence)
  if (timed.unclear !== null)
    return notUnderstood(
      context.reference === null
        ? `"${timed.unclear}" needs a day to reckon from; the library has no date, so give one.`
        : `It is not clear which time "${timed.unclear}" is.`,
    )
  return questionOf({ ...extremeIn(timed.text, context.vocabulary), names, period: timed.period, context }, listing)
}

const POLITE = /^(?:please|so|and|ok|okay|well|hi|hello|now)[, ]+/
const WISH =
  /^(?:(?:can|could|would|will) you (?:please )?|i(?:'d| would)? (?:like|want|wish|need) to (?:know|see) |do you know |(?:does anyone|anybody) know )/
const ORDER =
  /^(?:please )?(?:show|tell|give|list|find|name|get|display|print|look up|search(?: for)?|enumerate)(?: (?:me|us))?\b[: ]*(?:(?:a|the) )?(?:(?:full|complete|whole) )?(?:list of )?/
const ARTICLES = /^(?:(?:all|every|any|each|the|of)\s+)+/
const QUESTION = /^(?:who|whom|whose|what|which|when|where|how|whether|if|why)\b/

/** "Please show me all …", "Do you know who …": what is asked for stands behind it. */
function withoutLead(text: string): { readonly body: string; readonly listing: boolean } {
  let body = text.replace(POLITE, '').replace(WISH, '')
  const order = ORDER.exec(body)
  if (order !== null) body = body.slice(order[0].length)
  body = body.replace(/^(?:whether|if) /, '').replace(/[, ]+please([?.! ]*)$/, '$1')
  const listing = !QUESTION.test(body) && order !== null
  if (listing) body = body.replace(ARTICLES, '')
  return { body, listing }
}

function questionOf(plain: Plain, listing: boolean): Understanding {
  const { text } = plain
  if (/^why\b/.test(text))
    return notUnderstood(
      'The graph has what happened and who says so, but no reasons. Ask who, whom, what, when, where or how many.',
    )
  const pronoun = /\b(?:he|him|his|she|her|hers|they|them|their|theirs)\b/.exec(text)?.[0]
  if (pronoun !== undefined) return notUnderstood(`Write the name of whom "${pronoun}" means.`)
  const said = saidOf(plain) ?? speakerOf(plain)
  if (said !== undefined) return said
  const shaped = byShape(plain)
  if (shaped !== undefined) return shaped
  const relative = relativeOf(plain)
  if (relative !== undefined) return relative
  const list =
    listing ||
    !/^(?:who|whom|what|which|when|where|how|is|are|was|were|do|does|did|has|have|had|will|by|with|to|in|from)\b/.test(
      text,
    )
      ? listed(plain)
      : undefined
  if (list !== undefined) return list
  return asked(plain)
}

/** "everyone who met X": a question with the kind of thing before it. */
function relativeOf(plain: Plain): Understanding | undefined {
  const sorted = sortAtStart(plain.text, plain.names, plain.context.vocabulary)
  const clause = /^(?:who|whom|that|which|where)\s+(.*)$/s.exec(sorted?.rest ?? '')
  if (sorted === undefined || clause === null) return undefined
  return byVerb({ ...plain, text: inQuestionOrder(clause[1]!, plain) }, { ...ASKED, sort: sorted.sort })
}

/** "whom X met" reads as "who did X met": enough for the parser to see an object that stands first. */
function inQuestionOrder(clause: string, { names }: Plain): string {
  const [first = ''] = wordsOf(clause)
  return names.has(first) ? `who did ${clause}` : `who ${clause}`
}

const ADVERBS =
  /\b(?:last|first|in total|in all|all in all|altogether|overall|at all|ever|also|else|again|recently|lately|exactly|actually|already|just|only|together|so far|currently|each other|one another)\b ?/g

function asked(plain: Plain): Understanding {
  const text = visitsIn(plain.text).replace(ADVERBS, '').replace(/\s+/g, ' ').trim()
  const adverb = /^(when|where)\s+(.*)$/s.exec(text)
  if (adverb !== null) return byVerb({ ...plain, text: adverb[2]! }, { ...ASKED, adverb: adverb[1] as Asked['adverb'] })
  const times = timesAsked(text)
  if (times !== undefined) return byVerb({ ...plain, text: times }, { ...ASKED, adverb: 'when', counts: true })
  const counted = /^how many\s*(.*)$/s.exec(text)
  if (counted !== null) return countOf(plain, counted[1]!)
  if (/^how\b/.test(text))
    return notUnderstood(
      'How somebody did something is not in the graph. Ask who, whom, when, where, how many, or how two are connected.',
    )
  const which = /^((?:in|to|at|from|with|by|of|for|against|on) )?(?:which|what)\s+(.*)$/s.exec(text)
  const sorted = which === null ? undefined : sortAtStart(which[2]!, plain.names, plain.context.vocabulary)
  if (sorted !== undefined)
    return byVerb({ ...plain, text: `${which![1] ?? ''}who ${sorted.rest}` }, { ...ASKED, sort: sorted.sort })
  if (/^(?:which)\b/.test(text))
    return notUnderstood(
      'What kind of thing is asked for is not clear: ask for people, countries, cities, envoys, attacks …',
    )
  return byVerb({ ...plain, text }, ASKED)
}

function countOf(plain: Plain, rest: string): Understanding {
  const sorted = sortAtStart(rest, plain.names, plain.context.vocabulary)
  const words = sorted === undefined ? [] : sorted.sort.words.split(' ')
  const clause = sorted?.rest ?? rest
  return byVerb(
    { ...plain, text: `who ${uncounted(clause)}` },
    { ...ASKED, counts: true, sort: sorted?.sort ?? null, counted: words.filter((word) => word !== '') },
  )
}

/** Victims whom the ontology does not know as a type: "civilians were killed". */
const uncounted = (clause: string): string =>
  clause
    .replace(
      /^(?:civilians?|soldiers?|children|workers?|troops?|fighters?|residents?|victims?|casualties|others?)\s+/,
      '',
    )
    .replace(/^(?=(?:killed|wounded|injured|arrested|hurt|detained|dead)\b)/, 'were ')

// ------------------------------------------------------------------------------------------------------- whose word it is

const SAID = new RegExp(
  `^what (?:does|did|has|have|do) (?:the |some )?(${NAME}|[a-z]+) (\\w+)(?: (?:about|of|on|regarding) (?:the |a |an )?(.+?))?[?.! ]*$`,
)

/** Of whom a question without another before it cannot speak. */
const PRONOUN = /^(?:i|you|he|she|it|we|they|who|anyone|anybody|everyone|everybody|someone|somebody|people)$/

function saidOf(plain: Plain): Understanding | undefined {
  const { names, context } = plain
  const [, who = '', verb = '', subject = ''] = SAID.exec(plain.text) ?? []
  const [node, ...more] = names.get(who)?.things ?? []
  if (who === '' || PRONOUN.test(who) || !isSpeech(verb, context) || more.length > 0) return undefined
  const speaker = node ?? who
  const words = wordsOf(subject)
  const about = words.filter((word) => !names.has(word) && !/^(?:the|a|an|and|or|of|in|on|to|for|['’]s)$/.test(word))
  // "the Norwegian plan" may be called otherwise in the text; the plan is what it must speak of.
  const named = words
    .flatMap((word) => names.get(word) ?? [])
    .filter(({ adjective }) => about.length === 0 || !adjective)
  const query: SaidQuery = {
    kind: 'said',
    speaker,
    things: named.flatMap(({ things }) => things),
    ...bounds(plain, { about }),
  }
  return understood(query)
}

const SPEAKER = /^(?:who|which \w+|what \w+) (?:has |had )?(\w+) (?:so |it )?(?:that |about )?(.*)$/s
const ACCORDING = /^according to (?:whom|who|which \w+),? (.*)$/s

function speakerOf(plain: Plain): Understanding | undefined {
  const { names, context } = plain
  const according = ACCORDING.exec(plain.text)
  const [, verb = '', spoken = ''] = according === null ? (SPEAKER.exec(plain.text) ?? []) : ['', 'say', according[1]!]
  if (!isSpeech(verb, context)) return undefined
  const clause = spoken.replace(/^(?:so|it|this|that)\b\s*/, '').trim()
  if (clause.replace(/[?.! ]/g, '') === '') return notUnderstood('Say what is meant by it: "Who says that … ?"')
  const words = wordsOf(clause)
  const told = names.has(words[0] ?? '') || /^(?:did|was|were|is|are|the|there|has|have)$/.test(words[0] ?? '')
  const another = words.slice(1).some((word) => !names.has(word) && context.vocabulary.isVerb(word))
  if (!told || !another) return undefined
  return byVerb({ ...plain, text: clause }, { ...ASKED, speaker: true })
}

const isSpeech = (word: string, { vocabulary }: AskContext): boolean =>
  [
    'say',
    'claim',
    'state',
    'report',
    'allege',
    'announce',
    'insist',
    'confirm',
    'assert',
    'argue',
    'believe',
    'think',
    'deny',
  ].includes(vocabulary.verb(word))
