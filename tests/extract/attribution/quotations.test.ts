/** Passages between quotation marks. */
import { describe, expect, it } from 'vitest'
import { findQuotations } from '../../../src/extract/attribution/quotations.ts'
import { treesOf } from './support.ts'

const quotationsOf = (text: string, clausal = true): readonly string[] =>
  findQuotations(treesOf(text))
    .filter((quotation) => quotation.clausal === clausal)
    .map(({ start, end }) => text.slice(start, end))

const ROWS: readonly (readonly [text: string, ...quotations: string[]])[] = [
  ['He said: “It rains.” She left.', '“It rains.”'],
  ['He said: "It rains." She said: "It does."', '"It rains."', '"It does."'],
  ["He said, ''It rains.'' She left.", "''It rains.''"],
  ['“It rains. We are wet,” he said.', '“It rains. We are wet,”'],
  // every paragraph of a long quotation opens anew, the last one alone closes
  ['“It rains. We are wet.\n\n“It has rained all week.”', '“It rains. We are wet.', '“It has rained all week.”'],
  // a forgotten mark does not swallow the rest of the paragraph
  ['He said: “It rains. She left the town.\n\nNobody came.', '“It rains.'],
  ['He said: “It rains. She left the town.', '“It rains.'],
  ['The rope is 5" long.'],
]

describe('quotations', () => {
  it.each(ROWS)('%s', (text, ...quotations) => {
    expect(quotationsOf(text)).toEqual(quotations)
  })

  it('of single words are no clauses', () => {
    expect(quotationsOf('The so-called “plan” failed.')).toEqual([])
    expect(quotationsOf('The so-called “plan” failed.', false)).toEqual(['“plan”'])
  })
})
