/** Statements that say the same become one edge. */
import type { CivilDate } from '../../model/date.ts'
import { byDate } from '../../model/date.ts'
import type { EdgeAttributes, SerializedEdge } from '../../model/graph.ts'
import type { EdgeKey } from '../../model/ids.ts'
import { edgeKey } from '../../model/ids.ts'
import { EDGES } from '../../model/ontology.ts'
import { byText } from '../order.ts'
import { inOrder } from './evidence.ts'
import { countPassages, type ReportOf } from './reports.ts'
import type { Statement } from './statements.ts'

/** One edge for each source, relation, target, modality, speaker, role, and past or present: statements of one key are one edge. */
export const keyOfEdge = ({ relation, source, target, modality, attributedTo, former, role }: Statement): EdgeKey =>
  edgeKey(relation, source, target, [modality, attributedTo ?? '', former ? 'former' : '', role ?? ''])

/**
 * Its weight is the number of passages that say so, those of copies once. Its confidence is that of the best statement: passages are
 * often copies of one dispatch, so that to multiply their doubts would promise too much.
 * @param group statements of one key, in any order
 */
export function toEdge(group: readonly Statement[], reportOf: ReportOf): SerializedEdge {
  const said = group[0]!
  const { plover } = EDGES[said.relation]
  const best = group.toSorted((a, b) => b.confidence - a.confidence || byText(a.rule, b.rule))[0]!
  const evidence = inOrder(group.flatMap((statement) => statement.evidence))
  const dates = group
    .flatMap(({ date, endDate }) => [date, endDate])
    .filter((date) => date !== null)
    .sort(byDate)
  const [event, ...others] = new Set(group.flatMap((statement) => statement.event ?? []))
  const notes = [...new Set(group.flatMap(({ note }) => note ?? []))].sort(byText)
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
    // Copies of one report count once, and so does what a person has added without a passage.
    weight: Math.max(1, countPassages(evidence, reportOf)),
    rule: best.rule,
    confidence: best.confidence,
    evidence,
    ...(group.some(({ confirmed }) => confirmed) && { confirmed: true as const }),
    ...(notes.length > 0 && { note: notes.join(' · ') }),
  }
  return { key: keyOfEdge(said), source: said.source, target: said.target, attributes }
}

const period = (dates: readonly CivilDate[]): { readonly first?: CivilDate; readonly last?: CivilDate } => {
  const [first, last] = [dates[0], dates.at(-1)]
  return first === undefined || last === undefined ? {} : { first, last }
}
