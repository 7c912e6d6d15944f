/**
 * An attribution: who (the source) says, thinks or wants (the cue) what (the contents). The three spans follow the PARC and
 * PolNeAR guidelines (Pareti 2015; Newell et al. 2018): an attribution may lack a source, and have several contents.
 */
import type { Span } from '../../model/span.ts'
import type { ContentForm, CueKind } from './cues.ts'

/** The words of the source: tokens `from` up to, without, `to`, of which `head` is the head. */
export interface SourceMention extends Span {
  readonly sentence: number
  readonly head: number
  readonly from: number
  readonly to: number
  /** The token that names the source: `head`, or what a relative pronoun stands for. */
  readonly referent: number
}

export interface CueMention extends Span {
  readonly sentence: number
  readonly token: number
}

/** Offsets are UTF-16 code units into the document's text. */
export interface Attribution {
  readonly kind: CueKind
  /** How the content stands to the cue; the preposition of "according to". */
  readonly form: ContentForm
  readonly source: SourceMention | null
  readonly cue: CueMention
  /** In order of reading; never empty. */
  readonly contents: readonly Span[]
}

/** Whether what stands in the contents is told on the source's word: "hopes that A met B", but not "criticised A for …". */
export const isReport = ({ kind, form }: Attribution): boolean =>
  form === 'that' || form === 'quote' || kind === 'says' || kind === 'thinks' || kind === 'shows'
