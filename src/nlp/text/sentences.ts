import type { Span } from '../../model/span.ts'
import type { Sentence } from '../analysis.ts'
import { findBoundaries } from './boundaries.ts'
import { type Effort, trim } from './characters.ts'
import { creditStart, datelineLength, isByline, isTitleCase, looksLikeHeadline } from './headings.ts'
import { splitParagraphs } from './paragraphs.ts'

export interface RawSentence extends Span {
  readonly form: Sentence['form']
  /** Ordinal of the paragraph, from 0. */
  readonly paragraph: number
}

/**
 * The sentences of the passage `within`, in order of reading.
 *
 * Headlines, crossheads, bylines and datelines are sentences of their own and say so. Quotations are cut at the sentences
 * inside them. Sentences are trimmed, never empty and never overlap; every letter and digit of the passage is in one.
 *
 * @param within offsets in UTF-16 code units into `text`, as are those of the result
 * @param effort counts the characters that were looked at
 */
export function splitSentences(text: string, within: Span, effort?: Effort): readonly RawSentence[] {
  const paragraphs = splitParagraphs(text, within)
  return paragraphs.flatMap((span, paragraph) => {
    const words = text.slice(span.start, span.end)
    const isFirst = paragraph === 0
    const parts = readParagraph(words, isFirst, paragraphs.length > 1, effort)
    return parts.map(({ start, end, form }) => ({ start: span.start + start, end: span.start + end, form, paragraph }))
  })
}

type Part = Omit<RawSentence, 'paragraph'>

function readParagraph(words: string, isFirst: boolean, hasMore: boolean, effort: Effort | undefined): readonly Part[] {
  if (effort !== undefined) effort.steps += words.length
  if (isByline(words) || creditStart(words) === 0) return [{ start: 0, end: words.length, form: 'dateline' }]
  if (isHeadline(words, isFirst, hasMore)) return [{ start: 0, end: words.length, form: 'headline' }]
  const parts: Part[] = []
  const add = (from: number, to: number, form: RawSentence['form']): void => {
    const span = trim(words, from, to)
    if (span.end > span.start) parts.push({ ...span, form })
  }
  const dateline = datelineLength(words)
  const credit = Math.max(dateline, creditStart(words))
  add(0, dateline, 'dateline')
  let from = dateline
  for (const end of findBoundaries(words.slice(dateline, credit), effort)) {
    add(from, dateline + end, 'prose')
    from = dateline + end
  }
  add(credit, words.length, 'dateline')
  return parts
}

/**
 * A line of its own that is not closed as a sentence; only the first may be a question or, in capitals, hold a full stop
 * ("U.S. To Send Aid").
 */
function isHeadline(words: string, isFirst: boolean, hasMore: boolean): boolean {
  if (!looksLikeHeadline(words)) return false
  if (/[!?]["”’')\]]*$/u.test(words) && !(isFirst && hasMore)) return false
  if (isFirst && isTitleCase(words)) return true
  return findBoundaries(words).length === 1
}
