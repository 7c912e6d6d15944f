/** Which units may be one thing, with a score for each reason. */

import type { Link, Reason } from './joiner.ts'
import { scoreOf } from './joiner.ts'
import { shortens } from './names.ts'
import { areNicknames } from './nicknames.ts'
import { areFarApart } from './profile.ts'
import { looseSpellingKey, spellingKey } from './spelling.ts'
import type { Unit } from './units.ts'
import { isPlain } from './units.ts'

/** From here on two units are one; from `SUGGEST` on a person is asked. */
export const JOIN = 0.8
export const SUGGEST = 0.4

interface Alike extends Reason {
  /** The unit that may also stand for another. */
  readonly fits?: Unit
}

/** Units are compared where they share one of these. */
export function unitKeys(unit: Unit): string[] {
  const { class: kind, name, words, aliases } = unit
  const keys = new Set<string>([`=${name}`])
  for (const alias of aliases) keys.add(`=${alias}`)
  if (kind === 'person') keys.add(`person~${looseSpellingKey(words.at(-1)!)}`)
  else keys.add(`${kind}~${words.map(spellingKey).join('-')}`)
  if (kind === 'body') {
    const acronym = acronymOf(words)
    if (acronym !== undefined) keys.add(`body@${acronym}`)
    if (words.length === 1 && name.length <= 6) keys.add(`body@${name}`)
  }
  return [...keys]
}

const SMALL = ['of', 'the', 'and', 'for', 'in', 'on', 'de', 'la', 'du', 'des', 'y']

function acronymOf(words: readonly string[]): string | undefined {
  const letters = words.filter((word) => !SMALL.includes(word)).map((word) => [...word][0]!)
  return letters.length >= 3 ? letters.join('') : undefined
}

export function linkUnits(a: Unit, b: Unit): Omit<Link, 'a' | 'b'> | undefined {
  const alike = a.class === b.class ? namesAlike(a, b) : namesakes(a, b)
  if (alike === undefined) return undefined
  const affinity = a.class === 'person' && b.class === 'person' ? sharedCompany(a, b) : 0
  const context = a.class === 'person' && b.class === 'person' ? contextOf(a, b, affinity) : []
  const { fits, ...reason } = alike
  const reasons = [reason, ...context]
  const score = scoreOf(reasons)
  return { score, reasons, affinity, ...(fits !== undefined && { fits: fits.id }) }
}

function namesAlike(a: Unit, b: Unit): Alike | undefined {
  if (a.class === 'person') return peopleAlike(a, b)
  if (a.name === b.name) return { reason: 'same name', score: 0.95 }
  if (b.aliases.has(a.name)) return { reason: `"${a.name}" is used for both`, score: 0.9, fits: a }
  if (a.aliases.has(b.name)) return { reason: `"${b.name}" is used for both`, score: 0.9, fits: b }
  if (sameSpelling(a.words, b.words, spellingKey) && longEnough(a, b))
    return { reason: 'two spellings of one name', score: 0.85 }
  if (a.class !== 'body') return undefined
  if (acronymOf(b.words) === a.name) return { reason: 'initial letters', score: 0.5, fits: a }
  if (acronymOf(a.words) === b.name) return { reason: 'initial letters', score: 0.5, fits: b }
  return undefined
}

/** Readers take a state for a person, or a body for a state, where a text says little of it. A person should see such pairs. */
const CONFUSED: readonly (readonly [string, string])[] = [
  ['body', 'country'],
  ['country', 'person'],
  ['body', 'person'],
]

const namesakes = (a: Unit, b: Unit): Alike | undefined =>
  a.name === b.name && CONFUSED.some(([x, y]) => (a.class === x && b.class === y) || (a.class === y && b.class === x))
    ? { reason: 'same name, read as different kinds of things', score: 0.45 }
    : undefined

// ---------------------------------------------------------------------------------------------------------------- people

function peopleAlike(a: Unit, b: Unit): Alike | undefined {
  const single = a.words.length === 1 && b.words.length === 1
  if (a.name === b.name) {
    const plain = isPlain(a) ? a : isPlain(b) ? b : undefined
    return { reason: 'same name', score: single ? 0.85 : 0.9, ...(plain && { fits: plain }) }
  }
  if (b.aliases.has(a.name) || a.aliases.has(b.name)) {
    const fits = b.aliases.has(a.name) ? a : b
    return { reason: `"${fits.name}" is used for both`, score: 0.85, fits }
  }
  const [short, full] = a.words.length < b.words.length ? [a, b] : [b, a]
  if (shortens(short.words, full.words))
    return { reason: short.words.length === 1 ? 'surname alone' : 'a part of the name', score: 0.85, fits: short }
  if (isInitialed(short.words, full.words) || isInitialed(full.words, short.words)) {
    const fits = short.words.some((word) => word.length === 1) ? short : full
    return { reason: 'initials', score: 0.8, fits }
  }
  if (a.words.length === b.words.length) return spelledAlike(a, b, single)
  if (shortens(short.words.map(spellingKey), full.words.map(spellingKey)))
    return {
      reason: 'a part of the name, in another spelling',
      score: short.words.at(-1)!.length >= 5 ? 0.82 : 0.6,
      fits: short,
    }
  return undefined
}

function spelledAlike(a: Unit, b: Unit, single: boolean): Alike | undefined {
  if (sameSpelling(a.words, b.words, spellingKey))
    return { reason: 'two spellings of one name', score: longEnough(a, b) || !single ? 0.86 : 0.6 }
  if (single)
    return sameSpelling(a.words, b.words, looseSpellingKey) ? { reason: 'similar spellings', score: 0.6 } : undefined
  const [givenA, givenB] = [a.words[0]!, b.words[0]!]
  if (sameSpelling(a.words.slice(1), b.words.slice(1), spellingKey) && areNicknames(givenA, givenB))
    return { reason: `${givenA} and ${givenB} are forms of one name`, score: 0.82 }
  if (!sameSpelling(a.words, b.words, looseSpellingKey)) return undefined
  // One of the words is the same for certain: the other is then most likely only spelled otherwise.
  const half = a.words.some((word, i) => spellingKey(word) === spellingKey(b.words[i]!))
  return { reason: 'similar spellings', score: half ? 0.82 : 0.7 }
}

const sameSpelling = (a: readonly string[], b: readonly string[], key: (word: string) => string): boolean =>
  a.length === b.length && a.every((word, i) => word === b[i] || key(word) === key(b[i]!))

/** Words that differ are long enough not to be alike by chance. */
const longEnough = (a: Unit, b: Unit): boolean =>
  a.words.every((word) => b.words.includes(word) || word.length >= 5) &&
  b.words.every((word) => a.words.includes(word) || word.length >= 5)

/** "A. Marrow", "J. K. Marrow" for a fuller name. */
function isInitialed(short: readonly string[], full: readonly string[]): boolean {
  if (short.length > full.length || short.length < 2 || short.at(-1) !== full.at(-1)) return false
  const initials = short.slice(0, -1)
  return (
    initials.some((word) => word.length === 1) &&
    initials.every((word, i) => full[i]?.startsWith(word) === true && (word.length === 1 || word === full[i]))
  )
}

/** Those that some are named with everybody count little: only so many are asked for. */
const ENOUGH = 5

function sharedCompany(a: Unit, b: Unit): number {
  const [few, many] = a.company.size <= b.company.size ? [a.company, b.company] : [b.company, a.company]
  let shared = 0
  for (const name of few) if (many.has(name) && ++shared === ENOUGH) break
  return shared
}

function contextOf(a: Unit, b: Unit, affinity: number): Reason[] {
  const reasons: Reason[] = []
  const sameRole = [...a.roles].some((role) => b.roles.has(role))
  const sameState = a.states.some((state) => b.states.includes(state))
  if (sameState)
    reasons.push({ reason: sameRole ? 'same office in the same state' : 'same state', score: sameRole ? 0.5 : 0.35 })
  if (affinity > 0)
    reasons.push({ reason: 'named along with the same people and places', score: 0.1 * Math.min(affinity, 4) })
  if (areFarApart(a.trades, b.trades)) reasons.push({ reason: 'another walk of life', score: -0.5 })
  // One office read with a wrong state is frequent; two people of one name in the same office of two states are rare.
  if (a.states.length > 0 && b.states.length > 0 && !sameState)
    reasons.push({ reason: 'office in another state', score: -0.5 * (sameRole ? 0.5 : 1) * (affinity >= 2 ? 0.5 : 1) })
  return reasons
}
