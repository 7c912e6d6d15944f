/** Attributions of a text as short lines that a table can hold: `Pavo Linsk | said | that it rained`. */
import type { Attribution } from '../../../src/extract/attribution/attribution.ts'
import { findAttributions } from '../../../src/extract/attribution/find-attributions.ts'
import { readTrees } from '../../../src/extract/extract.ts'
import type { Tree } from '../../../src/extract/tree.ts'
import type { Span } from '../../../src/model/span.ts'
import { toDocument } from '../../../src/read/document.ts'
import { loadStages } from '../../../src/resources.ts'

let loaded: ReturnType<typeof loadStages> | undefined
const stages = (): ReturnType<typeof loadStages> => {
  loaded ??= loadStages()
  return loaded
}

export function treesOf(text: string): readonly Tree[] {
  const { analyzer, resources } = stages()
  return readTrees(resources, analyzer.analyze(toDocument(text, { origin: 'test', date: null }).document))
}

export const attributionsOf = (text: string): readonly Attribution[] =>
  findAttributions(treesOf(text), stages().resources.lexicon.cues)

export const linesOf = (text: string): readonly string[] => {
  const at = ({ start, end }: Span): string => text.slice(start, end).replace(/\s+/g, ' ')
  return attributionsOf(text).map(
    ({ source, cue, contents }) =>
      `${source === null ? 'nobody' : at(source)} | ${at(cue)} | ${contents.map(at).join(' … ')}`,
  )
}
