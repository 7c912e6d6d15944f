/**
 * A greedy transition-based dependency parser: at each step the highest-scoring legal transition, and for each arc the
 * highest-scoring label. The result is always a tree with one root.
 */
import { type ActionTable, scoreActions } from './action-table.ts'
import { FeatureList } from './feature-list.ts'
import { labelFeatures } from './label-features.ts'
import { best, type LinearModel, score } from './linear-model.ts'
import { type ParserInput, parserFeatures } from './parser-features.ts'
import {
  ACTIONS,
  fromTop,
  headOf,
  initialState,
  isFinal,
  isLegal,
  onlyLegal,
  reduce,
  SHIFT,
  shift,
} from './transitions.ts'
import { PAD } from './words.ts'

export interface ParserModel {
  readonly actions: ActionTable
  /** Classes are Universal Dependencies relations. */
  readonly labels: LinearModel
}

export interface Parse {
  /** Index of each word's head, -1 for the root. */
  readonly heads: Int32Array
  /** Class of each word's relation. */
  readonly labels: Int32Array
}

export function parse(model: ParserModel, input: ParserInput): Parse {
  const { count } = input.words
  const state = initialState(count)
  const features = new FeatureList()
  const arcFeatures = new FeatureList(model.labels.keys)
  const actions = new Int32Array(ACTIONS)
  while (!isFinal(state)) {
    let action = onlyLegal(state)
    if (action < 0) {
      parserFeatures(input, state, features)
      scoreActions(model.actions, features, actions)
      action = bestLegal((a) => isLegal(state, a), actions)
    }
    if (action === SHIFT) {
      shift(state)
      continue
    }
    const head = headOf(state, action)
    labelFeatures(input, state, head, fromTop(state, 0), arcFeatures)
    score(model.labels, arcFeatures)
    reduce(state, head, best(model.labels))
  }
  const heads = new Int32Array(count)
  for (let i = 0; i < count; i++) {
    const head = state.heads[i + PAD]!
    heads[i] = head === state.root ? -1 : head - PAD
  }
  return { heads, labels: state.labels.slice(PAD, PAD + count).map((label) => label - 1) }
}

/** The legal action with the highest score; one is always legal before the end. */
export function bestLegal(legal: (action: number) => boolean, scores: ArrayLike<number>): number {
  let winner = -1
  for (let a = 0; a < ACTIONS; a++) if (legal(a) && (winner < 0 || scores[a]! > scores[winner]!)) winner = a
  return winner
}
