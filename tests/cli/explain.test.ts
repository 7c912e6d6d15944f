import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { call, folderWith, MEETING } from './support.ts'

const file = (): string => join(folderWith({ 'a.txt': `${MEETING}It rained.\n` }), 'a.txt')

describe('explain', () => {
  test('tells of two: the facts first, then each sentence that speaks of both', async () => {
    const { status, printed, said } = await call([
      'explain',
      file(),
      '--date',
      '2025-12-04',
      '--edge',
      'Venn',
      'Tomas Reck',
    ])
    expect({ status, said }).toEqual({ status: 0, said: [] })
    const lines = printed.split('\n')
    expect(lines[0]).toBe('Orla Venn (person) and Tomas Reck (person)')
    expect(lines[1]).toMatch(
      /^ {2}sentence 1: Orla Venn met_with Tomas Reck \(asserted, 2025-12-01, confidence 0\.\d+, rule “verb meet”/,
    )
    expect(printed).toContain('Sentence 1 (prose, paragraph 1, characters 0 to')
    expect(printed).toMatch(/\n {2}\d+ +met +meet +VERB +VBD +root\n/)
    expect(printed).toContain('+ meet (met_with, meeting): Orla Venn met_with Tomas Reck')
    expect(printed).not.toContain('Sentence 2')
  })

  test('tells of one sentence, or of all', async () => {
    const path = file()
    const one = await call(['explain', path, '--sentence', '2'])
    expect(one.printed).toMatch(/^Sentence 2 .*\n {2}It rained\.\n/)
    expect(one.printed).toContain('Facts\n  none\n')
    const all = await call(['explain', path])
    expect(all.printed.match(/^Sentence \d/gm)).toEqual(['Sentence 1', 'Sentence 2'])
  })

  test('prints one line of JSON', async () => {
    const { printed } = await call(['explain', file(), '--json', '--edge', 'Orla Venn', 'Reck'])
    expect(printed.trimEnd()).not.toContain('\n')
    const { ends, sentences } = JSON.parse(printed) as {
      ends: { name: string }[]
      sentences: { number: number; triggers: { word: string }[] }[]
    }
    expect(ends.map(({ name }) => name)).toEqual(['Orla Venn', 'Tomas Reck'])
    expect(sentences.map(({ number, triggers }) => [number, triggers.map(({ word }) => word)])).toEqual([[1, ['met']]])
  })

  test('says when no sentence speaks of both', async () => {
    const path = join(folderWith({ 'a.txt': 'Orla Venn wept. Tomas Reck laughed.' }), 'a.txt')
    const { status, printed } = await call(['explain', path, '--edge', 'Orla Venn', 'Tomas Reck'])
    expect(status).toBe(0)
    expect(printed).toBe('Orla Venn (person) and Tomas Reck (person)\n  No sentence speaks of both.\n')
  })

  test.each([
    [['--edge', 'Orla Venn'], '--edge takes two names'],
    [['--edge', 'Orla Venn', 'Tomas Reck', 'Norway'], 'It was given 3.'],
    [['--edge', 'Orla Venn', 'Ada Lunt'], 'The text names no “Ada Lunt”.'],
    [['--sentence', '9'], 'There is no sentence 9. The text has 2, numbered from 1.'],
    [['--sentence', 'two'], 'Give a number from 1 on.'],
    [['--sentence', '1', '--edge', 'Orla Venn', 'Reck'], 'cannot be used with'],
    [['--date', 'soon'], 'Write a day of the calendar'],
  ])('%j is called wrongly', async (args, message) => {
    const { status, printed, said } = await call(['explain', file(), ...args])
    expect({ status, printed }).toEqual({ status: 2, printed: '' })
    expect(said.join('\n')).toContain(message)
  })

  test('a file that cannot be read', async () => {
    expect(await call(['explain', 'missing.txt'])).toMatchObject({ status: 1, printed: '' })
  })

  test('an empty text has no sentence', async () => {
    const path = join(folderWith({ 'a.txt': '' }), 'a.txt')
    expect(await call(['explain', path, '--sentence', '1'])).toMatchObject({
      status: 2,
      said: ['The text has no sentence.'],
    })
  })
})
