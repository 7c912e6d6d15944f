/** With which words the texts are searched. */
import { expect, test } from 'vitest'
import { searchTexts } from '../../src/server/search-texts.ts'
import type { TextHit } from '../../src/store/library.ts'

const hit = (id: string): TextHit => ({ document: { id }, snippet: [] }) as unknown as TextHit
const named = (...names: string[]) => names.map((matched, i) => ({ key: `person:${i}`, matched }))

test.each<[string, string[], string[]]>([
  ['ilsa marr', ['Ilsa Marrow'], ['ilsa marr']],
  ['ilsa', ['Ilsa Marrow'], ['ilsa']],
  ['ilsa m', ['Ilsa Marrow'], ['ilsa Marrow']],
  ['Ilsa Mä', ['Ilsa Mårrow', 'Ilsa Marr'], ['Ilsa Mårrow', 'Ilsa Marr']],
  ['or', ['Ørn', 'Orla Tessaly', 'Ilsa Oren'], ['Ørn', 'Orla']],
  ['or', ['Orla Tessaly', 'Orla Marrow', 'Runa Oro'], ['Orla', 'Oro']],
  ['talks in ka', [], ['talks in ka']],
  ['?!', [], ['?!']],
])('%s, where names are %j', (question, names, expected) => {
  const asked: string[] = []
  const search = (words: string): TextHit[] => {
    asked.push(words)
    return []
  }
  searchTexts(search, question, named(...names), 10)
  expect(asked).toEqual(expected)
})

test('each text once, no more than asked for', () => {
  const texts: Readonly<Record<string, TextHit[]>> = { Orla: [hit('a'), hit('b')], Oro: [hit('b'), hit('c'), hit('d')] }
  const found = (limit: number): string[] =>
    searchTexts((words) => texts[words]!, 'or', named('Orla', 'Oro'), limit).map(({ document: { id } }) => id)
  expect(found(3)).toEqual(['a', 'b', 'c'])
  expect(found(2)).toEqual(['a', 'b'])
})
