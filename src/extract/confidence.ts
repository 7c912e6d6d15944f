/** Promised precision of a fact, by the rule that read it; `docs/quality.md` sets it beside what annotated articles show. */
import type { Modality } from '../model/facts.ts'

const BY_RULE: readonly (readonly [pattern: RegExp, confidence: number])[] = [
  [/^title before name$/, 0.9],
  [/^apposition$/, 0.82],
  [/^predicate noun$/, 0.78],
  [/, where it happened$/, 0.6],
  [/^office without its state$/, 0.75],
  [/^possessor of a party$/, 0.6],
  [/^origin$/, 0.7],
  [/^(?:capital of a state|place in a place|leader in the name)/, 0.85],
  [/^(?:place|possessor of a place|seat in a place)/, 0.75],
  [/^verb /, 0.75],
  [/^noun /, 0.68],
]

export function confidenceOf(rule: string, modality: Modality): number {
  const base = BY_RULE.find(([pattern]) => pattern.test(rule))?.[1] ?? 0.7
  return modality === 'asserted' ? base : Math.round((base - 0.1) * 100) / 100
}
