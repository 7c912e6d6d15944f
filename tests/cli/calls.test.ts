import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { packageVersion } from '../../src/resources.ts'
import { call, folderWith, MEETING } from './support.ts'

/** Help and refusals need no models. */
const none = (): never => {
  throw new Error('the pipeline was loaded')
}

describe('help', () => {
  test.each([['extract'], ['ingest'], ['serve'], ['query'], ['export'], ['stats']])(
    'of %s has examples',
    async (command) => {
      const { status, printed, said } = await call([command, '--help'], none)
      expect({ status, said }).toEqual({ status: 0, said: [] })
      expect(printed).toMatch(new RegExp(`Examples:\n  dragoman ${command}\\b`))
    },
  )

  test('of the whole names every command', async () => {
    const { status, printed } = await call(['--help'], none)
    expect(status).toBe(0)
    for (const command of ['extract', 'ingest', 'serve', 'query', 'export', 'stats'])
      expect(printed).toContain(`\n  ${command} `)
  })

  test.each([['--version'], ['-V']])('%s prints the version', async (flag) => {
    expect(await call([flag], none)).toMatchObject({ status: 0, printed: `${packageVersion()}\n`, said: [] })
  })
})

describe('a wrong call has status 2 and prints nothing', () => {
  test.each([
    [
      ['extract', 'a.txt', '--date', '2025-02-30'],
      "'2025-02-30' is invalid. Write a day of the calendar as YYYY-MM-DD",
    ],
    [['extract', 'a.txt', '--date', 'tomorrow'], "'tomorrow' is invalid"],
    [['extract', 'a.txt', '--date', '2025-13-01'], "'2025-13-01' is invalid"],
    [['extract', 'a.txt', '--date', '2025-12'], "'2025-12' is invalid"],
    [['ingest', 'a.txt', '--date', '04.12.2025'], "'04.12.2025' is invalid"],
    [['extract', 'a.txt', '--format', 'tulip'], "'tulip' is invalid. Choose one of: gexf, html, json, "],
    [['export', '--status', 'wished'], '--status is "wished"; allowed are: asserted, planned'],
    [['export', '--from', 'yesterday'], '--from is "yesterday", which is no date'],
    [['export', '--depth', '2'], 'A depth counts steps around a node'],
    [['export', '--format', 'csv'], 'CSV tables are several files. Name a ZIP or a folder with --out'],
    [['export', '--format', 'csv', '--table', 'sums'], 'There is no table "sums". Choose one of: nodes, edges'],
    [['export', '--format', 'gexf', '--table', 'nodes'], 'it has no tables'],
    [['export', '--format', 'dossier'], 'A Markdown dossier is about one node'],
    [['extract', 'a.txt', '--format', 'dossier'], 'use "dragoman export"'],
    [['export', '--format', 'toString'], "'toString' is invalid"],
    [['serve', '--port', '65536'], "'65536' is invalid. Give a number"],
    [['serve', '--port', 'http'], "'http' is invalid"],
    [['serve', '--host', '0.0.0.0'], 'DRAGOMAN_TOKEN'],
    [['serve', '--samples', '--library', 'x.db'], "cannot be used with option '--library"],
    [['stats', '--library', ''], "argument '' is invalid"],
    [['extract'], 'missing required argument'],
    [['ingest'], 'missing required argument'],
    [['stats', 'x'], 'too many arguments'],
    [['tell'], "unknown command 'tell'"],
    [['extract', 'a.txt', '--loud'], "unknown option '--loud'"],
    [[], 'Usage: dragoman'],
  ])('%j', async (args, message) => {
    const { status, printed, said } = await call(args, none)
    expect({ status, printed }).toEqual({ status: 2, printed: '' })
    expect(said.join('\n')).toContain(message)
  })
})

test('a day that is unknown may be said', async () => {
  const file = join(folderWith({ 'a.txt': MEETING }), 'a.txt')
  const { status, printed } = await call(['extract', file, '--date', ''])
  expect(status).toBe(0)
  expect(JSON.parse(printed)).toMatchObject({ attributes: { date: null } })
})

test('a date of the text counts, not that of the call', async () => {
  const folder = folderWith()
  writeFileSync(join(folder, 'a.txt'), `---\ndate: 2025-11-30\n---\n${MEETING}`)
  const { printed } = await call(['extract', join(folder, 'a.txt'), '--date', '2025-12-04'])
  expect(JSON.parse(printed)).toMatchObject({ attributes: { date: '2025-11-30' } })
})
