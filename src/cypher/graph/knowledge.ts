/**
 * Dragoman's own graph for queries: labels from kinds and types (`:Actor:Person`, `:Event:Meeting`), relationship types from
 * the ontology (`:MET_WITH`), and all attributes of the published contract as properties.
 */
import type { Attributes } from 'graphology-types'
import { MODALITIES, type Modality } from '../../model/facts.ts'
import type { EdgeAttributes, NodeAttributes } from '../../model/graph.ts'
import type { EdgeName, NodeKind } from '../../model/ontology.ts'
import { EDGES } from '../../model/ontology.ts'
import type { Admission } from './narrowed.ts'
import type { GraphReading } from './property-graph.ts'

/** Which statements of the texts are there to be found. */
export interface Statements {
  readonly modalities: readonly Modality[]
  /** Whether ties that the text calls past are among them. */
  readonly former: boolean
}

/** armed_force → ArmedForce */
export const labelOf = (name: string): string =>
  name
    .split('_')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')

export const labelsOf = (kind: NodeKind, type: string): readonly string[] => [labelOf(kind), labelOf(type)]

export const relationshipType = (relation: EdgeName): string => relation.toUpperCase()

/**
 * A query that does not ask how firm a statement is must not get plans, denials and past ties as if they were facts of today.
 * One that speaks of `modality`, or of `former`, gets all and decides for itself; so does one that is given all modalities.
 * @param properties names of properties in the query
 */
export const statementsFor = (properties: ReadonlySet<string>, modalities?: readonly Modality[]): Statements => ({
  modalities: modalities ?? (properties.has('modality') ? MODALITIES : ['asserted']),
  former: properties.has('former') || modalities?.length === MODALITIES.length,
})

export const KNOWLEDGE: GraphReading = {
  node: (attributes) => {
    const { kind, type } = attributes as NodeAttributes
    return { labels: labelsOf(kind, type), properties: attributes }
  },
  relationship: (attributes) => {
    const { relation } = attributes as EdgeAttributes
    const row = EDGES[relation] as (typeof EDGES)[EdgeName] | undefined
    return { type: relationshipType(relation), properties: attributes, undirected: row?.symmetric === true }
  },
  names: ['label'],
}

/** What these statements say; things that are no events are there in any case. */
export function admissionOf({ modalities, former }: Statements): Admission {
  const admitted = new Set<unknown>(modalities)
  return {
    node: ({ properties: { modality } }) => modality === undefined || admitted.has(modality),
    relationship: ({ properties: { modality, former: past } }) => admitted.has(modality) && (former || past !== true),
  }
}

/** Whether the attributes of a node are those of this program. */
export const isKnowledge = ({ labels, kind, type }: Attributes): boolean =>
  labels === undefined && (kind === 'actor' || kind === 'place' || kind === 'event') && typeof type === 'string'
