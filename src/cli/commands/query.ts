import { Command, InvalidArgumentError, Option } from 'commander'
import { InvalidInputError } from '../../model/errors.ts'
import { MODALITIES, type Modality } from '../../model/facts.ts'
import { answerBatch } from '../answer-batch.ts'
import { isTableFormat, TABLE_FORMATS, type TableFormat } from '../answer-formats.ts'
import { answerQuery } from '../answer-query.ts'
import type { Context } from '../context.ts'
import { examples, libraryOption } from '../options.ts'

interface Flags {
  readonly library: string
  readonly graph?: string
  readonly batch?: string
  readonly format: TableFormat
  readonly param: Readonly<Record<string, unknown>>
  readonly modality?: readonly Modality[]
  readonly limit: number
  readonly timeout: number
}

export const queryCommand = (context: Context): Command =>
  new Command('query')
    .description('ask a graph in openCypher, read-only')
    .argument('[query]', "such as 'MATCH (a:Person)-[:MET_WITH]-(b) RETURN a.label, b.label'")
    .addOption(libraryOption())
    .addOption(
      new Option(
        '--graph <file>',
        'a graph in graphology JSON instead of a library: labels[] on nodes, type on edges',
      ).conflicts('library'),
    )
    .option('--batch <file>', 'JSON Lines of {"query", "params", "graph"}; one answer a line')
    .addOption(
      new Option('--format <name>', Object.keys(TABLE_FORMATS).join(' or '))
        .argParser(parseTableFormat)
        .default('table'),
    )
    .addOption(
      new Option('--param <name=value>', 'value of $name, as JSON or plain text; may be repeated')
        .argParser(parseParameter)
        .default({}, 'none'),
    )
    .addOption(
      new Option(
        '--modality <list>',
        'statements to look at, such as asserted,planned, or all (default: asserted; all where the query speaks of modality)',
      ).argParser(parseModalities),
    )
    .addOption(new Option('--limit <rows>', 'most rows of the answer').argParser(parseCount).default(10_000))
    .addOption(
      new Option('--timeout <seconds>', 'longest time that a query may take').argParser(parseCount).default(60),
    )
    .addHelpText(
      'after',
      examples(
        "dragoman query 'MATCH (a:Person)-[r:MET_WITH]-(b:Person) RETURN a.label, b.label, r.first ORDER BY r.first'",
        "dragoman query 'MATCH (p:Person {label: $who})--(e:Event) RETURN e.date, e.label' --param who='Orla Venn' --format csv",
        "dragoman query --graph graph.json 'MATCH (n) RETURN labels(n), count(*)'",
        'dragoman query --batch queries.jsonl > answers.jsonl',
      ),
    )
    .action(async (query: string | undefined, flags: Flags) => {
      if ((query === undefined) === (flags.batch === undefined))
        throw new InvalidInputError('query', 'Give either a query or a file of queries with --batch.')
      if (query === undefined) answerBatch(flags.batch!, flags, context)
      else answerQuery(query, flags, context)
    })

function parseTableFormat(value: string): TableFormat {
  if (!isTableFormat(value)) throw new InvalidArgumentError(`Choose one of: ${Object.keys(TABLE_FORMATS).join(', ')}.`)
  return value
}

function parseParameter(value: string, others: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const [, name, text] = /^\$?([^=]+)=(.*)$/s.exec(value) ?? []
  if (name === undefined || text === undefined)
    throw new InvalidArgumentError('Write name=value, such as who=Venn or ids=[1,2].')
  return { ...others, [name]: parsed(text) }
}

/** What is no JSON is text. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

function parseModalities(value: string): Modality[] {
  if (value === 'all') return [...MODALITIES]
  const names = value.split(',').map((name) => name.trim())
  const wrong = names.find((name) => !(MODALITIES as readonly string[]).includes(name))
  if (wrong !== undefined) throw new InvalidArgumentError(`"${wrong}" is none of: ${MODALITIES.join(', ')}, all.`)
  return names as Modality[]
}

function parseCount(value: string): number {
  if (!/^[1-9]\d{0,8}$/.test(value)) throw new InvalidArgumentError('Give a whole number, 1 or more.')
  return Number(value)
}
