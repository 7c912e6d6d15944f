/** Trains the name finder: a structured averaged perceptron. */
import { FeatureList } from '../src/nlp/model/feature-list.ts'
import type { Lexicon } from '../src/nlp/model/lexicon.ts'
import { indexRows, type Rows } from '../src/nlp/model/linear-model.ts'
import {
  describeNameContext,
  GUIDELINE_FEATURES,
  type NameContext,
  nameFeatures,
  UNIVERSAL,
} from '../src/nlp/model/name-features.ts'
import { decode, type NamesModel, readTransitions, transitionKey } from '../src/nlp/model/names.ts'
import type { Tag } from '../src/nlp/model/tagger.ts'
import type { NamedSentence } from './corpora/names.ts'
import { type AveragedWeights, Perceptron } from './perceptron.ts'
import { meanOf, type Pruning, quantise } from './quantise.ts'
import { seeded, shuffle } from './random.ts'
import { parserInput } from './train-parser.ts'

export const NAME_CLASSES = ['O', ...['person', 'organization', 'place', 'other'].flatMap((t) => [`B-${t}`, `I-${t}`])]

/** The corpora, each with guidelines of its own; those of the first are followed. */
const CORPORA = ['ewt', 'gum', 'wikigold', 'crossner', 'btc', 'wnut']

export interface NamesOptions {
  readonly epochs: number
  /** One model is trained from each, in an order of its own; the result is their mean. */
  readonly seeds: readonly number[]
  readonly pruning: Pruning
  /** What "no name" is given on top, in units of the int8 weights. */
  readonly caution: number
}

export interface TrainedNames {
  readonly rows: Rows
  readonly caution: number
}

export function trainNames(
  sentences: readonly NamedSentence[],
  tags: readonly (readonly Tag[])[],
  lexicon: Lexicon,
  options: NamesOptions,
): TrainedNames {
  const contexts = sentences.map((s, i) =>
    describeNameContext(parserInput(s.forms, tags[i]!, lexicon), CORPORA.indexOf(s.corpus)),
  )
  const gold = sentences.map((s) => s.names.map((name) => NAME_CLASSES.indexOf(name)))
  const models = options.seeds.map((seed) => trainOnce(contexts, gold, options.epochs, seed))
  const { keys, updates, weights } = meanOf(models, NAME_CLASSES.length)
  const foreign = foreignFeatures(contexts)
  const useful = updates.map((count, row) => (foreign.has(keys[row]!) ? 0 : count))
  const rows = quantise({ keys, updates: useful, weights }, NAME_CLASSES.length, options.pruning)
  return { rows, caution: options.caution }
}

/** What belongs to other guidelines than those that are followed is never asked for. */
function foreignFeatures(contexts: readonly NameContext[]): ReadonlySet<number> {
  const foreign = new Set<number>()
  const features = new FeatureList()
  for (const context of contexts) {
    if (context.guidelines === UNIVERSAL) continue
    for (let i = 0; i < context.words.count; i++) {
      nameFeatures(context, i, features)
      for (const key of features.keys.subarray(features.length - GUIDELINE_FEATURES, features.length)) foreign.add(key)
    }
  }
  return foreign
}

function trainOnce(
  contexts: readonly NameContext[],
  gold: readonly (readonly number[])[],
  epochs: number,
  seed: number,
): AveragedWeights {
  const width = NAME_CLASSES.length
  const perceptron = new Perceptron(NAME_CLASSES)
  const features = new FeatureList()
  const random = seeded(seed)
  const order = contexts.map((_, i) => i)
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const s of shuffle(order, random)) {
      const context = contexts[s]!
      const right = gold[s]!
      const emissions = new Float32Array(right.length * width)
      for (let i = 0; i < right.length; i++) {
        nameFeatures(context, i, features)
        emissions.set(perceptron.score(features), i * width)
      }
      const guess = decode(NAME_CLASSES, emissions, transitionScores(perceptron, features))
      for (let i = 0; i < right.length; i++) {
        if (guess[i] !== right[i]) {
          nameFeatures(context, i, features)
          perceptron.update(features, right[i]!, guess[i]!)
        }
        const beforeRight = i === 0 ? width : right[i - 1]!
        const beforeGuess = i === 0 ? width : guess[i - 1]!
        if (guess[i] === right[i] && beforeRight === beforeGuess) continue
        setTransition(features, beforeRight)
        perceptron.move(features, right[i]!, 1)
        setTransition(features, beforeGuess)
        perceptron.move(features, guess[i]!, -1)
      }
      perceptron.tick()
    }
  }
  return perceptron.averages()
}

export function namesModel({ rows, caution }: TrainedNames): NamesModel {
  const model = indexRows(NAME_CLASSES, rows)
  return { model, caution, transitions: readTransitions(model) }
}

function setTransition(features: FeatureList, before: number): void {
  features.keys[0] = transitionKey(before)
  features.length = 1
}

function transitionScores(perceptron: Perceptron, features: FeatureList): Float32Array {
  const width = NAME_CLASSES.length
  const scores = new Float32Array((width + 1) * width)
  for (let before = 0; before <= width; before++) {
    setTransition(features, before)
    scores.set(perceptron.score(features), before * width)
  }
  return scores
}
