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
  return pages.map((page) => {
    const ends = new Set(atEnds(page))
    const lines = page.lines.filter(
      (line) =>
        !ends.has(line) ||
        !(isPageNumber(line.text) || (pages.length > 1 && (counts.get(wordsOf(line)) ?? 0) >= often)),
    )
    return { ...page, lines }
  })
}

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
