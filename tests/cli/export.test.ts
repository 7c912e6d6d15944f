import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { FORMAT_NAMES } from '../../src/graph/formats/catalogue.ts'
import { openLibrary } from '../../src/store/open.ts'
import { SAMPLES } from '../support/samples.ts'
import { fill } from '../support/server.ts'
import { call, folderWith, MEETING } from './support.ts'

/** A library of the samples, in a folder of its own. */
function sampleLibrary(): { folder: string; library: string } {
  const folder = folderWith()
  const library = join(folder, 'samples.db')
  fill(openLibrary(library), SAMPLES).close()
  return { folder, library }
}

const CSV = ['documents.csv', 'edges.csv', 'evidence.csv', 'graph.csv', 'nodes.csv']

describe('export', () => {
  test('takes the filters of the API, and leaves the sentences out when told', async () => {
    const { library } = sampleLibrary()
    const nodes = async (...flags: string[]): Promise<string[]> => {
      const { printed, said, status } = await call(['export', '--library', library, '--format', 'jsonl', ...flags])
      expect({ said, status }).toEqual({ said: [], status: 0 })
      const lines = printed.trim().split('\n')
      return lines
        .map((line) => JSON.parse(line) as { is: string; key: string })
        .flatMap(({ is, key }) => (is === 'node' ? [key] : []))
    }
    expect(await nodes('--relation', 'struck')).toEqual(['armed_force:talvian-guard', 'city:karsholm'])
    expect(await nodes('--status', 'planned', '--kind', 'actor', '--kind', 'place')).toEqual([
      'city:karsholm',
      'person:bram-oduya',
    ])
    expect(await nodes('--node', 'Runa Tessaly')).toEqual(['country:ostrava-lind', 'person:runa-tessaly'])
    const silent = await call([
      'export',
      '--library',
      library,
      '--format',
      'csv',
      '--table',
      'evidence',
      '--without-text',
    ])
    expect(silent.printed).not.toContain('will travel')
    const told = await call(['export', '--library', library, '--format', 'csv', '--table', 'evidence'])
    expect(told.printed).toContain('will travel')
  })

  test('writes tables into a folder or a ZIP', async () => {
    const { folder, library } = sampleLibrary()
    const out = join(folder, 'tables')
    expect(await call(['export', '--library', library, '--format', 'csv', '--out', `${out}/`])).toMatchObject({
      status: 0,
    })
    expect(readdirSync(out).sort()).toEqual(CSV)
    expect(await call(['export', '--library', library, '--out', `${out}.zip`])).toMatchObject({ status: 0 })
    const packed = unzipSync(readFileSync(`${out}.zip`))
    expect(Object.keys(packed).sort()).toEqual(CSV)
    for (const [name, bytes] of Object.entries(packed)) expect(readFileSync(join(out, name)).equals(bytes)).toBe(true)
  })

  test('of a dossier and a page takes the format from the ending', async () => {
    const { folder, library } = sampleLibrary()
    const dossier = join(folder, 'marrow.md')
    await call(['export', '--library', library, '--node', 'Ilsa Marrow', '--out', dossier])
    expect(readFileSync(dossier, 'utf8')).toContain('accused **Talvian Guard**')
    await call(['export', '--library', library, '--out', join(folder, 'graph.html')])
    expect(readFileSync(join(folder, 'graph.html'), 'utf8')).toContain('<!doctype html>')
  })

  test('says who has a name that several have, and who has none', async () => {
    const { library } = sampleLibrary()
    const { status, said } = await call(['export', '--library', library, '--node', 'Nobody'])
    expect({ status, said }).toEqual({
      status: 1,
      said: ['There is no node "Nobody". Give its key or its name, as the graph has them.'],
    })
  })

  test('leaves nothing half written', async () => {
    const { folder, library } = sampleLibrary()
    mkdirSync(join(folder, 'out'))
    const out = join(folder, 'out/x.md')
    expect((await call(['export', '--library', library, '--node', 'Nobody', '--out', out])).status).toBe(1)
    expect(readdirSync(join(folder, 'out'))).toEqual([])
  })

  test('names every format in its help', async () => {
    const { printed } = await call(['export', '--help'])
    for (const name of FORMAT_NAMES) expect(printed).toMatch(new RegExp(`^  ${name} +\\S`, 'm'))
  })
})

test('extract writes the sentences along, or not', async () => {
  const folder = folderWith({ 'a.txt': MEETING })
  const file = join(folder, 'a.txt')
  expect((await call(['extract', file])).printed).toContain('"sentences":["President Orla Venn')
  expect((await call(['extract', file, '--without-text'])).printed).not.toContain('"sentences"')
  await call(['extract', file, '--each', '--out', join(folder, 'out'), '--format', 'csv'])
  expect(existsSync(join(folder, 'out/a.zip'))).toBe(true)
})
