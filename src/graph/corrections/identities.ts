/** Corrections that say which nodes are one, and what a node is: applied to what names alone have joined. */
import type { Act, Anchor, NodeAnchor } from '../../model/corrections.ts'
import type { EntryId, NodeKey } from '../../model/ids.ts'
import { isEventKey } from '../../model/ids.ts'
import type { EntityType } from '../../model/ontology.ts'
import { isEntityType } from '../../model/ontology.ts'
import { byCount } from '../order.ts'
import type { Correction } from './log.ts'

/** What a person has said of an actor or a place. */
export interface Verdict {
  readonly name?: string
  readonly type?: EntityType
  readonly hidden?: true
  readonly confirmed?: true
  /** Names that were given to nodes which were then merged into this one. */
  readonly alsoCalled?: readonly string[]
}

export interface Identities {
  /** The key under which a node that names alone have made goes on; its own where nobody has merged it. */
  readonly headOf: (base: NodeKey) => NodeKey
  /** The keys for which that is another one. */
  readonly merged: ReadonlySet<NodeKey>
  readonly verdicts: ReadonlyMap<NodeKey, Verdict>
  /** Keys that were in use when corrections were made, and the node that they mean now. */
  readonly aliases: ReadonlyMap<NodeKey, NodeKey>
  readonly met: ReadonlySet<EntryId>
  /** The node that an anchor means now. */
  readonly nodeOf: (anchor: NodeAnchor) => NodeKey | undefined
}

/**
 * @param isBase whether names alone have made a node of this key
 * @param at the node that stands at a passage
 */
export function identify(
  corrections: readonly Correction[],
  isBase: (key: NodeKey) => boolean,
  at: (anchor: Anchor) => NodeKey | undefined,
): Identities {
  const heads = new Map<NodeKey, NodeKey>()
  const headOf = (key: NodeKey): NodeKey => {
    let head = key
    for (let next = heads.get(head); next !== undefined; next = heads.get(head)) head = next
    return head
  }
  const aliases = new Map<NodeKey, NodeKey>()
  const current = (key: NodeKey): NodeKey | undefined => {
    const base = isBase(key) ? key : aliases.get(key)
    return base && headOf(base)
  }
  /** The node to which most of the passages belong now; where none is left, the one that bears the key. */
  const nodeOf = (anchor: NodeAnchor): NodeKey | undefined => {
    const counts = new Map<NodeKey, number>()
    for (const passage of anchor.at) {
      const base = at(passage)
      if (base === undefined) continue
      const head = headOf(base)
      counts.set(head, (counts.get(head) ?? 0) + 1)
    }
    const most = Math.max(0, ...counts.values())
    const [first] = [...counts].filter(([, count]) => count === most && count > 0).sort(byCount)
    const ownKey = current(anchor.key)
    return ownKey !== undefined && counts.get(ownKey) === most
      ? ownKey
      : ((first?.[0] as NodeKey | undefined) ?? ownKey)
  }

  const verdicts = new Map<NodeKey, Verdict>()
  const met = new Set<EntryId>()
  const judged: (readonly [NodeKey, Verdict])[] = []
  for (const { id, act } of corrections) {
    if (act.act === 'merge') {
      const head = nodeOf(act.node)
      const others = act.others.map(nodeOf)
      if (head === undefined || others.some((other) => other === undefined)) continue
      for (const other of others) if (other !== undefined && other !== head) heads.set(other, head)
      for (const { key } of [act.node, ...act.others]) if (!isBase(key)) aliases.set(key, head)
      met.add(id)
    } else if (act.act === 'distinct') {
      if (nodeOf(act.node) !== undefined && nodeOf(act.other) !== undefined) met.add(id)
    } else {
      const verdict = verdictOf(act)
      const node = verdict && nodeOf((act as Extract<Act, { readonly node: NodeAnchor }>).node)
      if (verdict === undefined || node === undefined) continue
      judged.push([node, verdict])
      met.add(id)
    }
  }
  for (const [node, verdict] of judged) {
    const head = headOf(node)
    const { alsoCalled = [], ...before } = verdicts.get(head) ?? {}
    // A node that was merged into another since then no longer decides what it is; its name is one more name.
    const names = head !== node && verdict.name !== undefined ? [...alsoCalled, verdict.name] : alsoCalled
    verdicts.set(head, {
      ...before,
      ...(head === node && verdict),
      ...(names.length > 0 && { alsoCalled: names }),
    })
  }
  for (const [key, node] of aliases) aliases.set(key, headOf(node))
  for (const key of heads.keys()) aliases.set(key, headOf(key))
  return { headOf, merged: new Set(heads.keys()), verdicts, aliases, met, nodeOf }
}

function verdictOf(act: Act): Verdict | undefined {
  if (!('node' in act) || isEventKey(act.node.key)) return undefined
  switch (act.act) {
    case 'rename':
      return { name: act.name }
    case 'retype':
      return isEntityType(act.type) ? { type: act.type } : undefined
    case 'hide':
      return { hidden: true }
    case 'confirm':
      return { confirmed: true }
    default:
      return undefined
  }
}
