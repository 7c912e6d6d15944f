/** Offices, kin, membership, origin and control: from titles, appositions, possessives and verbs. */
import { describe, expect, it } from 'vitest'
import { addedTies, entityNamed, readAmong, readText, ties } from './support.ts'

type Row = readonly [text: string, ...lines: readonly string[]]

const OFFICE: readonly Row[] = [
  ['Varnian Foreign Minister Rista Molnik met Lucan Bereti.', 'Rista Molnik official_of Varnia'],
  ['Rista Molnik, the Varnian foreign minister, met Lucan Bereti.', 'Rista Molnik official_of Varnia'],
  ["Varnia's foreign minister, Rista Molnik, met Lucan Bereti.", 'Rista Molnik official_of Varnia'],
  ['The foreign minister of Varnia, Rista Molnik, met Lucan Bereti.', 'Rista Molnik official_of Varnia'],
  ['Varnian deputy foreign minister Pavo Linsk met Lucan Bereti.', 'Pavo Linsk official_of Varnia'],
  [
    'Pavo Linsk, a spokesman for the Varnian Foreign Ministry, met Lucan Bereti.',
    'Pavo Linsk official_of Varnian Foreign Ministry',
  ],
  ["Varnia's ambassador to Keldavia, Rista Molnik, met Lucan Bereti.", 'Rista Molnik envoy_of Varnia'],
  ['The Varnian ambassador to Keldavia, Rista Molnik, met Lucan Bereti.', 'Rista Molnik envoy_of Varnia'],
  ['Varnian envoy Mirela Hantov met Lucan Bereti.', 'Mirela Hantov envoy_of Varnia'],
  ['Mirela Hantov, a special envoy of Oskar Drell, met Lucan Bereti.', 'Mirela Hantov envoy_of Oskar Drell'],
  ["Oskar Drell's special envoy Mirela Hantov met Lucan Bereti.", 'Mirela Hantov envoy_of Oskar Drell'],
  ["Varnia's lead negotiator, Mirela Hantov, met Lucan Bereti.", 'Mirela Hantov envoy_of Varnia'],
  ['General Ivo Tarran, who commands the Varnian army, met Lucan Bereti.', 'Ivo Tarran commander_of Varnian army'],
  ['Pavo Linsk is not the president of Varnia.', 'Pavo Linsk leader_of Varnia [denied]'],
]

const HEAD: readonly Row[] = [
  ['Ilse Carrow, the leader of the Free Varnia Party, met Lucan Bereti.', 'Ilse Carrow leader_of Free Varnia Party'],
  ['Free Varnia Party leader Ilse Carrow met Lucan Bereti.', 'Ilse Carrow leader_of Free Varnia Party'],
  [
    'Ilse Carrow, head of the Northern Trade Organization, met Lucan Bereti.',
    'Ilse Carrow leader_of Northern Trade Organization',
  ],
  ['Ilse Carrow, the director of the Sarn Institute, met Lucan Bereti.', 'Ilse Carrow leader_of Sarn Institute'],
  ['Ilse Carrow, the mayor of Dellin, met Lucan Bereti.', 'Ilse Carrow leader_of Dellin'],
  ['The mayor of Dellin, Ilse Carrow, met Lucan Bereti.', 'Ilse Carrow leader_of Dellin'],
  ['Ilse Carrow, who heads the Free Varnia Party, met Lucan Bereti.', 'Ilse Carrow leader_of Free Varnia Party'],
]

const PAST: readonly Row[] = [
  ['Former Varnian Prime Minister Ivo Tarran met Lucan Bereti.', 'Ivo Tarran former leader_of Varnia'],
  ["Varnia's former president, Ivo Tarran, met Lucan Bereti.", 'Ivo Tarran former leader_of Varnia'],
  ['Ivo Tarran, a former president of Varnia, met Lucan Bereti.', 'Ivo Tarran former leader_of Varnia'],
  ['The former foreign minister of Varnia, Rista Molnik, met Lucan Bereti.', 'Rista Molnik former official_of Varnia'],
  ['Ivo Tarran was president of Varnia from 2021 to 2025.', 'Ivo Tarran former leader_of Varnia'],
  ["Oskar Drell's ex-wife, Selma Tarran, met Lucan Bereti.", 'Selma Tarran former family_of spouse Oskar Drell'],
]

const KIN: readonly Row[] = [
  ["Oskar Drell's wife, Selma Drell, met Lucan Bereti.", 'Selma Drell family_of spouse Oskar Drell'],
  ['Selma Drell, the wife of Oskar Drell, met Lucan Bereti.', 'Selma Drell family_of spouse Oskar Drell'],
  ["Mirela Hantov's husband, Pavo Linsk, met Lucan Bereti.", 'Pavo Linsk family_of spouse Mirela Hantov'],
  ["Oskar Drell's son Anton Drell met Lucan Bereti.", 'Anton Drell family_of child Oskar Drell'],
  ["Oskar Drell's daughter, Selma Drell, met Lucan Bereti.", 'Selma Drell family_of child Oskar Drell'],
  ['Oskar Drell and his daughter Selma Drell met Lucan Bereti.', 'Selma Drell family_of child Oskar Drell'],
  ['Oskar Drell and his brother Anton Drell met Lucan Bereti.', 'Anton Drell family_of sibling Oskar Drell'],
  ['Pavo Linsk, brother of Mirela Hantov, met Lucan Bereti.', 'Pavo Linsk family_of sibling Mirela Hantov'],
]

const BELONGING: readonly Row[] = [
  ['Ilse Carrow, a member of the Free Varnia Party, met Lucan Bereti.', 'Ilse Carrow member_of Free Varnia Party'],
  ['Ilse Carrow founded the Free Varnia Party.', 'Ilse Carrow founder_of Free Varnia Party'],
  ['Ilse Carrow is the founder of the Free Varnia Party.', 'Ilse Carrow founder_of Free Varnia Party'],
  ['Pavo Linsk, a reporter for Radio Teskova, met Lucan Bereti.', 'Pavo Linsk works_for Radio Teskova'],
  ['Pavo Linsk, who works for Radio Teskova, met Lucan Bereti.', 'Pavo Linsk works_for Radio Teskova'],
  ["Oskar Drell's lawyer, Ilse Carrow, met Lucan Bereti.", 'Ilse Carrow works_for Oskar Drell'],
  ['Pavo Linsk was born in Dellin.', 'Pavo Linsk from Dellin'],
  ['Pavo Linsk, a native of Dellin, met Oskar Drell.', 'Pavo Linsk from Dellin'],
  ['The Sarn Institute is based in Lodesk.', 'Sarn Institute based_in Lodesk'],
  ['The Sarn Institute, based in Lodesk, met Lucan Bereti.', 'Sarn Institute based_in Lodesk'],
]

const HOMES: readonly Row[] = [
  [
    'The Varnian charity Northern Trade Organization praised Lucan Bereti.',
    'Northern Trade Organization based_in Varnia',
  ],
  ['Keldavia, which remains an ally of Varnia, closed its ports.', 'Keldavia ally_of Varnia'],
  ['The Varnian state news agency Varpress News met Lucan Bereti.', 'Varpress News works_for Varnia'],
  ["Oskar Drell's Free Varnia Party met Lucan Bereti.", 'Oskar Drell member_of Free Varnia Party'],
]

const CALLING: readonly Row[] = [
  ['Varnian journalist Mira Sandor met Lucan Bereti.', 'Mira Sandor from Varnia'],
  ['Mira Sandor, a Varnian writer, met Lucan Bereti.', 'Mira Sandor from Varnia'],
  ['Varnian director Pavo Linsk met Lucan Bereti.', 'Pavo Linsk from Varnia'],
  ['A Varnian rebel leader, Pavo Linsk, met Lucan Bereti.', 'Pavo Linsk from Varnia'],
  ['The coach of Varnia, Pavo Linsk, met Lucan Bereti.', 'Pavo Linsk works_for Varnia'],
  // What one knows is not where one comes from.
  ['Varnia expert Pavo Linsk met Lucan Bereti.'],
  ['Pavo Linsk, Africa director for the charity, met Lucan Bereti.'],
  ['Pavo Linsk, the president of the guild of bakers, met Lucan Bereti.'],
  ['Pavo Linsk, the director of Dellin-based Aidwatch, met Lucan Bereti.'],
  ['Free Varnia Party senator Pavo Linsk met Lucan Bereti.', 'Pavo Linsk member_of Free Varnia Party'],
  [
    'Pavo Linsk, president of Dravia, Mira Sandor, president of Belmora, and Ivo Tarran met.',
    'Mira Sandor leader_of Belmora',
    'Pavo Linsk leader_of Dravia',
  ],
]

describe.each([
  ['an office', OFFICE],
  ['the head of a body or a place', HEAD],
  ['what is past', PAST],
  ['kin', KIN],
  ['belonging', BELONGING],
  ['callings', CALLING],
  ['homes of bodies', HOMES],
])('ties: %s', (_, rows) => {
  it.each(rows)('%s', (text, ...lines) => {
    expect(addedTies(readAmong(text))).toEqual(lines)
  })
})

describe('whose word a tie is', () => {
  it.each([
    [
      'Ilse Carrow said that Pavo Linsk is the leader of the Free Varnia Party.',
      'Pavo Linsk leader_of Free Varnia Party (Ilse Carrow)',
    ],
    // A title is the reporter's own word.
    ['Ilse Carrow said that Varnian Foreign Minister Rista Molnik had left.', 'Rista Molnik official_of Varnia'],
  ])('%s', (text, ...lines) => {
    expect(addedTies(readAmong(text))).toEqual(lines)
  })
})

describe('an office without its state', () => {
  it.each([
    // The state before Alain Morel is his own.
    ['French Foreign Minister Alain Morel met Prime Minister Karl Osten.', 'Alain Morel official_of France'],
    ['France accused President Karl Osten.'],
    ['The pro-French president Karl Osten spoke.'],
    ["The club's president, Karl Osten, spoke."],
    ['The parliament met. President Karl Osten spoke.', 'Karl Osten leader_of France'],
  ])('%s', (text, ...lines) => {
    expect(ties(readText(`France is at peace. ${text}`))).toEqual(lines)
  })
})

describe('roles as attributes', () => {
  it.each([
    ['Varnian Foreign Minister Rista Molnik met Lucan Bereti.', 'Rista Molnik', 'Varnian Foreign Minister', false],
    ["Varnia's lead negotiator, Mirela Hantov, met Lucan Bereti.", 'Mirela Hantov', "Varnia's lead negotiator", false],
    ['Former Varnian Prime Minister Ivo Tarran met Lucan Bereti.', 'Ivo Tarran', 'Former Varnian Prime Minister', true],
    ['Ilse Carrow, the mayor of Dellin, met Lucan Bereti.', 'Ilse Carrow', 'mayor', false],
    ['In May 1994 Varnian President Ivo Tarran met Lucan Bereti.', 'Ivo Tarran', 'Varnian President', false],
    ['On Monday President Ivo Tarran met Lucan Bereti.', 'Ivo Tarran', 'President', false],
  ] as const)('%s', (text, name, role, former) => {
    const { roles } = entityNamed(readAmong(text), name)
    expect(roles.map((found) => [found.text, found.former])).toEqual([[role, former]])
  })

  it('are not given to those who are denied them', () => {
    expect(entityNamed(readAmong('Pavo Linsk is not the president of Varnia.'), 'Pavo Linsk').roles).toEqual([])
  })
})
