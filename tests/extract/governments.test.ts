/** Capitals and adjectives that mean a government, and capitals that mean a city. */
import { describe, expect, it } from 'vitest'
import { deeds, readText } from './support.ts'

const ROWS: readonly (readonly [text: string, lines: readonly string[]])[] = [
  ['Moscow accused Kyiv of lying.', ['Russia accused Ukraine']],
  ['Berlin accused Moscow of lying.', ['Germany accused Russia']],
  ['London expelled three Russian diplomats.', ['United Kingdom expelled Russia']],
  ['The U.S. government expelled two Russian diplomats.', ['United States expelled Russia']],
  ['Paris and Berlin signed an agreement.', ['France agreed_with Germany']],
  ['Oskar Drell called on Kyiv to release the crew.', ['Oskar Drell requested Ukraine']],
  ['Varnia’s premier, Oskar Drell, appealed to Moscow for help.', ['Oskar Drell requested Russia']],
  ['Oskar Drell arrived in Moscow.', ['Oskar Drell visited Moscow']],
  ['Oskar Drell travelled to Rome on Monday.', ['Oskar Drell visited Rome']],
  ['The mayor of Paris, Ilse Carrow, met Oskar Drell.', ['Ilse Carrow met_with Oskar Drell']],
  ['Russian troops shelled Dellin.', ['Russia struck Dellin']],
]

it.each(ROWS)('%s', (text, lines) => {
  expect(deeds(readText(text))).toEqual(lines)
})

describe('a capital that is only a place', () => {
  it.each(['Oskar Drell was born in Warsaw.', 'Oskar Drell slept in Paris.', 'It rained in Moscow and London.'])(
    '%s',
    (text) => {
      expect(readText(text).entities.filter(({ type }) => type === 'country')).toEqual([])
    },
  )
})
