/**
 * Visits that are told by the way: whoever is sent to a place, or meets somebody in a foreign one, has been there.
 */
import { canBeScene } from '../model/ontology.ts'
import { prepositional } from './arguments.ts'
import type { Happening } from './happening.ts'
import { foldName } from './names.ts'
import type { Predication, Statement } from './predications.ts'
import { type ReferenceContext, type Referent, referents } from './reference.ts'
import type { Tie } from './tie.ts'
import type { Tree } from './tree.ts'

/** A statement that a predication implies, with the predication that carries its evidence. */
export interface ImpliedStatement {
  readonly predication: Predication
  readonly statement: Statement
}

type TiesBySource = Map<number, Tie[]>

const GATHERINGS = new Set(['meeting', 'negotiation', 'summit', 'agreement', 'ceremony'])

export function impliedVisits(
  context: ReferenceContext,
  predications: readonly Predication[],
  happenings: readonly Happening[],
  ties: readonly Tie[],
): readonly ImpliedStatement[] {
  const bySource: TiesBySource = new Map()
  for (const tie of ties) bySource.set(tie.source, [...(bySource.get(tie.source) ?? []), tie])
  const dispatched = predications.flatMap((predication) => dispatches(context, predication))
  const met = happenings.flatMap((happening) => journeys(context, happening, bySource))
  return [...dispatched, ...met]
}

/** "Drell sent Varga to Lodesk". */
function dispatches(context: ReferenceContext, predication: Predication): ImpliedStatement[] {
  const { frame, sentence, trigger, statements } = predication
  if (frame.relation !== 'sent') return []
  const tree = context.discourse.trees[sentence] as Tree
  const places = prepositional(tree, trigger, 'to')
    .flatMap((token) => referents(context, sentence, token))
    .filter(({ entity }) => canBeScene(context.discourse.entity(entity).type))
  return statements
    .filter(({ target }) => context.discourse.entity(target.entity).type === 'person')
    .flatMap(({ target }) => places.slice(0, 1).map((place) => visit(predication, target, place)))
}

/** People who meet in a place that is not of their own state. */
function journeys(context: ReferenceContext, happening: Happening, ties: TiesBySource): ImpliedStatement[] {
  const { discourse, world } = context
  const [predication] = happening.predications
  const place = happening.places.find(({ entity }) => ['city', 'country'].includes(discourse.entity(entity).type))
  if (
    predication === undefined ||
    place === undefined ||
    !GATHERINGS.has(happening.type) ||
    place.sentence !== predication.sentence
  )
    return []
  const where = discourse.entity(place.entity)
  const inside = ties.get(place.entity)?.find((tie) => tie.relation === 'located_in')?.target
  const host =
    where.type === 'country'
      ? foldName(where.name)
      : inside === undefined
        ? world.countryOf(where.name)
        : foldName(discourse.entity(inside).name)
  if (host === undefined) return []
  return happening.participants
    .filter(({ entity, sentence }) => discourse.entity(entity).type === 'person' && sentence === place.sentence)
    .filter(({ entity }) => {
      const home = homeOf(context, entity, ties)
      return home !== undefined && home !== foldName(host)
    })
    .map((person) => visit(predication, person, place))
}

/** The state that somebody heads, serves or speaks for, if need be through whom he serves. */
function homeOf(context: ReferenceContext, person: number, ties: TiesBySource, depth = 0): string | undefined {
  const { discourse } = context
  const offices = (ties.get(person) ?? []).filter((tie) =>
    ['leader_of', 'official_of', 'envoy_of', 'from'].includes(tie.relation),
  )
  const state = offices.find((tie) => discourse.entity(tie.target).type === 'country')
  if (state !== undefined) return foldName(discourse.entity(state.target).name)
  const superior = offices.find((tie) => discourse.entity(tie.target).type === 'person')
  return superior === undefined || depth > 1 ? undefined : homeOf(context, superior.target, ties, depth + 1)
}

const visit = (predication: Predication, source: Referent, target: Referent): ImpliedStatement => ({
  predication,
  statement: { relation: 'visited', kinship: null, source, target, inferred: true },
})
