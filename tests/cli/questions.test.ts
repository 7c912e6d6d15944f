/** Questions to a library on the command line: the same answers as over HTTP, for reading and for programs. */
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { openLibrary } from '../../src/store/open.ts'
import { SAMPLES } from '../support/samples.ts'
import { fill, serve } from '../support/server.ts'
import { call, folderWith } from './support.ts'

const none = (): never => {
  throw new Error('the pipeline was loaded')
}
let path: string
beforeEach(() => {
  path = join(folderWith(), 'talks.db')
  fill(openLibrary(path), SAMPLES).close()
})
const ask = (...args: string[]) => call([...args, '--library', path], none)

describe('for reading', () => {
  test.each<[string[], string[]]>([
    [['search', 'marow'], ['Ilsa Marrow (person, person:ilsa-marrow)']],
    [['search', 'night', 'strike'], ['Night strike on Karsholm, 2031-03-06, Karsholm Post']],
    [['search', 'condemned'], ['Marrow [condemned] the Talvian Guard']],
    [['search', 'nothing of the kind'], ['Nothing in the library has these words.']],
    [
      ['neighbors', 'marrow', '--relation', 'met_with'],
      ['Ilsa Marrow met Teodor Quist · 2031-03-04 to 2031-04-01 · 2 statements', '“President Ilsa Marrow of Ostrava-Lind met Chancellor Teodor'],
    ],
    [
      ['neighbors', 'Oduya', '--status', 'planned'],
      ['Bram Oduya visited (planned) Karsholm', 'according to Northern Wire'],
    ],
    [['neighbors', 'Quist', '--limit', '1'], ['--limit shows more.']],
    [['neighbors', 'Oduya', '--from', '2040'], ['Nothing lies around it']],
    [['paths', 'Quist', 'Ostrava-Lind', '--relation', 'met_with,leader_of'], ['1. Teodor Quist – Ilsa Marrow – Ostrava-Lind (2 steps)']],
    [['paths', 'Quist', 'Oduya', '--relation', 'struck'], ['No path connects the two']],
    [['events', '--place', 'Karsholm', '--type', 'attack'], ['in Karsholm', 'at least 6 killed', 'Together']],
    [['events', '--from', '2040'], ['Nothing in the library fits.']],
  ])('%j', async (args, expected) => {
    const { status, printed, said } = await ask(...args)
    expect({ status, said }).toEqual({ status: 0, said: [] })
    for (const words of expected) expect(printed).toContain(words)
  }) // biome-ignore format: one table

  test.each<[string[], number, RegExp]>([
    [['neighbors', 'Nowhere'], 1, /There is no node "Nowhere"/],
    [['neighbors', 'Marrow', '--depth', '9'], 2, /--depth is 9; it must be at most 3/],
    [['neighbors', 'Marrow', '--min-confidence', 'much'], 2, /--min-confidence is "much"/],
    [['events', '--type', 'party'], 2, /--type is "party"; allowed are: meeting/],
    [['events', '--place', 'Nowhere'], 1, /There is no node "Nowhere"/],
    [['paths', 'Marrow', 'Quist', '--mode', 'longest'], 2, /--mode is "longest"/],
    [['paths', 'Marrow'], 2, /argument/],
    [['search'], 2, /argument/],
  ])('%j is told as wrong', async (args, status, message) => {
    const answer = await ask(...args)
    expect(answer.status).toBe(status)
    expect(answer.said.join('\n')).toMatch(message)
    expect(answer.printed).toBe('')
  })
})

test('--json gives what HTTP gives', async () => {
  const { get } = await serve(SAMPLES)
  for (const [args, address] of [
    [['search', 'karsholm'], '/search?q=karsholm'],
    [['neighbors', 'marrow', '--depth', '2', '--sort', 'name'], '/nodes/person:ilsa-marrow/neighbors?depth=2&sort=name'],
    [['paths', 'Quist', 'Oduya', '--time-respecting'], '/paths?from=Quist&to=Oduya&timeRespecting=true'],
    [['events', '--participant', 'Quist', '--sort', '-date'], '/events?participant=Quist&sort=-date'],
  ] as const) {
    const { printed } = await ask(...args, '--json')
    expect(JSON.parse(printed), address).toEqual((await get(`/api/v1${address}`)).body)
  } // biome-ignore format: one table
})
