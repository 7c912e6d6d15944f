/** Folders that the server reads by itself, and the samples of an empty library. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { BASE } from '../../src/api/openapi.ts'
import type { Problem } from '../../src/api/schemas.ts'
import { type SourcesAnswer, SourcesLine, SourcesAnswer as SourcesSchema } from '../../src/api/sources.ts'
import { LibraryError } from '../../src/model/errors.ts'
import { ReadRoot } from '../../src/server/read-root.ts'
import { MEMORY, openLibrary } from '../../src/store/open.ts'
import { SAMPLES as READINGS } from '../support/samples.ts'
import { type Answer, blankPipeline, serve } from '../support/server.ts'

const SOURCES = `${BASE}/sources`
let base = ''
let root: ReadRoot

beforeAll(() => {
  base = mkdtempSync(join(tmpdir(), 'dragoman-root-'))
  const write = (path: string, text: string): void => writeFileSync(join(base, path), text)
  for (const folder of ['outside', 'root/2031/march', 'root/.hidden', 'root/empty'])
    mkdirSync(join(base, folder), { recursive: true })
  write('outside/secret.txt', 'Nobody may read this.')
  write('root/note.txt', 'A note.')
  write('root/2031/first.txt', 'One text.')
  write('root/2031/march/second.txt', 'Another text.')
  write('root/2031/march/third.txt', '  ')
  write('root/2031/march/picture.png', 'no picture')
  write('root/2031/broken.pdf', 'no PDF')
  symlinkSync(join(base, 'outside'), join(base, 'root/2031/away'))
  symlinkSync(join(base, 'outside/secret.txt'), join(base, 'root/2031/secret.txt'))
  symlinkSync(join(base, 'root/2031/march'), join(base, 'root/spring'))
  root = new ReadRoot(join(base, 'root'))
})
afterAll(() => rmSync(base, { recursive: true, force: true }))

const linesOf = ({ text }: Answer): SourcesLine[] =>
  text
    .trim()
    .split('\n')
    .map((line) => SourcesLine.parse(JSON.parse(line)))

describe('what there is to read', () => {
  test('is nothing where the server was given no root', async () => {
    const { get, send } = await serve([])
    expect((await get(SOURCES)).body).toEqual({ root: null, folder: '', folders: [], texts: 0, samples: 0 })
    for (const refused of [await get(`${SOURCES}?folder=a`), await send('POST', SOURCES, { folder: 'a' })]) {
      expect([refused.status, refused.headers.get('content-type')]).toEqual([404, expect.stringContaining('problem')])
      expect((refused.body as Problem).detail).toContain('--root')
    }
  })

  test('is what lies below the root, links that stay inside of it too', async () => {
    const { get } = await serve([], { sources: { root } })
    const top = SourcesSchema.parse((await get<SourcesAnswer>(SOURCES)).body)
    expect(top).toEqual({
      root: 'root',
      folder: '',
      folders: [
        { name: '2031', folder: '2031' },
        { name: 'empty', folder: 'empty' },
        { name: 'spring', folder: 'spring' },
      ],
      texts: 1,
      samples: 0,
    })
    const { body } = await get<SourcesAnswer>(`${SOURCES}?folder=2031`)
    expect(body.folders).toEqual([{ name: 'march', folder: '2031/march' }])
    expect(body.texts).toBe(2)
  })

  test.each(['..', '2031/../..', '/etc', '2031/away', 'C:\\texts', '..\\outside', 'none', 'note.txt', '.', 'a\0b'])(
    'is never what lies elsewhere: %j',
    async (folder) => {
      const { get, send, library } = await serve([], { sources: { root } })
      const listed = await get<Problem>(`${SOURCES}?folder=${encodeURIComponent(folder)}`)
      const read = await send<Problem>('POST', SOURCES, { folder })
      for (const { status, body } of [listed, read]) {
        expect([400, 404]).toContain(status)
        expect(body.parameter).toBe('folder')
        expect(body.detail).not.toContain(base)
      }
      expect(library.documents()).toEqual([])
    },
  )

  test.each(['no-such-folder', 'root/note.txt'])('needs a root that is a folder: %s', (path) => {
    expect(() => new ReadRoot(join(base, path))).toThrow(/--root/)
  })
})

describe('a folder', () => {
  test('is read with all below it; each file tells what was read in it, and links that lead out are left alone', async () => {
    const { send, library } = await serve([], { sources: { root } })
    const answer = await send('POST', SOURCES, { folder: '2031', date: '2031-05-01', source: 'Karsholm Post' })
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, expect.stringContaining('x-ndjson')])
    const [begin, ...rest] = linesOf(answer)
    expect(begin).toEqual({
      kind: 'begin',
      files: 4,
      failures: [
        'away is a link that leads out, and is not followed.',
        'secret.txt is a link that leads out, and is not followed.',
      ],
      notes: ['1 file in the folder is of a kind that is not read: 1 .png.'],
    })
    expect(
      rest.map((line) => (line.kind === 'file' ? [line.name, line.texts, line.failures.length] : line.kind)),
    ).toEqual([['broken.pdf', 0, 1], ['first.txt', 1, 0], ['march/second.txt', 1, 0], ['march/third.txt', 0, 1], 'end'])
    expect(answer.text).not.toContain(base)
    expect(library.documents().map(({ date, source }) => [date, source])).toEqual([
      ['2031-05-01', 'Karsholm Post'],
      ['2031-05-01', 'Karsholm Post'],
    ])

    const told = { date: '2031-05-01', source: 'Karsholm Post' }
    const again = linesOf(await send('POST', SOURCES, { folder: '2031/march', ...told }))
    expect(again).toContainEqual(expect.objectContaining({ name: 'second.txt', texts: 1, unchanged: 1 }))
    expect(library.stats().documents).toBe(2)
  })

  test('cannot be read by a page of another site, nor without the secret word', async () => {
    const open = await serve([], { sources: { root } })
    const foreign = await open.send('POST', SOURCES, { folder: '2031' }, { origin: 'https://elsewhere.example' })
    const form = await open.send('POST', SOURCES, '{"folder":"2031"}', { 'content-type': 'text/plain' })
    expect([foreign.status, form.status]).toEqual([403, 415])
    const closed = await serve([], { sources: { root }, token: 'open-sesame' })
    expect((await closed.get(SOURCES)).status).toBe(401)
    expect((await closed.send('POST', SOURCES, { folder: '2031' })).status).toBe(401)
    expect([open, closed].map(({ library }) => library.stats().documents)).toEqual([0, 0])
  })

  test('is read by one at a time', async () => {
    const { send, url } = await serve([], { sources: { root } })
    const ask = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"folder":"2031"}' }
    const first = await fetch(`${url}${SOURCES}`, ask)
    const second = await send<Problem>('POST', SOURCES, { folder: '2031' })
    // The first may be done when the second comes; then both are read, one after the other.
    expect([200, 409]).toContain(second.status)
    expect((await first.text()).trim().endsWith('{"kind":"end"}')).toBe(true)
    expect((await send('POST', SOURCES, { folder: '2031' })).status).toBe(200)
  })

  test('that cannot be stored says why, and the server goes on', async () => {
    const library = openLibrary(MEMORY)
    const put = (): never => {
      throw new LibraryError('the disk is full')
    }
    const full = new Proxy(library, {
      get: (of, name) => {
        if (name === 'put') return put
        const value: unknown = Reflect.get(of, name, of)
        return typeof value === 'function' ? value.bind(of) : value
      },
    })
    const told: string[] = []
    const { send } = await serve([], { sources: { root }, library: full, log: (message) => told.push(message) })
    const lines = linesOf(await send('POST', SOURCES, { folder: '2031/march' }))
    expect(lines.map(({ kind }) => kind)).toEqual(['begin', 'problem'])
    expect(told).toEqual(['reading a folder'])
    expect((await send('POST', SOURCES, { folder: 'empty' })).status).toBe(200)
  })
})

describe('the samples', () => {
  const samples = () => ({
    folders: [join(base, 'root/2031/march')],
    under: join(base, 'root'),
    originOf: () => 'sample',
  })

  test('fill an empty library, and none that has texts', async () => {
    const { get, send, library } = await serve([], { sources: { samples: samples() } })
    expect((await get<SourcesAnswer>(SOURCES)).body.samples).toBe(2)
    const lines = linesOf(await send('POST', SOURCES, { samples: true }))
    expect(lines.at(-1)).toEqual({ kind: 'end' })
    expect(library.stats().documents).toBeGreaterThan(0)
    expect((await get<SourcesAnswer>(SOURCES)).body.samples).toBe(0)
    expect((await send('POST', SOURCES, { samples: true })).status).toBe(409)
  })

  test.each([{}, { folder: '', samples: true }, { samples: false }])('want a clear wish: %j', async (wish) => {
    const { send } = await serve(READINGS, { sources: { root, samples: samples() }, pipeline: blankPipeline })
    expect((await send('POST', SOURCES, wish)).status).toBe(400)
  })
})
