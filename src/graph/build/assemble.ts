/** From the readings of documents and the corrections of people to the graph, at once. */
import type { Correction } from '../corrections/log.ts'
import type { StoredDocument } from '../knowledge-graph.ts'
import { Assembler } from './assembler.ts'
import type { Assembly } from './assembly.ts'
import type { Imprint } from './canvas.ts'

/**
 * The order of `documents` does not matter; a document given twice counts once. Nodes without an edge stay: the texts name them.
 * @param corrections that hold, in the order in which they were made
 */
export function assemble(
  documents: readonly StoredDocument[],
  corrections: readonly Correction[],
  imprint: Imprint,
): Assembly {
  const byId = new Map(documents.map((stored) => [stored.document.id, stored]))
  const assembler = new Assembler(imprint, (id) => byId.get(id))
  return assembler.update({ put: [...byId.values()], dropped: [] }, corrections)
}
