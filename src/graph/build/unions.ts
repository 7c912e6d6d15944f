/** What people have merged: several things that names alone keep apart, under one key. */
import type { NewEntity } from '../../model/corrections.ts'
import type { DocumentId, NodeKey } from '../../model/ids.ts'
import type { Identities, Verdict } from '../corrections/identities.ts'
import { identify } from '../corrections/identities.ts'
import { byText, listAt } from '../order.ts'
import type { BaseEntity, Part } from '../resolve/entity-resolver.ts'
import type { Report } from '../resolve/event-links.ts'
import type { BaseEvent } from '../resolve/event-resolver.ts'
import type { Member } from '../resolve/units.ts'

interface Ledger<T> {
  readonly get: (key: NodeKey) => T | undefined
  readonly parts: (base: T) => readonly Part[]
  /** Takes note of documents of which a part is of another node now. */
  readonly dirty: Set<DocumentId>
  /** Takes note of nodes that have changed, come or gone. */
  readonly nodes: Set<NodeKey>
}

export class Unions<T extends { readonly key: NodeKey }> {
  readonly identities: Identities
  readonly #followers = new Map<NodeKey, NodeKey[]>()
  constructor(identities: Identities) {
    this.identities = identities
    for (const key of identities.merged) listAt(this.#followers, identities.headOf(key)).push(key)
  }

  /** All that goes under a key: the one that has it first. Empty where the key is that of another. */
  all(key: NodeKey, get: (key: NodeKey) => T | undefined): readonly T[] {
    const head = this.identities.headOf(key) === key ? get(key) : undefined
    if (head === undefined) return []
    const others = (this.#followers.get(key) ?? []).sort(byText).flatMap((follower) => get(follower) ?? [])
    return [head, ...others]
  }

  /** What goes under which key now. */
  next(identities: Identities, stale: readonly T[], fresh: readonly T[], ledger: Ledger<T>): Unions<T> {
    const { get, parts, dirty, nodes } = ledger
    const before = new Map<string, NodeKey>()
    for (const base of stale) {
      const key = this.identities.headOf(base.key)
      nodes.add(key)
      for (const { id } of parts(base)) before.set(id, key)
    }
    for (const base of fresh) {
      const key = identities.headOf(base.key)
      nodes.add(key)
      for (const part of parts(base)) if (before.get(part.id) !== key) addAll(dirty, part.documents())
    }
    for (const key of new Set([...identities.merged, ...this.identities.merged])) {
      const [old, now] = [this.identities.headOf(key), identities.headOf(key)]
      if (old === now) continue
      nodes.add(old).add(now)
      const base = get(key)
      if (base !== undefined) for (const part of parts(base)) addAll(dirty, part.documents())
    }
    const [judgedBefore, judged] = [this.identities.verdicts, identities.verdicts]
    for (const key of new Set([...judgedBefore.keys(), ...judged.keys()]))
      if (JSON.stringify(judgedBefore.get(key)) !== JSON.stringify(judged.get(key))) nodes.add(key)
    return new Unions(identities)
  }
}

/** Nobody has said anything. */
export const NOBODY: Identities = identify(
  [],
  () => false,
  () => undefined,
)

const addAll = (to: Set<DocumentId>, documents: Iterable<DocumentId>): void => {
  for (const document of documents) to.add(document)
}

/** One actor or place, with all that the documents and people say of it. */
export interface ResolvedEntity extends Pick<BaseEntity, 'key' | 'type' | 'name'>, Verdict {
  readonly type: BaseEntity['type']
  readonly name: string
  readonly members: readonly Member[]
}

export interface ResolvedEvent {
  readonly key: NodeKey
  /** The first that was published first. */
  readonly reports: readonly [Report, ...Report[]]
}

/** @param parts the one that keeps key and name first */
export function mergedEntity(
  parts: readonly BaseEntity[],
  membersOf: (base: BaseEntity) => readonly Member[],
  verdict: Verdict | undefined,
): ResolvedEntity | undefined {
  const [head] = parts
  if (head === undefined) return undefined
  const { key, type, name } = head
  const members =
    parts.length === 1 ? membersOf(head) : parts.flatMap(membersOf).sort((a, b) => byText(a.document, b.document))
  return { key, type, name, members, ...verdict }
}

/** @param parts the one that keeps its key first */
export function mergedEvent(
  parts: readonly BaseEvent[],
  reportsOf: (base: BaseEvent) => readonly Report[],
): ResolvedEvent | undefined {
  const [head, ...others] = parts
  if (head === undefined) return undefined
  const [first, ...rest] = reportsOf(head)
  if (first === undefined) return undefined
  const more = others.flatMap(reportsOf).sort((a, b) => byText(a.document, b.document))
  return { key: head.key, reports: [first, ...rest, ...more] }
}

/** Somebody or something that a person has added and no text names. */
export function newEntity(key: NodeKey, all: ReadonlyMap<NodeKey, NewEntity>): ResolvedEntity | undefined {
  const added = all.get(key)
  return added && { key, ...added, members: [], confirmed: true }
}
