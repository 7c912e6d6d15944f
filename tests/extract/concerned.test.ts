/** Whom a deed concerns when its object is a thing or an act: the target of the event, and of a relation where that is sure. */
import { describe, expect, it } from 'vitest'
import { deeds, nameOf, readAmong } from './support.ts'

describe('the owner of what is rejected, condemned or granted', () => {
  it.each([
    ['Varnia rejected a demand by Keldavia.', 'Varnia rejected Keldavia'],
    ['Varnia rejected an appeal filed by lawyers of Lucan Bereti.', 'Varnia rejected Lucan Bereti'],
    ["Oskar Drell condemned Keldavia's decision.", 'Oskar Drell accused Keldavia'],
    ['Varnia lifted its ban on Keldavian goods.', 'Varnia yielded_to Keldavia'],
    ['Varnia lifted the sanctions imposed on Keldavia.', 'Varnia yielded_to Keldavia'],
    ['Varnia threatened to shell the towns of Keldavia.', 'Varnia threatened Keldavia'],
  ])('%s', (text, fact) => {
    expect(deeds(readAmong(text))).toContain(fact)
  })

  it('is not who suffers the attack that is condemned', () => {
    expect(deeds(readAmong('Oskar Drell condemned the attack on Keldavia.'))).toEqual([])
    expect(deeds(readAmong('Oskar Drell condemned the bombing of a school in Keldavia.'))).toEqual([])
  })
})

describe('those who appear in what is agreed to, refused or demanded', () => {
  it.each([
    ['Varnia agreed to protect the ships of Keldavia.', 'agreement', ['agent Varnia', 'target Keldavia']],
    ['Varnia refused to open its ports to Keldavia.', 'rejection', ['agent Varnia', 'target Keldavia']],
    ['Varnia demanded that Keldavia withdraw its army.', 'demand', ['agent Varnia', 'target Keldavia']],
    ['Oskar Drell said that Keldavia must withdraw its army.', 'demand', ['agent Oskar Drell', 'target Keldavia']],
  ])('%s', (text, type, expected) => {
    const extraction = readAmong(text)
    const found = extraction.events.filter((event) => event.type === type)
    const roles = found.map(({ participants }) =>
      participants.map(({ entity, role }) => `${role} ${nameOf(extraction, entity)}`),
    )
    expect(roles).toEqual([expected])
  })

  it('are nobody where only the subject is spoken of', () => {
    expect(readAmong('Oskar Drell agreed to resign.').events.map(({ type }) => type)).toEqual(['resignation'])
    expect(readAmong('Oskar Drell said that Varnia must change.').events).toEqual([])
  })
})
