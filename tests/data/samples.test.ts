import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { parseCivilDay } from '../../src/model/date.ts'

const DATA = join(import.meta.dirname, '../../data')
const SEED = join(import.meta.dirname, '../../../shared/seeds/ukraine-talks.txt')
const README = readFileSync(join(DATA, 'README.md'), 'utf8')

const MONTHS = 'January February March April May June July August September October November December'.split(' ')

/** How many texts each folder holds, and how many words each of them. */
const FOLDERS = [
  { folder: 'dispatches', texts: [4, 6], words: [90, 220] },
  { folder: 'history', texts: [14, 18], words: [150, 300] },
] as const

const filesOf = (folder: string) => readdirSync(join(DATA, folder)).sort()
const samples = FOLDERS.flatMap(({ folder, words }) =>
  filesOf(folder).map((file) => ({
    path: `${folder}/${file}`,
    file,
    bytes: readFileSync(join(DATA, folder, file)),
    words,
  })),
)
const decode = (bytes: Uint8Array) => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
const parts = (text: string) => /^---\n([\s\S]*?)\n---\n\n([\s\S]+)$/.exec(text)
const body = (bytes: Uint8Array) => parts(decode(bytes))?.[2] ?? ''
const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

/** Every run of `length` words, in lower case and without punctuation. */
const runs = (text: string, length: number) =>
  wordsOf(text).flatMap((_, i, all) => (i + length <= all.length ? [all.slice(i, i + length).join(' ')] : []))

describe('the sample texts', () => {
  it.each(FOLDERS)('$folder holds the promised number of texts', ({ folder, texts: [least, most] }) => {
    const names = filesOf(folder)
    expect(names.length).toBeGreaterThanOrEqual(least)
    expect(names.length).toBeLessThanOrEqual(most)
    for (const name of names) expect(name).toMatch(/^[a-z0-9-]+\.txt$/)
  })

  describe.each(samples)('$path', ({ file, bytes, words: [least, most] }) => {
    it('is UTF-8 with LF line ends, no tabs, no byte-order mark and one line break at its end', () => {
      const text = decode(bytes)
      expect(text).not.toMatch(/[\r\t\uFEFF]/)
      expect(text).not.toMatch(/ \n| {2}|\n{3}/)
      expect(text).toMatch(/[^\n]\n$/)
    })

    it('has a front matter with title, day and source', () => {
      const { title, date, source, ...others } = parse(parts(decode(bytes))?.[1] ?? '') as Record<string, unknown>
      expect(title).toMatch(/^\S.{10,90}$/)
      expect(parseCivilDay(String(date))).toBe(date)
      expect(source).toBe('Dragoman samples')
      expect(others).toEqual({})
    })

    it('tells its story in paragraphs of ordinary sentences, within its length', () => {
      const text = body(bytes)
      const count = text.split(/\s+/).filter((word) => word !== '').length
      expect(count).toBeGreaterThanOrEqual(least)
      expect(count).toBeLessThanOrEqual(most)
      for (const paragraph of text.trimEnd().split('\n\n')) expect(paragraph).toMatch(/^[“\p{Lu}][^\n]*[.”]$/u)
    })

    it('tells of days before its own', () => {
      const { date } = parse(parts(decode(bytes))?.[1] ?? '') as Record<string, unknown>
      for (const [day, month, number, year] of body(bytes).matchAll(/\b(\p{Lu}\p{Ll}+) (\d{1,2}), (\d{4})\b/gu)) {
        const iso = `${year}-${String(MONTHS.indexOf(month ?? '') + 1).padStart(2, '0')}-${(number ?? '').padStart(2, '0')}`
        expect(parseCivilDay(iso), day).toBe(iso)
        expect(iso < String(date), day).toBe(true)
      }
    })

    it('is listed in data/README.md with its title and day', () => {
      const { title, date } = parse(parts(decode(bytes))?.[1] ?? '') as Record<string, unknown>
      expect(README).toContain(`| \`${file}\` | ${title} | ${date} |`)
    })
  })

  it('are all the files that data/README.md lists', () => {
    const listed = [...README.matchAll(/^\| `([a-z0-9-]+\.txt)` \| .* \| \d{4}-\d{2}-\d{2} \|$/gm)].map(
      ([, name]) => name,
    )
    expect(listed).toEqual(samples.map(({ file }) => file))
  })

  it.runIf(existsSync(SEED))('tell the seed article’s facts in their own words: no run of six words in common', () => {
    const seed = new Set(runs(readFileSync(SEED, 'utf8'), 6))
    expect(seed.size).toBeGreaterThan(500)
    const shared = samples.flatMap(({ path, bytes }) =>
      runs(body(bytes), 6).flatMap((run) => (seed.has(run) ? [`${path}: ${run}`] : [])),
    )
    expect(shared).toEqual([])
  })
})
