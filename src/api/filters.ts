/** From the parameters of a request to the filters of the graph. */
import type { EdgeFilter, NodeFilter } from '../graph/queries/filter.ts'
import type { FilterQuery } from './parameters.ts'

type Filters = Partial<FilterQuery>

export const nodesOf = ({ kind, type }: Pick<Filters, 'kind' | 'type'>): NodeFilter => ({ kinds: kind, types: type })

export const edgesOf = (query: Omit<Filters, 'kind' | 'type'>): EdgeFilter => ({
  relations: query.relation,
  families: query.family,
  modalities: query.modality,
  documents: query.document,
  from: query.from,
  to: query.to,
  minWeight: query.minWeight,
  minConfidence: query.minConfidence,
})
