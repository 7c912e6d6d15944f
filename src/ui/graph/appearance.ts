/** How a fact looks before anybody selects or hovers anything: shape, size, stroke and words. */
import { readingOf } from '../../graph/reading.ts'
import type { Modality } from '../../model/facts.ts'
import type { EdgeAttributes, NodeAttributes } from '../../model/graph.ts'
import type { NodeKind } from '../../model/ontology.ts'

export type NodeShape = 'disc' | 'square' | 'diamond'
export type Stroke = 'solid' | 'dashed' | 'dotted' | 'crossed'

export const SHAPES: Readonly<Record<NodeKind, NodeShape>> = { actor: 'disc', place: 'square', event: 'diamond' }

export const STROKES: Readonly<Record<Modality, Stroke>> = {
  asserted: 'solid',
  planned: 'dashed',
  requested: 'dashed',
  possible: 'dotted',
  denied: 'crossed',
}

/** The word that keeps a reader from taking it for a fact; none for what is asserted. */
export const MODALITY_WORDS: Readonly<Record<Modality, string | null>> = {
  asserted: null,
  planned: 'planned',
  possible: 'possible',
  denied: 'denied',
  requested: 'requested',
}

const LONGEST_LABEL = 34

/** What stands beside a node: never an event without the word that says it did not (yet) happen. */
export function nodeLabel(node: NodeAttributes): string {
  const name = shorten(node.label, LONGEST_LABEL)
  const word = node.kind === 'event' ? MODALITY_WORDS[node.modality] : null
  return word === null ? name : `${name} (${word})`
}

/** What stands on an edge in focus; on the edge of a participant, its role. */
export const edgeLabel = (edge: EdgeAttributes): string =>
  readingOf(edge.relation === 'participant_in' && edge.role !== undefined ? { ...edge, label: edge.role } : edge)

/** Radius in pixels at the camera's ratio 1, from the number of statements at the node. */
export const nodeSize = (statements: number, kind: NodeKind): number =>
  kind === 'event' ? Math.min(7 + Math.sqrt(statements), 13) : Math.min(6 + 2.1 * Math.sqrt(statements), 24)

/** Thickness in pixels from the number of statements behind an edge. */
export const edgeSize = (weight: number): number => Math.min(1.3 + 0.8 * Math.log2(Math.max(weight, 1)), 5)

/** By code points, so that no character is cut in two. */
export function shorten(text: string, longest: number): string {
  const points = [...text]
  return points.length <= longest
    ? text
    : `${points
        .slice(0, longest - 1)
        .join('')
        .trimEnd()}…`
}
