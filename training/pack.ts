/** Writes trained models as the files that `loadModels` reads. */

import { MODEL_FILES } from '../src/nlp/model/models.ts'
import { WeightWriter } from '../src/nlp/model/weights.ts'
import { NAME_CLASSES, type TrainedNames } from './train-names.ts'
import { ACTION_NAMES, type TrainedParser } from './train-parser.ts'
import type { LexiconIds, TrainedTagger } from './train-tagger.ts'

export interface Trained {
  readonly lexicon: LexiconIds
  readonly tagger: TrainedTagger
  readonly parser: TrainedParser
  readonly names: TrainedNames
}

export function packModels({ lexicon, tagger, parser, names }: Trained): ReadonlyMap<string, Uint8Array> {
  return new Map([
    [MODEL_FILES.clusters, write((w) => w.ids(lexicon.clusters.keys, lexicon.clusters.ids))],
    [MODEL_FILES.known, write((w) => w.ids(lexicon.known.keys, lexicon.known.ids))],
    [
      MODEL_FILES.tagger,
      write((w) => {
        w.texts(tagger.classes)
        w.rows(tagger.rows, tagger.classes.length)
        w.ids(tagger.certain.keys, tagger.certain.ids)
        w.ids(tagger.ambiguity.keys, tagger.ambiguity.ids)
      }),
    ],
    [
      MODEL_FILES.parser,
      write((w) => {
        w.texts(ACTION_NAMES)
        w.rows(parser.actionRows, ACTION_NAMES.length)
        w.texts(parser.labels)
        w.rows(parser.labelRows, parser.labels.length)
      }),
    ],
    [
      MODEL_FILES.names,
      write((w) => {
        w.texts(NAME_CLASSES)
        w.rows(names.rows, NAME_CLASSES.length)
        w.number(names.caution)
      }),
    ],
  ])
}

function write(fill: (writer: WeightWriter) => void): Uint8Array {
  const writer = new WeightWriter()
  fill(writer)
  return writer.finish()
}
