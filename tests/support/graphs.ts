import { buildGraph } from '../../src/graph/build/build.ts'
import type { KnowledgeGraph } from '../../src/graph/knowledge-graph.ts'
import { resolve } from '../../src/graph/resolve/resolve.ts'
import type { Reading } from './extractions.ts'
import { stored } from './extractions.ts'

export const IMPRINT = { name: 'Test', generator: 'dragoman test' }

export function graphOf(readings: readonly Reading[]): KnowledgeGraph {
  const documents = readings.map(stored)
  return buildGraph(documents, resolve(documents), IMPRINT)
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
