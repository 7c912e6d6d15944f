import type { Span } from '../../model/span.ts'
import { separates, trim } from './characters.ts'

const LINE_BREAK = /\r\n|[\n\r\u2028\u2029]/g
const ENDS_SENTENCE = /[.!?…。！？:][”’"')\]»]*$/u
/** Columns at which mail programs and agencies break lines. */
const WRAPPED = { shortest: 45, longest: 100 } as const

/** The lines of `within` that carry text, trimmed, each with the number of empty lines before it. */
function lines(text: string, within: Span): { readonly span: Span; readonly gap: boolean }[] {
  const found: { span: Span; gap: boolean }[] = []
  const body = text.slice(within.start, within.end)
  let [from, gap] = [0, false]
  const push = (to: number): void => {
    const span = trim(body, from, to)
    if (span.start === span.end) gap = true
    else {
      found.push({ span: { start: within.start + span.start, end: within.start + span.end }, gap })
      gap = false
    }
  }
  for (const line of body.matchAll(LINE_BREAK)) {
    push(line.index)
    from = line.index + line[0].length
  }
  push(body.length)
  return found
}

/** Whether the lines of a block were broken by a program at a fixed column rather than by the writer. */
function isWrapped(text: string, block: readonly Span[]): boolean {
  const broken = block.slice(0, -1)
  if (broken.length < 2) return false
  const fits = broken.every((line) => {
    const columns = line.end - line.start
    return columns >= WRAPPED.shortest && columns <= WRAPPED.longest
  })
  const open = broken.filter((line) => !endsSentence(text, line)).length
  return fits && open * 2 > broken.length
}

const endsSentence = (text: string, line: Span): boolean =>
  ENDS_SENTENCE.test(text.slice(Math.max(line.start, line.end - 6), line.end))

/** A line goes on in the next where it stops in mid-sentence and the next begins in lower case. */
const goesOn = (text: string, line: Span, next: Span): boolean =>
  !endsSentence(text, line) && /^\p{Ll}/u.test(text.slice(next.start, next.start + 2)) && !isCredit(text, next)

/** Initials of the desk at the foot of a report: "ab/cd (AFP, Reuters)". */
const isCredit = (text: string, line: Span): boolean =>
  /^\p{L}{1,5}\s?[/,]\s?\p{L}{1,5}\b/u.test(text.slice(line.start, line.start + 20)) && line.end - line.start < 60

/**
 * The paragraphs of a text in order, trimmed, in UTF-16 code units. A line break ends a paragraph unless it merely wraps a
 * line: in mid-sentence before a lower-case word, or within a block of lines of about one width.
 */
export function splitParagraphs(text: string, within: Span): readonly Span[] {
  const paragraphs: Span[] = []
  let block: Span[] = []
  const close = (): void => {
    const wrapped = isWrapped(text, block)
    let previous: Span | undefined
    for (const line of block) {
      if (previous !== undefined && (wrapped || goesOn(text, previous, line))) {
        paragraphs[paragraphs.length - 1] = { start: paragraphs.at(-1)!.start, end: line.end }
      } else paragraphs.push(line)
      previous = line
    }
    block = []
  }
  for (const { span, gap } of lines(text, within)) {
    if (gap) close()
    block.push(span)
  }
  close()
  return paragraphs.map((paragraph) => withoutBullet(text, paragraph))
}

/** A list mark at the beginning of a line is no part of its sentence. */
function withoutBullet(text: string, paragraph: Span): Span {
  const mark = /^(?:[•‣▪◦●■►–*·]|-(?!-))(?=[\s\p{L}\p{N}“"])/u.exec(text.slice(paragraph.start, paragraph.start + 4))
  if (mark === null) return paragraph
  let start = paragraph.start + mark[0].length
  while (start < paragraph.end && separates(text, start)) start++
  return start === paragraph.end ? paragraph : { start, end: paragraph.end }
}
