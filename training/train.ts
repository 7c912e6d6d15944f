/**
 * `npm run train`: makes the weights in data/models from the corpora beside the checkout. The same corpora give the same
 * bytes.
 */
import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { indexIds } from '../src/nlp/model/id-table.ts'
import { clusterWords } from './cluster-words.ts'
import { readCorpus, readTreebank, readVectors } from './corpora/files.ts'
import { type NamedSentence, parseColumns, parseSpans, parseUniversal } from './corpora/names.ts'
import { compileKnownNames } from './known-names.ts'
import { packModels } from './pack.ts'
import { trainNames } from './train-names.ts'
import { trainParser } from './train-parser.ts'
import { jackknife, tagAll, taggerModel, trainTagger } from './train-tagger.ts'

const MODELS = resolve(import.meta.dirname, '../data/models')
const VOCABULARY = 120_000
/** Longer sentences are lists and tables. */
const LONGEST = 120
const FOLDS = 4

const started = Date.now()
const report = (message: string) =>
  process.stderr.write(`${((Date.now() - started) / 1000).toFixed(0).padStart(4)} s  ${message}\n`)

report('clustering words')
const clusterTable = clusterWords(readVectors(VOCABULARY))
const clusters = indexIds(clusterTable.keys, clusterTable.ids)

const treebank = [...readTreebank('ewt-train'), ...readTreebank('gum-train')].filter((s) => s.forms.length <= LONGEST)
report(`training the tagger on ${treebank.length} sentences`)
const tagger = trainTagger(treebank, clusters, { epochs: 6, pruning: { updates: 2, weight: 0 } })
report(`tagging the treebank by ${FOLDS} taggers that have not seen it`)
const tags = jackknife(treebank, clusters, { epochs: 4, pruning: { updates: 1, weight: 0 } }, FOLDS)
report('training the parser')
const parser = trainParser(treebank, tags, clusters, {
  epochs: 8,
  exploration: 0.9,
  pruning: { updates: 3, weight: 0.015 },
  afterEpoch: (epoch) => report(`  epoch ${epoch + 1}`),
})
report('training the name finder')
const named: NamedSentence[] = [
  ...parseUniversal('ewt', readCorpus('names/uner-ewt-dev.iob2')),
  ...parseColumns('wikigold', readCorpus('names/wikigold.conll.txt')),
  ...parseColumns('wnut', readCorpus('names/wnut17train.conll')),
  ...['a', 'b', 'e', 'f', 'g', 'h'].flatMap((s) => parseColumns('btc', readCorpus(`names/btc-${s}.conll`))),
  ...['train', 'dev'].flatMap((s) => parseSpans('crossner', readCorpus(`names/crossner-politics-${s}.jsonl`))),
]
const knownIds = compileKnownNames()
const known = indexIds(knownIds.keys, knownIds.ids)
const names = trainNames(named, tagAll(taggerModel(tagger), clusters, named), clusters, known, {
  epochs: 8,
  pruning: { updates: 2, weight: 0 },
})

mkdirSync(MODELS, { recursive: true })
const files: Record<string, { bytes: number; sha256: string }> = {}
for (const [name, bytes] of packModels({ clusters: clusterTable, tagger, parser, names, known: knownIds })) {
  writeFileSync(resolve(MODELS, name), bytes)
  files[name] = { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }
  report(`${name}: ${(bytes.length / 1e6).toFixed(2)} MB`)
}
writeFileSync(resolve(MODELS, 'manifest.json'), `${JSON.stringify({ licence: 'CC BY-SA 4.0', files }, null, 2)}\n`)
