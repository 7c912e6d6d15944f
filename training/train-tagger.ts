/**
 * Trains the tagger, and tags a corpus by models that have not seen it (jackknifing), so that what is built on top
 * learns to live with the tagger's errors.
 */
import { FeatureList } from '../src/nlp/model/feature-list.ts'
import { hashString } from '../src/nlp/model/hashing.ts'
import { indexIds, lookUp } from '../src/nlp/model/id-table.ts'
import type { Lexicon } from '../src/nlp/model/lexicon.ts'
import { indexRows, type Rows } from '../src/nlp/model/linear-model.ts'
import { describeContext, parseTag, type Tag, type TaggerModel, tag } from '../src/nlp/model/tagger.ts'
import { taggerFeatures } from '../src/nlp/model/tagger-features.ts'
import { describeWords, normalise, PAD } from '../src/nlp/model/words.ts'
import type { TreebankSentence } from './corpora/conllu.ts'
import { dropOut } from './dropout.ts'
import { Perceptron } from './perceptron.ts'
import { meanOf, type Pruning, quantise } from './quantise.ts'
import { seeded, shuffle } from './random.ts'

export interface Ids {
  readonly keys: Uint32Array
  readonly ids: Uint16Array
}

/** A lexicon as it is made, and sent to other threads. */
export interface LexiconIds {
  readonly clusters: Ids
  readonly known: Ids
}

export const indexLexicon = ({ clusters, known }: LexiconIds): Lexicon => ({
  clusters: indexIds(clusters.keys, clusters.ids),
  known: indexIds(known.keys, known.ids),
})

export interface TrainedTagger {
  readonly classes: readonly string[]
  readonly rows: Rows
  readonly certain: Ids
  readonly ambiguity: Ids
}

export interface TaggerOptions {
  readonly epochs: number
  /** One model is trained from each, in an order of its own; the result is their mean. */
  readonly seeds: readonly number[]
  /** Share of the features that each decision has to do without while learning. */
  readonly dropout: number
  readonly pruning: Pruning
}

/** A form that had one tag in this many places needs no model. */
const CERTAIN_COUNT = 25
const CERTAIN_SHARE = 0.995
/** From this many places on a word's set of tags is known. */
const KNOWN_COUNT = 4

export function trainTagger(
  sentences: readonly TreebankSentence[],
  lexicon: Lexicon,
  options: TaggerOptions,
): TrainedTagger {
  const names = sentences.map((s) => s.upos.map((upos, i) => `${upos}|${s.xpos[i]}`))
  const classes = [...new Set(names.flat())].sort()
  const number = new Map(classes.map((name, i) => [name, i]))
  const gold = names.map((list) => Int32Array.from(list, (name) => number.get(name)!))
  const certain = certainForms(sentences, gold)
  const ambiguity = ambiguityClasses(sentences)
  const certainTable = indexIds(certain.keys, certain.ids)
  const ambiguityTable = indexIds(ambiguity.keys, ambiguity.ids)
  const contexts = sentences.map((s) => describeContext(describeWords(s.forms, lexicon), ambiguityTable))
  const models = options.seeds.map((seed) => {
    const perceptron = new Perceptron(classes)
    const features = new FeatureList()
    const random = seeded(seed)
    const order = sentences.map((_, i) => i)
    for (let epoch = 0; epoch < options.epochs; epoch++)
      for (const s of shuffle(order, random)) {
        const context = contexts[s]!
        const right = gold[s]!
        const tags = new Int32Array(right.length)
        for (let i = 0; i < right.length; i++) {
          const known = lookUp(certainTable, context.words.forms[i + PAD]!)
          if (known >= 0) {
            tags[i] = known
            continue
          }
          taggerFeatures(context, i, tags, features)
          dropOut(features, options.dropout, random)
          const guess = highest(perceptron.score(features))
          if (guess !== right[i]) perceptron.update(features, right[i]!, guess)
          perceptron.tick()
          tags[i] = guess
        }
      }
    return perceptron.averages()
  })
  const rows = quantise(meanOf(models, classes.length), classes.length, options.pruning)
  return { classes, rows, certain, ambiguity }
}

export const taggerModel = ({ classes, rows, certain, ambiguity }: TrainedTagger): TaggerModel => ({
  model: indexRows(classes, rows),
  certain: indexIds(certain.keys, certain.ids),
  ambiguity: indexIds(ambiguity.keys, ambiguity.ids),
})

export function tagAll(
  model: TaggerModel,
  lexicon: Lexicon,
  sentences: readonly { readonly forms: readonly string[] }[],
): Tag[][] {
  const tags = model.model.classes.map(parseTag)
  return sentences.map((s) => Array.from(tag(model, describeWords(s.forms, lexicon)), (t) => tags[t]!))
}

function certainForms(sentences: readonly TreebankSentence[], gold: readonly Int32Array[]): Ids {
  const counts = new Map<number, Map<number, number>>()
  for (const [s, sentence] of sentences.entries())
    for (const [i, form] of sentence.forms.entries()) {
      const key = hashString(form, 1)
      const tags = counts.get(key) ?? new Map<number, number>()
      counts.set(key, tags)
      const tag = gold[s]![i]!
      tags.set(tag, (tags.get(tag) ?? 0) + 1)
    }
  const found = new Map<number, number>()
  for (const [key, tags] of counts) {
    const total = [...tags.values()].reduce((a, b) => a + b)
    const [tag, count] = [...tags].reduce((a, b) => (b[1] > a[1] ? b : a))
    if (total >= CERTAIN_COUNT && count / total >= CERTAIN_SHARE) found.set(key, tag)
  }
  return sorted(found)
}

/** Words known well enough, each with the number of its set of possible tags: odd where a proper noun is among them. */
function ambiguityClasses(sentences: readonly TreebankSentence[]): Ids {
  const counts = new Map<number, Map<string, number>>()
  for (const sentence of sentences)
    for (const [i, form] of sentence.forms.entries()) {
      const key = hashString(normalise(form))
      const tags = counts.get(key) ?? new Map<string, number>()
      counts.set(key, tags)
      const tag = sentence.xpos[i]!
      tags.set(tag, (tags.get(tag) ?? 0) + 1)
    }
  const found = new Map<number, number>()
  const sets = new Map<string, number>()
  for (const [key, tags] of counts) {
    const total = [...tags.values()].reduce((a, b) => a + b)
    if (total < KNOWN_COUNT) continue
    const set = [...tags]
      .filter(([, count]) => count / total >= 0.03)
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .map(([tag]) => tag)
      .join(' ')
    if (!sets.has(set)) sets.set(set, 2 * sets.size + (/NNPS?/.test(set) ? 1 : 0))
    found.set(key, sets.get(set)!)
  }
  return sorted(found)
}

function sorted(found: ReadonlyMap<number, number>): Ids {
  const keys = Uint32Array.from(found.keys(), (key) => key >>> 0).sort()
  return { keys, ids: Uint16Array.from(keys, (key) => found.get(key | 0)!) }
}

export function highest(scores: Float32Array): number {
  let winner = 0
  for (let c = 1; c < scores.length; c++) if (scores[c]! > scores[winner]!) winner = c
  return winner
}
