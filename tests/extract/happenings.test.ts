/** Events: where they happened, what they cost, which tellings are one, and what a person would call them. */
import { describe, expect, it } from 'vitest'
import { events, nameOf, readAmong, readText } from './support.ts'

type Row = readonly [text: string, ...lines: readonly string[]]

const TOLLS: readonly Row[] = [
  ['Three soldiers and five civilians were killed in an attack on Dellin.', 'attack in Dellin killed 8'],
  ['Five people, including two children, were killed in an attack on Dellin.', 'attack in Dellin killed 5'],
  ['A missile strike on Dellin killed three people.', 'attack in Dellin killed 3'],
  ['A drone strike on Dellin killed three people and wounded five.', 'attack in Dellin killed 3 wounded 5'],
  ['A missile strike killed two men and wounded a woman in Dellin.', 'attack in Dellin killed 2 wounded 1'],
  ['Three people were killed in a drone strike on Dellin.', 'attack in Dellin killed 3'],
  ['Six people were wounded in a drone strike on Dellin.', 'attack in Dellin wounded 6'],
  ['At least 13 people were killed in an attack on Dellin.', 'attack in Dellin killed 13+'],
  ['Between 10 and 15 people were killed in an attack on Dellin.', 'attack in Dellin killed 10–15'],
  ['Dozens of people were wounded in an attack on Dellin.', 'attack in Dellin wounded 24+'],
  ['The shelling of Dellin killed a girl.', 'attack in Dellin killed 1'],
  ['Police arrested 30 protesters.', 'arrest arrested 30'],
  [
    'Three people were killed and eleven wounded when a drone struck a depot in Dellin.',
    'attack in Dellin killed 3 wounded 11',
  ],
  [
    'Five people were killed and 12 others injured when a missile hit a school in Dellin.',
    'attack in Dellin killed 5 wounded 12',
  ],
  [
    'At least 12 soldiers died and 30 others were injured in a missile strike on Dellin.',
    'attack in Dellin killed 12+ wounded 30',
  ],
  ['Varnian troops shelled Dellin, killing two civilians and wounding five.', 'attack in Dellin killed 2 wounded 5'],
  [
    'Varnian artillery hit a market in Dellin, killing at least nine people and injuring 20.',
    'attack in Dellin killed 9+ wounded 20',
  ],
  ['A bomb exploded in Dellin, killing one and injuring two others.', 'attack in Dellin killed 1 wounded 2'],
  [
    'The bombing in Dellin killed four people, injured 15 and damaged several houses.',
    'attack in Dellin killed 4 wounded 15',
  ],
  [
    'The attack on Dellin, which killed three and wounded eight, was condemned by Keldavia.',
    'attack in Dellin killed 3 wounded 8',
  ],
  ['A rocket struck a market in Dellin, killing a woman and her son.', 'attack in Dellin killed 2'],
  [
    'Two men were killed in a clash near Dellin and four were wounded in the shelling of Lodesk.',
    'clash in Dellin killed 2',
    'attack in Lodesk wounded 4',
  ],
]

const PLACES: readonly Row[] = [
  ['Oskar Drell met Lucan Bereti in Teskova.', 'meeting in Teskova'],
  ['Oskar Drell met Lucan Bereti at the Teskova airport.', 'meeting in Teskova airport'],
  ['Oskar Drell visited Keldavia.', 'visit in Keldavia'],
  ['Thousands protested in Dellin on Sunday.', 'protest 2031-11-30 in Dellin'],
  ['Talks between Oskar Drell and Lucan Bereti began in Teskova on Monday.', 'negotiation 2031-12-01 in Teskova'],
  ['Varnia shelled Dellin on Monday.', 'attack 2031-12-01 in Dellin'],
]

const TYPES: readonly Row[] = [
  ['Rista Molnik resigned on Monday.', 'resignation 2031-12-01'],
  ['A ceasefire between Varnia and Keldavia began on Monday.', 'ceasefire 2031-12-01'],
  ['Oskar Drell telephoned Lucan Bereti on Monday.', 'call 2031-12-01'],
  ['Varnia and Keldavia signed a trade agreement on Monday.', 'agreement 2031-12-01'],
  ['Varnia released Pavo Linsk on Monday.', 'release 2031-12-01'],
  ['Varnia threatened Keldavia with war on Monday.', 'threat 2031-12-01'],
  ['Prosecutors charged Ilse Carrow with fraud.', 'trial'],
]

const ONE: readonly Row[] = [
  [
    'Drell meets Bereti in Teskova\n\nOskar Drell met Lucan Bereti in Teskova on Tuesday. The meeting lasted two hours.',
    'meeting 2031-12-02 in Teskova',
  ],
]

const TWO: readonly Row[] = [
  [
    'An attack on Dellin killed four people on Monday. An attack on Dellin killed six people on Wednesday.',
    'attack 2031-12-01 in Dellin killed 4',
    'attack 2031-12-03 in Dellin killed 6',
  ],
  [
    'Oskar Drell met Lucan Bereti on Monday. Oskar Drell met Ilse Carrow on Tuesday.',
    'meeting 2031-12-01',
    'meeting 2031-12-02',
  ],
  [
    'Varnia shelled Dellin on Monday. Keldavia shelled Lodesk on Tuesday.',
    'attack 2031-12-01 in Dellin',
    'attack 2031-12-02 in Lodesk',
  ],
]

describe.each([
  ['tolls', TOLLS],
  ['places', PLACES],
  ['types', TYPES],
  ['two tellings of one happening', ONE],
  ['two happenings of one kind', TWO],
])('events: %s', (_, rows) => {
  it.each(rows)('%s', (text, ...lines) => {
    expect(events(readAmong(text))).toEqual(lines)
  })
})

describe('what a person would call it', () => {
  it.each([
    ['Oskar Drell met Lucan Bereti in Teskova.', 'Drell–Bereti meeting in Teskova'],
    ['Oskar Drell held talks with Lucan Bereti in Teskova.', 'Drell–Bereti talks in Teskova'],
    ['Oskar Drell visited Keldavia.', 'Drell’s visit to Keldavia'],
    ['Oskar Drell telephoned Lucan Bereti.', 'Drell–Bereti call'],
    ['Varnia shelled Dellin.', 'Attack on Dellin'],
    ['Varnia and Keldavia signed a trade agreement.', 'Varnia–Keldavia agreement'],
    ['Thousands protested in Dellin on Sunday.', 'Protest in Dellin'],
    ['Six people were wounded in a drone strike on Dellin.', 'Drone strike on Dellin'],
    ['Varnia arrested a Keldavian journalist on Monday.', 'Arrest of a Keldavian journalist by Varnia'],
    ['Varnia threatened Keldavia with war.', 'Threat by Varnia against Keldavia'],
    ['Oskar Drell sacked the interior minister.', 'Dismissal of the interior minister by Drell'],
  ])('%s', (text, label) => {
    expect(readAmong(text).events.map((event) => event.label)).toEqual([label])
  })
})

describe('who took part', () => {
  it.each([
    ['Oskar Drell met Lucan Bereti.', ['participant Oskar Drell', 'participant Lucan Bereti']],
    ['Varnia threatened Keldavia with war.', ['agent Varnia', 'target Keldavia']],
    ['Varnia shelled Dellin.', ['agent Varnia']],
    ['Rista Molnik resigned on Monday.', ['agent Rista Molnik']],
    ['Anton Drell was killed when a drone struck his car near Dellin.', ['victim Anton Drell']],
    ['Anton Drell was killed by Ivo Tarran.', ['agent Ivo Tarran', 'victim Anton Drell']],
  ] as const)('%s', (text, expected) => {
    const extraction = readAmong(text)
    const found = extraction.events.flatMap(({ participants }) =>
      participants.map(({ entity, role }) => `${role} ${nameOf(extraction, entity)}`),
    )
    expect(found).toEqual(expected)
  })
})

it('ties a relation to the event that it is the short form of', () => {
  for (const text of ['Oskar Drell met Lucan Bereti.', 'Varnia shelled Dellin.', 'Oskar Drell visited Keldavia.']) {
    const { relations, events: happenings } = readAmong(text)
    const named = relations.flatMap(({ event }) => (event === undefined ? [] : [event]))
    expect([text, ...new Set(named)]).toEqual([text, ...happenings.map(({ id }) => id)])
  }
})

it('reads no event from what merely is', () => {
  expect(readText('Oskar Drell is tall. Dellin lies on the Marn River. Lucan Bereti likes tea.').events).toEqual([])
})
