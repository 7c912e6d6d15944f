/** Lines → paragraphs: what ends a line for want of room is joined again. */
import { type Line, median, type PageLayout } from './pieces.ts'

/** Between paragraphs there is more white than between lines, by this factor. */
const WIDER = 1.35
const OTHER_SIZE = 1.12
const INDENT = 0.8

interface Context {
  /** From line to line within a paragraph. */
  readonly leading: number
  readonly words: ReadonlySet<string>
}

/** @param pages without running heads */
export function paragraphsOf(pages: readonly PageLayout[]): string[] {
  const lines = pages.flatMap((page) => page.lines)
  const context: Context = { leading: leadingOf(pages), words: wordsIn(lines) }
  const paragraphs: string[] = []
  let last: Line | undefined
  for (const page of pages) {
    for (const [i, line] of page.lines.entries()) {
      const text = paragraphs.at(-1)
      if (
        text === undefined ||
        last === undefined ||
        startsParagraph(last, line, i === 0, context, text, page.lines, i)
      )
        paragraphs.push(line.text)
      else paragraphs[paragraphs.length - 1] = joined(text, line.text, context.words)
      last = line
    }
  }
  return paragraphs.map((text) => text.replaceAll('\u00AD', '').trim()).filter((text) => text !== '')
}

function startsParagraph(
  last: Line,
  line: Line,
  isFirst: boolean,
  { leading }: Context,
  text: string,
  lines: readonly Line[],
  i: number,
): boolean {
  const size = Math.max(last.size, line.size)
  const white = Math.max(leading, size * 1.2) * WIDER
  if (size / Math.min(last.size, line.size) > OTHER_SIZE && !continues(text, line)) return true
  const step = last.y - line.y
  // At the top of another column or page: a sentence that has not ended goes on.
  if (isFirst || step < -size || step > 6 * leading) return !continues(text, line)
  if (step > white) return !(/[-\u00AD]$/.test(last.text) && step < leading * 2)
  if (ENDED.test(last.text) && hadRoom(last, line, lines)) return true
  if (/^[•▪‣●○■–*]\s/.test(line.text)) return true
  const next = lines[i + 1]
  const isIndented = line.x - last.x > size * INDENT && (next === undefined || line.x - next.x > size * INDENT * 0.8)
  return isIndented && /[.!?…:”"’')\]]$/.test(last.text)
}

const ENDED = /[.!?…]["”’')\]]*$/

/** Whether the next word would have found room at the end of the line, so that the line ended because the paragraph did. */
function hadRoom(last: Line, { text, x, end }: Line, lines: readonly Line[]): boolean {
  const beside = lines.filter((line) => Math.abs(line.x - last.x) < last.size * 3)
  const edge = Math.max(...beside.map((line) => line.end))
  const word = ((end - x) / text.length) * (text.split(' ')[0]!.length + 1)
  return edge - last.end > word + last.size
}

/** Begins in small letters behind what ends no sentence. */
const continues = (text: string, { text: next }: Line): boolean =>
  /[-\u00AD]$/.test(text) || (!/[.!?…:]["”’)\]]*$/.test(text) && /^[\p{Ll}(“"‘]/u.test(next))

/**
 * A hyphen at the end of a line is one of the word (Anglo-|Varnian) or one for want of room (nego-|tiation): the word as it
 * stands elsewhere in the document tells, else how its parts look.
 */
function joined(text: string, next: string, words: ReadonlySet<string>): string {
  const [, before] = /(?:^|[\s(“"‘'/—–-])([\p{L}\p{N}’']*\p{L})[-\u00AD\u2010]$/u.exec(text) ?? []
  const [after] = /^[\p{L}’']+/u.exec(next) ?? []
  if (before === undefined || after === undefined) return `${text} ${next}`
  const bare = text.slice(0, -1)
  if (text.endsWith('\u00AD')) return bare + next
  const [one, two] = [(before + after).toLowerCase(), `${before}-${after}`.toLowerCase()]
  if (words.has(one)) return bare + next
  if (words.has(two) || /^\p{Lu}/u.test(after) || isCompound(before, after)) return text + next
  return bare + next
}

/** Heads of compounds that are written with a hyphen, and names. */
const isCompound = (before: string, after: string): boolean =>
  /^(ex|vice|anti|pro|non|self|co|pre|post|mid|ultra|semi|cross|long|short|high|low|well|so|war|two|three|four|five|state|all|half)$/i.test(
    before,
  ) ||
  (/^\p{Lu}/u.test(before) &&
    /^(led|backed|born|based|held|controlled|run|funded|made|style|era|speaking|occupied|allied|owned|aligned|brokered|mediated|sponsored)$/.test(
      after,
    ))

/** All words that stand within lines, with and without hyphens. */
function wordsIn(lines: readonly Line[]): ReadonlySet<string> {
  const words = new Set<string>()
  for (const { text } of lines)
    for (const [word] of text.replace(/[-\u00AD]$/, '').matchAll(/\p{L}+(?:[-’']\p{L}+)*/gu))
      words.add(word.toLowerCase())
  return words
}

/** The most usual step from one line down to the next. */
function leadingOf(pages: readonly PageLayout[]): number {
  const steps = pages.flatMap(({ lines }) =>
    lines.flatMap((line, i) => {
      const step = i === 0 ? 0 : lines[i - 1]!.y - line.y
      return step > 0 && step < line.size * 3 ? [Math.round(step * 2) / 2] : []
    }),
  )
  return median(steps) || 12
}
