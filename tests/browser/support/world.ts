/**
 * An invented year of diplomacy, for the page to show: every status, past ties, a speaker, tolls, parallel edges, two
 * parts that nothing connects, and a text that would do harm if it were taken for HTML.
 */
import type { Position } from '../../../src/model/place.ts'
import { type Reading, reading } from '../../support/extractions.ts'

const MARROW = { type: 'person', name: 'Ilsa Marrow', aliases: ['Marrow'], roles: [['President']] } as const
const QUIST = { type: 'person', name: 'Teodor Quist', aliases: ['Quist'], roles: [['Chancellor']] } as const
const ODUYA = { type: 'person', name: 'Bram Oduya', aliases: ['Oduya'], roles: [['special envoy']] } as const
const TESSALY = { type: 'person', name: 'Runa Tessaly', aliases: ['Tessaly'] } as const
const VANTER = { type: 'person', name: 'Casimir Vanter', aliases: ['Vanter'], roles: [['General']] } as const
const HALLORAN = {
  type: 'person',
  name: 'Noor Halloran',
  aliases: ['Halloran'],
  roles: [['Foreign Minister']],
} as const
const ORSENIA = { type: 'country', name: 'Orsenia' } as const
const TALVIA = { type: 'country', name: 'Talvia' } as const
const KESHMAR = { type: 'country', name: 'Keshmar' } as const
const GUARD = { type: 'armed_force', name: 'Talvian Guard' } as const
const LEAGUE = { type: 'organization', name: 'League of Straits', aliases: ['League'] } as const
const WIRE = { type: 'media', name: 'Northern Wire' } as const
const VELMONT = { type: 'city', name: 'Velmont' } as const
const KARSHOLM = { type: 'city', name: 'Karsholm' } as const
const DUNMERE = { type: 'city', name: 'Dunmere' } as const
const SOUND = { type: 'region', name: 'Ash Sound' } as const

const talks = reading({
  title: 'Marrow and Quist meet in Velmont',
  date: '2031-03-04',
  source: 'Northern Wire',
  sentences: [
    'President Ilsa Marrow of Orsenia met Chancellor Teodor Quist of Talvia in Velmont on Tuesday.',
    'Marrow sent her special envoy Bram Oduya to the talks a week before.',
    'Oduya will travel to Karsholm next week, the Northern Wire reported.',
    'Quist denied that he had spoken with Oduya.',
    'Foreign Minister Noor Halloran of Orsenia asked Talvia to leave Ash Sound.',
    'Talvia may join the League of Straits.',
  ],
  entities: [MARROW, QUIST, ODUYA, HALLORAN, ORSENIA, TALVIA, LEAGUE, WIRE, VELMONT, KARSHOLM, SOUND],
  relations: [
    { in: 0, is: ['Ilsa Marrow', 'met_with', 'Teodor Quist'], date: '2031-03-04', event: 0 },
    { in: 0, is: ['Ilsa Marrow', 'leader_of', 'Orsenia'] },
    { in: 0, is: ['Teodor Quist', 'leader_of', 'Talvia'] },
    { in: 1, is: ['Ilsa Marrow', 'sent', 'Bram Oduya'], date: '2031-02-25' },
    { in: 1, is: ['Bram Oduya', 'envoy_of', 'Ilsa Marrow'] },
    { in: 2, is: ['Bram Oduya', 'visited', 'Karsholm'], modality: 'planned', by: 'Northern Wire', date: '2031-03-11' },
    { in: 3, is: ['Teodor Quist', 'spoke_with', 'Bram Oduya'], modality: 'denied', by: 'Teodor Quist' },
    { in: 4, is: ['Noor Halloran', 'official_of', 'Orsenia'] },
    { in: 4, is: ['Noor Halloran', 'requested', 'Talvia'] },
    { in: 4, is: ['Talvia', 'withdrew_from', 'Ash Sound'], modality: 'requested', by: 'Noor Halloran' },
    { in: 5, is: ['Talvia', 'member_of', 'League of Straits'], modality: 'possible' },
  ],
  events: [
    {
      in: 0,
      type: 'meeting',
      label: 'Meeting of Marrow and Quist',
      date: '2031-03-04',
      who: [
        ['Ilsa Marrow', 'participant'],
        ['Teodor Quist', 'participant'],
      ],
      where: ['Velmont'],
    },
    {
      in: 2,
      type: 'visit',
      label: 'Visit of Oduya to Karsholm',
      date: '2031-03-11',
      modality: 'planned',
      who: [['Bram Oduya', 'agent']],
      where: ['Karsholm'],
    },
  ],
})

const strike = reading({
  title: 'Night strike on Karsholm',
  date: '2031-03-06',
  source: 'Karsholm Post',
  sentences: [
    'The Talvian Guard struck Karsholm overnight, killing at least six people and wounding dozens.',
    'General Casimir Vanter commands the Talvian Guard, which is based in Dunmere.',
    'Marrow accused Talvia of breaking its word, and the League of Straits sanctioned Vanter.',
    'Former minister Runa Tessaly, once an official of Talvia, fled to Orsenia.',
    'Karsholm lies in Orsenia.',
  ],
  entities: [
    GUARD,
    KARSHOLM,
    DUNMERE,
    VANTER,
    MARROW,
    TALVIA,
    LEAGUE,
    ORSENIA,
    { ...TESSALY, roles: [['minister', true]] },
  ],
  relations: [
    { in: 0, is: ['Talvian Guard', 'struck', 'Karsholm'], date: '2031-03-05', event: 0 },
    { in: 1, is: ['Casimir Vanter', 'commander_of', 'Talvian Guard'] },
    { in: 1, is: ['Talvian Guard', 'based_in', 'Dunmere'] },
    { in: 2, is: ['Ilsa Marrow', 'accused', 'Talvia'], date: '2031-03-06' },
    { in: 2, is: ['League of Straits', 'sanctioned', 'Casimir Vanter'], date: '2031-03-06' },
    { in: 3, is: ['Runa Tessaly', 'official_of', 'Talvia'], former: true },
    { in: 4, is: ['Karsholm', 'located_in', 'Orsenia'] },
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
      wounded: [24, null, 'dozens'],
    },
  ],
})

const again = reading({
  title: 'A second round, and a signature',
  date: '2031-04-01',
  source: 'Northern Wire',
  sentences: [
    'Teodor Quist and Ilsa Marrow met again in Velmont, this time with Bram Oduya at the table.',
    'Orsenia and Talvia signed an agreement on Ash Sound.',
    'Noor Halloran negotiated with Casimir Vanter for nine hours.',
    'Keshmar hosted the talks and is allied with Orsenia.',
    'Quist will visit Keshmar in May.',
  ],
  entities: [QUIST, MARROW, ODUYA, HALLORAN, VANTER, ORSENIA, TALVIA, KESHMAR, VELMONT, SOUND],
  relations: [
    { in: 0, is: ['Teodor Quist', 'met_with', 'Ilsa Marrow'], date: '2031-04-01', event: 0 },
    { in: 0, is: ['Teodor Quist', 'met_with', 'Bram Oduya'], date: '2031-04-01', event: 0 },
    { in: 1, is: ['Orsenia', 'agreed_with', 'Talvia'], date: '2031-04-01', event: 1 },
    { in: 2, is: ['Noor Halloran', 'negotiated_with', 'Casimir Vanter'], date: '2031-04-01' },
    { in: 3, is: ['Keshmar', 'hosted', 'Talvia'], date: '2031-04-01' },
    { in: 3, is: ['Keshmar', 'hosted', 'Orsenia'], date: '2031-04-01' },
    { in: 3, is: ['Keshmar', 'ally_of', 'Orsenia'] },
    { in: 4, is: ['Teodor Quist', 'visited', 'Keshmar'], modality: 'planned', date: '2031-05-01' },
  ],
  events: [
    {
      in: 0,
      type: 'summit',
      label: 'Second Velmont summit',
      date: '2031-04-01',
      who: [
        ['Teodor Quist', 'participant'],
        ['Ilsa Marrow', 'participant'],
        ['Bram Oduya', 'participant'],
      ],
      where: ['Velmont'],
    },
    {
      in: 1,
      type: 'agreement',
      label: 'Agreement on Ash Sound',
      date: '2031-04-01',
      who: [
        ['Orsenia', 'participant'],
        ['Talvia', 'participant'],
      ],
      where: ['Ash Sound'],
    },
  ],
})

const harbour = reading({
  title: 'Harbour workers walk out in Dunmere',
  date: '2031-04-09',
  source: 'Dunmere Courier',
  sentences: [
    'The Dockers’ Union protested against the Free Tide Party in Dunmere.',
    'Party founder Lucan Ferro works for the Port Authority.',
    'Police arrested Mira Kestrel, who is the sister of Lucan Ferro.',
    'The Port Authority owns Pier Nine.',
  ],
  entities: [
    { type: 'organization', name: 'Dockers’ Union' },
    { type: 'party', name: 'Free Tide Party' },
    DUNMERE,
    { type: 'person', name: 'Lucan Ferro', aliases: ['Ferro'] },
    { type: 'organization', name: 'Port Authority' },
    { type: 'armed_force', name: 'Police' },
    { type: 'person', name: 'Mira Kestrel', aliases: ['Kestrel'] },
    { type: 'facility', name: 'Pier Nine' },
  ],
  relations: [
    { in: 0, is: ['Dockers’ Union', 'protested_against', 'Free Tide Party'], date: '2031-04-09', event: 0 },
    { in: 1, is: ['Lucan Ferro', 'founder_of', 'Free Tide Party'] },
    { in: 1, is: ['Lucan Ferro', 'works_for', 'Port Authority'] },
    { in: 2, is: ['Police', 'arrested', 'Mira Kestrel'], date: '2031-04-09' },
    { in: 2, is: ['Mira Kestrel', 'family_of', 'Lucan Ferro'], role: 'sibling' },
    { in: 3, is: ['Port Authority', 'owner_of', 'Pier Nine'] },
  ],
  events: [
    {
      in: 0,
      type: 'protest',
      label: 'Walkout in Dunmere',
      date: '2031-04-09',
      who: [['Dockers’ Union', 'agent']],
      where: ['Dunmere'],
    },
  ],
})

/** A name like a tag, one that reads from right to left, an emoji, and one of 300 characters. */
export const LONG_NAME = `Society ${'for the Advancement of Everything '.repeat(9).trim()}`.slice(0, 300)
export const HOSTILE_NAME = '<img src=x onerror=alert(1)>'
const hostile = reading({
  title: '<script>document.title="taken"</script>',
  sentences: [`${HOSTILE_NAME} met שרה לוין 🕊️ at noon.`, `${LONG_NAME} supports שרה לוין.`],
  entities: [
    { type: 'organization', name: HOSTILE_NAME },
    { type: 'person', name: 'שרה לוין' },
    { type: 'organization', name: LONG_NAME },
  ],
  relations: [
    { in: 0, is: [HOSTILE_NAME, 'met_with', 'שרה לוין'] },
    { in: 1, is: [LONG_NAME, 'supported', 'שרה לוין'] },
  ],
})

export const WORLD: readonly Reading[] = [talks, strike, again, harbour, hostile]

/** Where the places of this world are; Pier Nine is nowhere. */
export const WORLD_PLACES: Readonly<Record<string, Position>> = {
  Velmont: { lat: 48.2, lon: 16.4 },
  Karsholm: { lat: 50.1, lon: 30.5 },
  Dunmere: { lat: 55.7, lon: 37.6 },
  'Ash Sound': { lat: 45.3, lon: 34.3 },
  Orsenia: { lat: 47, lon: 20 },
  Talvia: { lat: 56, lon: 45 },
  Keshmar: { lat: 24, lon: 46 },
}
