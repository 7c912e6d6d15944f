/** Given names with a hyphen, whose second half in small letters looks like a word of its own. */
import { expect, it } from 'vitest'
import { readText } from '../../extract/support.ts'

it.each<readonly [text: string, people: readonly string[]]>([
  ['Park Sun-jin met Ola Varn in Belmora.', ['Park Sun-jin', 'Ola Varn']],
  ['Secretary-General Ola Tu-varn arrived on Monday.', ['Ola Tu-varn']],
  ['Ola Varn-era laws were kept.', ['Ola Varn']],
  ['The Ola Varn-led cabinet met on Monday.', ['Ola Varn']],
])('%s', (text, people) => {
  expect(
    readText(text)
      .entities.filter(({ type }) => type === 'person')
      .map(({ name }) => name),
  ).toEqual(people)
})
