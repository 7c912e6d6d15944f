import { expect, test } from 'vitest'
import { firstDay, lastDay, parseCivilDate } from '../../../src/model/date.ts'

test.each([
  ['2031-03-04', '2031-03-04', '2031-03-04'],
  ['2031-02', '2031-02-01', '2031-02-28'],
  ['2032-02', '2032-02-01', '2032-02-29'],
  ['2031-12', '2031-12-01', '2031-12-31'],
  ['2031', '2031-01-01', '2031-12-31'],
])('%s lasts from %s to %s', (text, first, last) => {
  const date = parseCivilDate(text)!
  expect([firstDay(date), lastDay(date)]).toEqual([first, last])
})
