import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { ResourceError } from '../../src/model/errors.ts'
import { call, folderWith, MEETING, sharedPipeline, TALKS } from './support.ts'

interface Serialised {
  readonly attributes: {
    readonly name: string
    readonly date: string | null
    readonly documents: readonly { date: string }[]
  }
  readonly nodes: readonly { readonly key: string; readonly attributes: { readonly label: string } }[]
  readonly edges: readonly {
    readonly attributes: { readonly relation: string; readonly evidence: readonly { start: number; end: number }[] }
  }[]
}
const graph = (json: string): Serialised => JSON.parse(json) as Serialised
const labels = (json: string): string[] => graph(json).nodes.map(({ attributes }) => attributes.label)

describe('extract prints one graph', () => {
  test('of a text, with evidence that slices the file as it is read', async () => {
    const text = `\uFEFF---\r\ntitle: Talks\r\n---\r\n${MEETING}`
    const file = join(folderWith({ 'a.txt': text }), 'a.txt')
    const { status, printed, said } = await call(['extract', file, '--date', '2025-12-04'])
    expect({ status, said }).toEqual({ status: 0, said: [] })
    expect(labels(printed)).toEqual(expect.arrayContaining(['Orla Venn', 'Tomas Reck']))
    expect(graph(printed).attributes).toMatchObject({ name: 'Talks', date: '2025-12-04' })
    const met = graph(printed).edges.find(({ attributes }) => attributes.relation === 'met_with')
    const { start, end } = met!.attributes.evidence[0]!
    expect(readFileSync(file, 'utf8').slice(start, end)).toBe('Orla Venn of Norway met Prime Minister Tomas Reck')
  })

  test('of several texts, in which a text under two names counts once', async () => {
    const folder = folderWith({ 'a.txt': MEETING, 'b.txt': TALKS, 'c.txt': MEETING })
    const files = ['a.txt', 'b.txt', 'c.txt'].map((name) => join(folder, name))
    const { status, printed, steps } = await call(['extract', ...files])
    expect(status).toBe(0)
    expect(steps).toBe(3)
    expect(graph(printed).attributes.documents).toHaveLength(2)
    expect(labels(printed).filter((label) => label === 'Orla Venn')).toHaveLength(1)
  })

  test.each([['json'], ['gexf']])(
    'the same bytes for the same text in any time zone and folder (%s)',
    async (format) => {
      const folder = folderWith({ 'a.txt': MEETING, 'deep/er/a.txt': MEETING })
      const zone = process.env['TZ']
      onTestFinished(() => {
        process.env['TZ'] = zone
      })
      const printed = new Set<string>()
      for (const TZ of ['UTC', 'Pacific/Kiritimati', 'America/Los_Angeles']) {
        process.env['TZ'] = TZ
        for (const name of ['a.txt', 'deep/er/a.txt', 'deep/../a.txt']) {
          const path = relative(process.cwd(), join(folder, name))
          printed.add((await call(['extract', path, '--date', '2025-12-04', '--format', format])).printed)
        }
      }
      expect(printed.size).toBe(1)
    },
  )

  test.each([
    ['empty', '', 'is empty'],
    ['white space', ' \n\n', 'is empty'],
    ['a front matter only', '---\ntitle: Talks\n---\n', 'is empty'],
    ['without a name', 'it rains and rains.', 'names nobody and no place'],
  ])('%s: an empty graph, a note, and status 0', async (_, text, why) => {
    const file = join(folderWith({ 'a.txt': text }), 'a.txt')
    const { status, printed, said } = await call(['extract', file])
    expect(status).toBe(0)
    expect(graph(printed)).toMatchObject({ nodes: [], edges: [] })
    expect(said).toEqual([`Note: ${file} ${why}; its graph is empty.`])
  })

  test('a list too long to relate each to each is told', async () => {
    const stems = ['Bar', 'Dol', 'Fen', 'Gar', 'Hal', 'Kor', 'Lam', 'Mor', 'Nav', 'Pel', 'Rud', 'Sev']
    const endings = ['nik', 'ovar', 'ell', 'sen', 'dorf', 'escu', 'ard', 'ling', 'ano', 'vik', 'ter', 'mann']
    const surnames = stems.flatMap((stem) => endings.map((ending) => stem + ending))
    const people = surnames.map((surname, i) => `${['Anna', 'Peter', 'Maria', 'Paul'][i % 4]} ${surname}`)
    const file = join(
      folderWith({ 'a.txt': `Oskar Drell met ${people.slice(1).join(', ')} and ${people[0]}.` }),
      'a.txt',
    )
    const { status, said } = await call(['extract', file])
    expect(status).toBe(0)
    expect(said).toEqual([expect.stringMatching(/^Note: .*a\.txt: A list of \d+ names at "meet" was too long/)])
  })

  test('of the texts that can be read, with status 1 when one cannot', async () => {
    const folder = folderWith({ 'a.txt': MEETING, 'b.txt': new Uint8Array([1, 0, 2]) })
    const [a, b, c] = ['a.txt', 'b.txt', 'c.txt'].map((name) => join(folder, name)) as [string, string, string]
    const { status, printed, said } = await call(['extract', b, a, c, folder])
    expect(status).toBe(1)
    expect(labels(printed)).toContain('Orla Venn')
    expect(said).toEqual([
      `${b} is a binary file, not a text, and in no format that is read. Give it as plain text, HTML or PDF.`,
      `There is no file at ${c}. Check the name.`,
      `${folder} is a folder. Name its files, or read the folder with: dragoman ingest ${folder}`,
      '3 of 4 texts failed; see above.',
    ])
  })

  test('and nothing at all where no text can be read', async () => {
    expect(await call(['extract', 'missing.txt'])).toMatchObject({ status: 1, printed: '' })
  })

  test('a fault in reading one text is told of, and the others are read', async () => {
    const folder = folderWith({ 'a.txt': MEETING, 'b.txt': TALKS })
    const faulty = () => ({
      ...sharedPipeline(),
      read: ({ text }: { text: string }) => {
        throw text === MEETING ? new RangeError('too deep') : new ResourceError('weights.bin is damaged.')
      },
    })
    const first = await call(['extract', join(folder, 'a.txt')], faulty)
    expect(first).toMatchObject({ status: 1, said: [expect.stringContaining('fault in this program (too deep')] })
    // What would go wrong with every text ends the call.
    const second = await call(['extract', join(folder, 'b.txt'), join(folder, 'a.txt')], faulty)
    expect(second).toMatchObject({ status: 1, printed: '', said: ['weights.bin is damaged.'] })
  })
})

describe('extract --out', () => {
  test('writes the same bytes as are printed, and leaves nothing else', async () => {
    const folder = folderWith({ 'a.txt': MEETING })
    const [file, out] = [join(folder, 'a.txt'), join(folder, 'graph.gexf')]
    const { printed } = await call(['extract', file, '--format', 'gexf'])
    expect(await call(['extract', file, '--format', 'gexf', '--out', out])).toMatchObject({ status: 0, printed: '' })
    expect(readFileSync(out, 'utf8')).toBe(printed)
    expect(readdirSync(folder).sort()).toEqual(['a.txt', 'graph.gexf'])
  })

  test('writes through a link, and into what is no plain file', async () => {
    const folder = folderWith({ 'a.txt': MEETING, 'real.json': 'old' })
    symlinkSync('real.json', join(folder, 'link.json'))
    await call(['extract', join(folder, 'a.txt'), '--out', join(folder, 'link.json')])
    expect(labels(readFileSync(join(folder, 'real.json'), 'utf8'))).toContain('Orla Venn')
    expect((await call(['extract', join(folder, 'a.txt'), '--out', '/dev/null'])).status).toBe(0)
    expect(existsSync('/dev/null') && readFileSync('/dev/null', 'utf8')).toBe('')
  })

  test.each([
    ['missing/graph.json', 1, 'Make it first, or name another place with --out.'],
    ['a.txt/graph.json', 1, 'name another place with --out.'],
    ['folder', 1, 'is a folder. Name a file in it with --out.'],
    ['a.txt', 2, 'from which it comes. Name another place with --out.'],
  ])('%s: one sentence, and all is as it was', async (out, status, message) => {
    const folder = folderWith({ 'a.txt': MEETING })
    mkdirSync(join(folder, 'folder'))
    const result = await call(['extract', join(folder, 'a.txt'), '--out', join(folder, out)])
    expect(result).toMatchObject({ status, printed: '', said: [expect.stringContaining(message)] })
    expect(result.said[0]).toContain(join(folder, out))
    expect(readdirSync(folder).sort()).toEqual(['a.txt', 'folder'])
    expect(readFileSync(join(folder, 'a.txt'), 'utf8')).toBe(MEETING)
  })

  test('a full disk: one sentence', async () => {
    const file = join(folderWith({ 'a.txt': MEETING }), 'a.txt')
    if (!existsSync('/dev/full')) return
    expect(await call(['extract', file, '--out', '/dev/full'])).toMatchObject({
      status: 1,
      said: ['/dev/full cannot be written: the disk is full. Free some space, or name another place with --out.'],
    })
  })
})

describe('extract --each', () => {
  test('writes one graph for each text that can be read, whatever happens to the others', async () => {
    const folder = folderWith({ 'a.txt': MEETING, 'b.news.md': TALKS, 'd.txt': '' })
    const out = join(folder, 'new/graphs')
    mkdirSync(join(out, 'd.json'), { recursive: true })
    const names = ['a.txt', 'missing.txt', 'd.txt', 'b.news.md']
    const { status, printed, said } = await call([
      'extract',
      '--each',
      '--out',
      out,
      ...names.map((name) => join(folder, name)),
    ])
    expect({ status, printed }).toEqual({ status: 1, printed: '' })
    expect(said).toHaveLength(4)
    expect(said.at(-1)).toBe('2 of 4 texts failed; see above.')
    expect(readdirSync(out).sort()).toEqual(['a.json', 'b.news.json', 'd.json'])
    expect(readFileSync(join(out, 'a.json'), 'utf8')).toBe((await call(['extract', join(folder, 'a.txt')])).printed)
  })

  test('refuses two texts of one name before anything is written', async () => {
    const folder = folderWith({ 'a.txt': MEETING, 'x/a.md': TALKS })
    const out = join(folder, 'graphs')
    const { status, said } = await call([
      'extract',
      '--each',
      '--out',
      out,
      join(folder, 'a.txt'),
      join(folder, 'x/a.md'),
    ])
    expect(status).toBe(2)
    expect(said).toEqual([expect.stringContaining(`would both be written to ${join(out, 'a.json')}`)])
    expect(existsSync(out)).toBe(false)
  })

  test('wants a folder, and none in which it would write over a text', async () => {
    const folder = folderWith({ 'a.txt': MEETING, 'a.json': TALKS })
    expect((await call(['extract', '--each', join(folder, 'a.txt')])).status).toBe(2)
    expect((await call(['extract', '--each', '--out', join(folder, 'a.txt'), join(folder, 'a.json')])).status).toBe(2)
    expect((await call(['extract', '--each', '--out', folder, join(folder, 'a.json')])).status).toBe(2)
    expect(readFileSync(join(folder, 'a.json'), 'utf8')).toBe(TALKS)
    writeFileSync(join(folder, 'file'), '')
    expect(await call(['extract', '--each', '--out', join(folder, 'file/x'), join(folder, 'a.txt')])).toMatchObject({
      status: 1,
      said: [expect.stringContaining('a part of the path is a file')],
    })
  })
})
