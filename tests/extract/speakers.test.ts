/** Who says so: a person of the text, or the source's words. */
import { describe, expect, it } from 'vitest'
import { deeds, events, readAmong } from './support.ts'

const MET = 'Lucan Bereti met_with Oskar Drell'
const STRUCK = 'Varnia struck Dellin'

const ROWS: readonly (readonly [text: string, line: string])[] = [
  ['Pavo Linsk spoke in Lodesk. “Varnia shelled Dellin,” he said.', `${STRUCK} (Pavo Linsk)`],
  // somebody's word, though the text does not tell whose
  ['“Varnia shelled Dellin,” she said.', `${STRUCK} (“she”)`],
  ['They said Varnia shelled Dellin.', `${STRUCK} (“They”)`],
  ['In a statement, the ministry said Varnia shelled Dellin.', `${STRUCK} (“the ministry”)`],
  ['Critics believe that Varnia shelled Dellin.', `${STRUCK} [possible] (“Critics”)`],
  // one speaker's word is not the other's
  ['Officials and witnesses said Varnia shelled Dellin.', `${STRUCK} (“Officials and witnesses”)`],
  ['Oskar Drell and Lucan Bereti said Varnia shelled Dellin.', `${STRUCK} (“Oskar Drell and Lucan Bereti”)`],
  ['A report by the Carrow Institute said Varnia shelled Dellin.', `${STRUCK} (“A report by the Carrow Institute”)`],
  // quotations over sentences and paragraphs
  ['“We are worried,” Pavo Linsk said. “Varnia shelled Dellin.”', `${STRUCK} (Pavo Linsk)`],
  ['“We are worried,” Pavo Linsk said.\n\n“Varnia shelled Dellin.”', `${STRUCK} (Pavo Linsk)`],
  ['“Nobody slept. Varnia shelled Dellin,” Pavo Linsk said.', `${STRUCK} (Pavo Linsk)`],
  ['Pavo Linsk continued:\n\n“Varnia shelled Dellin.”', `${STRUCK} (Pavo Linsk)`],
  ['Varnia shelled Dellin. “It was terrible,” Pavo Linsk said.', STRUCK],
  // the innermost speaker, unless he speaks of himself
  ['Pavo Linsk said Ilse Carrow denied that Varnia shelled Dellin.', `${STRUCK} [denied] (Ilse Carrow)`],
  ['“I believe that Varnia shelled Dellin,” Pavo Linsk said.', `${STRUCK} [possible] (Pavo Linsk)`],
  // other cues
  ['Pavo Linsk told reporters that Varnia shelled Dellin.', `${STRUCK} (Pavo Linsk)`],
  ['Pavo Linsk, who leads the mission, said Varnia shelled Dellin.', `${STRUCK} (Pavo Linsk)`],
  ['As Pavo Linsk put it, Varnia shelled Dellin.', `${STRUCK} (Pavo Linsk)`],
  ['In the words of Pavo Linsk, Varnia shelled Dellin.', `${STRUCK} (Pavo Linsk)`],
  ['Pavo Linsk was quoted as saying that Varnia shelled Dellin.', `${STRUCK} (Pavo Linsk)`],
  ['Pavo Linsk repeated his claim that Varnia shelled Dellin.', `${STRUCK} (Pavo Linsk)`],
  ['Pavo Linsk warned that Varnia would shell Dellin.', `${STRUCK} [possible] (Pavo Linsk)`],
  ['Pavo Linsk hopes that Oskar Drell will meet Lucan Bereti.', `${MET} [possible] (Pavo Linsk)`],
  ['Oskar Drell’s meeting with Lucan Bereti was reported by Radio Teskova.', `${MET} (Radio Teskova)`],
  // will is no report, and a passive names nobody
  ['Pavo Linsk wants Oskar Drell to meet Lucan Bereti.', `${MET} [possible]`],
  ['Varnia is believed to have shelled Dellin.', `${STRUCK} [possible]`],
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

  it('goes on with what he adds', () => {
    const text = 'Pavo Linsk reported that Oskar Drell had met Lucan Bereti, adding that Varnia shelled Dellin.'
    expect(deeds(readAmong(text))).toEqual([`${MET} (Pavo Linsk)`, `${STRUCK} (Pavo Linsk)`])
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
