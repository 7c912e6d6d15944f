/** Everything that documents say, as statements of one edge each, before those that say the same are counted together. */
import type { CivilDate } from '../../model/date.ts'
import type { Evidence, Modality } from '../../model/facts.ts'
import type { GraphEvidence } from '../../model/graph.ts'
import type { DocumentId, LocalId, NodeKey } from '../../model/ids.ts'
import type { EdgeName } from '../../model/ontology.ts'
import { EDGES } from '../../model/ontology.ts'
import type { Span } from '../../model/span.ts'
import { contains } from '../../model/span.ts'
import type { StoredDocument } from '../knowledge-graph.ts'
import type { Resolution } from '../resolve/resolve.ts'
import { toGraphEvidence, turned } from './evidence.ts'
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
}

type KeyOf = Resolution['keyOf']

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
    const [source, target] = [of(fact.source), of(fact.target)]
    const turn = EDGES[fact.relation].symmetric && target < source
    const role = turn && fact.role !== undefined ? (INVERSE_KIN[fact.role] ?? fact.role) : fact.role
    yield {
      ...common(fact, document.id, keyOf),
      relation: fact.relation,
      source: turn ? target : source,
      target: turn ? source : target,
      former: fact.former,
      ...(role !== undefined && { role }),
      ...(fact.event !== undefined && { event: of(fact.event) }),
      evidence: fact.evidence.map((item) => toGraphEvidence(document.id, turn ? turned(item) : item)),
    }
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
}

const common = (
  { modality, attributedTo, date, endDate, rule, confidence }: Told,
  document: DocumentId,
  keyOf: KeyOf,
) => ({
  modality,
  ...speaker(attributedTo, document, keyOf),
  date,
  endDate,
  rule,
  confidence,
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
