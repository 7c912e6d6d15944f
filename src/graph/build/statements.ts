/** Everything that documents say, as statements of one edge each, before those that say the same are counted together. */
import type { CivilDate } from '../../model/date.ts'
import type { Evidence, Modality } from '../../model/facts.ts'
import type { GraphEvidence } from '../../model/graph.ts'
import type { DocumentId, EntryId, LocalId, NodeKey } from '../../model/ids.ts'
import type { EdgeName } from '../../model/ontology.ts'
import { EDGES } from '../../model/ontology.ts'
import type { Span } from '../../model/span.ts'
import { contains } from '../../model/span.ts'
import type { StoredDocument } from '../knowledge-graph.ts'
import { toGraphEvidence } from './evidence.ts'
import type { KeyOf } from './nodes.ts'
import { speaker } from './nodes.ts'

export interface Statement {
  readonly relation: EdgeName
  readonly source: NodeKey
  readonly target: NodeKey
  readonly modality: Modality
  readonly attributedTo?: string
  readonly former: boolean
  readonly role?: string
  readonly date: CivilDate | null
  readonly endDate: CivilDate | null
  readonly rule: string
  readonly confidence: number
  readonly event?: NodeKey
  readonly evidence: readonly GraphEvidence[]
  readonly confirmed?: true
  /** The entry of the log that added it by hand, and what its author says of it. */
  readonly added?: EntryId
  readonly note?: string
  /** As it was read, where a person has corrected it. */
  readonly read?: Statement
}

/** A relation without direction starts at the smaller key. */
export const inDirection = (statement: Statement): Statement =>
  EDGES[statement.relation].symmetric && statement.target < statement.source ? turned(statement) : statement

/** The same words with the ends changed over. */
export const turned = ({ source, target, evidence, ...rest }: Statement): Statement => ({
  ...rest,
  source: target,
  target: source,
  ...(rest.relation === 'family_of' && rest.role !== undefined && { role: INVERSE_KIN[rest.role] ?? rest.role }),
  evidence: evidence.map(({ source: from, target: to, ...item }) => ({
    ...item,
    ...(to && { source: to }),
    ...(from && { target: from }),
  })),
})

/** In order of reading. A relation whose two ends turned out to be one thing is left out: it says nothing. */
export function statements(stored: StoredDocument, keyOf: KeyOf): Statement[] {
  const { document, extraction } = stored
  const of = (id: LocalId): NodeKey => keyOf(document.id, id)
  return [...relationStatements(stored, of, keyOf), ...eventStatements(document.id, extraction, of, keyOf)].filter(
    ({ source, target }) => source !== target,
  )
}

function* relationStatements({ document, extraction }: StoredDocument, of: (id: LocalId) => NodeKey, keyOf: KeyOf) {
  for (const fact of extraction.relations) {
    const statement: Statement = {
      ...common(fact, document.id, keyOf),
      relation: fact.relation,
      source: of(fact.source),
      target: of(fact.target),
      former: fact.former,
      ...(fact.role !== undefined && { role: fact.role }),
      ...(fact.event !== undefined && { event: of(fact.event) }),
      evidence: fact.evidence.map((item) => toGraphEvidence(document.id, item)),
    }
    yield inDirection(statement)
  }
}

function* eventStatements(
  document: DocumentId,
  { events }: StoredDocument['extraction'],
  of: (id: LocalId) => NodeKey,
  keyOf: KeyOf,
) {
  for (const event of events) {
    const shared = { ...common(event, document, keyOf), former: false }
    for (const { entity, role, span } of event.participants)
      yield {
        ...shared,
        relation: 'participant_in' as const,
        source: of(entity),
        target: of(event.id),
        role,
        evidence: [toGraphEvidence(document, { ...toldAround(span, event.evidence), source: span })],
      }
    for (const { entity, span } of event.places)
      yield {
        ...shared,
        relation: 'occurred_at' as const,
        source: of(event.id),
        target: of(entity),
        evidence: [toGraphEvidence(document, { ...toldAround(span, event.evidence), target: span })],
      }
  }
}

interface Told {
  readonly modality: Modality
  readonly attributedTo: Parameters<typeof speaker>[0]
  readonly date: CivilDate | null
  readonly endDate: CivilDate | null
  readonly rule: string
  readonly confidence: number
  readonly confirmed?: true
}

const common = (
  { modality, attributedTo, date, endDate, rule, confidence, confirmed }: Told,
  document: DocumentId,
  keyOf: KeyOf,
) => ({
  modality,
  ...speaker(attributedTo, document, keyOf),
  date,
  endDate,
  rule,
  confidence,
  ...(confirmed && { confirmed }),
})

/** The passage that names the participant, without its marks of other participants. */
function toldAround(span: Span, evidence: readonly [Evidence, ...Evidence[]]): Evidence {
  const { source: _, target: __, ...passage } = evidence.find((item) => contains(item.sentence, span)) ?? evidence[0]
  return passage
}

/** Kinship read from the other end. What is not here reads the same from both (spouse, sibling, in-law). */
const INVERSE_KIN: Readonly<Record<string, string>> = {
  parent: 'child',
  child: 'parent',
  grandparent: 'grandchild',
  grandchild: 'grandparent',
}
