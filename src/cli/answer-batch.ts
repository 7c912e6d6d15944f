/** A file of queries, one a line → one answer a line, in the same order. A query that fails has its error as answer. */
import * as z from 'zod'
import { answer, prepare } from '../cypher/cypher.ts'
import { CypherError } from '../cypher/errors.ts'
import { toTagged } from '../cypher/values/encode.ts'
import { DragomanError, InvalidInputError } from '../model/errors.ts'
import type { QueryFlags } from './answer-query.ts'
import type { Context } from './context.ts'
import { graphSource, type QuerySource, readGraph, readText, withSource } from './query-source.ts'

const Line = z.object({
  query: z.string(),
  params: z.record(z.string(), z.unknown()).optional(),
  /** graphology's serialised graph; that of the flags where it is missing. */
  graph: z.unknown().optional(),
})

export function answerBatch(path: string, flags: QueryFlags, context: Context): void {
  const lines = readText(path).split('\n')
  const answerAll = (shared: () => QuerySource): void => {
    for (const [i, line] of lines.entries())
      if (line.trim() !== '') context.console.print(`${JSON.stringify(answerLine(line, i + 1, flags, shared))}\n`)
  }
  // A library need not be there where every line brings its graph.
  if (lines.every((line) => line.trim() === '' || hasGraph(line))) answerAll(missing)
  else withSource(flags, context, (source) => answerAll(() => source))
}

const missing = (): never => {
  throw new InvalidInputError('graph', 'The line has no graph.')
}

const hasGraph = (line: string): boolean => {
  try {
    return (JSON.parse(line) as { graph?: unknown } | null)?.graph !== undefined
  } catch {
    return true
  }
}

function answerLine(line: string, number: number, flags: QueryFlags, shared: () => QuerySource): object {
  try {
    const { query, params, graph } = parseLine(line, number)
    const { graphFor, sources } = graph === undefined ? shared() : graphSource(readGraph(graph, `Line ${number}`))
    const prepared = prepare(query)
    const { columns, rows, cut } = answer(prepared, graphFor(prepared, flags.modality).graph, {
      parameters: { ...flags.param, ...params },
      clock: Date.now,
      sources,
      limits: { rows: flags.limit, milliseconds: flags.timeout * 1000 },
    })
    return { columns, rows: rows.map((row) => row.map(toTagged)), ...(cut.length > 0 && { cut }) }
  } catch (error) {
    if (!(error instanceof DragomanError)) throw error
    return { error: { message: error.message, ...(error instanceof CypherError && detailsOf(error)) } }
  }
}

const detailsOf = ({ kind, detail, place }: CypherError): object => ({ kind, detail, ...place })

function parseLine(line: string, number: number): z.output<typeof Line> {
  let json: unknown
  try {
    json = JSON.parse(line)
  } catch (cause) {
    throw new InvalidInputError('batch', `Line ${number} is no JSON: ${(cause as Error).message}.`, { cause })
  }
  const parsed = Line.safeParse(json)
  if (!parsed.success)
    throw new InvalidInputError('batch', `Line ${number} must be {"query": "...", "params": {...}, "graph": {...}}.`)
  return parsed.data
}
