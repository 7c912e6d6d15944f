/** When it happened: the day of the event, reckoned from the day of publication and the direction that tense tells. */
import { describe, expect, it } from 'vitest'
import { events, readAmong } from './support.ts'

/** Published on Thursday, 4 December 2031. */
const ROWS: readonly (readonly [text: string, line: string])[] = [
  ['Oskar Drell met Lucan Bereti on Tuesday.', 'meeting 2031-12-02'],
  ['Oskar Drell met Lucan Bereti yesterday.', 'meeting 2031-12-03'],
  ['On Wednesday, Oskar Drell met Lucan Bereti.', 'meeting 2031-12-03'],
  ['Oskar Drell met Lucan Bereti on December 1.', 'meeting 2031-12-01'],
  ['Oskar Drell met Lucan Bereti on 2 December 2031.', 'meeting 2031-12-02'],
  ['Oskar Drell met Lucan Bereti on June 3.', 'meeting 2031-06-03'],
  ['Oskar Drell met Lucan Bereti last week.', 'meeting 2031-11-24..2031-11-30'],
  ['Oskar Drell met Lucan Bereti in November.', 'meeting 2031-11'],
  ['Oskar Drell met Lucan Bereti in 2029.', 'meeting 2029'],
  ['Oskar Drell met Lucan Bereti.', 'meeting'],
  ['Oskar Drell will meet Lucan Bereti on Monday.', 'meeting 2031-12-08 [planned]'],
  ['Oskar Drell will meet Lucan Bereti tomorrow.', 'meeting 2031-12-05 [planned]'],
  ['Oskar Drell meets Lucan Bereti on Saturday.', 'meeting 2031-12-06 [planned]'],
  ['Three people were killed in an attack on Dellin on Monday.', 'attack 2031-12-01 in Dellin killed 3'],
]

describe('the day of an event', () => {
  it.each(ROWS)('%s', (text, line) => {
    expect(events(readAmong(text))).toEqual([line])
  })

  it('moves with the day of publication', () => {
    expect(events(readAmong('Oskar Drell met Lucan Bereti on Tuesday.', { date: '2031-03-20' }))).toEqual([
      'meeting 2031-03-18',
    ])
  })

  it('is reckoned from the day told before', () => {
    expect(events(readAmong('Oskar Drell visited Keldavia on Monday. He met Lucan Bereti the next day.'))).toEqual([
      'visit 2031-12-01 in Keldavia',
      'meeting 2031-12-02',
    ])
  })

  it('stays open where the day of publication is unknown, but for dates in full', () => {
    const read = (text: string) => events(readAmong(text, { date: null }))
    expect(read('Oskar Drell met Lucan Bereti on Tuesday.')).toEqual(['meeting'])
    expect(read('Oskar Drell met Lucan Bereti on 2 December 2031.')).toEqual(['meeting 2031-12-02'])
  })
})
