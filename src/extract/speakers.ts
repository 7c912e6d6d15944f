/** Whose word a fact is: the source of the innermost report in whose contents it is told. */
import { contains, type Span } from '../model/span.ts'
import { type Attribution, isReport, type SourceMention } from './attribution/attribution.ts'
import { type Tree, tokenAt } from './tree.ts'

export interface Speakers {
  /** Undefined where the text itself speaks. */
  readonly of: (sentence: number, trigger: number) => SourceMention | undefined
}

interface Report {
  readonly source: SourceMention
  readonly cue: Span
  readonly content: Span
}

export function speakersIn(trees: readonly Tree[], attributions: readonly Attribution[]): Speakers {
  const bySentence = reportsBySentence(trees, attributions)
  /** Of the reports that hold a passage, the one with the narrowest content. */
  const innermost = (sentence: number, passage: Span): Report | undefined =>
    (bySentence[sentence] ?? [])
      .filter(({ content, cue }) => contains(content, passage) && !contains(passage, cue))
      .sort((a, b) => a.content.end - a.content.start - (b.content.end - b.content.start))[0]
  const speakerOf = (sentence: number, passage: Span): SourceMention | undefined => {
    const report = innermost(sentence, passage)
    if (report === undefined) return undefined
    const { source } = report
    // "“I believe that …,” Linsk said": who says so is whom the sentence around it quotes.
    const speaks = FIRST_PERSON.test(tokenAt(trees[source.sentence] as Tree, source.head).form)
    return (speaks ? speakerOf(source.sentence, report.cue) : undefined) ?? source
  }
  return {
    of: (sentence, trigger) => {
      const token = tokenAt(trees[sentence] as Tree, trigger)
      // "Varnia-occupied" is the reporter's own word, whoever is quoted in the sentence.
      return token.deprel === 'amod' ? undefined : speakerOf(sentence, token)
    },
  }
}

const FIRST_PERSON = /^(?:i|we|us|me|my|our)$/i

function reportsBySentence(trees: readonly Tree[], attributions: readonly Attribution[]): readonly Report[][] {
  const reports: Report[][] = trees.map(() => [])
  for (const attribution of attributions) {
    const { source, cue, contents } = attribution
    if (source === null || !isReport(attribution)) continue
    for (const content of contents) {
      // Contents lie around their cue, a quotation's may go on for paragraphs.
      for (const sentence of sentencesOf(trees, content)) reports[sentence]?.push({ source, cue, content })
    }
  }
  return reports
}

function sentencesOf(trees: readonly Tree[], { start, end }: Span): readonly number[] {
  let [low, high] = [0, trees.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((trees[middle] as Tree).sentence.end <= start) low = middle + 1
    else high = middle
  }
  const found: number[] = []
  for (let at = low; at < trees.length && (trees[at] as Tree).sentence.start < end; at++) found.push(at)
  return found
}
