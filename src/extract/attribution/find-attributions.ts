/** Sentences of a document → its attributions, with quotations that go on over sentences and paragraphs. */
import { contains, overlaps, type Span } from '../../model/span.ts'
import { type Tree, tokenAt } from '../tree.ts'
import type { Attribution, CueMention, SourceMention } from './attribution.ts'
import { type ClauseCue, findClauseCues } from './clause-cues.ts'
import { passages } from './contents.ts'
import type { CueKind, Cues } from './cues.ts'
import { findPhraseCues, type PhraseCue } from './phrase-cues.ts'
import { findQuotations, type Quotation } from './quotations.ts'
import { sourceMention } from './source-words.ts'

interface Draft {
  readonly kind: CueKind
  form: string
  readonly source: SourceMention | null
  readonly cue: CueMention
  contents: readonly Span[]
  /** Whether a quotation may be its content. */
  readonly quotes: boolean
}

/** @returns in order of reading of their cues */
export function findAttributions(trees: readonly Tree[], cues: Cues): readonly Attribution[] {
  const drafts = trees.flatMap((tree, sentence) => [
    ...findClauseCues(tree, cues).map((cue) => draftOfClause(tree, sentence, cue)),
    ...findPhraseCues(tree).map((cue) => draftOfPhrase(tree, sentence, cue)),
  ])
  const bySentence = new Map<number, Draft[]>()
  for (const draft of drafts) bySentence.set(draft.cue.sentence, [...(bySentence.get(draft.cue.sentence) ?? []), draft])
  let speaking: { draft: Draft; paragraph: number } | undefined
  for (const quotation of findQuotations(trees)) {
    if (!quotation.clausal) continue
    const draft = cueOf(trees, bySentence, quotation) ?? goingOn(trees, speaking, quotation)
    if (draft === undefined) continue
    addQuotation(draft, quotation)
    speaking = { draft, paragraph: quotation.paragraph }
  }
  return drafts
    .filter(({ contents }) => contents.length > 0)
    .sort((a, b) => a.cue.start - b.cue.start)
    .map(({ kind, form, source, cue, contents }) => ({ kind, form, source, cue, contents }))
}

function draftOfClause(tree: Tree, sentence: number, { token, others, source, content, quotes }: ClauseCue): Draft {
  const words = [token, ...others].sort((a, b) => a - b)
  return {
    kind: content?.kind ?? 'says',
    form: content?.form ?? 'quote',
    source: source === undefined ? null : sourceMention(tree, sentence, source),
    cue: { sentence, token, ...extent(tree, words[0] as number, words.at(-1) as number) },
    contents: content === undefined ? [] : passages(tree, content.tokens),
    quotes,
  }
}

function draftOfPhrase(tree: Tree, sentence: number, { from, last, form, source, content }: PhraseCue): Draft {
  return {
    kind: 'says',
    form,
    source: sourceMention(tree, sentence, source),
    cue: { sentence, token: from, ...extent(tree, from, last) },
    contents: passages(tree, content),
    quotes: true,
  }
}

const extent = (tree: Tree, first: number, last: number): Span => ({
  start: tokenAt(tree, first).start,
  end: tokenAt(tree, last).end,
})

/** The cue beside a quotation: the one that holds it in its content, else "…, he said" behind it, else "he said: …" before it. */
function cueOf(
  trees: readonly Tree[],
  bySentence: ReadonlyMap<number, readonly Draft[]>,
  quotation: Quotation,
): Draft | undefined {
  const near: Draft[] = []
  for (let sentence = quotation.first - 1; sentence <= quotation.last + 1; sentence++)
    near.push(...(bySentence.get(sentence) ?? []).filter(({ quotes, cue }) => quotes && !contains(quotation, cue)))
  const holding = near
    .filter(({ contents }) => contents.some((content) => overlaps(content, quotation)))
    .sort((a, b) => size(a.contents) - size(b.contents))
  return (
    near.findLast((draft) => isBefore(trees, draft, quotation, 0)) ??
    near.find((draft) => isBehind(trees, draft, quotation)) ??
    holding[0] ??
    near.findLast((draft) => isBefore(trees, draft, quotation, LONGEST_GAP))
  )
}

const size = (spans: readonly Span[]): number => spans.reduce((sum, { start, end }) => sum + end - start, 0)

/** "“…,” he said": nothing but an adverb or two stands between. */
function isBehind(trees: readonly Tree[], draft: Draft, quotation: Quotation): boolean {
  const { source, cue } = draft
  if (source === null) return false
  const start = Math.min(source.start, cue.start)
  if (start < quotation.end || cue.sentence < quotation.last) return false
  if (cue.sentence > quotation.last && !/^\p{Ll}/u.test(trees[cue.sentence]?.tokens[0]?.form ?? '')) return false
  return wordsBetween(trees, quotation.last, cue.sentence, quotation.end, start) <= 2
}

const LONGEST_GAP = 14

/** "he said, “…”", and "he said:" at the end of the sentence before. */
function isBefore(trees: readonly Tree[], draft: Draft, quotation: Quotation, most: number): boolean {
  const { cue } = draft
  if (cue.end > quotation.start || cue.sentence > quotation.first) return false
  const gap = wordsBetween(trees, cue.sentence, quotation.first, cue.end, quotation.start)
  if (gap > most) return false
  return cue.sentence === quotation.first || trees[cue.sentence]?.tokens.at(-1)?.form === ':'
}

function wordsBetween(trees: readonly Tree[], first: number, last: number, start: number, end: number): number {
  let words = 0
  for (let sentence = first; sentence <= last; sentence++)
    for (const token of trees[sentence]?.tokens ?? [])
      if (token.start >= start && token.end <= end && token.upos !== 'PUNCT') words++
  return words
}

/** A quotation without a cue of its own, at the beginning of a sentence, goes on with what was quoted before it. */
function goingOn(
  trees: readonly Tree[],
  speaking: { readonly draft: Draft; readonly paragraph: number } | undefined,
  quotation: Quotation,
): Draft | undefined {
  const sentence = trees[quotation.first]
  if (speaking === undefined || sentence?.tokens[0]?.start !== quotation.start) return undefined
  if (speaking.paragraph === quotation.paragraph) return speaking.draft
  const begins = trees[quotation.first - 1]?.sentence.paragraph !== quotation.paragraph
  return begins && speaking.paragraph === quotation.paragraph - 1 ? speaking.draft : undefined
}

function addQuotation(draft: Draft, { start, end }: Quotation): void {
  const apart = draft.contents.filter((content) => !overlaps(content, { start, end }))
  const touched = draft.contents.filter((content) => overlaps(content, { start, end }))
  const joined = touched.reduce<Span>(
    (all, one) => ({ start: Math.min(all.start, one.start), end: Math.max(all.end, one.end) }),
    {
      start,
      end,
    },
  )
  draft.contents = [...apart, joined].sort((a, b) => a.start - b.start)
}
