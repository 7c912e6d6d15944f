/** What people have told apart, in terms of what documents say. */
import type { Anchor } from '../../model/corrections.ts'
import { isEventKey } from '../../model/ids.ts'
import type { Distinctions } from '../resolve/entity-resolver.ts'
import { pairOf } from '../resolve/joiner.ts'
import type { Correction } from './log.ts'

/** @param find the entity that is mentioned at a passage, and what it is compared as */
export function distinctionsOf(
  corrections: readonly Correction[],
  find: (anchor: Anchor) => { readonly id: string; readonly unit: string } | undefined,
): Distinctions {
  const marks = new Map<string, string>()
  const pairs: (readonly [readonly string[], readonly string[]])[] = []
  for (const { id, act } of corrections) {
    if (act.act !== 'distinct' || isEventKey(act.node.key)) continue
    const [one, other] = [act.node, act.other].map(({ at }) => at.flatMap((anchor) => find(anchor) ?? []))
    if (one === undefined || other === undefined) continue
    const units = new Set(one.map(({ unit }) => unit))
    // Two that are compared as one, because nothing but a person tells them apart, are told apart by a mark.
    for (const member of other) if (units.has(member.unit)) marks.set(member.id, id)
    pairs.push([one.map((member) => member.id), other.map((member) => member.id)])
  }
  return { marks, pairs }
}

/** The reports that people have told apart, in pairs. @param find the report that tells of an event at a passage */
export function reportsApart(
  corrections: readonly Correction[],
  find: (anchor: Anchor) => string | undefined,
): ReadonlySet<string> {
  const pairs = new Set<string>()
  for (const { act } of corrections) {
    if (act.act !== 'distinct' || !isEventKey(act.node.key)) continue
    for (const a of act.node.at.flatMap((anchor) => find(anchor) ?? []))
      for (const b of act.other.at.flatMap((anchor) => find(anchor) ?? [])) pairs.add(pairOf(a, b))
  }
  return pairs
}
