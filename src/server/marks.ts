import type { Mark } from '../api/schemas.ts'
import type { GraphEvidence } from '../model/graph.ts'
import { byPosition } from '../model/span.ts'

/** The words of the ends and of the relation; a mention that has none of them is marked itself. */
export function marksOf({ start, end, source, target, trigger }: Omit<GraphEvidence, 'document'>): Mark[] {
  const found: Mark[] = []
  if (source !== undefined) found.push({ kind: 'source', start: source[0], end: source[1] })
  if (target !== undefined) found.push({ kind: 'target', start: target[0], end: target[1] })
  if (trigger !== undefined) found.push({ kind: 'trigger', start: trigger[0], end: trigger[1] })
  return found.length === 0 ? [{ kind: 'mention', start, end }] : found.sort(byPosition)
}
