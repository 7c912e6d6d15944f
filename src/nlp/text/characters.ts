/** Classes of characters that sentences and tokens share. */

/** Separates words: white space, control characters, and the invisible marks of direction and width. */
export const SEPARATOR = '\\s\\p{Cc}\\u200b\\u200e\\u200f\\u2060\\u202a-\\u202e\\u2066-\\u2069'

const separator = new RegExp(`[${SEPARATOR}]`, 'u')
/** Whether the UTF-16 unit at `index` separates words. */
export function separates(text: string, index: number): boolean {
  const unit = text.charCodeAt(index)
  if (unit <= 0x20) return true
  if (unit < 0x7f) return false
  return separator.test(text.charAt(index))
}

/** Closes what an earlier mark opened; straight quotes count, since they are read only where they touch a word's end. */
export const CLOSERS = '”’"\')\\]}»›'
export const OPENERS = '“‘"\'(\\[{«‹„‚'

/** `span` without separators at either end; empty spans stay where they end. */
export function trim(text: string, start: number, end: number): { readonly start: number; readonly end: number } {
  let [from, to] = [start, end]
  while (from < to && separates(text, from)) from++
  while (to > from && separates(text, to - 1)) to--
  return { start: from, end: to }
}

/** Counts the work of a scan, so that tests can show that it grows with the length of the text and no faster. */
export interface Effort {
  steps: number
}
