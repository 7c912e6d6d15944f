import { describe, expect, test } from 'vitest'
import { findQuantities } from '../../../src/nlp/text/numbers.ts'
import { parsed } from './parsed.ts'

/** Expected: words = least..most, "~" where they are inexact, nothing behind ".." where there is no limit. */
const TABLE: readonly (readonly [text: string, expected: string])[] = [
  ['A strike wounded six people.', 'six=6..6'],
  ['At least 501 people were killed.', 'At least 501=501..'],
  ['Dozens were arrested in the city of Lorvan.', 'Dozens=24..~'],
  ['More than 40 residential buildings burned.', 'More than 40=40..'],
  ['Between 10 and 12 soldiers died.', 'Between 10 and 12=10..12'],
  ['10 to 12 soldiers died.', '10 to 12=10..12'],
  ['10-12 people died.', '10-12=10..12'],
  ['Two or three men were seen.', 'Two or three=2..3'],
  ['Between 2 and 3 million people fled.', 'Between 2 and 3 million=2000000..3000000'],
  ['A dozen men fled.', 'A dozen=12..12~'],
  ['Half a dozen men fled.', 'Half a dozen=6..6~'],
  ['A few dozen protesters came.', 'A few dozen=24..~'],
  ['Several thousand people died.', 'Several thousand=2000..~'],
  ['Police detained a couple of men.', 'a couple of=2..2~'],
  ['The army launched two missiles and 138 drones.', 'two=2..2; 138=138..138'],
  ['1,200 homes burned.', '1,200=1200..1200'],
  ['1.5 million people fled.', '1.5 million=1500000..1500000'],
  ['Half a million people were displaced.', 'Half a million=500000..500000~'],
  ['Two hundred and fifty people died.', 'Two hundred and fifty=250..250'],
  ['Twenty-five guards were killed.', 'Twenty-five=25..25'],
  ['Hundreds of thousands marched.', 'Hundreds of thousands=200000..~'],
  ['Tens of thousands fled.', 'Tens of thousands=20000..~'],
  ['Up to 30 people were hurt.', 'Up to 30=1..30'],
  ['As many as 70 were injured and two killed.', 'As many as 70=1..70; two=2..2'],
  ['Fewer than 10 people came.', 'Fewer than 10=1..9'],
  ['20 or more people were hurt.', '20 or more=20..'],
  ['Nearly 300 people, including 12 children, drowned.', 'Nearly 300=300..300~; 12=12..12'],
  ['Some 890,000 people voted.', 'Some 890,000=890000..890000~'],
  ['Another six people were hurt.', 'Another six=6..6'],
  ['There were no casualties.', 'no=0..0'],
  ['None of the passengers survived.', 'None=0..0'],
  ['On Dec. 4 three people died.', 'three=3..3'],
  ['F-16 jets hit 3 targets.', '3=3..3'],
  ['The Boeing 737 carried 180 passengers.', '180=180..180'],
  ['Resolution 1701 was adopted by 14 votes.', '14=14..14'],
  ['The 2014 protests killed 100 people.', '100=100..100'],
  // no counts at all
  ['Two thirds of voters agreed.', ''],
  ['One third of the town burned.', ''],
  ['He finished third in 2014.', ''],
  ['A 68-year-old woman was wounded.', ''],
  ['Mira Solt, 68, was elected.', ''],
  ['A boy aged 5 died.', ''],
  ['The talks at 5 p.m. lasted five hours.', ''],
  ['He served three and a half years.', ''],
  ['About 20 percent voted.', ''],
  ['It was 10:30 on 5 May 2014.', ''],
  ['It cost $15 billion and 30 euros.', ''],
  ['The Group of 20 met.', ''],
  ['The 28-member bloc met.', ''],
]

describe('counts', () => {
  test.each(TABLE)('%s', (text, expected) => {
    const found = findQuantities(parsed(text)).map(
      (q) => `${q.text}=${q.min}..${q.max ?? ''}${q.approximate ? '~' : ''}`,
    )
    expect(found.join('; ')).toBe(expected)
  })

  test('say which tokens they are', () => {
    const { tokens } = parsed('At least 501 people were killed.')
    expect(findQuantities(parsed('At least 501 people were killed.')).map(({ from, to }) => [from, to])).toEqual([
      [0, 3],
    ])
    expect(tokens.slice(0, 3).map(({ form }) => form)).toEqual(['At', 'least', '501'])
  })
})
