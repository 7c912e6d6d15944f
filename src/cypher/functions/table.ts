/** All functions, by name. */
import { CONVERSIONS } from './conversions.ts'
import { EVIDENCE } from './evidence.ts'
import type { FunctionRow } from './function.ts'
import { GRAPH } from './graph.ts'
import { LISTS } from './lists.ts'
import { MATH } from './math.ts'
import { TEMPORAL } from './temporal.ts'
import { TEXTS } from './text.ts'

export const FUNCTIONS: readonly FunctionRow[] = [
  ...GRAPH,
  ...LISTS,
  ...TEXTS,
  ...CONVERSIONS,
  ...MATH,
  ...TEMPORAL,
  ...EVIDENCE,
]

const BY_NAME: ReadonlyMap<string, FunctionRow> = new Map(FUNCTIONS.map((row) => [row.name.toLowerCase(), row]))
export const findFunction = (name: string): FunctionRow | undefined => BY_NAME.get(name.toLowerCase())
