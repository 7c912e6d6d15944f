/** Regular expressions by RE2, in time that grows with the text alone: no pattern can keep the program busy for ever. */
import { RE2JS } from 're2js'
import { argumentError } from '../errors.ts'

/** Queries have few patterns, and use each for many rows. */
const MOST_KEPT = 50
const kept = new Map<string, (text: string) => boolean>()

/** Whether the whole of a text fits. @throws CypherError */
export function fullMatcher(pattern: string): (text: string) => boolean {
  const known = kept.get(pattern)
  if (known !== undefined) return known
  const matcher = compile(pattern)
  if (kept.size >= MOST_KEPT) kept.clear()
  kept.set(pattern, matcher)
  return matcher
}

function compile(pattern: string): (text: string) => boolean {
  try {
    const compiled = RE2JS.compile(pattern)
    return (text) => compiled.matches(text)
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw argumentError(`"${pattern}" is no regular expression of RE2: ${reason}`)
  }
}
