import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { GENERATED, generateParser } from '../../scripts/grammar.ts'

test('the generated parser is that of the grammar (npm run grammar makes it)', () => {
  expect(readFileSync(GENERATED, 'utf8') === generateParser()).toBe(true)
})
