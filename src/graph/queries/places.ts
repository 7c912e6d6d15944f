/** What lies in a place. */
import type { EntityAttributes } from '../../model/graph.ts'
import { isState } from '../../model/place.ts'
import { atOnce } from '../at-once.ts'
import type { Links } from './links.ts'

const CONTAINING = ['located_in', 'part_of'] as const

const PER_TURN = 5000

/**
 * Numbers of places with all that is known to be in them, however deep: the towns of a region, the regions of a state. The texts tell
 * of some; of what bears the code of a state the word lists do.
 */
export function* placesWithinInTurns(
  links: Links,
  places: readonly string[],
): Generator<void, ReadonlySet<number>, void> {
  const within = new Set(places.flatMap((key) => links.numberOf(key) ?? []))
  const states = new Set([...within].flatMap((place) => stateAt(links, place) ?? []))
  if (states.size > 0)
    for (const [node, attributes] of links.nodes.entries()) {
      if (node % PER_TURN === PER_TURN - 1) yield
      if (isSomewhere(attributes) && states.has(attributes.country ?? '')) within.add(node)
    }
  for (const place of within)
    for (const edge of links.edgesAt(place)) {
      const { relation, modality, former } = links.edges[edge]!
      const contains = (CONTAINING as readonly string[]).includes(relation) && links.targets[edge] === place
      if (contains && modality === 'asserted' && former === undefined) within.add(links.sources[edge]!)
    }
  return within
}

export function placesWithin(links: Links, places: readonly string[]): ReadonlySet<number> {
  return atOnce(placesWithinInTurns(links, places))
}

/** The code of a state, where the node is one. */
function stateAt({ nodes }: Links, node: number): string | undefined {
  const attributes = nodes[node]!
  return attributes.kind !== 'event' && isState(attributes.type, attributes.label) ? attributes.country : undefined
}

/** States are actors, and places too. */
const isSomewhere = (attributes: Links['nodes'][number]): attributes is EntityAttributes =>
  attributes.kind === 'place' || (attributes.kind === 'actor' && attributes.type === 'country')

/** Numbers of the places where an event was. */
export function scenesOf(links: Links, event: number): readonly number[] {
  const found: number[] = []
  for (const edge of links.edgesAt(event)) {
    const { relation, modality } = links.edges[edge]!
    if (relation === 'occurred_at' && links.sources[edge] === event && modality !== 'denied')
      found.push(links.targets[edge]!)
  }
  return found
}
