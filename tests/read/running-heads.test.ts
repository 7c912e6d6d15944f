/** Heads and feet of pages, which are no part of what the pages say. */
import { expect, test } from 'vitest'
import type { Line, PageLayout } from '../../src/read/pdf/pieces.ts'
import { withoutRunningHeads } from '../../src/read/pdf/running-heads.ts'

const line = (text: string, y: number): Line => ({ text, x: 60, end: 60 + text.length * 5, y, size: 10 })
const BODY = ['The envoys met in Karsholm.', 'They spoke of the river.', 'They will meet again.']
const page = (head: string | undefined, foot?: string, body = BODY): PageLayout => ({
  height: 800,
  lines: [
    ...(head === undefined ? [] : [line(head, 770)]),
    ...body.map((text, i) => line(text, 700 - 14 * i)),
    ...(foot === undefined ? [] : [line(foot, 30)]),
  ],
})
const left = (pages: readonly PageLayout[]): string[][] =>
  withoutRunningHeads(pages).map(({ lines }) => lines.map(({ text }) => text))

/** Chapters of a long report: each has its head on few pages, on its first page none. */
const chapters = (...lengths: readonly number[]): PageLayout[] => {
  let number = 0
  return lengths.flatMap((length, chapter) =>
    Array.from({ length }, (_, i) => {
      number++
      return page(
        i === 0
          ? undefined
          : `Chapter ${chapter + 1}: ${['Talks', 'Rivers', 'Borders', 'Trade'][chapter % 4]} ${number}`,
      )
    }),
  )
}

test.each<[string, PageLayout[]]>([
  ['of the whole', [page('Northern Review', '1'), page('Northern Review', '2'), page('Northern Review', '3')]],
  ['of chapters', chapters(4, 5, 4, 6, 4, 5)],
  ['of a chapter of two pages, where others are longer', chapters(4, 2, 5, 4, 6)],
  ['on the left and on the right', [1, 2, 3, 4, 5, 6].map((n) => page(n % 2 ? `Talks ${n}` : `${n} The Review`))],
])('heads %s are dropped', (_, pages) => {
  for (const lines of left(pages)) expect(lines).toEqual(BODY)
})

test.each<[string, PageLayout[]]>([
  [
    'a line that stands at the head of one page only',
    [page('Envoys meet', '1'), page(undefined, '2'), page(undefined, '3')],
  ],
  [
    'what is said twice, far from each other',
    [page('No talks in 2031'), ...Array.from({ length: 8 }, () => page(undefined)), page('No talks in 2031')],
  ],
  ['a text of one page', [page('Envoys meet', undefined)]],
])('%s stays', (_, pages) => {
  expect(left(pages).map((lines) => lines.filter((text) => !BODY.includes(text)))).toEqual(
    pages.map(({ lines }) =>
      lines.map(({ text }) => text).filter((text) => !BODY.includes(text) && !/^\d$/.test(text)),
    ),
  )
})
