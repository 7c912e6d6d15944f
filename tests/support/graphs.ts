import { assemble } from '../../src/graph/build/assemble.ts'
import type { EditableGraph, KnowledgeGraph } from '../../src/graph/knowledge-graph.ts'
import { snapshotOf } from '../../src/graph/queries/subgraph.ts'
import type { Reading } from './extractions.ts'
import { stored } from './extractions.ts'

export const IMPRINT = { name: 'Test', generator: 'dragoman test' }

export function graphOf(readings: readonly Reading[]): EditableGraph {
  return snapshotOf(assemble(readings.map(stored), [], IMPRINT).graph)
}

/** "source relation target" with what qualifies it, for readable expectations. */
export const triples = (graph: KnowledgeGraph): string[] =>
  graph
    .mapEdges((_, { relation, modality, former, role, attributedTo, weight }, source, target) =>
      [
        `${source} ${relation} ${target}`,
        modality === 'asserted' ? '' : modality,
        former ? 'former' : '',
        role ?? '',
        attributedTo === undefined ? '' : `by ${attributedTo}`,
        weight === 1 ? '' : `×${weight}`,
      ]
        .filter((part) => part !== '')
        .join(', '),
    )
    .sort()
