/** One query → a table on standard output. */
import { type Answer, answer, prepare, unknownKinds } from '../cypher/cypher.ts'
import { CypherError } from '../cypher/errors.ts'
import { InvalidInputError } from '../model/errors.ts'
import type { Modality } from '../model/facts.ts'
import { TABLE_FORMATS, type TableFormat } from './answer-formats.ts'
import type { Context } from './context.ts'
import { type SourceFlags, withSource } from './query-source.ts'

export interface QueryFlags extends SourceFlags {
  readonly format: TableFormat
  readonly param: Readonly<Record<string, unknown>>
  readonly modality?: readonly Modality[]
  readonly limit: number
  readonly timeout: number
}

export function answerQuery(query: string, flags: QueryFlags, context: Context): void {
  const prepared = wellFormed(() => prepare(query))
  const { found, leftOut, unknown } = withSource(flags, context, ({ graphFor, sources }) => {
    const { graph, leftOut } = graphFor(prepared, flags.modality)
    const limits = { rows: flags.limit, milliseconds: flags.timeout * 1000 }
    return {
      leftOut,
      unknown: unknownKinds(prepared, graph),
      found: answer(prepared, graph, { parameters: flags.param, clock: Date.now, sources, limits }),
    }
  })
  for (const piece of TABLE_FORMATS[flags.format](found)) context.console.print(piece)
  for (const note of cutNotes(found, flags.limit)) context.console.say(note)
  if (unknown.length > 0)
    context.console.say(
      `Nothing that was looked at is called ${unknown.map((name) => `:${name}`).join(' or ')}. Upper and lower case count.`,
    )
  if (leftOut > 0 && flags.modality === undefined)
    context.console.say(
      `Plans, denials and past ties were not looked at (${leftOut} of them). A query that speaks of modality or former sees them; so does --modality.`,
    )
}

function cutNotes({ cut }: Answer, limit: number): string[] {
  return [
    ...(cut.includes('rows')
      ? [`There are more than ${limit} rows; the rest was left out. Ask for more with --limit.`]
      : []),
    ...(cut.includes('bytes') ? ['The answer is too large; the rest was left out. Return less for each row.'] : []),
  ]
}

/** A query that is not understood is a wrong call. */
function wellFormed<T>(read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (error instanceof CypherError) throw new InvalidInputError('query', error.message, { cause: error })
    throw error
  }
}
