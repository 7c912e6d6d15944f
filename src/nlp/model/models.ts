/** The trained models, decoded from the files in `data/models`. */
import { ResourceError } from '../../model/errors.ts'
import { type ActionTable, indexActions } from './action-table.ts'
import { type IdTable, indexIds } from './id-table.ts'
import type { Lexicon } from './lexicon.ts'
import { indexRows, type LinearModel } from './linear-model.ts'
import { type NamesModel, readTransitions } from './names.ts'
import type { ParserModel } from './parser.ts'
import type { TaggerModel } from './tagger.ts'
import { WeightReader } from './weights.ts'

export interface LanguageModels {
  readonly lexicon: Lexicon
  readonly tagger: TaggerModel
  readonly parser: ParserModel
  readonly names: NamesModel
}

export const MODEL_FILES = {
  clusters: 'clusters.bin',
  known: 'known-names.bin',
  tagger: 'tagger.bin',
  parser: 'parser.bin',
  names: 'names.bin',
} as const

/**
 * Loads all models. `readFile` is given each file's name and returns its bytes.
 * Throws ResourceError, which names the file, where one is missing or damaged.
 */
export function loadModels(readFile: (name: string) => Uint8Array): LanguageModels {
  return {
    lexicon: {
      clusters: readWith(MODEL_FILES.clusters, readFile, readIds),
      known: readWith(MODEL_FILES.known, readFile, readIds),
    },
    tagger: readWith(MODEL_FILES.tagger, readFile, (reader) => ({
      model: readLinear(reader),
      certain: readIds(reader),
      ambiguity: readIds(reader),
    })),
    parser: readWith(MODEL_FILES.parser, readFile, (reader) => ({
      actions: readActions(reader),
      labels: readLinear(reader),
    })),
    names: readWith(MODEL_FILES.names, readFile, (reader) => {
      const model = readLinear(reader)
      return { model, caution: reader.number(), transitions: readTransitions(model) }
    }),
  }
}

function readWith<T>(name: string, readFile: (name: string) => Uint8Array, read: (reader: WeightReader) => T): T {
  let bytes: Uint8Array
  try {
    bytes = readFile(name)
  } catch (cause) {
    throw new ResourceError(`The weight file ${name} cannot be read: install Dragoman again.`, { cause })
  }
  const reader = new WeightReader(name, bytes)
  const value = read(reader)
  reader.end()
  return value
}

function readLinear(reader: WeightReader): LinearModel {
  const classes = reader.texts()
  return indexRows(classes, reader.rows(classes.length))
}

function readActions(reader: WeightReader): ActionTable {
  return indexActions(reader.rows(reader.texts().length))
}

function readIds(reader: WeightReader): IdTable {
  const { keys, ids } = reader.ids()
  return indexIds(keys, ids)
}
