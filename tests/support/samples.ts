/** Three invented dispatches that overlap: the same people under full and short names, an attack, a denial, a plan. */
import { reading } from './extractions.ts'

export const summit = reading({
  title: 'Talks in Velmont',
  date: '2031-03-04',
  source: 'Northern Wire',
  sentences: [
    'President Ilsa Marrow of Ostrava-Lind met Chancellor Teodor Quist in Velmont on Tuesday.',
    'Her envoy Bram Oduya will travel to Karsholm next week, the Northern Wire reported.',
    'Quist denied that he had spoken with Oduya.',
  ],
  entities: [
    { type: 'person', name: 'Ilsa Marrow', aliases: ['Marrow'], roles: [['President']] },
    { type: 'person', name: 'Teodor Quist', aliases: ['Quist'], roles: [['Chancellor']] },
    { type: 'person', name: 'Bram Oduya', aliases: ['Oduya'], roles: [['envoy']] },
    { type: 'country', name: 'Ostrava-Lind', country: 'OL' },
    { type: 'city', name: 'Velmont' },
    { type: 'city', name: 'Karsholm' },
    { type: 'media', name: 'Northern Wire' },
  ],
  relations: [
    { in: 0, is: ['Teodor Quist', 'met_with', 'Ilsa Marrow'], date: '2031-03-04', event: 0 },
    { in: 0, is: ['Ilsa Marrow', 'leader_of', 'Ostrava-Lind'] },
    { in: 1, is: ['Bram Oduya', 'envoy_of', 'Ilsa Marrow'] },
    { in: 1, is: ['Bram Oduya', 'visited', 'Karsholm'], modality: 'planned', by: 'Northern Wire', date: '2031-03-11' },
    { in: 2, is: ['Teodor Quist', 'spoke_with', 'Bram Oduya'], modality: 'denied', by: 'Teodor Quist' },
  ],
  events: [
    {
      in: 0,
      type: 'meeting',
      label: 'Meeting of Ilsa Marrow and Teodor Quist',
      date: '2031-03-04',
      who: [
        ['Ilsa Marrow', 'participant'],
        ['Teodor Quist', 'participant'],
      ],
      where: ['Velmont'],
    },
  ],
})

export const strike = reading({
  title: 'Night strike on Karsholm',
  date: '2031-03-06',
  source: 'Karsholm Post',
  sentences: [
    'Forces of the Talvian Guard struck Karsholm overnight, killing at least six people.',
    'Marrow condemned the Talvian Guard, and former minister Runa Tessaly, once of Ostrava-Lind, agreed.',
  ],
  entities: [
    { type: 'armed_force', name: 'Talvian Guard' },
    { type: 'city', name: 'Karsholm' },
    { type: 'person', name: 'Marrow' },
    { type: 'person', name: 'Runa Tessaly', aliases: ['Tessaly'], roles: [['minister', true]] },
    { type: 'country', name: 'Ostrava-Lind', country: 'OL' },
  ],
  relations: [
    { in: 0, is: ['Talvian Guard', 'struck', 'Karsholm'], date: '2031-03-05', event: 0 },
    { in: 1, is: ['Marrow', 'accused', 'Talvian Guard'], date: '2031-03-06' },
    { in: 1, is: ['Runa Tessaly', 'official_of', 'Ostrava-Lind'], former: true },
  ],
  events: [
    {
      in: 0,
      type: 'attack',
      label: 'Strike on Karsholm',
      date: '2031-03-05',
      who: [['Talvian Guard', 'agent']],
      where: ['Karsholm'],
      killed: [6, null, 'at least six'],
    },
  ],
})

export const followUp = reading({
  title: 'Marrow and Quist meet again',
  date: '2031-04-01',
  sentences: [
    'Teodor Quist and Ilsa Marrow met again in Velmont.',
    'The organisation known as Talvian Guard kept silent.',
  ],
  entities: [
    { type: 'person', name: 'Teodor Quist' },
    { type: 'person', name: 'Ilsa Marrow' },
    { type: 'city', name: 'Velmont' },
    { type: 'organization', name: 'Talvian Guard' },
  ],
  relations: [
    { in: 0, is: ['Ilsa Marrow', 'met_with', 'Teodor Quist'], date: '2031-04-01', confidence: 0.7, rule: 'other' },
  ],
})

export const SAMPLES = [summit, strike, followUp] as const
