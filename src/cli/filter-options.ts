/** The filters of the API as flags, checked by the same schemas. A wrong value is a wrong call (exit status 2). */
import { type Command, Option } from 'commander'
import { edgesOf, nodesOf } from '../api/filters.ts'
import { ExportQuery } from '../api/parameters.ts'
import { checked, type PartQuery } from '../graph/queries/part.ts'
import { InvalidInputError } from '../model/errors.ts'
import { parseQuery } from '../server/parse.ts'

interface FilterFlag {
  readonly flag: string
  /** Its name in the API. */
  readonly parameter: keyof typeof ExportQuery.shape
  readonly words: string
}

const FILTERS: readonly FilterFlag[] = [
  { flag: 'kind', parameter: 'kind', words: 'kinds of nodes: actor, place, event' },
  { flag: 'type', parameter: 'type', words: 'types of nodes, such as person,country' },
  { flag: 'relation', parameter: 'relation', words: 'relations, such as met_with,visited' },
  { flag: 'family', parameter: 'family', words: 'families of relations, such as diplomacy,violence' },
  { flag: 'status', parameter: 'modality', words: 'asserted, planned, possible, denied, requested' },
  { flag: 'document', parameter: 'document', words: 'ids of documents, one of which must say it' },
  { flag: 'from', parameter: 'from', words: 'earliest date of the fact, or else of publication' },
  { flag: 'to', parameter: 'to', words: 'latest date of the fact, or else of publication' },
  { flag: 'min-weight', parameter: 'minWeight', words: 'least number of statements behind an edge' },
  { flag: 'min-confidence', parameter: 'minConfidence', words: 'least confidence of an edge, from 0 to 1' },
  { flag: 'node', parameter: 'node', words: 'key or name of a node around which the rest must lie' },
  { flag: 'depth', parameter: 'depth', words: 'steps around the node; 1 unless told' },
]

/** Flags may be given more than once, or with several values parted by commas. */
export function addFilters(command: Command): Command {
  const collect = (value: string, before: readonly string[] | undefined): string[] => [...(before ?? []), value]
  for (const { flag, words } of FILTERS) command.addOption(new Option(`--${flag} <value>`, words).argParser(collect))
  return command
}

/** @throws InvalidInputError that names the flag */
export function filtersFrom(options: Readonly<Record<string, unknown>>): PartQuery {
  const search = new URLSearchParams()
  for (const { flag, parameter } of FILTERS) {
    const given = options[camel(flag)]
    if (Array.isArray(given)) for (const value of given) search.append(parameter, String(value))
  }
  try {
    const query = parseQuery(ExportQuery, search)
    return checked({ nodes: nodesOf(query), edges: edgesOf(query), node: query.node, depth: query.depth })
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error
    const { field, message } = error
    const flag = FILTERS.find(({ parameter }) => parameter === field)?.flag ?? field
    throw new InvalidInputError(flag, message.replace(`The parameter "${field}"`, `--${flag}`), { cause: error })
  }
}

const camel = (flag: string): string => flag.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
