import { mkdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { SourceDocument } from '../../src/model/document.ts'
import { UnreadableDocumentError } from '../../src/model/errors.ts'
import { listTexts } from '../../src/read/folders.ts'
import { fileSource } from '../../src/read/source.ts'
import { folderWith } from '../cli/support.ts'
import { only, type Read, readFixture, readSource } from './support.ts'

const readPath = async (path: string): Promise<Read> => readSource(await fileSource(path))
const documentAt = async (path: string): Promise<SourceDocument> => only(await readPath(path))

describe('offsets count in the text as it was read', () => {
  test.each([
    ['a byte-order mark', '\uFEFFOrla Venn spoke.', 'Orla Venn spoke.'],
    ['carriage returns', 'Orla Venn\r\nspoke.\r\n', 'Orla Venn\r\nspoke.\r\n'],
    ['a front matter', '---\r\ntitle: Talks\r\n---\r\nOrla Venn spoke.', 'Orla Venn spoke.'],
    ['signs outside the first plane', '😀 Orla Venn spoke.', '😀 Orla Venn spoke.'],
  ])('with %s', async (_, text, body) => {
    const path = join(folderWith({ 'a.txt': text }), 'a.txt')
    const document = await documentAt(path)
    expect(document.text).toBe(readFileSync(path, 'utf8'))
    expect(document.text.slice(document.body.start, document.body.end)).toBe(body)
  })
})

describe('encodings', () => {
  const ENGLISH = 'José Núñez and Zoë Çelik spoke – “at last” – in Karsholm.'
  test.each([
    ['utf-16le.txt', ENGLISH, 'en'],
    ['utf-16be.txt', ENGLISH, 'en'],
    ['windows-1252.txt', ENGLISH, 'en'],
    ['windows-1251.txt', '«Мы будем говорить», сказала она.', 'ru'],
    ['koi8-r.txt', '"Мы будем говорить", сказала она.', 'ru'],
    ['iso-8859-2.txt', 'Żadna ze stron nie ustąpiła.', 'pl'],
    ['iso-8859-7.txt', 'Συζήτησαν για τη διαφορά στα σύνορα', 'el'],
  ])('%s is told, and its language', async (name, words, language) => {
    const { text, provenance } = only(await readFixture(name))
    expect(text).toContain(words)
    expect(text).not.toMatch(/[\uFEFF\uFFFD\u0080-\u009F]/)
    expect(provenance?.language).toBe(language)
  })

  test('UTF-16 without a mark', async () => {
    const folder = folderWith({ 'a.txt': Buffer.from('Orla Venn spoke in Karsholm.', 'utf16le') })
    expect((await documentAt(join(folder, 'a.txt'))).text).toBe('Orla Venn spoke in Karsholm.')
  })

  test('the digest is that of the bytes, not of the text', async () => {
    const folder = folderWith({ 'a.txt': 'Orla Venn', 'b.txt': Buffer.from('\uFEFFOrla Venn', 'utf16le') })
    const [a, b] = [await documentAt(join(folder, 'a.txt')), await documentAt(join(folder, 'b.txt'))]
    expect(a.id).toBe(b.id)
    expect(a.provenance?.digest).toMatch(/^[0-9a-f]{64}$/)
    expect(a.provenance?.digest).not.toBe(b.provenance?.digest)
  })
})

describe('what is no text', () => {
  test.each([
    ['binary', 'a b.txt', new Uint8Array([0x89, 0x51, 0x4e, 0x47, 0, 1]), 'is a binary file'],
    ['a picture', 'a.txt', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1]), 'is a picture'],
    ['rich text', 'a.txt', '{\\rtf1 Orla}', 'is in Rich Text Format. Save it as'],
    ['a graph', 'talks.gexf', '<gexf/>', 'is a graph, not a text. Take it in with: dragoman import'],
    [
      'an old Word file',
      'a.doc',
      new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0]),
      'is an Office file of an older format',
    ],
    ['a locked Word file', 'a.docx', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), 'is protected by a password'],
    ['a spreadsheet', 'a.xlsx', 'PK\u0003\u0004', 'is a spreadsheet. Save it as CSV'],
    ['another archive', 'a.rar', 'Rar!\u001a', 'is an archive of a kind that is not unpacked'],
  ])('%s: one sentence with file and remedy', async (_, name, content, message) => {
    const path = join(folderWith({ [name]: content }), name)
    const { documents, failures } = await readPath(path)
    expect(documents).toEqual([])
    expect(failures).toEqual([expect.stringContaining(`${path} ${message}`)])
  })

  test('a file of 50 MB', async () => {
    const path = join(folderWith({ 'a.txt': '' }), 'a.txt')
    truncateSync(path, 50 * 1024 * 1024)
    const { failures } = await readPath(path)
    expect(failures).toEqual([`${path} has 50 MB; a text may have 20 MB. Split it into articles.`])
  })

  test.each([
    ['a.txt', 'a text may have 20 MB'],
    ['a.pdf', 'a PDF may have 200 MB'],
    ['a.json', 'JSON may have 200 MB. Write it as JSON Lines'],
    ['a.html', 'a text may have 20 MB'],
  ])('%s of 2 GB is refused with the limit', async (name, message) => {
    const path = join(folderWith({ [name]: name === 'a.pdf' ? '%PDF-1.7' : '' }), name)
    truncateSync(path, 2 ** 31)
    expect((await readPath(path)).failures).toEqual([expect.stringContaining(message)])
  })

  test('a device that never ends', async () => {
    expect((await readPath('/dev/zero')).failures).toEqual([expect.stringContaining('goes on and on')])
  })

  test.each([['missing.txt'], ['a.txt/b.txt']])('%s, which is not there', async (name) => {
    const path = join(folderWith({ 'a.txt': '' }), name)
    await expect(fileSource(path)).rejects.toThrow(`There is no file at ${path}. Check the name.`)
    await expect(fileSource(path)).rejects.toThrow(UnreadableDocumentError)
  })

  test('a folder', async () => {
    const path = folderWith()
    await expect(fileSource(path)).rejects.toThrow(
      `${path} is a folder. Name its files, or read the folder with: dragoman ingest ${path}`,
    )
  })
})

describe('title', () => {
  test.each([
    ['# Talks in Orvel\n\nText', 'Talks in Orvel'],
    ['Talks end.\nText', 'Talks end'],
    ['\n  \n---\nOrla Venn spoke', 'Orla Venn spoke'],
    ['', 'a'],
    ['…', 'a'],
    [`Orla Venn spoke in Orvel. ${'And on. '.repeat(30)}`, 'Orla Venn spoke in Orvel'],
    [`${'😀'.repeat(200)}x`, `${'😀'.repeat(50)} …`],
  ])('of %j', async (text, title) => {
    expect((await documentAt(join(folderWith({ 'a.txt': text }), 'a.txt'))).title).toBe(title)
  })
})

describe('texts of a folder', () => {
  test('in order, from folders below; what is not read is counted by kind', () => {
    const folder = folderWith({
      'b.txt': '',
      'a/c.MD': '',
      'a/d.pdf': '',
      'a/e.html.gz': '',
      'a/README.md': '',
      'a/picture.png': '',
      'a/other.png': '',
      'a/LICENSE': '',
      'a/x.tar.gz': '',
      '.hidden/x.txt': '',
      'a/.x.txt': '',
    })
    const { texts, failures, skipped } = listTexts(folder)
    expect(texts.map((path) => relative(folder, path))).toEqual(['a/c.MD', 'a/d.pdf', 'a/e.html.gz', 'b.txt'])
    expect(failures).toEqual([])
    expect(skipped).toBe(
      `5 files in ${folder} are of a kind that is not read: 2 .png, 1 .gz, 1 read-me files, 1 without an ending`,
    )
  })

  test('links are followed, and no folder entered twice', () => {
    const folder = folderWith({ 'a/x.txt': '', 'elsewhere.dat': '' })
    symlinkSync('..', join(folder, 'a/up'))
    symlinkSync('a', join(folder, 'again'))
    symlinkSync('../elsewhere.dat', join(folder, 'a/y.txt'))
    expect(listTexts(folder).texts.map((path) => relative(folder, path))).toEqual(['a/x.txt', 'a/y.txt'])
  })

  test('a link that leads nowhere is told of, and keeps nothing else from being read', () => {
    const folder = folderWith({ 'x.txt': '' })
    symlinkSync('nowhere', join(folder, 'gone.txt'))
    symlinkSync('loop.txt', join(folder, 'loop.txt'))
    const { texts, failures } = listTexts(folder)
    expect(texts).toHaveLength(1)
    expect(failures.map(({ origin }) => relative(folder, origin))).toEqual(['gone.txt', 'loop.txt'])
  })

  test('a file that is named is read whatever it is called', () => {
    const folder = folderWith()
    mkdirSync(join(folder, 'x'))
    writeFileSync(join(folder, 'x/notes.dat'), '')
    expect(listTexts(join(folder, 'x/notes.dat')).texts).toEqual([join(folder, 'x/notes.dat')])
  })
})
