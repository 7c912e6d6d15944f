/**
 * The arc-hybrid transition system (Kuhlmann, Gómez-Rodríguez and Satta 2011), the root at the end of the buffer. Words
 * are known by their places in the padded lists of `Words`: word i at i + PAD, the root after the last one, 0 is "none".
 */
import { PAD } from './words.ts'

export const SHIFT = 0
/** The top of the stack becomes a dependent of the first word of the buffer. */
export const LEFT = 1
/** The top of the stack becomes a dependent of the word below it. */
export const RIGHT = 2
export const ACTIONS = 3

export interface State {
  readonly root: number
  readonly stack: Int32Array
  depth: number
  /** First word of the buffer. */
  front: number
  readonly heads: Int32Array
  /** Label number + 1 of each word's arc; 0 while it has none. */
  readonly labels: Int32Array
  /** Outermost and second outermost dependents to the left and to the right. */
  readonly left: Int32Array
  readonly left2: Int32Array
  readonly right: Int32Array
  readonly right2: Int32Array
  readonly leftCount: Int32Array
  readonly rightCount: Int32Array
  /** Which labels a word's dependents have, as a set of bits by label number modulo 32. */
  readonly leftSet: Int32Array
  readonly rightSet: Int32Array
}

export function initialState(count: number): State {
  const list = () => new Int32Array(count + 2 * PAD)
  return {
    root: count + PAD,
    stack: new Int32Array(count + 1),
    depth: 0,
    front: PAD,
    heads: list(),
    labels: list(),
    left: list(),
    left2: list(),
    right: list(),
    right2: list(),
    leftCount: list(),
    rightCount: list(),
    leftSet: list(),
    rightSet: list(),
  }
}

export const isFinal = (state: State): boolean => state.front === state.root && state.depth === 0

export function isLegal(state: State, action: number): boolean {
  if (action === SHIFT) return state.front < state.root
  // The root takes one dependent only: the last one on the stack.
  if (action === LEFT) return state.depth > 0 && (state.front < state.root || state.depth === 1)
  return state.depth > 1
}

/** The action that alone is legal, -1 where there is a choice. */
export function onlyLegal({ front, root, depth }: State): number {
  if (depth === 0) return SHIFT
  if (front < root) return -1
  return depth === 1 ? LEFT : RIGHT
}

/** The n-th word from the top of the stack, 0 where there is none. */
export const fromTop = (state: State, n: number): number => (n < state.depth ? state.stack[state.depth - 1 - n]! : 0)

export function shift(state: State): void {
  state.stack[state.depth++] = state.front++
}

/** The head that a reduction would give the top of the stack. */
export const headOf = (state: State, action: number): number => (action === LEFT ? state.front : fromTop(state, 1))

/** Takes the top off the stack and ties it to `head`. */
export function reduce(state: State, head: number, label: number): void {
  const dependent = state.stack[--state.depth]!
  state.heads[dependent] = head
  state.labels[dependent] = label + 1
  if (dependent < head) {
    state.left2[head] = state.left[head]!
    state.left[head] = dependent
    state.leftCount[head]!++
    state.leftSet[head]! |= 1 << (label & 31)
  } else {
    state.right2[head] = state.right[head]!
    state.right[head] = dependent
    state.rightCount[head]!++
    state.rightSet[head]! |= 1 << (label & 31)
  }
}
