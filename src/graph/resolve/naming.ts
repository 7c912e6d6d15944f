/** What a thing is called, and its key. */
import type { NodeKey } from '../../model/ids.ts'
import { nodeKey } from '../../model/ids.ts'
import type { EntityType } from '../../model/ontology.ts'
import { ENTITY_TYPES } from '../../model/ontology.ts'
import { byText, tally } from '../order.ts'
import type { Cluster } from './joiner.ts'
import { normalName, wordsOf } from './names.ts'
import type { Member, Unit } from './units.ts'
import { isPlain } from './units.ts'

/** Sorting is stable: those of one document stay in order of reading. */
export const byId = (a: Member, b: Member): number => byText(a.document, b.document)

export interface Namesake {
  readonly cluster: Cluster<Unit>
  readonly members: readonly Member[]
  readonly type: EntityType
  readonly name: string
}

/** Keys of several things of one name: the one of which nothing but the name is known keeps the plain one. */
export function distinguish(plain: NodeKey, namesakes: readonly Namesake[]): NodeKey[] {
  if (namesakes.length === 1) return [plain]
  const words = namesakes.map(({ cluster: { items } }) => {
    const known = (texts: readonly string[]): string[] => [...new Set(texts)].sort(byText)
    return [...known(items.flatMap(({ trades }) => trades)), ...known(items.flatMap(({ states }) => states))].join(' ')
  })
  return namesakes.map(({ cluster, members, type, name }, i) => {
    const isOnly = words.filter((word) => word === words[i]).length === 1
    if (isOnly && cluster.items.every((unit) => isPlain(unit) && unit.apart === undefined)) return plain
    const distinction =
      isOnly && words[i] !== '' ? words[i]! : `${words[i]} ${members[0]!.document} ${members[0]!.entity.id}`
    return nodeKey(type, normalName(name), distinction)
  })
}

/** The type that most mentions have; ties by the order of the ontology. */
export function mostFrequentType(members: readonly Member[]): EntityType {
  const counts = new Map<EntityType, number>()
  for (const { entity } of members) counts.set(entity.type, (counts.get(entity.type) ?? 0) + 1 + entity.mentions)
  const rank = Object.keys(ENTITY_TYPES)
  return [...counts].sort((a, b) => b[1] - a[1] || rank.indexOf(a[0]) - rank.indexOf(b[0]))[0]![0]
}

/**
 * The name that most documents call it by in full; the longer one where two are as frequent. People go by given name and
 * surname, however often the surname stands alone.
 */
export function bestName(members: readonly Member[], type: EntityType): string {
  const names = tally(members.map(({ entity }) => entity.name))
  const full = type === 'person' ? names.filter(([name]) => wordsOf(normalName(name)).length > 1) : names
  const [best] = (full.length > 0 ? full : names).toSorted(
    (a, b) => b[1] - a[1] || b[0].length - a[0].length || byText(a[0], b[0]),
  )
  return best![0]
}
