import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { call, folderWith, MEETING, sharedPipeline, TALKS } from './support.ts'

const exported = async (library: string): Promise<string> =>
  (await call(['export', '--library', library, '--format', 'json'])).printed

describe('ingest', () => {
  test('twice is once', async () => {
    const folder = folderWith({
      'texts/a.txt': MEETING,
      'texts/more/b.md': TALKS,
      'texts/README.md': 'x',
      'texts/c.png': 'x',
    })
    const library = join(folder, 'talks.db')
    const ingest = () => call(['ingest', join(folder, 'texts'), '--library', library, '--date', '2025-12-04'])
    const skipped = `Note: 2 files in ${join(folder, 'texts')} are of a kind that is not read: 1 .png, 1 read-me files.`
    expect(await ingest()).toMatchObject({
      status: 0,
      said: [skipped, `${library}: 2 added, 0 changed, 0 unchanged.`],
      printed: '',
    })
    const once = await exported(library)
    expect(await ingest()).toMatchObject({ status: 0, said: [skipped, `${library}: 0 added, 0 changed, 2 unchanged.`] })
    expect(await exported(library)).toBe(once)
    expect(once).toContain('Ilse Marrant')
  })

  test('a changed text takes the place of the old one', async () => {
    const folder = folderWith({ 'a.txt': MEETING })
    const library = join(folder, 'talks.db')
    await call(['ingest', join(folder, 'a.txt'), '--library', library])
    writeFileSync(join(folder, 'a.txt'), TALKS)
    const { said } = await call(['ingest', join(folder, 'a.txt'), '--library', library])
    expect(said).toEqual([`${library}: 0 added, 1 changed, 0 unchanged.`])
    expect(await exported(library)).not.toContain('Tomas Reck')
  })

  test('a text under two names is known once', async () => {
    const folder = folderWith({ 'a.txt': MEETING, 'b.txt': MEETING })
    const library = join(folder, 'talks.db')
    await call(['ingest', folder, '--library', library])
    expect(JSON.parse((await call(['stats', '--json', '--library', library])).printed)).toMatchObject({ documents: 1 })
  })

  test('texts are read again by another version of the pipeline', async () => {
    const folder = folderWith({ 'a.txt': MEETING })
    const library = join(folder, 'talks.db')
    const args = ['ingest', join(folder, 'a.txt'), '--library', library]
    await call(args)
    const { said } = await call(args, () => ({ ...sharedPipeline(), version: 'another' }))
    expect(said).toEqual([`${library}: 0 added, 1 changed, 0 unchanged.`])
  })

  test('what cannot be read is told of, and the rest is stored', async () => {
    const folder = folderWith({ 'a.txt': MEETING, 'b.txt': new Uint8Array([1, 0, 65]), 'c.txt': '' })
    const library = join(folder, 'talks.db')
    const { status, said } = await call([
      'ingest',
      folder,
      join(folder, 'missing'),
      'http://127.0.0.1:9/a.txt',
      '--library',
      library,
    ])
    expect(status).toBe(1)
    expect(said.join('\n')).toContain('There is no file at')
    expect(said.join('\n')).toContain(
      'http://127.0.0.1:9/a.txt was not read: 127.0.0.1 is an address of a private network',
    )
    expect(said.join('\n')).toContain('is a binary file')
    expect(said.join('\n')).toContain('c.txt is empty')
    expect(said.at(-1)).toBe(`${library}: 2 added, 0 changed, 0 unchanged, 3 failed.`)
  })

  test('makes no library when there is nothing to store', async () => {
    const folder = folderWith({ 'empty/x.png': '' })
    const library = join(folder, 'talks.db')
    expect((await call(['ingest', join(folder, 'missing'), '--library', library])).status).toBe(1)
    const { status, said } = await call(['ingest', join(folder, 'empty'), '--library', library])
    expect(status).toBe(0)
    expect(said[0]).toBe(`Note: there are no texts in ${join(folder, 'empty')}.`)
    expect(existsSync(library)).toBe(false)
  })

  test('a folder stands for the library in it', async () => {
    const folder = folderWith({ 'a.txt': MEETING })
    await call(['ingest', join(folder, 'a.txt'), '--library', folder])
    expect(existsSync(join(folder, 'dragoman.db'))).toBe(true)
    expect((await call(['stats', '--library', `${folder}/`])).printed).toMatch(/^documents +1\n/)
  })
})

describe('a library that cannot be used: one sentence, status 1, and it stays as it was', () => {
  const broken = async (folder: string): Promise<Record<string, string>> => {
    const made = join(folder, 'made.db')
    await call(['ingest', join(folder, 'a.txt'), '--library', made])
    const newer = new Database(made)
    newer.pragma('user_version = 999')
    newer.close()
    renameSync(made, join(folder, 'newer.db'))
    const other = new Database(join(folder, 'other.db'))
    other.exec('CREATE TABLE things (name)')
    other.close()
    writeFileSync(join(folder, 'damaged.db'), Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(5000, 7)]))
    writeFileSync(join(folder, 'text.db'), 'not a library')
    return { newer: 'newer version', other: 'another program', damaged: 'is not a library', text: 'is not a library' }
  }

  test.each([['newer'], ['other'], ['damaged'], ['text']])('%s', async (name) => {
    const folder = folderWith({ 'a.txt': MEETING })
    const message = (await broken(folder))[name]!
    const library = join(folder, `${name}.db`)
    const before = readFileSync(library)
    for (const args of [['ingest', join(folder, 'a.txt')], ['export'], ['stats'], ['serve', '--port', '0']]) {
      const { status, said, printed } = await call([...args, '--library', library])
      expect({ status, printed }).toEqual({ status: 1, printed: '' })
      expect(said).toHaveLength(1)
      expect(said[0]).toContain(library)
      expect(said[0]).toContain(message)
    }
    expect(readFileSync(library).equals(before)).toBe(true)
  })

  test.each([['export'], ['stats']])('missing, for %s', async (command) => {
    const library = join(folderWith(), 'missing.db')
    const { status, said } = await call([command, '--library', library])
    expect({ status, said }).toEqual({
      status: 1,
      said: [`There is no library at ${library}. Read texts into it first: dragoman ingest --library ${library} TEXTS`],
    })
    expect(existsSync(library)).toBe(false)
  })

  test('in a folder that is not there', async () => {
    const folder = folderWith({ 'a.txt': MEETING })
    const { status, said } = await call(['ingest', join(folder, 'a.txt'), '--library', join(folder, 'x/y.db')])
    expect({ status, said }).toMatchObject({ status: 1, said: [expect.stringContaining(join(folder, 'x'))] })
  })
})

describe('export and stats', () => {
  test('write what is in the library', async () => {
    const folder = folderWith({ 'a.txt': MEETING })
    const library = join(folder, 'talks.db')
    await call(['ingest', join(folder, 'a.txt'), '--library', library])
    const stats = JSON.parse((await call(['stats', '--json', '--library', library])).printed) as Record<string, number>
    const graph = JSON.parse(await exported(library)) as { nodes: unknown[]; edges: unknown[] }
    expect(stats).toMatchObject({ documents: 1, nodes: graph.nodes.length, edges: graph.edges.length })
    mkdirSync(join(folder, 'out'))
    const out = join(folder, 'out/graph.gexf')
    expect((await call(['export', '--library', library, '--out', out])).status).toBe(0)
    expect(readFileSync(out, 'utf8')).toContain('<gexf')
    expect((await call(['export', '--library', library, '--out', library])).status).toBe(2)
    expect((await call(['stats', '--library', library])).status).toBe(0)
  })
})
