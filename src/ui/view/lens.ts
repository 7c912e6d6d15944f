/** Ways of looking at the same facts. */
import type { EdgeAttributes, NodeAttributes } from '../../model/graph.ts'
import { EDGES } from '../../model/ontology.ts'

/**
 * people: who to whom directly, with events folded into these relations; events: happenings with their participants and places;
 * places: what happened and who is where; all: every node and edge.
 */
export const LENSES = ['people', 'events', 'places', 'all'] as const
export type Lens = (typeof LENSES)[number]

export const lensAdmitsNode = ({ kind }: NodeAttributes, lens: Lens): boolean => lens !== 'people' || kind !== 'event'

export function lensAdmitsEdge(
  { relation }: EdgeAttributes,
  source: NodeAttributes,
  target: NodeAttributes,
  lens: Lens,
): boolean {
  switch (lens) {
    case 'people':
      return EDGES[relation].family !== 'participation'
    case 'events':
      return EDGES[relation].family === 'participation'
    case 'places':
      return source.kind === 'place' || target.kind === 'place'
    case 'all':
      return true
  }
}

/** Whether a node about which no relation was read belongs to what the lens looks at. */
export const lensAdmitsLoose = ({ kind }: NodeAttributes, lens: Lens): boolean =>
  lens === 'all' ||
  kind === (lens === 'events' ? 'event' : lens === 'places' ? 'place' : 'actor') ||
  (lens === 'people' && kind === 'place')
