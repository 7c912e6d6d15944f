/** What a graph that was put together tells of itself. */
import type { NodeAnchor } from '../../model/corrections.ts'
import type { DocumentId, EdgeKey, EntryId, LocalId, NodeKey } from '../../model/ids.ts'
import { isEventKey } from '../../model/ids.ts'
import type { Correction } from '../corrections/log.ts'
import type { KnowledgeGraph } from '../knowledge-graph.ts'
import { once } from '../once.ts'
import { byText } from '../order.ts'
import type { BaseEntity } from '../resolve/entity-resolver.ts'
import type { BaseEvent } from '../resolve/event-resolver.ts'
import type { Link } from '../resolve/joiner.ts'
import { pairOf } from '../resolve/joiner.ts'
import type { Assembly, Identity, Suggestion } from './assembly.ts'
import { keyOfEdge } from './edges.ts'
import type { Holdings } from './holdings.ts'
import { entityIdentity, eventIdentity } from './identity.ts'
import type { Statement } from './statements.ts'
import type { Texts } from './texts.ts'
import type { Unions } from './unions.ts'

export interface Answering {
  readonly holdings: Holdings
  readonly actors: Unions<BaseEntity>
  readonly happenings: Unions<BaseEvent>
  readonly texts: Texts
  readonly keyOf: (document: DocumentId, id: LocalId) => NodeKey
  readonly nodeOf: (anchor: NodeAnchor) => NodeKey | undefined
  /** All statements of a document of which a relation was corrected; undefined of any other. */
  readonly statedIn: (document: DocumentId) => readonly Statement[] | undefined
}

export function answersOf(
  answering: Answering,
  met: ReadonlySet<EntryId>,
  corrections: readonly Correction[],
): Assembly {
  const { holdings, texts, keyOf, nodeOf } = answering
  const { graph, edges } = holdings
  return {
    graph,
    journal: graph.journal,
    keyOf,
    readingOf: (document) => texts.get(document)?.extraction,
    edgesOf: (document) => edges.edgesOf(document).filter((key) => graph.hasEdge(key)),
    findNode: (key) => find(key, answering),
    nodeOf,
    statementsOf: (edge) => statementsOf(edge, answering),
    met,
    suggestions: once(() => suggest(answering, corrections)),
    identityOf: (key) => identityOf(key, answering),
  }
}

/** The packed ones, but for those that were corrected, which also tell how they were read. */
function statementsOf(edge: EdgeKey, { holdings, statedIn }: Answering): readonly Statement[] {
  const corrected = new Map<DocumentId, readonly Statement[]>()
  const packed = holdings.edges.statementsOf(edge).filter(({ added, evidence }) => {
    const document = evidence[0]?.document
    if (added !== undefined || document === undefined) return true
    const all = corrected.get(document) ?? statedIn(document)
    if (all === undefined) return true
    corrected.set(document, all)
    return false
  })
  return [...packed, ...[...corrected.values()].flat().filter((statement) => keyOfEdge(statement) === edge)]
}

function find(key: NodeKey, { holdings, actors, happenings }: Answering): NodeKey | undefined {
  const { graph, entities, events } = holdings
  if (graph.hasNode(key)) return key
  const { identities } = isEventKey(key) ? happenings : actors
  const found = isEventKey(key)
    ? identities.headOf(events.keyOf(key) ?? identities.aliases.get(key) ?? key)
    : (identities.aliases.get(key) ?? entities.named(key).map(identities.headOf)[0])
  return found !== undefined && graph.hasNode(found) ? found : undefined
}

function suggest(
  { holdings, actors, happenings, nodeOf }: Answering,
  corrections: readonly Correction[],
): Suggestion[] {
  const { graph, entities, events } = holdings
  const best = new Map<string, Suggestion>()
  const rejected = new Set(
    corrections.flatMap(({ act }) => {
      if (act.act !== 'distinct') return []
      const [one, other] = [nodeOf(act.node), nodeOf(act.other)]
      return one && other ? pairOf(one, other) : []
    }),
  )
  const offer = ({ score, reasons }: Link, one: NodeKey | undefined, other: NodeKey | undefined): void => {
    if (one === undefined || other === undefined || one === other) return
    if (!graph.hasNode(one) || !graph.hasNode(other) || rejected.has(pairOf(one, other))) return
    const known = best.get(pairOf(one, other))
    if (known !== undefined && known.score >= score) return
    const [node, like] = weightier(graph, one, other)
    best.set(pairOf(one, other), { node, other: like, score, reasons })
  }
  const actor = (unit: string): NodeKey | undefined => {
    const base = entities.keyOfUnit(unit)
    return base && actors.identities.headOf(base)
  }
  const happening = (report: string): NodeKey | undefined => {
    const base = events.keyOf(report as NodeKey)
    return base && happenings.identities.headOf(base)
  }
  for (const link of entities.open()) offer(link, actor(link.a), actor(link.b))
  for (const link of events.open()) offer(link, happening(link.a), happening(link.b))
  return [...best.values()].sort((a, b) => b.score - a.score || byText(a.node, b.node) || byText(a.other, b.other))
}

function identityOf(
  key: NodeKey,
  { holdings: { entities, events }, actors, happenings }: Answering,
): Identity | undefined {
  if (isEventKey(key))
    return eventIdentity(
      happenings.all(key, (base) => events.get(base)),
      events,
    )
  return entityIdentity(
    actors.all(key, (base) => entities.get(base)),
    entities,
  )
}

/** What is mentioned more often keeps its name when the two are merged. */
function weightier(graph: KnowledgeGraph, a: NodeKey, b: NodeKey): readonly [NodeKey, NodeKey] {
  const difference = graph.getNodeAttribute(a, 'mentions') - graph.getNodeAttribute(b, 'mentions')
  return difference > 0 || (difference === 0 && a < b) ? [a, b] : [b, a]
}
