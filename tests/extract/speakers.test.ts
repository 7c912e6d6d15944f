/** Who says so: a person of the text, or the source's words. */
import { describe, expect, it } from 'vitest'
import { deeds, events, readAmong } from './support.ts'

const MET = 'Lucan Bereti met_with Oskar Drell'
const STRUCK = 'Varnia struck Dellin'

const ROWS: readonly (readonly [text: string, line: string])[] = [
  ['Pavo Linsk spoke in Lodesk. “Varnia shelled Dellin,” he said.', `${STRUCK} (Pavo Linsk)`],
  ['“Varnia shelled Dellin,” she said.', STRUCK],
  ['A witness said that Varnia shelled Dellin.', `${STRUCK} (“A witness”)`],
  ['Varnia shelled Dellin, the Keldavian Defence Ministry said.', `${STRUCK} (Keldavian Defence Ministry)`],
  ['Pavo Linsk confirmed that Oskar Drell met Lucan Bereti.', `${MET} (Pavo Linsk)`],
  ['Oskar Drell said he had not met Lucan Bereti.', `${MET} [denied] (Oskar Drell)`],
  ['According to Pavo Linsk, Oskar Drell met Lucan Bereti.', `${MET} (Pavo Linsk)`],
  ['Oskar Drell met Lucan Bereti, according to Pavo Linsk.', `${MET} (Pavo Linsk)`],
  ['Pavo Linsk said that Oskar Drell met Lucan Bereti.', `${MET} (Pavo Linsk)`],
  ['Pavo Linsk said Varnia shelled Dellin.', `${STRUCK} (Pavo Linsk)`],
  ['“Varnia shelled Dellin,” Pavo Linsk said.', `${STRUCK} (Pavo Linsk)`],
  ['"Varnia shelled Dellin," said Pavo Linsk.', `${STRUCK} (Pavo Linsk)`],
  ['Officials said Varnia shelled Dellin.', `${STRUCK} (“Officials”)`],
  ['A senior official said that Oskar Drell met Lucan Bereti.', `${MET} (“A senior official”)`],
  ['Varnia shelled Dellin, according to a senior official.', `${STRUCK} (“a senior official”)`],
  ['Radio Teskova reported that Varnia shelled Dellin.', `${STRUCK} (Radio Teskova)`],
  ['The Varnian government said Oskar Drell met Lucan Bereti.', `${MET} (Varnia)`],
  [
    'The Varnian Foreign Ministry said that Oskar Drell will meet Lucan Bereti.',
    `${MET} [planned] (Varnian Foreign Ministry)`,
  ],
  ['Pavo Linsk announced that Oskar Drell will visit Keldavia.', 'Oskar Drell visited Keldavia [planned] (Pavo Linsk)'],
  ['Pavo Linsk claimed that Varnia shelled Dellin.', `${STRUCK} [possible] (Pavo Linsk)`],
  ['Pavo Linsk denied that Varnia shelled Dellin.', `${STRUCK} [denied] (Pavo Linsk)`],
  ['Oskar Drell denied that he met Lucan Bereti.', `${MET} [denied] (Oskar Drell)`],
  ['Oskar Drell said he met Lucan Bereti.', `${MET} (Oskar Drell)`],
]

describe('the speaker of reported content', () => {
  it('is kept for each of two who contradict one another', () => {
    const text = 'Pavo Linsk said Varnia shelled Dellin. Ilse Carrow said Varnia did not shell Dellin.'
    expect(deeds(readAmong(text))).toEqual([`${STRUCK} (Pavo Linsk)`, `${STRUCK} [denied] (Ilse Carrow)`])
  })

  it.each(ROWS)('%s', (text, line) => {
    expect(deeds(readAmong(text))).toEqual([line])
  })

  it('is the speaker of the event too', () => {
    expect(events(readAmong('Pavo Linsk said a strike on Dellin killed three people.'))).toEqual([
      'attack in Dellin killed 3 (Pavo Linsk)',
    ])
  })

  it('is nobody where the text itself says so', () => {
    expect(deeds(readAmong('Oskar Drell met Lucan Bereti. Pavo Linsk said that it rained.'))).toEqual([MET])
  })
})
