/** What was done to whom: from verbs and nouns, active and passive, through conjunctions, control and relative clauses. */
import { describe, expect, it } from 'vitest'
import { deeds, readAmong } from './support.ts'

type Row = readonly [text: string, lines: readonly string[]]
const MET = 'Lucan Bereti met_with Oskar Drell'

const CONSTRUCTIONS: readonly Row[] = [
  ['Varnia, Pavo Linsk said, shelled Keldavia.', ['Varnia struck Keldavia (Pavo Linsk)']],
  [
    'Varnia accused Keldavia of shelling Dellin.',
    ['Keldavia struck Dellin [possible] (Varnia)', 'Varnia accused Keldavia'],
  ],
  [
    'Oskar Drell called on Keldavia to withdraw from Dellin.',
    ['Keldavia withdrew_from Dellin [requested]', 'Oskar Drell requested Keldavia'],
  ],
  ['Varnia offered aid to Keldavia.', ['Varnia offered Keldavia']],
  ['Varnia offered Keldavia aid.', ['Varnia offered Keldavia']],
  ['Oskar Drell called Keldavian Prime Minister Lucan Bereti on Monday.', ['Lucan Bereti spoke_with Oskar Drell']],
  ['Pavo Linsk staged a coup that ousted Oskar Drell.', ['Pavo Linsk dismissed Oskar Drell']],
  ['Pavo Linsk was refused entry into Varnia.', ['Varnia rejected Pavo Linsk']],
  ['Varnia has shown an unwillingness to comply with Keldavian demands.', ['Varnia rejected Keldavia']],
  ['The Keldavian government was angered by Varnian plans.', ['Keldavia accused Varnia']],
  ['In a speech to the council, Oskar Drell accused Keldavia of lying.', ['Oskar Drell accused Keldavia']],
  ['Oskar Drell tried to return to Keldavia.', ['Oskar Drell visited Keldavia [possible]']],
  ['The Ostrel air base, where Varnian troops are stationed, was closed.', ['Varnia deployed_to Ostrel air base']],
]

/** Who the counted are stands behind the colon; where it names fewer or more of them, it is not clear who. */
const COUNTED: readonly Row[] = [
  [
    'Oskar Drell sent two men to Teskova on Tuesday: his envoy Pavo Linsk and his son-in-law Marek Solen.',
    [
      'Marek Solen visited Teskova',
      'Oskar Drell sent Marek Solen',
      'Oskar Drell sent Pavo Linsk',
      'Pavo Linsk visited Teskova',
    ],
  ],
  ['Oskar Drell sent three men to Teskova: Pavo Linsk and Marek Solen.', []],
]

const ACTIVE: readonly Row[] = [
  ['Varnia attacked Keldavia.', ['Varnia struck Keldavia']],
  ['Oskar Drell dismissed Mirela Hantov.', ['Oskar Drell dismissed Mirela Hantov']],
  ['Overnight, Varnian drones struck Dellin.', ['Varnia struck Dellin']],
  ['Varnia accused Keldavia of lying.', ['Varnia accused Keldavia']],
  ['Varnia expelled three Keldavian diplomats on Monday.', ['Varnia expelled Keldavia']],
  ['Varnia imposed sanctions on Keldavia.', ['Varnia sanctioned Keldavia']],
  ['Oskar Drell met with Lucan Bereti.', [MET]],
  ['Oskar Drell held talks with Lucan Bereti in Teskova.', ['Lucan Bereti negotiated_with Oskar Drell']],
  ['Mirela Hantov negotiated with Lucan Bereti in Teskova.', ['Lucan Bereti negotiated_with Mirela Hantov']],
  ['Oskar Drell telephoned Lucan Bereti.', ['Lucan Bereti spoke_with Oskar Drell']],
  ['Oskar Drell visited Teskova on Monday.', ['Oskar Drell visited Teskova']],
  ['Oskar Drell travelled to Teskova.', ['Oskar Drell visited Teskova']],
  [
    'Lucan Bereti hosted Oskar Drell in Teskova.',
    ['Lucan Bereti hosted Oskar Drell', 'Lucan Bereti met_with Oskar Drell'],
  ],
  ['Lucan Bereti received Oskar Drell at his palace.', ['Lucan Bereti hosted Oskar Drell']],
  ['Varnia released Pavo Linsk.', ['Varnia released Pavo Linsk']],
  ['Varnia freed three Keldavian soldiers.', ['Varnia released Keldavia']],
  ['Oskar Drell praised Lucan Bereti.', ['Oskar Drell supported Lucan Bereti']],
  ['Varnia supports Keldavia.', ['Varnia supported Keldavia']],
  ['Oskar Drell criticized Lucan Bereti.', ['Oskar Drell accused Lucan Bereti']],
  ['Varnia blamed Keldavia for the attack.', ['Varnia accused Keldavia']],
  ['Oskar Drell condemned Keldavia for the attack.', ['Oskar Drell accused Keldavia']],
  ['Varnia threatened Keldavia with war.', ['Varnia threatened Keldavia']],
  ['Oskar Drell urged Lucan Bereti to open the border.', ['Oskar Drell requested Lucan Bereti']],
  ['Varnia demanded an apology from Keldavia.', ['Varnia requested Keldavia']],
  ['Varnia signed a trade agreement with Keldavia.', ['Keldavia agreed_with Varnia']],
  ['Mirela Hantov signed a deal with Lucan Bereti.', ['Lucan Bereti agreed_with Mirela Hantov']],
  ['Varnia sent aid to Keldavia.', ['Varnia aided Keldavia']],
  ['Varnia deployed troops to Keldavia.', ['Varnia deployed_to Keldavia']],
  ['Varnian troops withdrew from Keldavia.', ['Varnia withdrew_from Keldavia']],
  ['Oskar Drell defeated Ilse Carrow in the election.', ['Oskar Drell defeated Ilse Carrow']],
  ['Mirela Hantov succeeded Rista Molnik.', ['Mirela Hantov succeeded Rista Molnik']],
  ['Ivo Tarran killed Anton Drell.', ['Ivo Tarran killed Anton Drell']],
  ['Varnian soldiers captured Dellin.', ['Varnia captured Dellin']],
  ['Varnian soldiers clashed with Keldavian soldiers near Dellin.', ['Keldavia fought_with Varnia']],
  ['Varnia bombed Dellin on Monday.', ['Varnia struck Dellin']],
  ['Varnia shelled Dellin.', ['Varnia struck Dellin']],
  ['Varnia invaded Keldavia in 2029.', ['Varnia struck Keldavia']],
  ['Varnia launched an attack on Keldavia.', ['Varnia struck Keldavia']],
  ['Varnia fired missiles at Keldavia.', ['Varnia struck Keldavia']],
  ['Ilse Carrow protested against Oskar Drell.', ['Ilse Carrow protested_against Oskar Drell']],
  ['Varnia banned Radio Teskova.', ['Varnia restricted Radio Teskova']],
]

const PASSIVE: readonly Row[] = [
  ['Three Keldavian diplomats were expelled by Varnia.', ['Varnia expelled Keldavia']],
  ['Anton Drell was killed by Ivo Tarran.', ['Ivo Tarran killed Anton Drell']],
  ['Mirela Hantov was appointed foreign minister by Oskar Drell.', ['Oskar Drell appointed Mirela Hantov']],
  [
    'Mirela Hantov, sent by Oskar Drell, met Lucan Bereti.',
    ['Lucan Bereti met_with Mirela Hantov', 'Oskar Drell sent Mirela Hantov'],
  ],
]

const NOMINAL: readonly Row[] = [
  [
    'Talks between Oskar Drell and Lucan Bereti began in Teskova on Monday.',
    ['Lucan Bereti negotiated_with Oskar Drell'],
  ],
  ["Varnia's attack on Keldavia killed ten people.", ['Varnia struck Keldavia']],
  ["Oskar Drell's visit to Keldavia ended on Monday.", ['Oskar Drell visited Keldavia']],
  ["Oskar Drell's meeting with Lucan Bereti lasted two hours.", [MET]],
  ['A ceasefire between Varnia and Keldavia began on Monday.', ['Keldavia agreed_with Varnia']],
]

const COORDINATED: readonly Row[] = [
  ['Oskar Drell and Lucan Bereti spoke on the phone.', ['Lucan Bereti spoke_with Oskar Drell']],
  ['Oskar Drell and Lucan Bereti met in Teskova.', [MET]],
  ['Varnia and Keldavia signed a trade agreement.', ['Keldavia agreed_with Varnia']],
  ['Oskar Drell and Mirela Hantov met Lucan Bereti.', ['Lucan Bereti met_with Mirela Hantov', MET]],
  ['Oskar Drell met Lucan Bereti and Ilse Carrow.', ['Ilse Carrow met_with Oskar Drell', MET]],
  ['Oskar Drell met Lucan Bereti alongside Mirela Hantov.', ['Lucan Bereti met_with Mirela Hantov', MET]],
  ['Oskar Drell met Lucan Bereti and telephoned Ilse Carrow.', ['Ilse Carrow spoke_with Oskar Drell', MET]],
  [
    'Oskar Drell visited the city of Dellin and met Ilse Carrow there.',
    ['Ilse Carrow met_with Oskar Drell', 'Oskar Drell visited Dellin'],
  ],
]

const SUBORDINATE: readonly Row[] = [
  [
    'Lucan Bereti, who was praised by Ilse Carrow, telephoned Oskar Drell.',
    ['Ilse Carrow supported Lucan Bereti', 'Lucan Bereti spoke_with Oskar Drell'],
  ],
  [
    'Oskar Drell flew to Teskova for talks with Lucan Bereti.',
    ['Lucan Bereti negotiated_with Oskar Drell', 'Oskar Drell visited Teskova'],
  ],
  ['Oskar Drell flew to Teskova to meet Lucan Bereti.', [`${MET} [planned]`, 'Oskar Drell visited Teskova']],
  ['After meeting Lucan Bereti, Oskar Drell telephoned Ilse Carrow.', ['Ilse Carrow spoke_with Oskar Drell', MET]],
  [
    'Oskar Drell persuaded Mirela Hantov to visit Keldavia.',
    ['Mirela Hantov visited Keldavia', 'Oskar Drell requested Mirela Hantov'],
  ],
  [
    'Oskar Drell dispatched Mirela Hantov and Anton Drell to Teskova for talks with Lucan Bereti.',
    [
      'Anton Drell negotiated_with Lucan Bereti',
      'Anton Drell visited Teskova',
      'Lucan Bereti negotiated_with Mirela Hantov',
      'Mirela Hantov visited Teskova',
      'Oskar Drell sent Anton Drell',
      'Oskar Drell sent Mirela Hantov',
    ],
  ],
]

describe.each([
  ['an active clause', ACTIVE],
  ['constructions of the news', CONSTRUCTIONS],
  ['the counted behind a colon', COUNTED],
  ['a passive clause', PASSIVE],
  ['a noun', NOMINAL],
  ['coordination', COORDINATED],
  ['subordination', SUBORDINATE],
])('deeds told by %s', (_, rows) => {
  it.each(rows)('%s', (text, lines) => {
    expect(deeds(readAmong(text))).toEqual(lines)
  })
})

describe('sentences that tell of no deed between two', () => {
  it.each([
    'Oskar Drell was tired.',
    'Oskar Drell resembles Lucan Bereti.',
    'Oskar Drell slept in Teskova.',
    'Lucan Bereti is older than Oskar Drell.',
    'Oskar Drell bought a house near the river.',
    'The weather in Dellin, Lodesk and Teskova was cold.',
  ])('%s', (text) => {
    expect(deeds(readAmong(text))).toEqual([])
  })
})
