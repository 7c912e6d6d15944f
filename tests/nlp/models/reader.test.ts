/** Sentences are read in blocks, each for itself. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { loadModels } from '../../../src/nlp/model/models.ts'
import { createReader } from '../../../src/nlp/model/reader.ts'

const MODELS = resolve(import.meta.dirname, '../../../data/models')
const read = createReader(loadModels((name) => readFileSync(resolve(MODELS, name))))

const SENTENCES = [
  'Ola Varn of Linsk met the minister in Torvik .',
  'No',
  'Shells hit the town , officials said , and two people died .',
].map((text) => text.split(' '))

test('a sentence is read alike alone, among others and in whichever block', () => {
  const many = Array.from({ length: 150 }, (_, i) => SENTENCES[i % SENTENCES.length]!)
  const readings = read(many)
  expect(readings).toHaveLength(many.length)
  const alone = SENTENCES.map((forms) => read([forms])[0]!)
  for (const [i, reading] of readings.entries()) expect(reading).toEqual(alone[i % SENTENCES.length]!)
  expect(read([])).toEqual([])
})
