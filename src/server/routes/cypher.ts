/** Queries in openCypher. */
import type { CypherQuery } from '../../api/cypher.ts'
import { QUERY_LIMITS } from '../../api/cypher.ts'
import { answerInTurns, prepare } from '../../cypher/cypher.ts'
import { statementsFor } from '../../cypher/graph/knowledge.ts'
import type { Limits, Sources } from '../../cypher/run/run.ts'
import { toJson } from '../../cypher/values/encode.ts'
import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts'
import { asDocumentId } from '../../model/ids.ts'
import type { Binder } from '../bind.ts'
import type { QueryGraphs } from '../query-graphs.ts'
import type { Texts } from '../texts.ts'
import { inTurns } from '../turns.ts'

/** Rows, groups and list items that a query may keep in memory. */
const MOST_KEPT = 500_000
/** Steps of one expression, which cannot be interrupted: some hundredths of a second. */
const LONGEST_BURST = 100_000

/** What keeps a query from holding up others, whatever it asks. */
export const BURST_LIMITS = { kept: MOST_KEPT, burst: LONGEST_BURST } as const

export function bindCypher(bind: Binder, texts: Texts, graphs: QueryGraphs): void {
  bind('cypher', async ({ body, snapshot, response }) => {
    const prepared = prepare(body.query)
    const statements = statementsFor(prepared.properties, body.modality)
    const graph = await graphs.get(snapshot, statements)
    const options = {
      parameters: body.params,
      limits: limitsOf(body),
      clock: Date.now,
      sources: sourcesOf(snapshot.graph, texts),
    }
    const running = answerInTurns(prepared, graph, options)
    const { columns, rows, cut } = await inTurns(running, () => !response.destroyed)
    return {
      columns,
      rows: rows.map((row) => row.map(toJson)),
      cut,
      modality: statements.modalities,
      former: statements.former,
      nodes: graph.nodes.length,
      relationships: graph.relationships.length,
    }
  })
}

function limitsOf({ limits }: CypherQuery): Limits {
  const { rows, milliseconds, depth } = QUERY_LIMITS
  const asked = limits ?? { rows: rows.usual, milliseconds: milliseconds.usual, depth: depth.usual }
  return { ...asked, bytes: QUERY_LIMITS.bytes, ...BURST_LIMITS }
}

export function sourcesOf(graph: KnowledgeGraph, texts: Texts): Sources {
  const documents = new Map(graph.getAttribute('documents').map((document) => [document.id as string, document]))
  return { text: (id) => texts.get(asDocumentId(id)), document: (id) => ({ ...documents.get(id) }) }
}
