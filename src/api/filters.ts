/** From the parameters of a request to the filters of the graph. */
import type { EdgeFilter, NodeFilter } from '../graph/queries/filter.ts'
import type { CivilDate } from '../model/date.ts'
import { InvalidInputError } from '../model/errors.ts'
import type { FilterQuery } from './parameters.ts'

type Filters = Partial<FilterQuery>

export const nodesOf = ({ kind, type, country }: Pick<Filters, 'kind' | 'type' | 'country'>): NodeFilter => ({
  kinds: kind,
  types: type,
  countries: country?.map((code) => code.toUpperCase()),
})

/** @throws InvalidInputError where the time asked for ends before it begins */
export const edgesOf = (query: Omit<Filters, 'kind' | 'type' | 'country'>): EdgeFilter => ({
  relations: query.relation,
  families: query.family,
  modalities: query.modality,
  documents: query.document,
  speakers: query.speaker,
  ...periodOf(query),
  dateOf: query.dateOf,
  minWeight: query.minWeight,
  minConfidence: query.minConfidence,
})

interface Period {
  readonly from?: CivilDate | undefined
  readonly to?: CivilDate | undefined
}

/**
 * @param names of the two parameters
 * @throws InvalidInputError where the time asked for ends before it begins
 */
export function periodOf({ from, to }: Period, names: readonly [string, string] = ['from', 'to']): Period {
  if (from !== undefined && to !== undefined && from > `${to}\uffff`)
    throw new InvalidInputError(
      names[0],
      `The parameter "${names[0]}" is "${from}", which is later than "${names[1]}", "${to}".`,
    )
  return { from, to }
}
