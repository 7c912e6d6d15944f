/** What a writer may be told besides the graph. */
import type { EdgeAttributes, GraphEvidence, NodeAttributes } from '../../model/graph.ts'
import type { ListedGraph } from '../knowledge-graph.ts'
import type { Position } from '../layout.ts'

type Evidenced = Pick<NodeAttributes | EdgeAttributes, 'evidence' | 'sentences'>

/** The words behind each piece of evidence, in its order; '' where they are not to be had. */
export type SentencesOf = (attributes: Evidenced) => readonly string[]

export interface WriteOptions {
  /** By node key; a node without one is written without. */
  readonly positions?: Readonly<Record<string, Position>>
  /** Without it, no file has a word of the texts. */
  readonly sentencesOf?: SentencesOf
  /** Names of nodes that lie outside of the part that is written: speakers. */
  readonly labelOf?: (key: string) => string | undefined
  /** Key of the node that a dossier is about. */
  readonly focus?: string
}

/** The same, with what was left open settled. */
export interface Writing extends WriteOptions {
  readonly labelOf: (key: string) => string | undefined
}

export const settle = (graph: ListedGraph, options: WriteOptions): Writing => ({
  ...options,
  labelOf: (key) => (graph.hasNode(key) ? graph.getNodeAttributes(key).label : options.labelOf?.(key)),
})

/**
 * Sentences out of the texts, or where a text is not to be had, those that the graph itself carries.
 * @param textOf the whole text of a document
 */
export const sentencesFrom =
  (textOf: (document: GraphEvidence['document']) => string | undefined): SentencesOf =>
  ({ evidence, sentences }) =>
    evidence.map((item, i) => {
      const [start, end] = item.sentence ?? [item.start, item.end]
      return textOf(item.document)?.slice(start, end) ?? sentences?.[i] ?? ''
    })

/** Those that the graph carries, where there are no texts. */
export const ownSentences: SentencesOf = sentencesFrom(() => undefined)

/** Attributes with their sentences, or without any. */
export function told<A extends Evidenced>(attributes: A, { sentencesOf }: WriteOptions): A {
  if (sentencesOf !== undefined && attributes.evidence.length > 0)
    // A spread with one more field would leave some hundred bytes behind, each time, until all of the memory is cleared.
    return Object.assign({}, attributes, { sentences: sentencesOf(attributes) })
  if (attributes.sentences === undefined) return attributes
  const { sentences: _, ...rest } = attributes
  return rest as A
}
