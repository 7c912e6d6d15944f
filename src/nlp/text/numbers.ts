import type { Sentence, Token } from '../analysis.ts'
import { readCardinal } from './cardinals.ts'
import { isCount } from './counts.ts'
import { lowerForms, phraseBefore, textOf } from './phrase.ts'

/** A number of things as the text gives it, with the words that bound it: tokens `from` up to, without, `to`. */
export interface Quantity {
  readonly from: number
  readonly to: number
  /** The least that the words say. */
  readonly min: number
  /** The most that they say; null where they say "at least". */
  readonly max: number | null
  /** As written: "at least 501". */
  readonly text: string
  /** The words themselves call it inexact ("about", "nearly", "dozens"). */
  readonly approximate: boolean
}

const phrases = (list: string): ReadonlySet<string> => new Set(list.split('|').map((phrase) => phrase.trim()))

const AT_LEAST = phrases(
  'at least|no fewer than|no less than|not less than|not fewer than|a minimum of|minimum of|more than|over|upwards of|upward of|in excess of|exceeding|well over|well above|far more than|above|greater than|at the very least',
)
const AT_MOST = phrases('up to|as many as|at most|no more than|not more than|a maximum of|maximum of|as much as')
const LESS_THAN = phrases('fewer than|less than|under|below|just under|well under')
const ABOUT = phrases(
  'about|around|roughly|approximately|some|an estimated|estimated|nearly|almost|close to|circa|perhaps|more or less|just over|slightly more than|virtually|an additional estimated',
)
const ADDED = phrases(
  'another|an additional|a further|additional|a total of|a combined|a record|only|just|all|as few as|exactly|precisely',
)
/** Words for large numbers: the least that their plural can mean (two of them). */
const PLURALS: ReadonlyMap<string, number> = new Map([
  ['dozens', 24],
  ['scores', 40],
  ['tens', 20],
  ['hundreds', 200],
  ['thousands', 2_000],
  ['millions', 2_000_000],
  ['billions', 2_000_000_000],
])
const VAGUE: ReadonlyMap<string, readonly [min: number, max: number | null]> = new Map([
  ['several', [3, null]],
  ['a few', [2, null]],
  ['a couple', [2, 2]],
  ['a couple of', [2, 2]],
  ['a handful', [3, null]],
  ['a handful of', [3, null]],
  ['a pair', [2, 2]],
  ['a pair of', [2, 2]],
])

/**
 * The counts of a sentence, in order, none inside another.
 *
 * "six" is 6 to 6; "at least 501", "more than 40" and "over 40" are from there to no limit, since reports give the lower
 * bound; "up to 30" is 1 to 30 and "fewer than 10" 1 to 9; "dozens" is 24 and more, "hundreds" 200 and more; "about 300"
 * and "nearly 300" are 300, approximate; "no" before a noun is 0. Years, dates, times of day, ages, durations, shares,
 * money, ordinals and numbers that name something ("Resolution 1701", "F-16") are no counts.
 */
export function findQuantities(sentence: Sentence): readonly Quantity[] {
  const { tokens } = sentence
  const forms = lowerForms(sentence)
  const found: Quantity[] = []
  for (let i = 0; i < tokens.length; ) {
    const core = readRange(tokens, forms, i) ?? readPlural(forms, i) ?? readVague(tokens, forms, i)
    if (core === undefined || !isCount(tokens, forms, i, core.to)) {
      i = core?.to ?? i + 1
      continue
    }
    const bounded = bound(forms, i, core, found.at(-1)?.to ?? 0)
    found.push({ ...bounded, text: textOf(tokens, bounded.from, bounded.to) })
    i = bounded.to
  }
  return found
}

interface Core {
  readonly to: number
  readonly min: number
  readonly max: number | null
  readonly approximate: boolean
  /** Says its own bounds, so that "up to" and the like before it do not apply. */
  readonly closed?: boolean
}

/** A number, or two that bound a range: "10 to 12", "between 10 and 12", "10-12", "two or three". */
function readRange(tokens: readonly Token[], forms: readonly string[], at: number): Core | undefined {
  const first = readCardinal(forms, at)
  if (first === undefined) return undefined
  const single: Core = { to: first.to, min: first.value, max: first.value, approximate: first.round }
  const link = forms[first.to] ?? ''
  const before = forms[at - 1]
  const joins =
    link === 'to' ||
    link === 'or' ||
    (link === 'and' && before === 'between') ||
    ((link === '-' || link === '–') && isTight(tokens, first.to))
  const second = joins ? readCardinal(forms, first.to + 1) : undefined
  if (second === undefined) return single
  const scale = first.to - at === 1 ? scaleOf(forms[second.to - 1] ?? '') : 1
  const low = first.value * scale < second.value ? first.value * scale : first.value
  return low < second.value ? { to: second.to, min: low, max: second.value, approximate: false, closed: true } : single
}

const scaleOf = (word: string): number =>
  word === 'thousand' ? 1e3 : word === 'million' ? 1e6 : word === 'billion' ? 1e9 : 1

const isTight = (tokens: readonly Token[], at: number): boolean =>
  tokens[at - 1]?.end === tokens[at]?.start && tokens[at]?.end === tokens[at + 1]?.start

/** "dozens", "tens of thousands", "hundreds of thousands". */
function readPlural(forms: readonly string[], at: number): Core | undefined {
  const value = PLURALS.get(forms[at] ?? '')
  if (value === undefined) return undefined
  const larger = forms[at + 1] === 'of' ? PLURALS.get(forms[at + 2] ?? '') : undefined
  if (larger !== undefined && larger >= 2000)
    return { to: at + 3, min: (value * larger) / 2, max: null, approximate: true }
  return forms[at] === 'tens' ? undefined : { to: at + 1, min: value, max: null, approximate: true }
}

/** "several", "a few dozen", "no casualties". */
function readVague(tokens: readonly Token[], forms: readonly string[], at: number): Core | undefined {
  if (forms[at] === 'no' && tokens[at]?.upos === 'DET' && /^NNS?$/.test(nounAfter(tokens, at))) {
    return { to: at + 1, min: 0, max: 0, approximate: false, closed: true }
  }
  if (forms[at] === 'none' && forms[at + 1] === 'of')
    return { to: at + 1, min: 0, max: 0, approximate: false, closed: true }
  for (const length of [3, 2, 1]) {
    const bounds = VAGUE.get(forms.slice(at, at + length).join(' '))
    if (bounds === undefined) continue
    const scale = readCardinal(forms, at + length)
    const times = scale?.round === true ? scale.value : 1
    const [min, max] = times > 1 ? [2 * times, null] : bounds
    return { to: times > 1 ? scale!.to : at + length, min, max, approximate: true }
  }
  return undefined
}

const nounAfter = (tokens: readonly Token[], at: number): string =>
  tokens[at + 1]?.upos === 'ADJ' ? (tokens[at + 2]?.xpos ?? '') : (tokens[at + 1]?.xpos ?? '')

/** Applies the words around a number that say whether it is a lower or an upper bound. */
function bound(forms: readonly string[], at: number, core: Core, limit: number): Omit<Quantity, 'text'> {
  let [from, to, min, max, approximate] = [at, core.to, core.min, core.max, core.approximate]
  if (forms[from - 1] === 'between' || (forms[from - 1] === 'from' && core.closed === true)) from--
  for (let again = true; again; ) {
    again = false
    const step = (set: ReadonlySet<string>): boolean => {
      const length = phraseBefore(forms, from, set)
      if (length === 0 || from - length < limit) return false
      from -= length
      again = true
      return true
    }
    if (step(LESS_THAN))
      [min, max] = [Math.min(1, min), Math.max(0, Number.isInteger(core.min) ? core.min - 1 : core.min)]
    else if (step(AT_MOST)) [min, max] = [Math.min(1, min), core.max ?? core.min]
    else if (step(AT_LEAST)) max = null
    else if (step(ABOUT)) approximate = true
    else step(ADDED)
  }
  if (forms[to] === 'or' && forms[to + 1] === 'more') [to, max] = [to + 2, null]
  else if (forms[to] === '+') [to, max] = [to + 1, null]
  return { from, to, min, max, approximate }
}
