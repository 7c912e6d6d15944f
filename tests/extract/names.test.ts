/** Names as strings. */
import { describe, expect, it } from 'vitest'
import {
  acronyms,
  displayName,
  distance,
  foldName,
  isAcronym,
  isDerivedFrom,
  isShortFor,
  isVariant,
  surname,
} from '../../src/extract/names.ts'

describe('foldName', () => {
  it.each([
    ['The Northern Bank', 'northern bank'],
    ['Sæl Ørn’s', 'sæl ørn'],
    ["Drell's", 'drell'],
    ['Molnics’', 'molnics'],
    ['Žana   Čapék', 'zana capek'],
    ['  Drell ', 'drell'],
    ['', ''],
  ])('%j → %j', (name, folded) => {
    expect(foldName(name)).toBe(folded)
  })
})

describe('displayName', () => {
  it.each([
    ['the Northern Bank', 'Northern Bank'],
    ["Drell's", 'Drell'],
    ['Molnics’', 'Molnics'],
    ['Oskar\n  Drell', 'Oskar Drell'],
    ['The', 'The'],
  ])('%j → %j', (name, shown) => {
    expect(displayName(name)).toBe(shown)
  })
})

describe('surname', () => {
  it.each([
    ['Oskar Drell', 'drell'],
    ['Drell', 'drell'],
    ['Oskar J. Drell', 'drell'],
    ['Ursel von der Marn', 'von der marn'],
    ['Jean de la Torre', 'de la torre'],
    ['Oskar Drell Jr.', 'drell'],
    ['Ulmar Drell III', 'drell'],
    ['Tarik bin Sennar', 'bin sennar'],
    ['Abu Sennar', 'sennar'],
    ['', ''],
  ])('%j → %j', (name, expected) => {
    expect(surname(name)).toBe(expected)
  })
})

describe('isShortFor', () => {
  it.each([
    ['Drell', 'Oskar Drell'],
    ['Oskar', 'Oskar Drell'],
    ['Marn', 'Ursel von der Marn'],
    ['von der Marn', 'Ursel von der Marn'],
    ['Oskar Drell', 'Oskar J. Drell'],
    ['Oskar Drell', 'Oskar Jan Maria Drell'],
    ['DRELL', 'Oskar Drell'],
    ['Čapek', 'Zana Capek'],
  ])('%j may stand for %j', (short, full) => {
    expect(isShortFor(short, full)).toBe(true)
  })

  it.each([
    ['Oskar Drell', 'Oskar Drell'],
    ['Oskar Drell', 'Drell'],
    ['Anton Drell', 'Oskar J. Drell'],
    ['Dre', 'Oskar Drell'],
    ['Jan', 'Oskar Jan Drell'],
    ['', 'Oskar Drell'],
  ])('%j may not stand for %j', (short, full) => {
    expect(isShortFor(short, full)).toBe(false)
  })
})

describe('isVariant', () => {
  it.each([
    ['Mahmoud Sennar', 'Mahmud Sennar'],
    ['Oskar Molnikow', 'Oskar Molnikov'],
  ])('%j and %j are spellings of one', (one, other) => {
    expect(isVariant(one, other)).toBe(true)
    expect(isVariant(other, one)).toBe(true)
  })

  it.each([
    ['Oskar Drell', 'Oskar Drell'],
    ['Oskar Drell', 'Oskar Prell'],
    ['Oskar Marn', 'Oskar Morn'],
    ['Oskar Molnik', 'Anton Molnik'],
    ['Molnikow', 'Molnikov'],
    ['Oskar Molnikow', 'Ostar Molnikov'],
    ['Oskar Molnik', 'Oskar Jan Molnik'],
  ])('%j and %j are two names', (one, other) => {
    expect(isVariant(one, other)).toBe(false)
  })
})

describe('acronyms', () => {
  it.each([
    ['International River Agency', ['IRA']],
    ['Office of Northern Trade', ['ONT', 'OONT']],
    ['the Bank of Varnia', ['BV', 'BOV']],
    ['Non-Aligned League', ['NAL']],
    ['Lodesk', []],
    ['', []],
  ])('%j → %j', (name, expected) => {
    expect(acronyms(name)).toEqual(expected)
  })
})

describe('isAcronym', () => {
  it.each(['IRA', 'U.S.', 'NTO', 'NGOs', 'UN'])('%s is one', (name) => {
    expect(isAcronym(name)).toBe(true)
  })
  it.each(['Ira', 'I', 'ABCDEFGH', 'IRA1', '', 'ira'])('%j is none', (name) => {
    expect(isAcronym(name)).toBe(false)
  })
})

describe('isDerivedFrom', () => {
  it.each([
    ['Varnian', 'Varnia'],
    ['Varnians', 'Varnia'],
    ['Keldavian', 'Keldavia'],
    ['Kostese', 'Kosto'],
    ['Marnish', 'Marn'],
    ['Ostrovan', 'Ostrova'],
    ['Ulmastani', 'Ulmastan'],
    ['Galiotan', 'Galiota'],
    ['Brandlander', 'Brandland'],
  ])('%s is made from %s', (adjective, name) => {
    expect(isDerivedFrom(adjective, name)).toBe(true)
  })

  it.each([
    ['Varnian', 'Keldavia'],
    ['Varnia', 'Varnia'],
    ['Marnian', 'Mar'],
    ['Republican', 'Republic'],
    ['Varnished', 'Varnia'],
    ['Costan', 'Costa Verda'],
  ])('%s is not made from %s', (adjective, name) => {
    expect(isDerivedFrom(adjective, name)).toBe(false)
  })
})

describe('distance', () => {
  it.each([
    ['', '', 0],
    ['drell', '', 5],
    ['', 'drell', 5],
    ['drell', 'drell', 0],
    ['drell', 'prell', 1],
    ['drell', 'drel', 1],
    ['mahmoud', 'mahmud', 1],
    ['molnik', 'kinlom', 6],
  ])('%j to %j is %i', (a, b, steps) => {
    expect(distance(a, b)).toBe(steps)
    expect(distance(b, a)).toBe(steps)
  })
})
