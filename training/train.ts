/**
 * `npm run train`: makes the weights in data/models from the corpora beside the checkout (or in $DRAGOMAN_TRAIN). The same
 * corpora give the same bytes. `npm ci --prefix training` first. With `-- --dev` the development files and a third of the
 * sentences of Universal NER are not learned from but scored, and nothing is written: this is how choices are made.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { loadModels } from '../src/nlp/model/models.ts'
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
import { namesLine, scoreNames, scoreTreebank, treebankLine } from './scores.ts'
import { trainNames } from './train-names.ts'
import { joinParsers, type OneParser, relationsOf } from './train-parser.ts'
import { indexLexicon, tagAll, taggerModel, trainTagger } from './train-tagger.ts'

/** The files that the models are tested on (EWT test, PUD) stay unseen. */
const TREEBANKS = ['ewt-train', 'ewt-dev', 'gum-train', 'gum-dev', 'gum-test']
const DEVELOPMENT = ['ewt-dev', 'gum-dev', 'gum-test']
const THREADS = 2
const VOCABULARY = 250_000
/** Longer sentences are lists and tables. */
const LONGEST = 120
const FOLDS = 4
/** Held out for development in blocks of so many sentences, which keeps most documents whole. */
const HELD_BLOCK = 60
const TAGGER = { dropout: 0.3, pruning: { updates: 3, weight: 0.012 } }
const PARSER = { epochs: 6, seeds: [7, 8, 9], exploration: 0.9, pruning: { updates: 3, weight: 0.016 } }
const NAMES = { epochs: 5, seeds: [3, 4, 5, 6, 7, 8], pruning: { updates: 2, weight: 0.012 }, caution: 170 }

const { values } = parseArgs({ options: { dev: { type: 'boolean', default: false } } })
const treebanks = TREEBANKS.filter((name) => !values.dev || !DEVELOPMENT.includes(name))

const started = Date.now()
const report = (message: string): void => {
  process.stderr.write(`${((Date.now() - started) / 1000).toFixed(0).padStart(4)} s  ${message}\n`)
}

report('clustering words')
const lexiconIds = { clusters: clusterWords(readVectors(VOCABULARY)), known: compileKnownNames() }
const lexicon = indexLexicon(lexiconIds)

const copies = augment(
  treebanks.flatMap(readTreebank).filter((s) => s.forms.length <= LONGEST),
  (sentence) => sentence.upos,
  seeded(11),
)
const treebank = copies.map(({ sentence }) => sentence)
report(`training the tagger on ${treebank.length} sentences`)
const tagger = trainTagger(treebank, lexicon, { ...TAGGER, epochs: 8, seeds: [1, 2, 3, 4] })

report(`tagging the treebank by ${FOLDS} taggers that have not seen it`)
const foldOf = (i: number): number => copies[i]!.original % FOLDS
const folds = await doAll<Tag[][]>(
  Array.from({ length: FOLDS }, (_, fold) => () => ({
    kind: 'tag',
    train: treebank.filter((__, i) => foldOf(i) !== fold),
    held: treebank.filter((__, i) => foldOf(i) === fold),
    lexicon: lexiconIds,
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
    lexicon: lexiconIds,
    options: PARSER,
    seed,
  })),
  THREADS,
)
const parser = joinParsers(parsers, relationsOf(treebank), PARSER.pruning)

report('training the name finder')
// Sentences of the treebank get the tags of a tagger that has not seen them, as new text does.
const unseenTags = new Map(treebank.map(({ forms }, i) => [forms.join(' '), tags[i]!]))
const model = taggerModel(tagger)
const tagsOf = (sentences: readonly NamedSentence[]): readonly (readonly Tag[])[] =>
  tagAll(model, lexicon, sentences).map((seen, i) => unseenTags.get(sentences[i]!.forms.join(' ')) ?? seen)
const marked = readNameCorpora(treebanks.filter((name) => name.startsWith('gum')))
const isHeld = ({ corpus }: NamedSentence, i: number): boolean =>
  values.dev && corpus === 'ewt' && Math.floor(i / HELD_BLOCK) % 3 === 0
const corpora = marked.filter((sentence, i) => !isHeld(sentence, i))
const corporaTags = tagsOf(corpora)
const named = augment(corpora, (_, i) => corporaTags[i]!.map(({ upos }) => upos), seeded(12)).map((c) => c.sentence)
const names = trainNames(named, tagsOf(named), lexicon, NAMES)

const files = packModels({ lexicon: lexiconIds, tagger, parser, names })
for (const [name, bytes] of files) report(`${name}: ${(bytes.length / 1e6).toFixed(2)} MB`)
if (values.dev) {
  const models = loadModels((name) => files.get(name)!)
  for (const name of DEVELOPMENT) console.log(treebankLine(name, scoreTreebank(models, readTreebank(name))))
  console.log(namesLine('uner-ewt-dev', scoreNames(models, marked.filter(isHeld))))
} else {
  mkdirSync(MODELS, { recursive: true })
  for (const [name, bytes] of files) writeFileSync(resolve(MODELS, name), bytes)
  writeFileSync(resolve(MODELS, 'manifest.json'), `${JSON.stringify(describeModels(files), null, 2)}\n`)
}
report('done')
