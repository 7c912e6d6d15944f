/** Words that several parts of an answer use. */
import type { Modality } from '../model/facts.ts'

export const STATUS: Readonly<Record<Modality, string>> = {
  asserted: 'reported',
  planned: 'planned',
  possible: 'possible',
  denied: 'denied',
  requested: 'asked for',
}

const MOST_NAMES = 12

/** "A, B and C"; many are cut. */
export function listOf(items: readonly string[]): string {
  if (items.length > MOST_NAMES) return `${items.slice(0, MOST_NAMES).join(', ')} and ${items.length - MOST_NAMES} more`
  return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`
}

/** A node by its name; the words of a text as words of it. */
export const quoted = ({ key, label }: { readonly key?: string; readonly label: string }): string =>
  key === undefined ? `“${label}”` : label

/** "heads" → "head", "is in" → "are in"; the past tense stays. */
export const plural = (label: string): string =>
  label
    .replace(/^is\b/, 'are')
    .replace(/^was\b/, 'were')
    .replace(/^has\b/, 'have')
    .replace(/^(head|hold|speak|command|work|own|come|control|support)s\b/, '$1')
