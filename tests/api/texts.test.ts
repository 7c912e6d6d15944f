import { expect, test } from 'vitest'
import { asDocumentId, type DocumentId } from '../../src/model/ids.ts'
import { Texts } from '../../src/server/texts.ts'

const idOf = (letter: string): DocumentId => asDocumentId(letter.repeat(12))
const [first, second, third, fourth] = [idOf('a'), idOf('b'), idOf('c'), idOf('d')] as const

test('what was used last is kept, within the room that there is', () => {
  const fetched: DocumentId[] = []
  const text = (id: DocumentId): string | undefined => {
    fetched.push(id)
    return id === fourth ? undefined : id.repeat(10)
  }
  // Room for two texts of 120 and a little more.
  const texts = new Texts({ text }, 260)
  expect(texts.get(first)).toBe(first.repeat(10))
  expect(texts.get(first)).toBe(first.repeat(10))
  expect(texts.get(second)).toBe(second.repeat(10))
  expect(texts.get(first)).toBe(first.repeat(10))
  expect(fetched).toEqual([first, second])
  expect(texts.get(third)).toBe(third.repeat(10))
  expect(texts.get(first)).toBe(first.repeat(10))
  expect(fetched).toEqual([first, second, third])
  expect(texts.get(second)).toBe(second.repeat(10))
  expect(fetched).toEqual([first, second, third, second])
  expect([texts.get(fourth), texts.get(fourth)]).toEqual([undefined, undefined])
})
