/** Queries in openCypher. */
import type { CypherLimits, CypherQuery } from '../../api/cypher.ts'
import { QUERY_LIMITS } from '../../api/cypher.ts'
import { type Answer, answerInTurns, prepare, unknownKinds } from '../../cypher/cypher.ts'
import { type Statements, statementsFor } from '../../cypher/graph/knowledge.ts'
import type { PropertyGraph } from '../../cypher/graph/property-graph.ts'
import type { Limits, Sources } from '../../cypher/run/run.ts'
import { writeCsv } from '../../cypher/values/csv.ts'
import { toJson } from '../../cypher/values/encode.ts'
import type { GraphDocument } from '../../model/graph.ts'
import { asDocumentId } from '../../model/ids.ts'
import type { Binder } from '../bind.ts'
import { longList } from '../long-list.ts'
import type { Questions } from '../questions.ts'
import { sendText } from '../send.ts'
import type { Texts } from '../texts.ts'
import { inTurns } from '../turns.ts'

/** Rows, groups and list items that a query may keep in memory. */
const MOST_KEPT = 500_000
/** Steps of one expression, which cannot be interrupted: some hundredths of a second. */
const LONGEST_BURST = 100_000
const CSV = 'text/csv'

/** What keeps a query from holding up others, whatever it asks. */
export const BURST_LIMITS = { kept: MOST_KEPT, burst: LONGEST_BURST } as const

export interface CypherResult extends Answer {
  readonly statements: Statements
  readonly graph: PropertyGraph
  /** Labels and types that nothing has. */
  readonly unknown: readonly string[]
}

/** Carries out a query. @throws CypherError */
export type AskCypher = (query: CypherAsked, isWanted: () => boolean) => Promise<CypherResult>
type CypherAsked = Pick<CypherQuery, 'query' | 'params' | 'modality'> & { readonly limits?: CypherLimits | undefined }

export const cypherOver =
  (questions: Questions, texts: Texts): AskCypher =>
  async ({ query, params, modality, limits }, isWanted) => {
    const prepared = prepare(query)
    const statements = statementsFor(prepared.properties, modality)
    const graph = await questions.forCypher(statements)
    const { links } = await questions.linked()
    const running = answerInTurns(prepared, graph, {
      parameters: params,
      limits: limitsOf(limits),
      clock: Date.now,
      sources: sourcesOf(links.documents, texts),
    })
    return { ...(await inTurns(running, isWanted)), statements, graph, unknown: unknownKinds(prepared, graph) }
  }

export function bindCypher(bind: Binder, ask: AskCypher): void {
  bind('cypher', async ({ body, response, inLines }) => {
    const result = await ask(body, () => !response.destroyed)
    const { columns, rows, cut, unknown, statements, graph } = result
    if (response.req.accepts('application/json', CSV) === CSV) {
      response.type(`${CSV}; charset=utf-8`)
      if (cut.length > 0) response.set('Answer-Cut', cut.join(', '))
      await sendText(response, writeCsv(result))
      return undefined as never
    }
    return {
      columns,
      rows: longList(rows, (row) =>
        inLines
          ? (Object.fromEntries(columns.map((name, i) => [name, toJson(row[i] ?? null)])) as never)
          : row.map(toJson),
      ),
      cut,
      unknown,
      modality: statements.modalities,
      former: statements.former,
      nodes: graph.nodes.length,
      relationships: graph.relationships.length,
    }
  })
}

function limitsOf(limits: CypherLimits | undefined): Limits {
  const { rows, milliseconds, depth } = QUERY_LIMITS
  const asked = limits ?? { rows: rows.usual, milliseconds: milliseconds.usual, depth: depth.usual }
  return { ...asked, bytes: QUERY_LIMITS.bytes, ...BURST_LIMITS }
}

export function sourcesOf(documents: readonly GraphDocument[], texts: Texts): Sources {
  const byId = new Map(documents.map((document) => [document.id as string, document]))
  return { text: (id) => texts.get(asDocumentId(id)), document: (id) => ({ ...byId.get(id) }) }
}
