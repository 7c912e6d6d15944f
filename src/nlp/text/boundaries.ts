import { ANYWHERE, BEFORE_NUMBER, STARTERS, TITLES } from './abbreviations.ts'
import { CLOSERS, type Effort, OPENERS, separates } from './characters.ts'

const FINAL = /[.!?…。！？؟।]+/gu
const CLOSER = new RegExp(`[${CLOSERS}]`, 'u')
const OPENER = new RegExp(`[${OPENERS}]`, 'u')
/** Nobody reads longer sentences; what has no full stop for so long is cut at a space (UTF-16 code units). */
const LONGEST = 3000
const LONGEST_WORD = 40
const TOP_LEVEL = /^(?:com|org|net|gov|edu|info|co|tv|io|ru|ua|de|uk|eu|js|ai)$/i
/** Who speaks after a quote that ends in "?" or "!": “Why?” Ansa Berg asked. */
const SPEECH =
  /^(?:\p{Lu}[\p{L}.'’-]*\s+){1,4}(?:said|says|asked|asks|told|added|adds|wrote|writes|replied|shouted|cried|tweeted)\b/u

/**
 * Where the sentences of one paragraph end: offsets into `paragraph` (UTF-16 code units), each just behind the closing marks,
 * the last one being its length.
 * @param effort counts the characters that were looked at
 */
export function findBoundaries(paragraph: string, effort?: Effort): readonly number[] {
  const ends: number[] = []
  const push = (end: number): void => {
    cutLong(paragraph, ends, end)
    ends.push(end)
  }
  for (const mark of paragraph.matchAll(FINAL)) {
    if (effort !== undefined) effort.steps += mark[0].length
    if (mark.index < (ends.at(-1) ?? 0)) continue
    const end = boundaryAt(paragraph, mark.index, mark[0], ends.at(-1) ?? 0)
    if (end !== undefined && end < paragraph.length) push(end)
  }
  push(paragraph.length)
  return ends
}

/** Adds ends inside what would otherwise be a sentence beyond all measure. */
function cutLong(paragraph: string, ends: number[], end: number): void {
  let from = ends.at(-1) ?? 0
  while (end - from > LONGEST) {
    let cut = from + LONGEST
    while (cut > from + LONGEST / 2 && !separates(paragraph, cut)) cut--
    if (!separates(paragraph, cut)) cut = from + LONGEST
    if (isLowSurrogate(paragraph, cut)) cut--
    ends.push(cut)
    from = cut
  }
}

const isLowSurrogate = (text: string, at: number): boolean => (text.charCodeAt(at) & 0xfc00) === 0xdc00

/** The end of the sentence that the mark at `at` closes, or undefined where it closes none. */
function boundaryAt(paragraph: string, at: number, mark: string, from: number): number | undefined {
  let end = at + mark.length
  const markEnd = end
  while (end < paragraph.length && CLOSER.test(paragraph.charAt(end)) && !opensNext(paragraph, end)) end++
  end = skipTags(paragraph, end)
  if (end === paragraph.length) return end
  const slipped = slippedQuote(paragraph, end)
  if (slipped !== undefined && /\p{Lu}|^\s?$/u.test(paragraph.charAt(slipped))) return slipped
  if (/[。！？]/u.test(mark)) return end
  if (!separates(paragraph, end)) return missingSpace(paragraph, at, mark, end) ? end : undefined
  const next = nextWord(paragraph, end)
  if (next.word === '') return mark === '.' || next.opened ? undefined : next.at >= paragraph.length ? end : undefined
  if (/^\p{Ll}/u.test(next.word)) return undefined
  if (end > markEnd && mark !== '.' && SPEECH.test(paragraph.slice(next.at, next.at + 90))) return undefined
  if (mark === '.' && end === markEnd) return stopEnds(paragraph, at, next.word, from) ? end : undefined
  if (mark === '.' && end > markEnd && isBracketed(paragraph, at, end)) {
    return stopEnds(paragraph, at, next.word, from) ? end : undefined
  }
  return end
}

/** "(D., Ohio)" and "[sic.]": a stop inside brackets that opened in mid-sentence. */
const isBracketed = (paragraph: string, at: number, end: number): boolean => /[)\]]/.test(paragraph.slice(at + 1, end))

/** A straight quote that touches the next word opens, unless it closes an open quotation: `gone."The` has lost a space. */
const opensNext = (paragraph: string, at: number): boolean =>
  /["']/.test(paragraph.charAt(at)) && /[\p{L}\p{N}]/u.test(paragraph.charAt(at + 1)) && !isOpen(paragraph, at)

/** Whether a straight double quote is open at `at`, by their number so far. */
function isOpen(paragraph: string, at: number): boolean {
  let open = false
  for (let i = Math.max(0, at - QUOTATION); i < at; i++) if (paragraph.charCodeAt(i) === QUOTE) open = !open
  return open
}

/**
 * The end of a closing quote that slipped to the next word (`to the end. "Low hopes`), or undefined: one is open, and the
 * quote after it opens as well.
 */
function slippedQuote(paragraph: string, from: number): number | undefined {
  let at = from
  while (at < paragraph.length && at < from + 4 && separates(paragraph, at)) at++
  if (at > from && paragraph.charAt(at) === '”') return at + 1
  if (at === from || paragraph.charCodeAt(at) !== QUOTE || !isOpen(paragraph, at)) return undefined
  const after = paragraph.slice(at + 1, at + QUOTATION).indexOf('"')
  if (after < 0) return at + 1
  const next = at + 1 + after
  return separates(paragraph, next - 1) && !separates(paragraph, next + 1) ? at + 1 : undefined
}

const QUOTE = 0x22
/** How far a quotation may reach, in UTF-16 code units; keeps the search linear. */
const QUOTATION = 1500

const TAG = /<\/?[a-zA-Z][^<>]{0,60}>/y

/** Left-overs of HTML belong to the sentence that they follow. */
function skipTags(paragraph: string, from: number): number {
  let at = from
  for (TAG.lastIndex = at; paragraph.charCodeAt(at) === 0x3c && TAG.test(paragraph); TAG.lastIndex = at)
    at = TAG.lastIndex
  return at
}

interface Next {
  readonly at: number
  readonly word: string
  readonly opened: boolean
}

/** The word after `from`, without what opens it. */
function nextWord(paragraph: string, from: number): Next {
  let at = from
  while (at < paragraph.length && separates(paragraph, at)) at++
  at = skipTags(paragraph, at)
  const first = at
  while (at < paragraph.length && at < first + 4 && OPENER.test(paragraph.charAt(at))) at++
  const word = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}'’]*/u.exec(paragraph.slice(at, at + LONGEST_WORD))?.[0]
  return {
    at,
    word: word ?? (at < paragraph.length && !/^[-–—,;:&/)\]}]/.test(paragraph.charAt(at)) ? paragraph.charAt(at) : ''),
    opened: at > first,
  }
}

/** The characters before the stop, back to the space or bracket before them. */
function wordBefore(paragraph: string, at: number, from: number): string {
  let start = at
  while (
    start > from &&
    at - start < LONGEST_WORD &&
    !separates(paragraph, start - 1) &&
    !OPENER.test(paragraph.charAt(start - 1))
  )
    start--
  return paragraph.slice(start, at)
}

/** Whether a full stop that a space and `next` (no lower-case word) follow ends the sentence. */
function stopEnds(paragraph: string, at: number, next: string, from: number): boolean {
  const before = wordBefore(paragraph, at, from)
  const starts = STARTERS.has(next) || STARTERS.has(next.replace('’', "'"))
  const isNumber = /^\p{N}/u.test(next)
  if (/^\d{1,3}$|^\p{L}$/u.test(before) && paragraph.slice(from, at - before.length).trim() === '') return false
  if (/^\p{Lu}$/u.test(before)) return starts && next !== 'A' && next !== 'I' && !follows(paragraph, at, from)
  if (/^(?:\p{L}\.)+\p{L}$/u.test(before)) {
    if (/^[ap]\.m$/i.test(before)) return starts || (!isNumber && !CALENDAR.test(next) && !TIME_ZONE.test(next))
    return starts
  }
  const bare = before.replace(/^.*[-–—/]/u, '')
  if (TITLES.has(bare)) return false
  if (BEFORE_NUMBER.has(bare) && isNumber) return false
  if (ANYWHERE.has(bare)) {
    if (MONTH.test(bare)) return starts
    if (/^(?:etc|al)$/.test(bare)) return true
    if (COMMON_WORD.test(bare)) return true
    return starts
  }
  return true
}

const CALENDAR = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)/
const TIME_ZONE = /^(?:[A-Z]{2,4}|Eastern|Central|Pacific|Moscow|Kyiv|Beijing|Greenwich|London|Paris|Berlin)$/
const MONTH = /^(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)$/
/** Abbreviations in lower case that far more often are the words themselves. */
const COMMON_WORD = /^(?:in|est|min|ext|ft|mi|hr|sec|Sun|Sat|Mon|Ill|Mass|Wash|Ind)$/

/** "George W. The ..." is rare: an initial after a capitalised word belongs to a name. */
const follows = (paragraph: string, at: number, from: number): boolean =>
  /\p{Lu}[\p{L}.'’-]*\s+$/u.test(paragraph.slice(Math.max(from, at - 30), at - 1)) &&
  !/\b(?:Plan|Group|Class|Type|Vitamin|Hepatitis|Section|Grade|Team|Model|Zone|Area|Annex|Appendix)\s+$/.test(
    paragraph.slice(Math.max(from, at - 30), at - 1),
  )

/** "It ended.The" and "gone.”She": sentences between which the space was lost. */
function missingSpace(paragraph: string, at: number, mark: string, end: number): boolean {
  if (mark.length > 3) return false
  const before = wordBefore(paragraph, at, Math.max(0, at - LONGEST_WORD))
  if (/:\/\/|www\.|@/.test(before)) return false
  const after = /^[“"‘[(]?(\p{Lu}\p{Ll}+|I|A)(?![\p{L}\p{N}])(\.?)/u.exec(paragraph.slice(end, end + LONGEST_WORD))
  if (after === null || TOP_LEVEL.test(after[1]!)) return false
  if (end > at + mark.length) return /[\p{Ll}\p{N}]$/u.test(before)
  return (
    /(?:[\p{Ll}]{2}|\p{N}{2}|%)$/u.test(before) && !before.includes('.') && !/^(?:\p{Lu}\p{Ll}{1,3})$/u.test(before)
  )
}
