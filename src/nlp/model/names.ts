/**
 * Finds proper names: a linear chain over the words of a sentence (Collins 2002), decoded exactly by Viterbi's
 * algorithm. Classes are "O", and "B-" and "I-" of each type.
 */
import { CUE_ORGANIZATION } from './cue-words.ts'
import { FeatureList } from './feature-list.ts'
import { scatter } from './hashing.ts'
import { KNOWN } from './known-names.ts'
import { type LinearModel, score, scoreOf } from './linear-model.ts'
import { describeNameContext, type NameContext, type NameInput, nameFeatures } from './name-features.ts'
import { repairName } from './name-repair.ts'
import { collectNames, type FoundName } from './name-spans.ts'
import { PAD } from './words.ts'

export interface NamesModel {
  readonly model: LinearModel
  /** A word is part of a name only where that scores higher by so much than that it is none: a wrong name costs more than a missing one. */
  readonly caution: number
  /** Score of class b after class a, at a × classes + b; row `classes.length` is the beginning. */
  readonly transitions: Int32Array
}

/** The pseudo-feature "the class before is `tag`"; `classes.length` stands for the beginning. */
export const transitionKey = (tag: number): number => scatter(Math.imul(tag + 1, 0x3779b1) ^ 0x5eed)

export function readTransitions(model: LinearModel): Int32Array {
  const width = model.classes.length
  const transitions = new Int32Array((width + 1) * width)
  const feature = new FeatureList()
  for (let before = 0; before <= width; before++) {
    feature.keys[0] = transitionKey(before)
    feature.length = 1
    score(model, feature)
    for (let c = 0; c < width; c++) transitions[before * width + c] = scoreOf(model, c)
  }
  return transitions
}

export function findNames({ model, caution, transitions }: NamesModel, input: NameInput): FoundName[] {
  const { classes } = model
  const context = describeNameContext(input)
  const emissions = scoreWords(model, context, caution)
  const names = collectNames(Array.from(decode(classes, emissions, transitions), (c) => classes[c]!))
  return names.map((name, i) => repairName(name, context, names[i + 1]))
}

/** A list knows the word, or the run of capitals has a word that says what it is: "Nahar TV", "Radio Venn". */
function isTold({ words, cues, runStart, runEnd }: NameContext, p: number): boolean {
  if ((words.known[p]! & SURE) !== 0) return true
  const [first, last] = [runStart[p]!, runEnd[p]! - 1]
  return first < last && (cues[first] === CUE_ORGANIZATION || cues[last] === CUE_ORGANIZATION)
}

/** What a list knows as one of these asks for no caution. */
const SURE = KNOWN.country | KNOWN.city | KNOWN.region | KNOWN.organization

/** Score of each class for each word, at word × classes + class; "O" is the first class. */
export function scoreWords(model: LinearModel, context: NameContext, caution: number): Int32Array {
  const width = model.classes.length
  const { count } = context.words
  const emissions = new Int32Array(count * width)
  const features = new FeatureList(model.keys)
  for (let i = 0; i < count; i++) {
    if (context.candidates[i + PAD] === 0) {
      allowOnlyNone(emissions, i, width)
      continue
    }
    nameFeatures(context, i, features)
    score(model, features)
    for (let c = 0; c < width; c++) emissions[i * width + c] = scoreOf(model, c)
    if (!isTold(context, i + PAD)) emissions[i * width]! += caution
  }
  return emissions
}

/** Leaves word i no class but "O". */
export function allowOnlyNone(emissions: Int32Array | Float32Array, i: number, width: number): void {
  emissions.fill(NEVER, i * width + 1, (i + 1) * width)
}

const NEVER = -1e8

/** The best sequence of classes in which every "I-" continues a name of its type. */
export function decode(
  classes: readonly string[],
  emissions: Int32Array | Float32Array,
  transitions: Int32Array | Float32Array,
): Int32Array {
  const width = classes.length
  const count = emissions.length / width
  const follows = legalPairs(classes)
  let before = new Float64Array(width)
  let after = new Float64Array(width)
  const back = new Uint8Array(count * width)
  for (let i = 0; i < count; i++) {
    for (let c = 0; c < width; c++) {
      let highest = Number.NEGATIVE_INFINITY
      if (i === 0) highest = follows[width * width + c] ? transitions[width * width + c]! : highest
      else
        for (let b = 0; b < width; b++) {
          if (!follows[b * width + c]) continue
          const value = before[b]! + transitions[b * width + c]!
          if (value > highest) {
            highest = value
            back[i * width + c] = b
          }
        }
      after[c] = highest + emissions[i * width + c]!
    }
    ;[before, after] = [after, before]
  }
  const path = new Int32Array(count)
  let last = 0
  for (let c = 1; c < width; c++) if (before[c]! > before[last]!) last = c
  for (let i = count - 1; i >= 0; i--) {
    path[i] = last
    last = back[i * width + last]!
  }
  return path
}

function legalPairs(classes: readonly string[]): Uint8Array {
  const width = classes.length
  const legal = new Uint8Array((width + 1) * width).fill(1)
  for (const [c, name] of classes.entries()) {
    if (!name.startsWith('I-')) continue
    for (let b = 0; b <= width; b++) {
      const previous = classes[b]
      if (previous === undefined || previous === 'O' || previous.slice(2) !== name.slice(2)) legal[b * width + c] = 0
    }
  }
  return legal
}
