import { afterEach, describe, expect, test } from 'vitest'
import { addDays, type CivilDate, parseCivilDate } from '../../../src/model/date.ts'
import { findTimes } from '../../../src/nlp/text/times.ts'
import { parsed } from './parsed.ts'

const day = (text: string): CivilDate => parseCivilDate(text)!
/** A Thursday. */
const PUBLISHED = day('2025-12-04')
const NARRATED = day('2025-11-20')

const read = (text: string, published: CivilDate | null = PUBLISHED, narrated: CivilDate | null = null): string =>
  findTimes(parsed(text), { published, narrated })
    .map(({ text: words, date, endDate }) => `${words}=${date ?? '?'}${endDate === null ? '' : `/${endDate}`}`)
    .join('; ')

/** Told from the day of publication, in the direction of the tense. */
const FROM_PUBLICATION: readonly (readonly [text: string, expected: string])[] = [
  ['He met her on Tuesday.', 'Tuesday=2025-12-02'],
  ['The talks will begin on Tuesday.', 'Tuesday=2025-12-09'],
  ['They are scheduled to meet in Lorvan later Thursday.', 'Thursday=2025-12-04'],
  ["Thursday's election was calm.", 'Thursday=2025-12-04'],
  ['He spoke last Tuesday.', 'last Tuesday=2025-12-02'],
  ['He will speak next Thursday.', 'next Thursday=2025-12-11'],
  ['He plans to visit Lorvan on Saturday.', 'Saturday=2025-12-06'],
  ['She agreed Monday to meet him on Friday.', 'Monday=2025-12-01; Friday=2025-12-05'],
  ['She said on Thursday that he would come on Monday.', 'Thursday=2025-12-04; Monday=2025-12-08'],
  ['Talks begin Monday.', 'Monday=2025-12-08'],
  ["Wednesday's attack adds to the tension.", 'Wednesday=2025-12-03'],
  ['Envoy Solt Meets King in Lorvan Monday', 'Monday=2025-12-01'],
  ['Envoy Solt to Meet King on Monday', 'Monday=2025-12-08'],
  ['The vote is due on Sunday.', 'Sunday=2025-12-07'],
  ['The summit will run Monday to Wednesday.', 'Monday to Wednesday=2025-12-08/2025-12-10'],
  ['On Wednesday night a bomb went off.', 'Wednesday night=2025-12-03'],
  ['Shelling continued overnight into Thursday.', 'overnight into Thursday=2025-12-04'],
  ['They launched drones at the city overnight.', 'overnight=2025-12-04'],
  ['He left yesterday.', 'yesterday=2025-12-03'],
  ['He said so today.', 'today=2025-12-04'],
  ['She will come tomorrow.', 'tomorrow=2025-12-05'],
  ['They meet next week.', 'next week=2025-12-08/2025-12-14'],
  ['Earlier this week he resigned.', 'Earlier this week=2025-12-01/2025-12-04'],
  ['They met over the weekend.', 'the weekend=2025-11-29/2025-11-30'],
  ['He resigned last month.', 'last month=2025-11'],
  ['Last year it rained.', 'Last year=2024'],
  ['Next year it will not rain.', 'Next year=2026'],
  ['On June 3 he was killed.', 'June 3=2025-06-03'],
  ['He has ruled since March.', 'March=2025-03'],
  ['He will return in March.', 'March=2026-03'],
  ['An accord signed in June sets the terms.', 'June=2025-06'],
  ['Results would be revealed on December 21, he announced.', 'December 21=2025-12-21'],
  ['That is more than in July of last year.', 'July of last year=2024-07'],
  ['The fair ran from 3 to 5 May.', '3 to 5 May=2025-05-03/2025-05-05'],
  ['The fair on May 3-5 was cancelled.', 'May 3-5=2025-05-03/2025-05-05'],
  ['From Nov. 28 to Dec. 2 they met.', 'Nov. 28 to Dec. 2=2025-11-28/2025-12-02'],
  ['On the night of 3-4 May it rained.', 'night of 3-4 May=2025-05-03/2025-05-04'],
  ['In mid-July it burned.', 'mid-July=2025-07'],
  ['Two weeks ago he resigned.', 'Two weeks ago=2025-11-20'],
  ['Three months ago he resigned.', 'Three months ago=2025-09'],
  ['Two years ago he resigned.', 'Two years ago=2023'],
]

/** Told whole: these need no day of publication. */
const WHOLE: readonly (readonly [text: string, expected: string])[] = [
  ['It was signed on 3 June 2014.', '3 June 2014=2014-06-03'],
  ['It was signed on June 3, 2014.', 'June 3, 2014=2014-06-03'],
  ['Early on Friday, May 5, 2017, he fled.', 'Friday, May 5, 2017=2017-05-05'],
  ['It happened on 2025-11-30.', '2025-11-30=2025-11-30'],
  ['He died in December 2016.', 'December 2016=2016-12'],
  ['He was elected in 2014.', '2014=2014'],
  ['In the 1967 war it fell.', '1967=1967'],
  ['Between 1999 and 2004 he was mayor.', '1999 and 2004=1999/2004'],
  ['The 1990s were hard.', '1990s=1990/1999'],
]

/** Told from the day last spoken of. */
const FROM_NARRATED: readonly (readonly [text: string, expected: string])[] = [
  ['He was hurt the previous day.', 'the previous day=2025-11-19'],
  ['A day earlier a bomb exploded.', 'A day earlier=2025-11-19'],
  ['That day he fell.', 'That day=2025-11-20'],
  ['The next day he died.', 'The next day=2025-11-21'],
  ['Two days later he was buried.', 'Two days later=2025-11-22'],
]

const NONE = [
  'He may resign.',
  'Prime Minister Ansa May met him.',
  'He was hurt the day before the vote.',
  'He told Lorvan Today about it.',
  'A strike wounded six people.',
  'A 68-year-old woman was wounded.',
]

describe('times', () => {
  test.each(FROM_PUBLICATION)('%s', (text, expected) => {
    expect(read(text)).toBe(expected)
  })

  test.each(FROM_PUBLICATION)('%s (unresolved without a day of publication)', (text, expected) => {
    expect(read(text, null)).toBe(expected.replace(/=[\d/-]+/g, '=?'))
  })

  test.each(WHOLE)('%s', (text, expected) => {
    expect(read(text, null)).toBe(expected)
    expect(read(text)).toBe(expected)
  })

  test.each(FROM_NARRATED)('%s', (text, expected) => {
    expect(read(text, PUBLISHED, NARRATED)).toBe(expected)
  })

  test('look back from publication where no other day was told, but never ahead', () => {
    expect(read('He was hurt the previous day.')).toBe('the previous day=2025-12-03')
    expect(read('The next day he died.')).toBe('The next day=?')
  })

  test.each(NONE)('%s (none)', (text) => {
    expect(read(text)).toBe('')
  })

  test('leave a day that is in no calendar open', () => {
    expect(read('He was born on February 30.')).toBe('February 30=?')
  })

  test('go over the end of a year', () => {
    expect(read('He met her on Tuesday.', day('2026-01-01'))).toBe('Tuesday=2025-12-30')
    expect(read('Results would be revealed on December 21, he announced.', day('2025-12-28'))).toBe(
      'December 21=2026-12-21',
    )
    expect(read('He resigned last month.', day('2026-01-15'))).toBe('last month=2025-12')
    expect(read('Two weeks ago he resigned.', day('2024-03-10'))).toBe('Two weeks ago=2024-02-25')
  })

  test('find a weekday within a week, whatever the day of publication', () => {
    for (let published = day('2024-02-20'); published < '2024-03-20'; published = addDays(published, 1)) {
      const past = findTimes(parsed('He met her on Tuesday.'), { published, narrated: null })[0]!.date!
      const future = findTimes(parsed('The talks will begin on Tuesday.'), { published, narrated: null })[0]!.date!
      expect(new Date(`${past}T00:00:00Z`).getUTCDay()).toBe(2)
      expect(past <= published && past >= addDays(published, -6)).toBe(true)
      expect(future >= published && future <= addDays(published, 6)).toBe(true)
    }
  })
})

describe('times in any time zone', () => {
  const before = process.env['TZ']
  afterEach(() => {
    if (before === undefined) delete process.env['TZ']
    else process.env['TZ'] = before
  })

  test.each(['Pacific/Kiritimati', 'America/Los_Angeles', 'Asia/Kolkata'])('%s', (zone) => {
    process.env['TZ'] = zone
    expect(new Date(2025, 0, 1).getTimezoneOffset()).not.toBe(0)
    for (const [text, expected] of FROM_PUBLICATION) expect(read(text)).toBe(expected)
    for (const [text, expected] of FROM_NARRATED) expect(read(text, PUBLISHED, NARRATED)).toBe(expected)
  })
})
