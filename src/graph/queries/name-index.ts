/** Finds nodes by name: whole, or by the beginnings of its words, whatever the case and the diacritics. */
import { importanceOf } from '../importance.ts'
import type { KnowledgeGraph } from '../knowledge-graph.ts'
import { byText } from '../order.ts'
import type { NodeFilter } from './filter.ts'
import { nodeTest } from './filter.ts'

export interface NameHit {
  readonly key: string
  /** The name or alias that was found. */
  readonly matched: string
}

export type NameIndex = (query: string, filter: NodeFilter, limit: number) => NameHit[]

interface Entry {
  readonly key: string
  readonly name: string
  readonly words: readonly string[]
  /** Own names come before aliases. */
  readonly alias: boolean
  readonly importance: number
  readonly event: boolean
}

/**
 * An index of the graph as it is now. Actors and places come before events, which are often called after them; then the
 * better match, then the more important node, ties by key.
 */
export function indexNames(graph: KnowledgeGraph): NameIndex {
  const entries = graph.nodes().flatMap((key): Entry[] => {
    const { label, aliases, kind } = graph.getNodeAttributes(key)
    const shared = { key, importance: importanceOf(graph, key), event: kind === 'event' }
    return [label, ...aliases].map((name, i) => ({ ...shared, name, words: foldedWords(name), alias: i > 0 }))
  })
  return (query, filter, limit) => {
    const words = foldedWords(query)
    if (words.length === 0) return []
    const fits = nodeTest(filter)
    const best = new Map<string, Entry & { rank: number }>()
    for (const entry of entries) {
      const rank = matchRank(words, entry)
      if (rank === undefined || rank >= (best.get(entry.key)?.rank ?? Infinity)) continue
      if (fits(graph.getNodeAttributes(entry.key))) best.set(entry.key, { ...entry, rank })
    }
    return [...best.values()]
      .sort(
        (a, b) =>
          Number(a.event) - Number(b.event) || a.rank - b.rank || b.importance - a.importance || byText(a.key, b.key),
      )
      .slice(0, limit)
      .map(({ key, name }) => ({ key, matched: name }))
  }
}

/** Lower-case words without diacritics. */
export const foldedWords = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? []

/** Smaller is better: the whole name, its beginning, beginnings of some of its words; aliases half a rank behind. */
function matchRank(query: readonly string[], { words, alias }: Entry): number | undefined {
  const penalty = alias ? 0.5 : 0
  const begins = query.every((word, i) => (i < query.length - 1 ? words[i] === word : words[i]?.startsWith(word)))
  if (begins && query.length === words.length && words.at(-1) === query.at(-1)) return penalty
  if (begins) return 1 + penalty
  return query.every((word) => words.some((candidate) => candidate.startsWith(word))) ? 2 + penalty : undefined
}
