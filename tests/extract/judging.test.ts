/** Who judges, demands or announces a deed has no part in it. */
import { describe, expect, test } from 'vitest'
import { deeds, readAmong } from './support.ts'

describe('speaking of a deed', () => {
  test.each([
    'Oskar Drell condemned the attack on Keldavia.',
    'Oskar Drell welcomed the arrest of Lucan Bereti.',
    'Oskar Drell demanded the release of Pavo Linsk.',
  ])('is not doing it: %s', (text) => {
    const told = deeds(readAmong(text)).filter((line) => /struck|arrested|released/.test(line))
    expect(told.filter((line) => line.startsWith('Oskar Drell'))).toEqual([])
  })

  test('is taking part where it is talks', () => {
    expect(deeds(readAmong('Oskar Drell announced talks with Lucan Bereti.')).join('\n')).toMatch(/negotiated_with/)
  })
})
