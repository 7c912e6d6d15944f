/**
 * How found attributions compare with annotated ones. Two are the same when their cues overlap and the head of the found source lies
 * in the annotated source; each counts once, the pair whose cues share most first.
 */
import { overlaps, type Span } from '../src/model/span.ts'
import type { AnnotatedAttribution } from './corpora/polnear.ts'

/** What is found, or what another annotator wrote down. */
export interface Candidate {
  readonly cue: readonly Span[]
  /** The head of the source (of an annotator: its whole words); empty where there is none. */
  readonly source: readonly Span[]
}

export interface Count {
  /** Found and annotated. */
  right: number
  found: number
  annotated: number
}

export interface Comparison {
  readonly sources: Count
  readonly cues: Count
  /** Annotated attributions with a source that was not found. */
  readonly missed: readonly AnnotatedAttribution[]
  /** Found ones with a source, by their place in `candidates`, that nobody annotated so. */
  readonly wrong: readonly number[]
}

export function compare(candidates: readonly Candidate[], annotated: readonly AnnotatedAttribution[]): Comparison {
  const sourced = annotated.filter(({ source }) => source.length > 0)
  const pairs = match(candidates, annotated, (one, other) => touch(one.source, other.source))
  const cuePairs = match(candidates, annotated, () => true)
  return {
    sources: {
      right: pairs.size,
      found: candidates.filter(({ source }) => source.length > 0).length,
      annotated: sourced.length,
    },
    cues: {
      right: cuePairs.size,
      found: candidates.length,
      annotated: annotated.filter(({ cue }) => cue.length > 0).length,
    },
    missed: sourced.filter((one) => ![...pairs.values()].includes(annotated.indexOf(one))),
    wrong: candidates.flatMap(({ source }, i) => (source.length > 0 && !pairs.has(i) ? [i] : [])),
  }
}

/** One-to-one, by shared characters of the cues. */
function match(
  candidates: readonly Candidate[],
  annotated: readonly AnnotatedAttribution[],
  fits: (one: Candidate, other: AnnotatedAttribution) => boolean,
): ReadonlyMap<number, number> {
  const options = candidates
    .flatMap((one, i) =>
      annotated.map((other, j) => ({ i, j, shared: fits(one, other) ? sharedCharacters(one.cue, other.cue) : 0 })),
    )
    .filter(({ shared }) => shared > 0)
    .sort((a, b) => b.shared - a.shared || a.i - b.i || a.j - b.j)
  const pairs = new Map<number, number>()
  const taken = new Set<number>()
  for (const { i, j } of options) {
    if (pairs.has(i) || taken.has(j)) continue
    pairs.set(i, j)
    taken.add(j)
  }
  return pairs
}

const touch = (some: readonly Span[], others: readonly Span[]): boolean =>
  some.some((one) => others.some((other) => overlaps(one, other)))

const sharedCharacters = (some: readonly Span[], others: readonly Span[]): number =>
  some.reduce(
    (sum, one) =>
      sum +
      others.reduce(
        (all, other) => all + Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start)),
        0,
      ),
    0,
  )

export interface Figures {
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

/** Sums of counts, each with its weight. */
export function figures(counts: readonly (readonly [count: Count, weight: number])[]): Figures {
  const sum = (field: keyof Count): number => counts.reduce((all, [count, weight]) => all + weight * count[field], 0)
  const [right, found, annotated] = [sum('right'), sum('found'), sum('annotated')]
  const precision = found === 0 ? 0 : right / found
  const recall = annotated === 0 ? 0 : right / annotated
  return { precision, recall, f1: right === 0 ? 0 : (2 * precision * recall) / (precision + recall) }
}
