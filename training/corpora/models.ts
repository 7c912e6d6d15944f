/** The shipped weights, read from data/models. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { type LanguageModels, loadModels } from '../../src/nlp/model/models.ts'

export const MODELS = resolve(import.meta.dirname, '../../data/models')

export const readModels = (): LanguageModels => loadModels((name) => readFileSync(resolve(MODELS, name)))
