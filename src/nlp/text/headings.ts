/** What marks a line as something else than prose: headlines, bylines, datelines, credits. */

const MONTH = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*\\.?'
const DAY = `(?:(?:Mon|Tue|Tues|Wed|Thu|Thurs|Fri|Sat|Sun)[a-z]*\\.?,? )?(?:${MONTH} \\d{1,2}|\\d{1,2} ${MONTH})(?:,? \\d{4})?`
const DASH = '(?:—|–|--|-|:)'
const AGENCY = '\\((?:\\p{Lu}[\\p{L}.&/ -]{1,30})\\)'
const CAPITALS = "\\p{Lu}[\\p{Lu}.'’-]+(?:[ /]\\p{Lu}[\\p{Lu}.'’-]*){0,4}"
const PLACE = "\\p{Lu}[\\p{L}.'’-]+(?:[ /]\\p{Lu}[\\p{L}.'’-]*){0,4}"
const REST_OF_PLACE = "(?:, \\p{Lu}[\\p{L}.'’]+(?: \\p{Lu}[\\p{L}.'’]+){0,2}){0,2}"

/** At the head of a paragraph: "KYIV, Dec. 4 (Reuters) —", "BEIRUT (AP) -", "Oslo, Norway (AFP) —", "(Reuters) -", "PARIS —". */
const DATELINE = new RegExp(
  [
    `^${CAPITALS}${REST_OF_PLACE}(?:,? ${DAY})?(?: ${AGENCY})? ?${DASH}(?=[ “"])`,
    `^${PLACE}${REST_OF_PLACE}(?:,? ${DAY})? ${AGENCY} ?${DASH}(?=[ “"])`,
    `^${PLACE}${REST_OF_PLACE},? ${DAY}(?: ${AGENCY})? ?${DASH}(?=[ “"])`,
    `^${AGENCY} ?${DASH}(?=[ “"])`,
  ].join('|'),
  'u',
)
const DATELINE_LIMIT = 120

/** Length of the dateline with which `paragraph` begins, 0 where there is none. A colon counts only after an agency. */
export function datelineLength(paragraph: string): number {
  const found = DATELINE.exec(paragraph.slice(0, DATELINE_LIMIT))?.[0] ?? ''
  const colon = found.endsWith(':') && !/\)\s?:$/.test(found)
  return found === '' || colon || /^(?:I|A|US|UK|EU|UN|NATO|COVID|BREAKING|UPDATE|WATCH)\b ?-/.test(found)
    ? 0
    : found.length
}

const CAPITALISED = "(?:\\p{Lu}[\\p{L}.'’-]*|de|von|van|al|bin|der|la)"
const BYLINE = new RegExp(
  `^(?:By|Von|Par|Por) ${CAPITALISED}(?: ${CAPITALISED}){0,4}(?:(?:,| and| in|,? for) ${CAPITALISED}(?: ${CAPITALISED}){0,4}){0,4}$`,
  'iu',
)
const DATE_LINE = new RegExp(
  `^(?:(?:Published|Updated|Posted|Last (?:updated|modified)|First published)(?: on)?:? )?(?:${DAY}|\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[./]\\d{1,2}[./]\\d{4})` +
    '(?:,? (?:at )?\\d{1,2}[:.]\\d{2}(?: ?[ap]\\.?m\\.?)?(?: [A-Z]{2,4})?)?\\.?$',
  'iu',
)
/** Initials of the desk and its agencies, "ab/cd (AFP, dpa)", also where the whole report is one paragraph. */
const CREDIT =
  /(?<=^|[\s"”])(?:\p{L}{1,5}\s?(?:[/,]\s?\p{L}{1,5})+\s*\((?:\p{L}[\p{L}.]{1,20}(?:,\s|\)$)){1,8}$|(?:Author|Editor|Reporting by|Editing by|Writing by):?\s\p{Lu}.*$)/u
const CREDIT_LIMIT = 90

/** Whether the whole line says who wrote it or when. */
export const isByline = (line: string): boolean =>
  line.length < 150 && ((BYLINE.test(line) && /^\S+ (?:\p{Lu}|de|von|van|al)/u.test(line)) || DATE_LINE.test(line))

/** Where the credit at the end of `paragraph` begins, or its length. */
export function creditStart(paragraph: string): number {
  const offset = Math.max(0, paragraph.length - CREDIT_LIMIT)
  const found = CREDIT.exec(paragraph.slice(offset))
  if (found === null) return paragraph.length
  return offset + found.index
}

const LONGEST_HEADLINE = { characters: 220, words: 28 } as const
const SMALL =
  /^(?:a|an|the|of|in|on|at|to|for|and|or|but|by|as|with|from|over|after|into|is|are|vs?|not|via|amid|up|than|per)$/i

/** Whether `line` is short and not closed as a sentence. */
export function looksLikeHeadline(line: string): boolean {
  if (line.length > LONGEST_HEADLINE.characters) return false
  if (!/\p{L}/u.test(line) || /[.…:;,。]["”’')\]]*$/u.test(line)) return false
  return line.split(/\s+/).length <= LONGEST_HEADLINE.words
}

/** Whether all words but the small ones are capitalised, and there are at least three. */
export function isTitleCase(line: string): boolean {
  const words = line.split(/\s+/).filter((word) => /\p{L}/u.test(word) && !SMALL.test(word))
  return words.length >= 3 && words.filter((word) => /^[^\p{L}]*\p{Lu}/u.test(word)).length >= words.length * 0.8
}
