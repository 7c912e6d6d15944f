/** Writes trained models as the files that `loadModels` reads. */

import type { Rows } from '../src/nlp/model/linear-model.ts'
import { MODEL_FILES } from '../src/nlp/model/models.ts'
import { WeightWriter } from '../src/nlp/model/weights.ts'
import { NAME_CLASSES } from './train-names.ts'
import { ACTION_NAMES, type TrainedParser } from './train-parser.ts'
import type { Ids, TrainedTagger } from './train-tagger.ts'

export interface Trained {
  readonly clusters: Ids
  readonly tagger: TrainedTagger
  readonly parser: TrainedParser
  readonly names: Rows
  readonly known: Ids
}

export function packModels({ clusters, tagger, parser, names, known }: Trained): ReadonlyMap<string, Uint8Array> {
  return new Map([
    [MODEL_FILES.clusters, write((w) => w.ids(clusters.keys, clusters.ids))],
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
        w.rows(names, NAME_CLASSES.length)
        w.ids(known.keys, known.ids)
      }),
    ],
  ])
}

function write(fill: (writer: WeightWriter) => void): Uint8Array {
  const writer = new WeightWriter()
  fill(writer)
  return writer.finish()
}
