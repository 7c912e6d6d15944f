import { expect, test } from 'vitest'
import { isQuestion } from '../../src/ui/view/questions.ts'

test.each([
  ['who met Ilsa Marrow', true],
  ['Who struck Karsholm?', true],
  ['Ilsa Marrow in Velmont?', true],
  ['Marrow', false],
  ['who', false],
  ['Whoever Marrow Quist', false],
  ['League of Straits', false],
  ['', false],
])('"%s" is a question: %s', (words, expected) => {
  expect(isQuestion(words)).toBe(expected)
})
