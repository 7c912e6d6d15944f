/**
 * What the language models make of a text. A better model takes the place of ours by implementing `Analyzer`.
 */
import type { SourceDocument } from '../model/document.ts'
import type { Span } from '../model/span.ts'

/** Universal Dependencies' part-of-speech tags. */
export type Upos =
  | 'ADJ' | 'ADP' | 'ADV' | 'AUX' | 'CCONJ' | 'DET' | 'INTJ' | 'NOUN' | 'NUM' | 'PART' | 'PRON' | 'PROPN' | 'PUNCT' | 'SCONJ'
  | 'SYM' | 'VERB' | 'X' // biome-ignore format: one glance

/** One word. Offsets are UTF-16 code units into the document's text; heads are indices into the sentence's tokens. */
export interface Token extends Span {
  /** As written, `text.slice(start, end)`. */
  readonly form: string
  readonly lemma: string
  readonly upos: Upos
  /** Penn Treebank tag. */
  readonly xpos: string
  /** Index of the head in the sentence, -1 for the root. Always a tree. */
  readonly head: number
  /** Universal Dependencies relation with its subtype, such as `nsubj:pass`. */
  readonly deprel: string
}

export type NameType = 'person' | 'organization' | 'place'

/** A proper name: tokens `from` up to, without, `to`. */
export interface Name {
  readonly from: number
  readonly to: number
  readonly type: NameType
  /** What the gazetteer or a cue word says more exactly, where it does. */
  readonly finer?: 'country' | 'city' | 'region' | 'facility' | 'party' | 'armed_force' | 'media'
}

export interface Sentence extends Span {
  /** Headlines, datelines and bylines are no prose: their capitals and their tense mean something else. */
  readonly form: 'headline' | 'dateline' | 'prose'
  /** Ordinal of the paragraph, from 0. */
  readonly paragraph: number
  readonly tokens: readonly Token[]
  readonly names: readonly Name[]
}

export interface Analyzer {
  /** Sentences in order of reading, inside `document.body`. Never throws on any text. */
  analyze(document: SourceDocument): readonly Sentence[]
}
