/** Relations and events that people add by hand, with their own evidence or note. */
import type { Act, NewEntity, NodeAnchor } from '../../model/corrections.ts'
import { isNew } from '../../model/corrections.ts'
import type { EntryId, NodeKey } from '../../model/ids.ts'
import { eventKey, nodeKey } from '../../model/ids.ts'
import type { Statement } from '../build/statements.ts'
import { inDirection } from '../build/statements.ts'
import type { Correction } from './log.ts'
import type { EdgeCorrections, NodeOf } from './statements.ts'
import { change } from './statements.ts'

/** An event that a person has added. */
export interface AddedNode {
  readonly key: NodeKey
  readonly id: EntryId
  readonly note: string | null
  readonly act: Extract<Act, { act: 'add-event' }>
}

export interface Additions {
  readonly statements: readonly Statement[]
  readonly events: readonly AddedNode[]
  /** Actors and places that no text names. */
  readonly entities: ReadonlyMap<NodeKey, NewEntity>
}

const BY_HAND = { rule: 'by hand', confidence: 1, confirmed: true } as const

/** Key of an actor or place that a person has added. */
export const newEntityKey = ({ type, name }: NewEntity): NodeKey => nodeKey(type, name)

/** What was added by hand. An addition of which one end is gone waits until it is back. */
export function additions(
  corrections: readonly Correction[],
  edges: EdgeCorrections,
  nodeOf: NodeOf,
  met: Set<EntryId>,
): Additions {
  const entities = new Map<NodeKey, NewEntity>()
  const keyOf = (end: NodeAnchor | NewEntity): NodeKey | undefined => {
    if (!isNew(end)) return nodeOf(end)
    const key = nodeOf({ key: newEntityKey(end), at: [] })
    if (key === undefined) entities.set(newEntityKey(end), end)
    return key ?? newEntityKey(end)
  }
  const statements: Statement[] = []
  const events: AddedNode[] = []
  for (const { id, why, act } of corrections) {
    if (act.act !== 'add-edge' && act.act !== 'add-event') continue
    const said = { ...BY_HAND, modality: act.modality, date: act.date, added: id, ...(why !== null && { note: why }) }
    const evidence = act.evidence.map(({ document, start, end }) => ({ document, start, end }))
    if (act.act === 'add-edge') {
      const [source, target] = [keyOf(act.source), keyOf(act.target)]
      if (source === undefined || target === undefined || source === target) continue
      const { relation, former } = act
      const statement = inDirection({ ...said, relation, source, target, former, endDate: null, evidence })
      statements.push(...change(statement, edges.byEntry.get(id) ?? [], nodeOf, met))
    } else {
      const key = eventKey(act.type, ['by hand', id])
      const people = act.participants.flatMap(({ node, role }) => {
        const source = keyOf(node)
        return source === undefined ? [] : [{ relation: 'participant_in' as const, source, target: key, role }]
      })
      const places = act.places.flatMap((place) => {
        const target = keyOf(place)
        return target === undefined ? [] : [{ relation: 'occurred_at' as const, source: key, target }]
      })
      if (people.length < act.participants.length || places.length < act.places.length) continue
      for (const ends of [...people, ...places])
        statements.push({ ...said, ...ends, former: false, endDate: act.endDate, evidence })
      events.push({ key, id, note: why, act })
    }
    met.add(id)
  }
  return { statements, events, entities }
}
