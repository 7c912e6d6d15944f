/** What stands at the head or foot of page after page (titles, numbers of pages) is no part of the text. */
import { type Line, median, type PageLayout } from './pieces.ts'

/** Of the height of the page, at both ends. */
const MARGIN = 0.12
const MOST_LINES = 3
const LARGER = 1.3

export function withoutRunningHeads(pages: readonly PageLayout[]): PageLayout[] {
  const counts = new Map<string, number>()
  for (const page of pages)
    for (const words of new Set(atEnds(page).map(wordsOf))) counts.set(words, (counts.get(words) ?? 0) + 1)
  const often = Math.max(2, Math.ceil(pages.length * 0.3))
  const isOften = (line: Line): boolean => pages.length > 1 && (counts.get(wordsOf(line)) ?? 0) >= often
  const ofChapters = headsOfChapters(pages)
  return pages.map((page) => {
    const ends = new Set(atEnds(page))
    const lines = page.lines.filter(
      (line) => !ends.has(line) || !(isPageNumber(line.text) || isOften(line) || ofChapters.has(line)),
    )
    return { ...page, lines }
  })
}

/** Pages on the left and on the right have heads of their own. */
const NEAR = 2

/** Lines at the same height of neighbouring pages, each the outermost, that say the same: the title of a chapter, with the page. */
function headsOfChapters(pages: readonly PageLayout[]): ReadonlySet<Line> {
  const outermost = pages.map((page) => atEnds(page).filter((line) => isOutermost(line, page)))
  const isSame = (a: Line, b: Line): boolean => Math.abs(a.y - b.y) < 1 && wordsOf(a) === wordsOf(b)
  const heads = new Set<Line>()
  for (const [i, lines] of outermost.entries())
    for (const line of lines)
      for (const other of outermost.slice(i + 1, i + 1 + NEAR).flat())
        if (isSame(line, other)) heads.add(line).add(other)
  // A chapter of two pages has its head once: at the height of the others, with the number of the page.
  const heights = [...heads].map(({ y }) => y)
  for (const line of outermost.flat())
    if (/^\d{1,4}\s|\s\d{1,4}$/.test(line.text) && heights.some((y) => Math.abs(y - line.y) < 1)) heads.add(line)
  return heads
}

const isOutermost = ({ y }: Line, { lines }: PageLayout): boolean =>
  lines.every((line) => line.y <= y + 1) || lines.every((line) => line.y >= y - 1)

/** The outermost lines that lie in the margins; a title in large letters is none of them, though the heads repeat it. */
function atEnds({ lines, height }: PageLayout): readonly Line[] {
  const down = lines.toSorted((a, b) => b.y - a.y)
  const usual = median(lines.map(({ size }) => size))
  const isIn = ({ y, size }: Line): boolean =>
    (y > height * (1 - MARGIN) || y < height * MARGIN) && size < usual * LARGER
  return [...down.slice(0, MOST_LINES), ...down.slice(-MOST_LINES)].filter(isIn)
}

/** Numbers change from page to page. */
const wordsOf = ({ text }: Line): string =>
  text
    .toLowerCase()
    .replace(/\d+|\b[ivxlc]+\b/g, '#')
    .replace(/\s+/g, ' ')

const isPageNumber = (text: string): boolean =>
  /^(?:[-–—·|]\s*)?(?:page\s+|p\.\s*)?(?:\d{1,4}|[ivxlc]{1,7})(?:\s*(?:of|\/)\s*\d{1,4})?(?:\s*[-–—·|])?$/i.test(text)
