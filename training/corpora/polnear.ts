/**
 * PolNeAR (Newell et al. 2018): political news with every attribution. One line a record: an article read by one annotator; offsets
 * are UTF-16 code units into its text.
 */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Span } from '../../src/model/span.ts'

export interface AnnotatedAttribution {
  /** Several where the words are interrupted; empty where the text names no source. */
  readonly source: readonly Span[]
  readonly cue: readonly Span[]
  readonly content: readonly Span[]
}

export interface AttributionRecord {
  readonly id: string
  readonly article: string
  readonly text: string
  readonly attributions: readonly AnnotatedAttribution[]
}

export const POLNEAR = resolve(import.meta.dirname, '../../../shared/gold/third-party/polnear-dev.jsonl')

export const readPolnear = (path: string = POLNEAR): readonly AttributionRecord[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as AttributionRecord)
