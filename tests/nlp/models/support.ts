/** The shipped models and gazetteer, and documents made of a text alone. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { SourceDocument } from '../../../src/model/document.ts'
import type { DocumentId } from '../../../src/model/ids.ts'
import { createAnalyzer } from '../../../src/nlp/analyzer.ts'
import { parseGazetteer } from '../../../src/nlp/gazetteer/gazetteer.ts'
import { loadModels } from '../../../src/nlp/model/models.ts'

const DATA = resolve(import.meta.dirname, '../../../data')

export const fixture = (name: string): string => readFileSync(resolve(import.meta.dirname, 'fixtures', name), 'utf8')

export const models = loadModels((name) => readFileSync(resolve(DATA, 'models', name)))

export const analyzer = createAnalyzer({
  models,
  gazetteer: parseGazetteer((name) => readFileSync(resolve(DATA, 'gazetteer', name), 'utf8')),
})

export const documentOf = (text: string, body = { start: 0, end: text.length }): SourceDocument => ({
  id: 'd' as DocumentId,
  title: '',
  date: null,
  source: null,
  url: null,
  origin: 'test',
  text,
  body,
})
