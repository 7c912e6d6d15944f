/** Corrections of relations, applied to the statements that documents make. */
import type { Act, EdgeAnchor, NodeAnchor, StatementAnchor } from '../../model/corrections.ts'
import type { GraphEvidence } from '../../model/graph.ts'
import type { DocumentId, EntryId, NodeKey } from '../../model/ids.ts'
import { EDGES } from '../../model/ontology.ts'
import type { SpanPair } from '../../model/span.ts'
import { overlaps } from '../../model/span.ts'
import type { Statement } from '../build/statements.ts'
import { inDirection, turned } from '../build/statements.ts'
import { listAt } from '../order.ts'
import type { Correction } from './log.ts'

type EdgeAct = Extract<Act, { readonly edge: EdgeAnchor }>
type EdgeCorrection = Correction & { readonly act: EdgeAct }
export type NodeOf = (anchor: NodeAnchor) => NodeKey | undefined

const isEdgeAct = (act: Act): act is EdgeAct => 'edge' in act

/** The corrections of relations, by the documents that they are anchored in and by the entries that added the relation. */
export interface EdgeCorrections {
  readonly byDocument: ReadonlyMap<DocumentId, readonly EdgeCorrection[]>
  readonly byEntry: ReadonlyMap<EntryId, readonly EdgeCorrection[]>
}

export function edgeCorrections(corrections: readonly Correction[]): EdgeCorrections {
  const lists = new Map<DocumentId, EdgeCorrection[]>()
  const byEntry = new Map<EntryId, EdgeCorrection[]>()
  for (const correction of corrections) {
    const { act } = correction
    if (!isEdgeAct(act)) continue
    const own = { ...correction, act }
    for (const document of new Set(act.edge.at.map((anchor) => anchor.document))) listAt(lists, document).push(own)
    for (const entry of act.edge.added ?? []) listAt(byEntry, entry).push(own)
  }
  return { byDocument: lists, byEntry }
}

/**
 * What is left of the statements of one document.
 * @param met takes note of the corrections that found their statement
 */
export function correctStatements(
  statements: readonly Statement[],
  corrections: readonly EdgeCorrection[] = [],
  nodeOf: NodeOf,
  met: Set<EntryId>,
): readonly Statement[] {
  if (corrections.length === 0) return statements
  const changes = new Map<Statement, EdgeCorrection[]>()
  for (const correction of corrections) {
    const meant = new Set(correction.act.edge.at.flatMap((anchor) => meantBy(anchor, statements)))
    for (const statement of meant) listAt(changes, statement).push(correction)
  }
  return statements.flatMap((statement) => change(statement, changes.get(statement) ?? [], nodeOf, met))
}

export function change(
  statement: Statement,
  corrections: readonly EdgeCorrection[],
  nodeOf: NodeOf,
  met: Set<EntryId>,
): readonly Statement[] {
  let result: Statement | undefined = statement
  for (const { id, act } of corrections) {
    const before: Statement = result
    result = changed(before, act, nodeOf)
    if (result !== before) met.add(id)
    if (result === undefined) return []
  }
  return result.source === result.target ? [] : [result === statement ? statement : { ...result, read: statement }]
}

/** The statement after one correction; itself where the correction does not fit it, undefined where it is dropped. */
function changed(statement: Statement, act: EdgeAct, nodeOf: NodeOf): Statement | undefined {
  switch (act.act) {
    case 'drop-edge':
      return undefined
    case 'confirm-edge':
      return { ...statement, confirmed: true, confidence: 1 }
    case 'restate-edge':
      return { ...statement, modality: act.modality }
    case 'retype-edge':
      return inDirection({ ...statement, relation: act.relation })
    case 'turn-edge':
      return EDGES[statement.relation].symmetric ? statement : turned(statement)
    case 'redirect-edge': {
      const [source, target] = [act.source && nodeOf(act.source), act.target && nodeOf(act.target)]
      if (source === undefined && target === undefined) return statement
      return inDirection({ ...statement, source: source ?? statement.source, target: target ?? statement.target })
    }
  }
}

function meantBy(anchor: StatementAnchor, statements: readonly Statement[]): readonly Statement[] {
  const candidates = statements.filter(
    ({ relation, evidence }) =>
      relation === anchor.relation && evidence.some((item) => item.document === anchor.document && near(item, anchor)),
  )
  const exact = candidates.filter(({ evidence }) => evidence.some((item) => isAt(item, anchor)))
  return exact.length > 0 ? exact : candidates
}

const isAt = (item: GraphEvidence, anchor: StatementAnchor): boolean =>
  item.start === anchor.start && item.end === anchor.end && (sameEnds(item, anchor) || sameEnds(swapped(item), anchor))

type Ends = Pick<StatementAnchor, 'source' | 'target'>
const swapped = ({ source, target }: Ends): Ends => ({
  ...(target && { source: target }),
  ...(source && { target: source }),
})
const sameEnds = (a: Ends, b: Ends): boolean => same(a.source, b.source) && same(a.target, b.target)
const same = (a: SpanPair | undefined, b: SpanPair | undefined): boolean => a?.[0] === b?.[0] && a?.[1] === b?.[1]

/** Another reading of the same words: the passages overlap, and so do the words of the ends where both readings mark them. */
const near = (item: GraphEvidence, anchor: StatementAnchor): boolean =>
  overlaps(item, anchor) && (touchEnds(item, anchor) || touchEnds(swapped(item), anchor))
const touchEnds = (a: Ends, b: Ends): boolean => touch(a.source, b.source) && touch(a.target, b.target)
const touch = (a: SpanPair | undefined, b: SpanPair | undefined): boolean =>
  a === undefined || b === undefined || (a[0] < b[1] && b[0] < a[1])
