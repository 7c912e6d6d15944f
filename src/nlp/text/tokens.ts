import type { Span } from '../../model/span.ts'
import { keepsStop } from './abbreviations.ts'
import { type Effort, SEPARATOR, separates } from './characters.ts'
import { splitClitics } from './clitics.ts'

/** How far a pattern may look before it consumes anything; keeps the scan linear on hostile text. */
const WORD = '[\\p{L}\\p{M}\\p{N}_\\u00ad\\u200c\\u200d]'
const LETTER_AHEAD = new RegExp(WORD, 'uy')

const sticky = (source: string, flags = ''): RegExp => new RegExp(source, `uy${flags}`)

const URL_START = sticky(`(?:https?://|ftp://|www\\.)[^${SEPARATOR}<>"“”]{1,2000}`, 'i')
const EMAIL = sticky('[\\p{L}\\p{N}_+-][\\p{L}\\p{N}._+-]{0,63}@[\\p{L}\\p{N}-]{1,63}(?:\\.[\\p{L}\\p{N}-]{1,63}){1,6}')
const DOMAIN = sticky(
  `(?:[\\p{L}\\p{N}-]{1,63}\\.){1,3}(?:com|org|net|gov|edu|mil|int|info|co\\.uk|html?|php|pdf|docx?|xlsx?)(?!${WORD})`,
  'i',
)
const HANDLE = sticky(`@${WORD}{1,140}|#\\p{L}${WORD}{0,140}`)
const MARKUP = sticky('</?[a-zA-Z][^<>\\s@]{0,100}>|&(?:[a-zA-Z]{2,8}|#\\d{1,6});')
const EMOTICON = sticky(`[:;=]['^]?-?[()DPpO/|\\[\\]3]+(?=[${SEPARATOR}]|$)|<3(?=[${SEPARATOR}]|$)`)
const PHONE = sticky(`\\+?(?:\\d{1,4}[-/])?\\d{3}[-/]\\d{3}-\\d{4}(?!${WORD})|\\d{3}-\\d{4}(?!${WORD}|-)`)
const NUMERIC_DATE = sticky(`\\d{1,4}/\\d{1,2}(?:/\\d{2,4})?(?!${WORD})|\\d{1,4}-\\d{2}-\\d{2,4}(?!${WORD})`)
const CLOCK = sticky(`\\d{1,2}(?::\\d{2}){1,2}`)
const NUMBER = sticky(`[+]?\\d{1,40}(?:[.,]\\d{1,40}){0,40}`)
const HALF_OF_DAY = sticky(`(?:[ap]\\.m\\.|[ap]m)(?!${WORD})`, 'i')
const INITIALS = sticky(`Ph\\.D\\.|(?:\\p{L}\\.){2,20}|(?:\\p{L}\\.){1,20}\\p{L}(?!${WORD}|\\.)`)
const WORDS = sticky(`${WORD}{1,400}(?:['’&]${WORD}{1,400}){0,20}`)
const CUT_WORD = sticky(`['’](?:em|til|tis|twas|cause|bout|n|\\d{2}s?)(?!${WORD}|['’])`, 'i')
const SUFFIX = sticky(`['’](?:s|m|d|ll|re|ve)(?!${WORD})`, 'i')
const FOREIGN_CURRENCY = sticky('\\p{Lu}{1,3}\\$')
const EMOJI = sticky(
  '\\p{RI}\\p{RI}|\\p{Extended_Pictographic}(?:\\p{EMod}|\\ufe0f|\\u200d\\p{Extended_Pictographic}){0,10}',
)
const MARKS = sticky("\\.{2,}|…+\\.?|[!?]+[.!?]*|-{2,}|—+|''|``|,,|([$*=~_#+|^<>])\\1*")
const DOTTED_TAIL = sticky(`(?:\\.[\\p{Ll}\\p{N}]${WORD}{0,60}(?!${WORD})){1,8}(?!\\.)`)
const NEXT_WORD = sticky(`-(?=[\\p{L}\\p{N}])${WORD}{1,400}`)
const CURT = sticky(`/(?:o|out|c|e)?(?!${WORD})`)

/** Prefixes that the treebank leaves joined to their word: "pre-war", "anti-ship", "ex-wife". */
const PREFIXES: ReadonlySet<string> = new Set(
  `anti bi co counter e ex extra inter intra macro mega micro mid mini multi neo non over para poly post pre pro proto pseudo psycho
  quasi re semi socio sub super trans tri ultra un under uni`.split(/\s+/),
)

/**
 * Words and marks of a sentence as the English Web Treebank cuts them: "do|n't", "Ukraine|'s", "U.S.|-|led", "3|-|year|-|old".
 * Curly quotes, URLs, addresses, e-mails and emoji are one token each; what only separates words is in none.
 *
 * @param sentence offsets in UTF-16 code units into `text`, as are those of the result; tokens are in order, never empty and
 *   never overlap
 * @param effort counts the patterns that were tried; each looks ahead no farther than a fixed bound
 */
export function tokenize(text: string, sentence: Span, effort?: Effort): readonly Span[] {
  const body = text.slice(sentence.start, sentence.end)
  const tokens: Span[] = []
  let at = 0
  while (at < body.length) {
    if (effort !== undefined) effort.steps++
    if (separates(body, at)) {
      at++
      continue
    }
    const end = tokenEnd(body, at)
    for (const [from, to] of splitClitics(body, at, end)) {
      tokens.push({ start: sentence.start + from, end: sentence.start + to })
    }
    at = end
  }
  return tokens
}

function match(pattern: RegExp, body: string, at: number): number | undefined {
  pattern.lastIndex = at
  return pattern.test(body) ? pattern.lastIndex : undefined
}

function tokenEnd(body: string, at: number): number {
  const unit = body.charCodeAt(at)
  const isWord = match(LETTER_AHEAD, body, at) !== undefined
  if (isWord) return isDigit(unit) ? numberEnd(body, at) : wordEnd(body, at)
  return (
    (unit === 0x2b ? match(PHONE, body, at) : undefined) ??
    (unit === 0x2b ? match(NUMBER, body, at) : undefined) ??
    (unit === 0x27 || unit === 0x2019 ? (match(CUT_WORD, body, at) ?? match(SUFFIX, body, at)) : undefined) ??
    (unit === 0x2e && isDigit(body.charCodeAt(at + 1)) && !isDigit(body.charCodeAt(at - 1))
      ? match(NUMBER, body, at + 1)
      : undefined) ??
    match(HANDLE, body, at) ??
    match(MARKUP, body, at) ??
    match(EMOTICON, body, at) ??
    match(MARKS, body, at) ??
    match(EMOJI, body, at) ??
    at + (body.codePointAt(at)! > 0xffff ? 2 : 1)
  )
}

function numberEnd(body: string, at: number): number {
  const whole = match(EMAIL, body, at) ?? match(DOMAIN, body, at) ?? match(PHONE, body, at)
  if (whole !== undefined) return whole
  const figures = match(NUMERIC_DATE, body, at) ?? match(CLOCK, body, at) ?? match(NUMBER, body, at)!
  if (match(HALF_OF_DAY, body, figures) !== undefined) return figures
  return match(WORDS, body, figures) ?? figures
}

function wordEnd(body: string, at: number): number {
  if (match(HALF_OF_DAY, body, at) !== undefined && isDigit(body.charCodeAt(at - 1)))
    return match(HALF_OF_DAY, body, at)!
  const url = match(URL_START, body, at)
  if (url !== undefined) return withoutTrailingMarks(body, at, url)
  const whole =
    match(EMAIL, body, at) ?? match(DOMAIN, body, at) ?? match(FOREIGN_CURRENCY, body, at) ?? match(INITIALS, body, at)
  if (whole !== undefined) return whole
  let end = match(WORDS, body, at)!
  while (PREFIXES.has(body.slice(at, end).toLowerCase())) {
    const joined = match(NEXT_WORD, body, end)
    if (joined === undefined) break
    end = joined
  }
  if (body.charCodeAt(end) === 0x2f && end - at === 1 && /[wb]/i.test(body.charAt(at))) {
    end = match(CURT, body, end) ?? end
  }
  if (body.charCodeAt(end) !== 0x2e) return end
  const tail = match(DOTTED_TAIL, body, end)
  if (tail !== undefined) return tail
  return stopBelongs(body, at, end) ? end + 1 : end
}

function stopBelongs(body: string, at: number, end: number): boolean {
  if (body.charCodeAt(end + 1) === 0x2e) return false
  const word = body.slice(at, end)
  const follows = whatFollows(body, end + 1)
  if (end - at === 1 && /\p{Lu}/u.test(word)) return follows !== 'end'
  return keepsStop(word, follows)
}

function whatFollows(body: string, at: number): 'end' | 'number' | 'other' {
  let next = at
  while (next < body.length && (separates(body, next) || CLOSING.includes(body.charAt(next)))) next++
  return next >= body.length ? 'end' : isDigit(body.charCodeAt(next)) ? 'number' : 'other'
}

const CLOSING = '”’"\')]'
const TRAILING = `.,;:!?…${CLOSING}`

function withoutTrailingMarks(body: string, start: number, end: number): number {
  let to = end
  while (to > start + 1 && TRAILING.includes(body.charAt(to - 1))) to--
  return to
}

const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39
