/** What lies in a place. */
import type { Links } from './links.ts'

const CONTAINING = ['located_in', 'part_of'] as const

/**
 * Numbers of places with all that the graph knows to be in them, however deep: the towns of a region, the regions of a state.
 */
export function placesWithin(links: Links, places: readonly string[]): ReadonlySet<number> {
  const within = new Set(places.flatMap((key) => links.numberOf(key) ?? []))
  for (const place of within)
    for (const edge of links.edgesAt(place)) {
      const { relation, modality, former } = links.edges[edge]!
      const contains = (CONTAINING as readonly string[]).includes(relation) && links.targets[edge] === place
      if (contains && modality === 'asserted' && former === undefined) within.add(links.sources[edge]!)
    }
  return within
}

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
