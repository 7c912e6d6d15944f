/** What the steps of understanding a question share. */
import type { CivilDate } from '../model/date.ts'
import type { Analyzer } from '../nlp/analysis.ts'
import type { Names } from './phrases.ts'
import type { Bounds, Query, Understanding } from './query.ts'
import type { NameSource } from './spot-names.ts'
import { STAND_INS } from './spot-names.ts'
import type { Vocabulary } from './vocabulary.ts'

export interface AskContext {
  readonly analyzer: Analyzer
  readonly vocabulary: Vocabulary
  readonly names: NameSource
  /** The day from which "last week" is told; null where there is none. */
  readonly reference: CivilDate | null
}

/** A question on its way: in plain words, with stand-ins for names and without times. */
export interface Plain {
  readonly text: string
  readonly names: Names
  readonly period: Bounds['period']
  readonly extreme: Bounds['extreme']
  readonly context: AskContext
}

/** For regular expressions: any stand-in. */
export const NAME = `(?:${STAND_INS.join('|')})`

export const understood = (query: Query): Understanding => ({ is: 'understood', query })
export const notUnderstood = (reason: string): Understanding => ({ is: 'not understood', reason })

export const bounds = (plain: Plain, more: Partial<Bounds> = {}): Bounds => ({
  places: [],
  period: plain.period,
  extreme: plain.extreme,
  about: [],
  named: [],
  status: 'asserted',
  ...more,
})
