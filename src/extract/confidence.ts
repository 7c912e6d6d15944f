/** Promised precision of a fact, by the rule that read it: a first estimate, from development articles. */
import type { Modality } from '../model/facts.ts'

const BY_RULE: readonly (readonly [pattern: RegExp, confidence: number])[] = [
  [/^title before name$/, 0.92],
  [/^apposition$/, 0.88],
  [/^predicate noun$/, 0.85],
  [/, where it happened$/, 0.6],
  [/^office without its state$/, 0.7],
  [/^(?:origin|capital|place)/, 0.82],
  [/^place/, 0.85],
  [/^verb /, 0.75],
  [/^noun /, 0.68],
]

export function confidenceOf(rule: string, modality: Modality): number {
  const base = BY_RULE.find(([pattern]) => pattern.test(rule))?.[1] ?? 0.7
  return modality === 'asserted' ? base : Math.round((base - 0.1) * 100) / 100
}
