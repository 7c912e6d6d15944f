/** Statements that say the same become one edge. */
import type { CivilDate } from '../../model/date.ts'
import { byDate } from '../../model/date.ts'
import type { EdgeAttributes, SerializedEdge } from '../../model/graph.ts'
import { edgeKey } from '../../model/ids.ts'
import { EDGES } from '../../model/ontology.ts'
import { byText, listAt } from '../order.ts'
import { inOrder } from './evidence.ts'
import { countPassages, type ReportOf } from './reports.ts'
import type { Statement } from './statements.ts'

/**
 * One edge for each source, relation, target, modality, speaker, role, and past or present; by key.
 * Its weight is the number of passages that say so, those of copies once. Its confidence is that of the best statement: passages are often
 * copies of one dispatch, so that to multiply their doubts would promise too much.
 */
export function aggregate(statements: Iterable<Statement>, reportOf: ReportOf = (id) => id): SerializedEdge[] {
  const groups = new Map<string, Statement[]>()
  for (const statement of statements) listAt(groups, keyOf(statement)).push(statement)
  return [...groups.values()].map((group) => toEdge(group, reportOf)).sort((a, b) => byText(a.key, b.key))
}

const keyOf = ({ relation, source, target, modality, attributedTo, former, role }: Statement) =>
  edgeKey(relation, source, target, [modality, attributedTo ?? '', former ? 'former' : '', role ?? ''])

function toEdge(group: readonly Statement[], reportOf: ReportOf): SerializedEdge {
  const said = group[0]!
  const { plover } = EDGES[said.relation]
  const best = group.toSorted((a, b) => b.confidence - a.confidence || byText(a.rule, b.rule))[0]!
  const evidence = inOrder(group.flatMap((statement) => statement.evidence))
  const dates = group
    .flatMap(({ date, endDate }) => [date, endDate])
    .filter((date) => date !== null)
    .sort(byDate)
  const [event, ...others] = new Set(group.flatMap((statement) => statement.event ?? []))
  const attributes: EdgeAttributes = {
    relation: said.relation,
    label: EDGES[said.relation].label,
    modality: said.modality,
    ...(plover !== null && { plover }),
    ...(said.attributedTo !== undefined && { attributedTo: said.attributedTo }),
    ...period(dates),
    ...(said.former && { former: true }),
    ...(said.role !== undefined && { role: said.role }),
    // Several happenings behind one edge: naming one of them would mislead.
    ...(event !== undefined && others.length === 0 && { event }),
    weight: countPassages(evidence, reportOf),
    rule: best.rule,
    confidence: best.confidence,
    evidence,
  }
  return { key: keyOf(said), source: said.source, target: said.target, attributes }
}

const period = (dates: readonly CivilDate[]): { readonly first?: CivilDate; readonly last?: CivilDate } => {
  const [first, last] = [dates[0], dates.at(-1)]
  return first === undefined || last === undefined ? {} : { first, last }
}
