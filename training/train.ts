/**
 * `npm run train`: makes the weights in data/models from the corpora beside the checkout (or in $DRAGOMAN_TRAIN). The same
 * corpora give the same bytes. `npm ci --prefix training` first.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { indexIds } from '../src/nlp/model/id-table.ts'
import type { Tag } from '../src/nlp/model/tagger.ts'
import { augment } from './augment.ts'
import { clusterWords } from './cluster-words.ts'
import { readTreebank, readVectors } from './corpora/files.ts'
import { MODELS } from './corpora/models.ts'
import { readNameCorpora } from './corpora/name-corpora.ts'
import type { NamedSentence } from './corpora/names.ts'
import { doAll } from './crew.ts'
import { compileKnownNames } from './known-names.ts'
import { describeModels } from './manifest.ts'
import { packModels } from './pack.ts'
import { seeded } from './random.ts'
import { trainNames } from './train-names.ts'
import { joinParsers, type OneParser, relationsOf } from './train-parser.ts'
import { tagAll, taggerModel, trainTagger } from './train-tagger.ts'

/** The test files stay unseen. */
const TREEBANKS = ['ewt-train', 'ewt-dev', 'gum-train', 'gum-dev']
const THREADS = 2
const VOCABULARY = 250_000
/** Longer sentences are lists and tables. */
const LONGEST = 120
const FOLDS = 4
const TAGGER = { dropout: 0.3, pruning: { updates: 3, weight: 0.012 } }
const PARSER = { epochs: 6, seeds: [7, 8, 9, 10], exploration: 0.9, pruning: { updates: 3, weight: 0.016 } }
const NAMES = { epochs: 5, seeds: [3, 4], pruning: { updates: 2, weight: 0.012 } }

const started = Date.now()
const report = (message: string): void => {
  process.stderr.write(`${((Date.now() - started) / 1000).toFixed(0).padStart(4)} s  ${message}\n`)
}

report('clustering words')
const clusterTable = clusterWords(readVectors(VOCABULARY))
const clusters = indexIds(clusterTable.keys, clusterTable.ids)

const copies = augment(
  TREEBANKS.flatMap(readTreebank).filter((s) => s.forms.length <= LONGEST),
  (sentence) => sentence.upos,
  seeded(11),
)
const treebank = copies.map(({ sentence }) => sentence)
report(`training the tagger on ${treebank.length} sentences`)
const tagger = trainTagger(treebank, clusters, { ...TAGGER, epochs: 8, seeds: [1, 2] })

report(`tagging the treebank by ${FOLDS} taggers that have not seen it`)
const foldOf = (i: number): number => copies[i]!.original % FOLDS
const folds = await doAll<Tag[][]>(
  Array.from({ length: FOLDS }, (_, fold) => () => ({
    kind: 'tag',
    train: treebank.filter((__, i) => foldOf(i) !== fold),
    held: treebank.filter((__, i) => foldOf(i) === fold),
    clusters: clusterTable,
    options: { ...TAGGER, epochs: 5, seeds: [1] },
  })),
  THREADS,
)
const queues = folds.map((tags) => tags.values())
const tags = treebank.map((_, i) => queues[foldOf(i)]!.next().value as Tag[])

report('training the parser')
const parsers = await doAll<OneParser>(
  PARSER.seeds.map((seed) => () => ({
    kind: 'parse',
    train: treebank,
    tags,
    clusters: clusterTable,
    options: PARSER,
    seed,
  })),
  THREADS,
)
const parser = joinParsers(parsers, relationsOf(treebank), PARSER.pruning)

report('training the name finder')
const knownIds = compileKnownNames()
// Sentences of the treebank get the tags of a tagger that has not seen them, as new text does.
const unseenTags = new Map(treebank.map(({ forms }, i) => [forms.join(' '), tags[i]!]))
const model = taggerModel(tagger)
const tagsOf = (sentences: readonly NamedSentence[]): readonly (readonly Tag[])[] =>
  tagAll(model, clusters, sentences).map((seen, i) => unseenTags.get(sentences[i]!.forms.join(' ')) ?? seen)
const corpora = readNameCorpora()
const corporaTags = tagsOf(corpora)
const named = augment(corpora, (_, i) => corporaTags[i]!.map(({ upos }) => upos), seeded(12)).map((c) => c.sentence)
const names = trainNames(named, tagsOf(named), clusters, indexIds(knownIds.keys, knownIds.ids), NAMES)

mkdirSync(MODELS, { recursive: true })
const files = packModels({ clusters: clusterTable, tagger, parser, names, known: knownIds })
for (const [name, bytes] of files) {
  writeFileSync(resolve(MODELS, name), bytes)
  report(`${name}: ${(bytes.length / 1e6).toFixed(2)} MB`)
}
writeFileSync(resolve(MODELS, 'manifest.json'), `${JSON.stringify(describeModels(files), null, 2)}\n`)
report('done')
