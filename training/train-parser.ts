/**
 * Trains the parser with the dynamic oracle of the arc-hybrid system (Goldberg and Nivre 2013): it learns on the states
 * that its own errors lead to.
 */
import { FeatureList } from '../src/nlp/model/feature-list.ts'
import { hashString } from '../src/nlp/model/hashing.ts'
import { labelFeatures } from '../src/nlp/model/label-features.ts'
import type { Lexicon } from '../src/nlp/model/lexicon.ts'
import type { Rows } from '../src/nlp/model/linear-model.ts'
import { bestLegal } from '../src/nlp/model/parser.ts'
import { type ParserInput, parserFeatures } from '../src/nlp/model/parser-features.ts'
import type { Tag } from '../src/nlp/model/tagger.ts'
import {
  ACTIONS,
  fromTop,
  headOf,
  initialState,
  isFinal,
  isLegal,
  LEFT,
  RIGHT,
  reduce,
  SHIFT,
  type State,
  shift,
} from '../src/nlp/model/transitions.ts'
import { describeWords, PAD } from '../src/nlp/model/words.ts'
import type { TreebankSentence } from './corpora/conllu.ts'
import { type AveragedWeights, Perceptron } from './perceptron.ts'
import { meanOf, type Pruning, quantise } from './quantise.ts'
import { seeded, shuffle } from './random.ts'
import { highest } from './train-tagger.ts'

export interface TrainedParser {
  readonly labels: readonly string[]
  readonly actionRows: Rows
  readonly labelRows: Rows
}

export interface ParserOptions {
  readonly epochs: number
  /** How often, after the first epoch, the parser's own wrong step is followed. */
  readonly exploration: number
}

/** What the parser is told, padded with 0 for "before the sentence", 1 for the root and what comes after. */
export function parserInput(forms: readonly string[], tags: readonly Tag[], lexicon: Lexicon): ParserInput {
  const words = describeWords(forms, lexicon)
  const list = (name: (tag: Tag) => string) => {
    const hashes = new Int32Array(words.words.length).fill(1, PAD + forms.length)
    for (const [i, tag] of tags.entries()) hashes[i + PAD] = hashString(name(tag))
    return hashes
  }
  return { words, upos: list((tag) => tag.upos), xpos: list((tag) => tag.xpos) }
}

export const ACTION_NAMES = ['shift', 'left', 'right'] as const

/** The relations of a treebank, in the order of their class numbers. */
export const relationsOf = (sentences: readonly TreebankSentence[]): string[] =>
  [...new Set(sentences.flatMap((s) => s.deprels))].sort()

export interface OneParser {
  readonly actions: AveragedWeights
  readonly labels: AveragedWeights
}

/** The parser that is the mean of several, each trained in an order of its own. */
export function joinParsers(models: readonly OneParser[], labels: readonly string[], pruning: Pruning): TrainedParser {
  const rows = (of: readonly AveragedWeights[], classes: number) => quantise(meanOf(of, classes), classes, pruning)
  return {
    labels,
    actionRows: rows(
      models.map((model) => model.actions),
      ACTION_NAMES.length,
    ),
    labelRows: rows(
      models.map((model) => model.labels),
      labels.length,
    ),
  }
}

export function trainOneParser(
  sentences: readonly TreebankSentence[],
  tags: readonly (readonly Tag[])[],
  lexicon: Lexicon,
  { epochs, exploration }: ParserOptions,
  seed: number,
): OneParser {
  const names = relationsOf(sentences)
  const inputs = sentences.map((s, i) => parserInput(s.forms, tags[i]!, lexicon))
  const number = new Map(names.map((name, i) => [name, i]))
  const actions = new Perceptron(ACTION_NAMES)
  const labels = new Perceptron(names)
  const features = new FeatureList()
  const costs = new Int32Array(ACTIONS)
  const random = seeded(seed)
  const order = sentences.map((_, i) => i)
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const s of shuffle(order, random)) {
      const sentence = sentences[s]!
      const input = inputs[s]!
      const heads = paddedHeads(sentence)
      const state = initialState(sentence.forms.length)
      while (!isFinal(state)) {
        if (state.depth === 0) {
          shift(state)
          continue
        }
        parserFeatures(input, state, features)
        const scores = actions.score(features)
        measureCosts(state, heads, costs)
        const guess = bestLegal((a) => isLegal(state, a), scores)
        let least = Number.POSITIVE_INFINITY
        for (let a = 0; a < ACTIONS; a++) if (isLegal(state, a) && costs[a]! < least) least = costs[a]!
        const right = bestLegal((a) => isLegal(state, a) && costs[a] === least, scores)
        const wrong = costs[guess] !== least
        if (wrong) actions.update(features, right, guess)
        actions.tick()
        const next = !wrong || (epoch > 0 && random() < exploration) ? guess : right
        if (next === SHIFT) {
          shift(state)
          continue
        }
        const head = headOf(state, next)
        const dependent = fromTop(state, 0)
        labelFeatures(input, state, head, dependent, features)
        const label = highest(labels.score(features))
        if (heads[dependent] === head) {
          const gold = number.get(sentence.deprels[dependent - PAD]!)!
          if (label !== gold) labels.update(features, gold, label)
        }
        labels.tick()
        reduce(state, head, label)
      }
    }
  }
  return { actions: actions.averages(), labels: labels.averages() }
}

/** Heads as places in the padded lists. */
function paddedHeads(sentence: TreebankSentence): Int32Array {
  const root = sentence.forms.length + PAD
  const heads = new Int32Array(root + PAD)
  for (const [i, head] of sentence.heads.entries()) heads[i + PAD] = head < 0 ? root : head + PAD
  return heads
}

/** How many of the right arcs each transition puts out of reach. */
function measureCosts(state: State, heads: Int32Array, costs: Int32Array): void {
  const { front, root, depth, stack } = state
  const top = fromTop(state, 0)
  const below = fromTop(state, 1)
  costs.fill(0)
  if (front < root) {
    for (let i = 0; i < depth; i++) {
      if (heads[stack[i]!] === front) costs[SHIFT]!++
      if (i < depth - 1 && heads[front] === stack[i]) costs[SHIFT]!++
    }
  }
  if (depth === 0) return
  let dependents = 0
  for (let j = front; j < root; j++) if (heads[j] === top) dependents++
  const head = heads[top]!
  costs[LEFT] = dependents + (head !== front && (head === below || head > front) ? 1 : 0)
  costs[RIGHT] = dependents + (head !== below && head >= front ? 1 : 0)
}
