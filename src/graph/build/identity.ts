/** Why a node is one: the names or reports that it was put together from, and for which reasons. */
import type { DocumentId } from '../../model/ids.ts'
import type { BaseEntity, EntityResolver } from '../resolve/entity-resolver.ts'
import type { BaseEvent, EventResolver } from '../resolve/event-resolver.ts'
import type { Link, Reason } from '../resolve/joiner.ts'
import type { Unit } from '../resolve/units.ts'
import type { Identity, Part } from './assembly.ts'

const BY_HAND: readonly Reason[] = [{ reason: 'a person has said so', score: 1 }]

export function entityIdentity(bases: readonly BaseEntity[], entities: EntityResolver): Identity | undefined {
  return identityOf(
    bases.map((base) => {
      const cluster = entities.clusterOf(base)
      const { name } = base
      return {
        items: cluster?.items.map((unit) => [unit.id, labelOf(unit), [...unit.documents] as DocumentId[]] as const) ?? [
          [name, name, entities.membersOf(base).map(({ document }) => document)] as const,
        ],
        joins: cluster?.joins ?? [],
      }
    }),
  )
}

export function eventIdentity(bases: readonly BaseEvent[], events: EventResolver): Identity | undefined {
  return identityOf(
    bases.map((base) => {
      const { items, joins } = events.clusterOf(base) ?? { items: [], joins: [] }
      return {
        items: items
          .toSorted((a, b) => base.reports.indexOf(a.id) - base.reports.indexOf(b.id))
          .map(({ id, event, document }) => [id, event.label, [document]] as const),
        joins,
      }
    }),
  )
}

/** A name, with what else the documents say of who bears it. */
const labelOf = ({ members, trades, states }: Unit): string => {
  const known = [...trades, ...states.map((state) => state.replace(/^=/, ''))]
  return `${members[0]!.entity.name}${known.length > 0 ? ` (${known.join(', ')})` : ''}`
}

interface Group {
  readonly items: readonly (readonly [id: string, label: string, documents: readonly DocumentId[]])[]
  readonly joins: readonly Link[]
}

function identityOf(groups: readonly Group[]): Identity | undefined {
  if (groups.length === 0) return undefined
  const items = groups.flatMap((group) => group.items)
  const ordinal = new Map(items.map(([id], i) => [id, i]))
  const parts = items.map(([, label, documents]): Part => ({ label, documents }))
  const joins = groups.flatMap((group) =>
    group.joins.map(({ a, b, score, reasons }) => ({ one: ordinal.get(a)!, other: ordinal.get(b)!, score, reasons })),
  )
  const merged = groups.slice(1).flatMap((group) => {
    const [first] = group.items
    return first === undefined ? [] : [{ one: 0, other: ordinal.get(first[0])!, score: 1, reasons: BY_HAND }]
  })
  return { parts, joins: [...joins, ...merged] }
}
