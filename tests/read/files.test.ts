import { mkdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'
import { UnreadableDocumentError } from '../../src/model/errors.ts'
import { readDocument, readText } from '../../src/read/files.ts'
import { listTexts } from '../../src/read/folders.ts'
import { folderWith } from '../cli/support.ts'

describe('offsets count in the text as it was read', () => {
  test.each([
    ['a byte-order mark', '\uFEFFOrla Venn spoke.', 'Orla Venn spoke.'],
    ['carriage returns', 'Orla Venn\r\nspoke.\r\n', 'Orla Venn\r\nspoke.\r\n'],
    ['a front matter', '---\r\ntitle: Talks\r\n---\r\nOrla Venn spoke.', 'Orla Venn spoke.'],
    ['signs outside the first plane', '😀 Orla Venn spoke.', '😀 Orla Venn spoke.'],
  ])('with %s', (_, text, body) => {
    const path = join(folderWith({ 'a.txt': text }), 'a.txt')
    const { document } = readDocument(path)
    expect(document.text).toBe(readFileSync(path, 'utf8'))
    expect(document.text.slice(document.body.start, document.body.end)).toBe(body)
  })
})

describe('what is no text in UTF-8', () => {
  test.each([
    ['binary', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1]), 'is a binary file'],
    [
      'UTF-16',
      Buffer.from('\uFEFFOrla Venn', 'utf16le'),
      "in UTF-16. Convert it first, for example: iconv -f UTF-16 -t UTF-8 '",
    ],
    [
      'Windows-1252',
      Buffer.from('Jos\u00e9 spoke.', 'latin1'),
      'is not in UTF-8. Convert it first, for example: iconv -f WINDOWS-1252',
    ],
    ['PDF', '%PDF-1.7\n%âãÏÓ', 'is a PDF'],
  ])('%s: one sentence with file and remedy', (_, content, message) => {
    const path = join(folderWith({ 'a b.txt': content }), 'a b.txt')
    expect(() => readText(path)).toThrow(UnreadableDocumentError)
    expect(() => readText(path)).toThrow(message)
    expect(() => readText(path)).toThrow(path)
  })

  test('a file of 50 MB', () => {
    const path = join(folderWith({ 'a.txt': '' }), 'a.txt')
    truncateSync(path, 50 * 1024 * 1024)
    expect(() => readText(path)).toThrow(`${path} has 50 MB; a text may have 20 MB. Split it into articles.`)
  })

  test('a device that never ends', () => {
    expect(() => readText('/dev/zero')).toThrow('goes on and on')
  })

  test.each([['missing.txt'], ['a.txt/b.txt']])('%s, which is not there', (name) => {
    const path = join(folderWith({ 'a.txt': '' }), name)
    expect(() => readText(path)).toThrow(`There is no file at ${path}. Check the name.`)
  })

  test('a folder', () => {
    const path = folderWith()
    expect(() => readText(path)).toThrow(
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
  ])('of %j', (text, title) => {
    const path = join(folderWith({ 'a.txt': text }), 'a.txt')
    expect(readDocument(path).document.title).toBe(title)
  })
})

describe('texts of a folder', () => {
  test('in order, from folders below, without other files, read-me and hidden ones', () => {
    const folder = folderWith({
      'b.txt': '',
      'a/c.MD': '',
      'a/README.md': '',
      'a/picture.png': '',
      '.hidden/x.txt': '',
      'a/.x.txt': '',
    })
    const { texts, failures } = listTexts(folder)
    expect(texts.map((path) => relative(folder, path))).toEqual(['a/c.MD', 'b.txt'])
    expect(failures).toEqual([])
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
