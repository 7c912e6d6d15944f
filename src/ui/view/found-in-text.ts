/** Everything that was found in an article: mentions of nodes, and the words that say a relation. */
import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts'
import type { Modality } from '../../model/facts.ts'

interface Span {
  readonly start: number
  readonly end: number
}

interface Mention extends Span {
  readonly node: string
}

/** The words that say one or more relations. */
export interface Trigger extends Span {
  readonly kind: 'trigger'
  readonly edges: readonly string[]
  /** Of the first of them, as a person reads it. */
  readonly reading: string
  readonly modality: Modality
}

export type Found = (Mention & { readonly kind: 'mention' }) | Trigger

/** In order of reading; relations that are said by the same words share a trigger. */
export function triggersIn(graph: KnowledgeGraph, document: string): Trigger[] {
  const found = new Map<string, Trigger>()
  graph.forEachEdge((edge, { evidence, modality, label }, source, target) => {
    for (const passage of evidence) {
      if (passage.document !== document || passage.trigger === undefined) continue
      const [start, end] = passage.trigger
      const known = found.get(`${start} ${end}`)
      const nameOf = (key: string): string => graph.getNodeAttribute(key, 'label')
      const status = modality === 'asserted' ? '' : `${modality}: `
      const reading = known?.reading ?? `${status}${nameOf(source)} ${label} ${nameOf(target)}`
      found.set(`${start} ${end}`, {
        kind: 'trigger',
        start,
        end,
        edges: [...(known?.edges ?? []), edge],
        reading,
        modality: known?.modality ?? modality,
      })
    }
  })
  return [...found.values()].sort((a, b) => a.start - b.start || b.end - a.end)
}

/** What was found between two offsets, in order of reading; where two overlap, names win over triggers. */
export function foundBetween(
  start: number,
  end: number,
  mentions: readonly Mention[],
  triggers: readonly Trigger[],
): Found[] {
  const isInside = (span: Span): boolean => span.start >= start && span.end <= end
  const taken: Found[] = mentions.filter(isInside).map((mention) => ({ ...mention, kind: 'mention' as const }))
  for (const trigger of triggers)
    if (isInside(trigger) && taken.every((other) => other.end <= trigger.start || trigger.end <= other.start))
      taken.push(trigger)
  return taken.sort((a, b) => a.start - b.start)
}
