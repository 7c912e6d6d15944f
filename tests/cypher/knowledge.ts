/** A graph as Dragoman reads it, of an invented story: who met, who leads, and visits that were planned and denied. */
import { emptyGraph, type KnowledgeGraph } from '../../src/graph/knowledge-graph.ts'
import type { EdgeAttributes, NodeAttributes } from '../../src/model/graph.ts'
import { asDocumentId } from '../../src/model/ids.ts'
import type { EdgeName } from '../../src/model/ontology.ts'

export const TEXT = 'Orla Venn met Tomas Reck. Nobody else came.'
export const DOCUMENT = {
  id: asDocumentId('3f9a01c25b0c'),
  title: 'The meeting',
  date: null,
  source: 'Example Agency',
  characters: TEXT.length,
}
const evidence = [{ document: DOCUMENT.id, start: 0, end: 24, sentence: [0, 25] }] as const

export function extractions(): KnowledgeGraph {
  const graph = emptyGraph({ name: 'Test', generator: 'dragoman test', date: null, documents: [DOCUMENT] })
  const add = (key: string, attributes: object): void => {
    graph.addNode(key, { aliases: [], mentions: 1, evidence, ...attributes } as unknown as NodeAttributes)
  }
  add('orla', { label: 'Orla Venn', kind: 'actor', type: 'person' })
  add('tomas', { label: 'Tomas Reck', kind: 'actor', type: 'person' })
  add('ilse', { label: 'Ilse Marrant', kind: 'actor', type: 'person' })
  add('varnia', { label: 'Varnia', kind: 'actor', type: 'country' })
  add('army', { label: 'Varnian army', kind: 'actor', type: 'armed_force' })
  const firm = { rule: 'test', confidence: 0.9 }
  add('meeting', {
    label: 'meeting',
    kind: 'event',
    type: 'meeting',
    date: '2025-12-04',
    modality: 'asserted',
    ...firm,
  })
  add('strike', { label: 'strike', kind: 'event', type: 'attack', modality: 'denied', ...firm })
  const join = (source: string, relation: EdgeName, target: string, attributes: object = {}): void => {
    const all = { relation, label: relation, modality: 'asserted', weight: 1, evidence, ...firm, ...attributes }
    graph.addDirectedEdgeWithKey(`${source} ${relation} ${target}`, source, target, all as EdgeAttributes)
  }
  join('orla', 'met_with', 'tomas', { first: '2025-12-04' })
  join('orla', 'leader_of', 'varnia')
  join('tomas', 'leader_of', 'varnia', { former: true })
  join('tomas', 'visited', 'varnia', { modality: 'planned' })
  join('ilse', 'visited', 'varnia', { modality: 'denied' })
  join('orla', 'participant_in', 'meeting', { role: 'participant' })
  join('army', 'participant_in', 'strike', { role: 'agent', modality: 'denied' })
  return graph
}
