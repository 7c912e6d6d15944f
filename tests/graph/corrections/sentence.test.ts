/** Entries of the log in words: with today's names for the log, with those of before for the page. */
import { expect, test } from 'vitest'
import { sentenceOf } from '../../../src/graph/corrections/sentence.ts'
import type { Act } from '../../../src/model/corrections.ts'
import { asNodeKey, type NodeKey } from '../../../src/model/ids.ts'

const anchor = (key: string) => ({ key: asNodeKey(key), spans: [] }) as never
const merge = { act: 'merge', node: anchor('event:a'), others: [anchor('event:b')] } as Act
const rename = { act: 'rename', node: anchor('person:bram-oduya'), name: 'B. Oduya' } as Act
const before: Readonly<Record<string, string>> = {
  'event:a': 'Attack on Karsholm',
  'event:b': 'Shelling of Karsholm',
  'person:bram-oduya': 'Bram Oduya',
}
const after: Readonly<Record<string, string>> = {
  ...before,
  'event:b': 'Attack on Karsholm',
  'person:bram-oduya': 'B. Oduya',
}
const by = (names: Readonly<Record<string, string>>) => (key: NodeKey) => names[key]

test.each([
  [
    merge,
    'event:b and Attack on Karsholm are the same (event:a)',
    'Shelling of Karsholm and Attack on Karsholm are the same',
  ],
  [rename, 'person:bram-oduya is called "B. Oduya"', 'Bram Oduya is called "B. Oduya"'],
])('%j', (act, logged, told) => {
  expect(sentenceOf(act, by(after))).toBe(logged)
  expect(sentenceOf(act, by(before), 'names only')).toBe(told)
})
