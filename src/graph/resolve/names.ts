/** When two names may be names of one thing. */
import { slug } from '../../model/ids.ts'
import type { EntityType } from '../../model/ontology.ts'

/**
 * Types between which readers waver: one text calls a militia an armed force, another an organisation. Things of one name
 * join only within such a class; Marn the city and Marn the region stay two.
 */
const CLASSES: Readonly<Record<EntityType, string>> = {
  person: 'person',
  country: 'country',
  organization: 'body',
  party: 'body',
  armed_force: 'body',
  media: 'body',
  group: 'group',
  city: 'city',
  region: 'region',
  facility: 'facility',
}

export const classOf = (type: EntityType): string => CLASSES[type]

/** Lower-case words without diacritics and without a leading article, joined by hyphens. */
export const normalName = (name: string): string => slug(name).replace(/^the-(?=.)/, '')

export const wordsOf = (normal: string): readonly string[] => normal.split('-')

/**
 * Whether `short` can be a shorter form of a person's `full` name: its last words ("Example", "al-Example" of "Ana
 * al-Example"), or the same name with a middle name left out. A given name alone is not enough.
 */
export function shortens(short: readonly string[], full: readonly string[]): boolean {
  if (short.length >= full.length || short.at(-1) !== full.at(-1)) return false
  const isEnding = short.every((word, i) => word === full[full.length - short.length + i])
  return isEnding || (short.length > 1 && short[0] === full[0] && isSubsequence(short, full))
}

function isSubsequence(words: readonly string[], of: readonly string[]): boolean {
  let next = 0
  for (const word of of) if (word === words[next]) next++
  return next === words.length
}
