/**
 * Whether the text says that something is so, will be, may be, is not, or ought to be: read from the trigger upwards through
 * negation, auxiliaries and the words that govern it (in the spirit of Saurí and Pustejovsky's factuality, 2009).
 */

import { type CivilDate, isDay } from '../model/date.ts'
import type { Modality } from '../model/facts.ts'
import type { Governor, Lexicon } from './lexicon.ts'
import type { Time } from './settings.ts'
import { baseRelation, dependent, dependents, preposition, type Tree, tokenAt } from './tree.ts'

const NEGATION = /^(?:not|n[’']?t|never|neither|nor|hardly|scarcely|no)$/i
const DOUBT =
  /^(?:reportedly|allegedly|possibly|perhaps|probably|supposedly|apparently|purportedly|potentially|presumably|maybe)$/i
const PLANNED_ADJECTIVE =
  /^(?:planned|upcoming|proposed|scheduled|forthcoming|expected|future|impending|looming|prospective)$/i
const DOUBTFUL_ADJECTIVE =
  /^(?:possible|potential|alleged|suspected|reported|purported|hypothetical|likely|rumou?red|supposed|eventual)$/i
const UNDONE_ADJECTIVE = /^(?:cancelled|canceled|aborted|foiled|thwarted|averted|scrapped)$/i
const CONDITION = /^(?:if|unless|whether|lest)$/i
/** Verbs that say no more of their subject than that it happens. */
const OCCUR = new Set([
  'hold',
  'begin',
  'start',
  'resume',
  'continue',
  'occur',
  'happen',
  'open',
  'take',
  'be',
  'conduct',
  'schedule',
  'plan',
  'expect',
  'sign',
  'launch',
  'convene',
  'reach',
  'go',
])
/** Whoever is appointed to succeed somebody has succeeded him. */
const APPOINTING = new Set(['appoint', 'name', 'choose', 'elect', 'pick', 'designate'])
const STEPS = 8

/** How a statement reads when what governs it has a status of its own: "did not refuse to meet" denies a denial. */
export function combine(inner: Modality, outer: Modality): Modality {
  if (outer === 'asserted') return inner
  if (outer === 'denied') return inner === 'denied' ? 'possible' : 'denied'
  if (inner === 'denied') return outer === 'planned' || outer === 'requested' ? 'denied' : outer
  if (inner === 'asserted' || inner === 'planned') return outer
  return inner
}

/**
 * @param trigger index of the verb or noun that states the fact
 * @param trace told of every word that was asked, with the status that holds behind it
 */
export function statusOf(
  tree: Tree,
  trigger: number,
  lexicon: Lexicon,
  trace?: (token: number, status: Modality) => void,
): Modality {
  let status: Modality = combine(local(tree, trigger), isDoneByNobody(tree, trigger) ? 'denied' : 'asserted')
  trace?.(trigger, status)
  let at = trigger
  for (let step = 0; step < STEPS; step++) {
    const { head, deprel } = tokenAt(tree, at)
    if (head < 0) break
    const next = climb(tree, at, head, deprel, lexicon)
    if (next === 'stop') break
    status = combine(status, next.governed)
    trace?.(head, status)
    if (!next.through) break
    status = combine(status, local(tree, head))
    trace?.(head, status)
    at = head
  }
  return status
}

/**
 * The status with the calendar in mind: what lies after the day of publication has not happened, and "travels to Lodesk on
 * Monday" announces.
 */
export function statusAt(
  tree: Tree,
  trigger: number,
  lexicon: Lexicon,
  time: Time | undefined,
  published: CivilDate | null,
): Modality {
  const status = statusOf(tree, trigger, lexicon)
  if (status !== 'asserted' || time === undefined || time.from < 0) return status
  const { date } = time
  if (date !== null && published !== null && isDay(date) && date > published) return 'planned'
  const day = date === null || (isDay(date) && (published === null || date >= published))
  return day && isPresent(tree, trigger) && namesDay(tree, time) ? 'planned' : status
}

const DAY_WORD = /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|tonight|next)$/i
const namesDay = (tree: Tree, { from, to }: Time): boolean =>
  tree.tokens.slice(from, to).some(({ form }) => DAY_WORD.test(form))

/** A simple present of prose; headlines tell the past in the present. */
function isPresent(tree: Tree, trigger: number): boolean {
  if (tree.sentence.form !== 'prose') return false
  const { xpos } = tokenAt(tree, trigger)
  return /^VB[ZP]$/.test(xpos) && dependents(tree, trigger, 'aux').length === 0
}

/** "Neither Drell nor Hantov met Bereti", "no soldier fired" */
const isDoneByNobody = (tree: Tree, verb: number): boolean =>
  tokenAt(tree, verb).upos === 'VERB' &&
  dependents(tree, verb, 'nsubj').some((subject) =>
    dependents(tree, subject, 'cc', 'det', 'advmod').some((word) => /^(?:neither|no)$/i.test(tokenAt(tree, word).form)),
  )

type Step = 'stop' | { readonly governed: Modality; readonly through: boolean }

function climb(tree: Tree, at: number, head: number, deprel: string, lexicon: Lexicon): Step {
  const token = tokenAt(tree, at)
  const governor = tokenAt(tree, head)
  const nominal = token.upos === 'NOUN' || token.upos === 'PROPN'
  switch (baseRelation(deprel)) {
    case 'xcomp':
    case 'csubj':
      return { governed: infinitive(tree, at, head) ?? governs(tree, head, lexicon, 'clause'), through: true }
    case 'ccomp': {
      const governed = governs(tree, head, lexicon, 'clause')
      return { governed, through: governed !== 'asserted' && !lexicon.speech.has(governor.lemma) }
    }
    case 'acl':
      if (deprel === 'acl:relcl') return 'stop'
      return {
        governed: token.xpos === 'VB' || token.xpos === 'VBG' ? governs(tree, head, lexicon, 'of') : 'asserted',
        through: false,
      }
    case 'advcl': {
      if (
        token.xpos === 'VB' &&
        dependents(tree, at, 'mark').some((m) => tokenAt(tree, m).form.toLowerCase() === 'to')
      ) {
        const governed = governs(tree, head, lexicon, 'clause')
        const done = APPOINTING.has(governor.lemma)
        return { governed: governed === 'asserted' && !done ? 'planned' : governed, through: true }
      }
      // "to mend it by letting Linsk in": no more done than the mending.
      const by = dependents(tree, at, 'mark', 'case').some((m) => tokenAt(tree, m).form.toLowerCase() === 'by')
      if (token.xpos === 'VBG' && by) return { governed: 'asserted', through: true }
      if (preposition(tree, at) !== '' || dependents(tree, at, 'mark').length > 0) {
        const governed = governs(tree, head, lexicon, 'clause')
        return governed === 'asserted' || governed === 'planned' ? 'stop' : { governed, through: false }
      }
      return token.xpos === 'VBG' ? { governed: 'asserted', through: false } : 'stop'
    }
    case 'conj':
      return sharesAuxiliaries(tree, at) ? { governed: 'asserted', through: true } : 'stop'
    case 'obj':
      return nominal
        ? { governed: governs(tree, head, lexicon, 'noun'), through: carries(tree, head, lexicon) }
        : 'stop'
    case 'obl': {
      const governed = governs(tree, head, lexicon, 'noun', preposition(tree, at))
      if (governed !== 'asserted') return { governed, through: true }
      return nominal && carries(tree, head, lexicon) ? { governed, through: true } : 'stop'
    }
    case 'nsubj': {
      const occurs = OCCUR.has(governor.lemma) || governs(tree, head, lexicon, 'noun') !== 'asserted'
      if (!nominal || !occurs) return 'stop'
      return { governed: combine(governs(tree, head, lexicon, 'noun'), undone(tree, head, lexicon)), through: true }
    }
    case 'nmod':
      return { governed: governs(tree, head, lexicon, 'of'), through: false }
    default:
      return 'stop'
  }
}

/** "Talks planned for Monday were cancelled", however the parse divides it. */
const undone = (tree: Tree, head: number, lexicon: Lexicon): Modality =>
  dependents(tree, head, 'ccomp', 'conj', 'parataxis', 'xcomp').some(
    (child) =>
      dependents(tree, child, 'nsubj').length === 0 &&
      dependents(tree, child, 'aux').length > 0 &&
      governs(tree, child, lexicon, 'noun') === 'denied',
  )
    ? 'denied'
    : 'asserted'

/** "is to meet", "is going to meet": a plan. */
function infinitive(tree: Tree, at: number, head: number): Modality | undefined {
  const governor = tokenAt(tree, head)
  const toInfinitive = tokenAt(tree, at).xpos === 'VB'
  if (!toInfinitive) return undefined
  if (governor.lemma === 'be') return 'planned'
  if (governor.lemma === 'go' && governor.xpos === 'VBG') return 'planned'
  // "has yet to meet"
  if (
    governor.lemma === 'have' &&
    dependents(tree, head, 'advmod').some((child) => tokenAt(tree, child).lemma === 'yet')
  )
    return 'denied'
  return undefined
}

function governs(tree: Tree, head: number, lexicon: Lexicon, kind: Governor['governs'], prep = ''): Modality {
  const { lemma } = tokenAt(tree, head)
  const particle = dependent(tree, head, 'compound')
  const particles =
    particle !== undefined && tokenAt(tree, particle).deprel === 'compound:prt'
      ? [tokenAt(tree, particle).form.toLowerCase()]
      : []
  const keys = [
    ...particles.map((word) => `${lemma} ${word}`),
    ...(prep === '' ? [] : [`${lemma} ${prep}`]),
    ...(particles.length > 0 || prep !== '' ? [] : [lemma]),
  ]
  for (const key of keys) {
    const found = lexicon.governors.get(key)?.find((governor) => governor.governs === kind)
    if (found !== undefined) return found.status
  }
  return 'asserted'
}

function carries(tree: Tree, head: number, lexicon: Lexicon): boolean {
  const { lemma } = tokenAt(tree, head)
  if (lexicon.light.has(lemma)) return true
  return dependents(tree, head, 'compound').some((child) =>
    lexicon.light.has(`${lemma} ${tokenAt(tree, child).form.toLowerCase()}`),
  )
}

const sharesAuxiliaries = (tree: Tree, at: number): boolean =>
  dependents(tree, at, 'nsubj', 'aux').length === 0 && !/^VB[DZP]$/.test(tokenAt(tree, at).xpos)

/** What stands on the word itself: negation, auxiliaries, adjectives, a condition. */
function local(tree: Tree, at: number): Modality {
  const token = tokenAt(tree, at)
  const forms = (relation: string): readonly string[] =>
    dependents(tree, at, relation).map((child) => tokenAt(tree, child).form)
  let status: Modality = 'asserted'
  if (
    forms('advmod').some((form) => NEGATION.test(form)) ||
    forms('det').some((form) => /^(?:no|neither)$/i.test(form)) ||
    forms('cc').some((form) => /^nor$/i.test(form))
  ) {
    status = combine(status, 'denied')
  }
  for (const form of forms('aux')) status = combine(status, auxiliary(form, status))
  if (forms('advmod').some((form) => DOUBT.test(form))) status = combine(status, 'possible')
  if (forms('mark').some((form) => CONDITION.test(form))) status = combine(status, 'possible')
  if (forms('mark').some((form) => /^without$/i.test(form))) status = combine(status, 'denied')
  if (token.head < 0 && tree.tokens.at(-1)?.form === '?') status = combine(status, 'possible')
  if (token.upos === 'NOUN' || token.upos === 'PROPN') {
    for (const form of forms('amod')) {
      if (PLANNED_ADJECTIVE.test(form)) status = combine(status, 'planned')
      else if (DOUBTFUL_ADJECTIVE.test(form)) status = combine(status, 'possible')
      else if (UNDONE_ADJECTIVE.test(form)) status = combine(status, 'denied')
    }
  }
  // A headline's infinitive announces: "Drell to visit Lodesk".
  if (token.head < 0 && token.xpos === 'VB' && forms('mark').some((form) => form.toLowerCase() === 'to'))
    status = combine(status, 'planned')
  return status
}

function auxiliary(form: string, inner: Modality): Modality {
  switch (form.toLowerCase()) {
    case 'will':
    case '’ll':
    case "'ll":
    case 'wo':
    case 'shall':
      return 'planned'
    case 'may':
    case 'might':
    case 'would':
    case 'could':
    case '’d':
    case "'d":
    case 'can':
    case 'ca':
      return inner === 'denied' ? 'asserted' : 'possible'
    case 'should':
    case 'must':
    case 'ought':
      return 'requested'
    default:
      return 'asserted'
  }
}
