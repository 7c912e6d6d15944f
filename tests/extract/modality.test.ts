/** Whether it is so, will be, may be, is not, or ought to be: nothing that did not happen may read as a fact. */
import { describe, expect, it } from 'vitest'
import type { Modality } from '../../src/model/facts.ts'
import { deeds, readAmong } from './support.ts'

const MET = 'Lucan Bereti met_with Oskar Drell'
const VISITED = 'Oskar Drell visited Keldavia'
const AGREED = 'Keldavia agreed_with Varnia'
const SANCTIONED = 'Varnia sanctioned Keldavia'

type Row = readonly [text: string, fact: string]

const BY_STATUS: Readonly<Record<Modality, readonly Row[]>> = {
  asserted: [
    ['Oskar Drell met Lucan Bereti.', MET],
    ['Oskar Drell has met Lucan Bereti.', MET],
    ['Oskar Drell had met Lucan Bereti before the war.', MET],
    ['Oskar Drell managed to meet Lucan Bereti.', MET],
    ['Oskar Drell is visiting Keldavia.', VISITED],
  ],
  denied: [
    ['Oskar Drell was unable to meet Lucan Bereti.', MET],
    ['There was no meeting between Oskar Drell and Lucan Bereti.', MET],
    ['No agreement was reached between Varnia and Keldavia.', AGREED],
    ['Oskar Drell promised not to visit Keldavia.', VISITED],
    ['Oskar Drell did not meet Lucan Bereti.', MET],
    ["Oskar Drell didn't meet Lucan Bereti.", MET],
    ['Oskar Drell never met Lucan Bereti.', MET],
    ['Oskar Drell refused to meet Lucan Bereti.', MET],
    ['Oskar Drell declined to meet Lucan Bereti.', MET],
    ['Oskar Drell failed to meet Lucan Bereti.', MET],
    ['Oskar Drell denied meeting Lucan Bereti.', MET],
    ['Oskar Drell cancelled a meeting with Lucan Bereti.', MET],
    ['Oskar Drell cancelled his visit to Keldavia.', VISITED],
    ['Oskar Drell cannot visit Keldavia.', VISITED],
    ['Oskar Drell will not visit Keldavia.', VISITED],
    ['Varnia has not imposed sanctions on Keldavia.', SANCTIONED],
    ['Varnia and Keldavia have not signed a trade agreement.', AGREED],
    ['Varnia and Keldavia failed to sign a trade agreement.', AGREED],
  ],
  planned: [
    ['Oskar Drell was expected to meet Lucan Bereti on Monday.', MET],
    ['Oskar Drell postponed his visit to Keldavia.', VISITED],
    ['Oskar Drell will meet Lucan Bereti on Monday.', MET],
    ['Oskar Drell is scheduled to meet Lucan Bereti.', MET],
    ['Oskar Drell is planning to meet Lucan Bereti.', MET],
    ['Oskar Drell is to meet Lucan Bereti.', MET],
    ['Oskar Drell is going to meet Lucan Bereti.', MET],
    ['Oskar Drell is expected to meet Lucan Bereti.', MET],
    ['Oskar Drell agreed to meet Lucan Bereti.', MET],
    ['Oskar Drell promised to visit Keldavia.', VISITED],
    ['Oskar Drell intends to visit Keldavia.', VISITED],
    ['Oskar Drell meets Lucan Bereti in Teskova on Saturday.', MET],
    ['A planned meeting between Oskar Drell and Lucan Bereti will be held in Teskova.', MET],
    ['Varnia planned to impose sanctions on Keldavia.', SANCTIONED],
    ['Varnia and Keldavia will sign a trade agreement on Friday.', AGREED],
  ],
  possible: [
    ['Oskar Drell is likely to meet Lucan Bereti.', MET],
    ['It is unclear whether Oskar Drell met Lucan Bereti.', MET],
    ["Oskar Drell's alleged meeting with Lucan Bereti was long.", MET],
    ['Varnia hopes to impose sanctions on Keldavia.', SANCTIONED],
    ['Varnia wants to sign a trade agreement with Keldavia.', AGREED],
    ['Oskar Drell may meet Lucan Bereti.', MET],
    ['Oskar Drell might visit Keldavia.', VISITED],
    ['Oskar Drell could visit Keldavia.', VISITED],
    ['Oskar Drell hopes to meet Lucan Bereti.', MET],
    ['Oskar Drell wants to meet Lucan Bereti.', MET],
    ['Oskar Drell considered visiting Keldavia.', VISITED],
    ['Oskar Drell reportedly met Lucan Bereti.', MET],
    ['Oskar Drell allegedly met Lucan Bereti.', MET],
    ['If Oskar Drell meets Lucan Bereti, the war will end.', MET],
  ],
  requested: [
    ['Oskar Drell should meet Lucan Bereti.', MET],
    ['Oskar Drell must visit Keldavia.', VISITED],
  ],
}

describe.each(Object.entries(BY_STATUS))('%s', (modality, rows) => {
  it.each(rows)('%s', (text, fact) => {
    const line = modality === 'asserted' ? fact : `${fact} [${modality}]`
    expect(deeds(readAmong(text))).toEqual([line])
  })
})

it('tells a threat from what is threatened', () => {
  expect([...deeds(readAmong('Varnia threatened to impose sanctions on Keldavia.'))].sort()).toEqual([
    `${SANCTIONED} [possible]`,
    'Varnia threatened Keldavia',
  ])
})

it('gives the event the status of its relation', () => {
  for (const [modality, rows] of Object.entries(BY_STATUS)) {
    for (const [text] of rows) {
      const { relations, events } = readAmong(text)
      const ofEvents = relations.flatMap((relation) => events.filter(({ id }) => id === relation.event))
      expect([text, ...new Set(ofEvents.map((event) => event.modality))].slice(0, 2)).toEqual(
        ofEvents.length === 0 ? [text] : [text, modality],
      )
    }
  }
})
