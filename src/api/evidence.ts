/** The sentences behind a fact, with what stands around them. */
import * as z from 'zod'
import { EdgeView, NodeSummary, Passage } from './schemas.ts'
import { count, list, offset } from './vocabulary.ts'

export const ContextPassage = Passage.extend({
  context: z
    .strictObject({ text: z.string(), start: offset, end: offset })
    .meta({ description: 'The sentence with whole sentences before and behind it.' }),
}).meta({ id: 'ContextPassage', description: 'A passage with the sentences around it.' })
export type ContextPassage = z.infer<typeof ContextPassage>

const page = {
  evidence: list(ContextPassage),
  total: count,
  next: z.exactOptional(z.string()).meta({ description: 'Cursor of the next page; absent on the last.' }),
}
export const NodeEvidenceAnswer = z.strictObject({ node: NodeSummary, ...page }).meta({ id: 'NodeEvidenceAnswer' })
export const EdgeEvidenceAnswer = z
  .strictObject({ edge: EdgeView.omit({ evidence: true }), ...page })
  .meta({ id: 'EdgeEvidenceAnswer' })
