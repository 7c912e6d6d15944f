/** Surnames that are titles elsewhere stay surnames. */
import { describe, expect, test } from 'vitest'
import { deeds, entityNamed, readAmong } from './support.ts'

describe('a surname that is also a title', () => {
  test.each(['John Major', 'Neville Chamberlain', 'Pavo Marshall'])('belongs to the name: %s', (name) => {
    const extraction = readAmong(`Lucan Bereti met ${name} in Lodesk on Tuesday.`)
    expect(entityNamed(extraction, name).type).toBe('person')
    expect(deeds(extraction).join('\n')).toContain(name)
  })

  test('is no role of somebody named beside it', () => {
    const extraction = readAmong('Oskar Drell and John Major met Lucan Bereti in Lodesk.')
    expect(entityNamed(extraction, 'Oskar Drell').roles.map((role) => role.text)).toEqual(['Varnian President'])
  })
})
