/** Whether the graph can say what a person asks for. */
import type { Anchor, NewEntity, Wish } from '../../model/corrections.ts'
import { isNew } from '../../model/corrections.ts'
import { InvalidInputError, NotFoundError } from '../../model/errors.ts'
import type { EdgeKey, NodeKey } from '../../model/ids.ts'
import { isEventKey } from '../../model/ids.ts'
import type { EdgeName, EntityType, RelationName } from '../../model/ontology.ts'
import {
  allows,
  canBeScene,
  EDGES,
  ENTITY_TYPES,
  isEntityType,
  isEventType,
  isRelationName,
} from '../../model/ontology.ts'
import type { Assembly } from '../build/assembly.ts'

type Graph = Pick<Assembly, 'graph' | 'findNode'>

/**
 * @throws NotFoundError where a node, an edge or a document is not there
 * @throws InvalidInputError where the wish makes no sense; `field` names the part of it that does not
 */
export function checkWish(wish: Wish, assembly: Graph): void {
  const { graph, findNode } = assembly
  switch (wish.act) {
    case 'merge': {
      const node = requireNode(wish.node, findNode)
      if (wish.others.length === 0) throw new InvalidInputError('others', 'Name at least one other node to merge.')
      for (const key of wish.others) sameKind(node, requireNode(key, findNode, 'others'), 'others')
      return
    }
    case 'distinct':
      sameKind(requireNode(wish.node, findNode), requireNode(wish.other, findNode, 'other'), 'other')
      return
    case 'split':
      checkSplit(wish, assembly)
      return
    case 'rename':
      if (!/[\p{L}\p{N}]/u.test(wish.name)) throw new InvalidInputError('name', 'The new name has no letter in it.')
      requireNode(wish.node, findNode)
      return
    case 'retype': {
      const event = isEventKey(requireNode(wish.node, findNode))
      if (event ? !isEventType(wish.type) : !isEntityType(wish.type))
        throw new InvalidInputError('type', `"${wish.type}" is no type of ${event ? 'events' : 'actors and places'}.`)
      return
    }
    case 'hide':
    case 'confirm':
      requireNode(wish.node, findNode)
      return
    case 'restate':
      if (!isEventKey(requireNode(wish.node, findNode)))
        throw new InvalidInputError('node', `${wish.node} is no event: only events and relations have a status.`)
      return
    case 'drop-edge':
    case 'confirm-edge':
      requireEdge(wish.edge, graph)
      return
    case 'restate-edge':
      relationOf(wish.edge, graph)
      return
    case 'retype-edge': {
      relationOf(wish.edge, graph)
      const [source, target] = graph.extremities(wish.edge)
      checkEnds(wish.relation, typeOf(source, graph), typeOf(target, graph), 'relation')
      return
    }
    case 'turn-edge': {
      const relation = relationOf(wish.edge, graph)
      if (EDGES[relation].symmetric)
        throw new InvalidInputError('edge', `"${EDGES[relation].label}" carries no direction that could be turned.`)
      const [source, target] = graph.extremities(wish.edge)
      checkEnds(relation, typeOf(target, graph), typeOf(source, graph), 'edge')
      return
    }
    case 'redirect-edge':
      checkRedirection(wish, assembly)
      return
    case 'add-edge': {
      const [source, target] = [endType(wish.source, assembly, 'source'), endType(wish.target, assembly, 'target')]
      if (!isNew(wish.source) && !isNew(wish.target) && findNode(wish.source) === findNode(wish.target))
        throw new InvalidInputError('target', 'A relation needs two different ends.')
      checkEnds(wish.relation, source, target, 'relation')
      checkEvidence(wish.evidence, assembly)
      return
    }
    case 'add-event':
      for (const { node } of wish.participants)
        if (ENTITY_TYPES[endType(node, assembly, 'participants')].kind !== 'actor')
          throw new InvalidInputError('participants', 'Only actors take part in events.')
      for (const place of wish.places)
        if (!canBeScene(endType(place, assembly, 'places')))
          throw new InvalidInputError('places', 'An event happens in a place or a country.')
      checkEvidence(wish.evidence, assembly)
      return
  }
}

function sameKind(a: NodeKey, b: NodeKey, field: string): void {
  if (a === b) throw new InvalidInputError(field, `${a} cannot be compared with itself: name two different nodes.`)
  if (isEventKey(a) !== isEventKey(b))
    throw new InvalidInputError(field, `${a} and ${b} cannot be one: one of them is an event.`)
}

function checkSplit({ node, parts }: Extract<Wish, { act: 'split' }>, { graph, findNode }: Graph): void {
  const key = requireNode(node, findNode)
  if (isEventKey(key)) throw new InvalidInputError('node', 'Only actors and places are split; hide an event instead.')
  const place = ({ document, start, end }: Anchor): string => `${document}:${start}-${end}`
  const there = new Set(graph.getNodeAttribute(key, 'evidence').map(place))
  const taken = parts.flatMap(({ mentions }) => mentions.map(place))
  if (parts.length === 0 || parts.some(({ mentions }) => mentions.length === 0))
    throw new InvalidInputError('parts', 'Name the mentions that are to leave, for each part at least one.')
  const strange = taken.find((mention) => !there.has(mention))
  if (strange !== undefined) throw new InvalidInputError('parts', `${strange} is no mention of ${key}.`)
  if (new Set(taken).size < taken.length) throw new InvalidInputError('parts', 'A mention is named twice.')
  if (taken.length === there.size) throw new InvalidInputError('parts', 'At least one mention has to stay.')
}

function checkRedirection(wish: Extract<Wish, { act: 'redirect-edge' }>, { graph, findNode }: Graph): void {
  requireEdge(wish.edge, graph)
  if (wish.source === undefined && wish.target === undefined)
    throw new InvalidInputError('target', 'Name the new source, the new target, or both.')
  const old = graph.extremities(wish.edge) as [NodeKey, NodeKey]
  const source = wish.source === undefined ? old[0] : requireNode(wish.source, findNode, 'source')
  const target = wish.target === undefined ? old[1] : requireNode(wish.target, findNode, 'target')
  if (source === target) throw new InvalidInputError('target', 'A relation needs two different ends.')
  const { relation } = graph.getEdgeAttributes(wish.edge)
  if (isRelationName(relation)) {
    checkEnds(relation, typeOf(source, graph), typeOf(target, graph), 'target')
    return
  }
  const [event, part] = relation === 'participant_in' ? [target, source] : [source, target]
  if (event !== (relation === 'participant_in' ? old[1] : old[0]))
    throw new InvalidInputError('edge', 'The event stays; name another participant or place.')
  const type = typeOf(part, graph)
  if (relation === 'participant_in' ? ENTITY_TYPES[type].kind !== 'actor' : !canBeScene(type))
    throw new InvalidInputError('target', `${part} cannot stand at this end.`)
}

/** @throws InvalidInputError for parts in events, which take their status and kind from their event */
function relationOf(key: EdgeKey, graph: Graph['graph']): RelationName {
  requireEdge(key, graph)
  const { relation } = graph.getEdgeAttributes(key) as { relation: EdgeName }
  if (isRelationName(relation)) return relation
  throw new InvalidInputError('edge', 'This is a part in an event: correct the event itself.')
}

function checkEnds(relation: RelationName, source: EntityType, target: EntityType, field: string): void {
  if (allows(relation, source, target)) return
  const name = (type: EntityType): string => ENTITY_TYPES[type].label
  throw new InvalidInputError(
    field,
    `A ${name(source)} and a ${name(target)} cannot stand at the ends of "${EDGES[relation].label}".`,
  )
}

function typeOf(key: string, graph: Graph['graph']): EntityType {
  const { type } = graph.getNodeAttributes(key)
  if (isEntityType(type)) return type
  throw new InvalidInputError('target', `${key} is an event; a relation stands between actors and places.`)
}

const endType = (end: NodeKey | NewEntity, { graph, findNode }: Graph, field: string): EntityType =>
  isNew(end) ? end.type : typeOf(requireNode(end, findNode, field), graph)

function checkEvidence(evidence: readonly Anchor[], { graph }: Graph): void {
  const lengths = new Map(graph.getAttribute('documents').map(({ id, characters }) => [id, characters]))
  for (const { document, start, end } of evidence) {
    const length = lengths.get(document)
    if (length === undefined) throw new NotFoundError(`There is no document "${document}".`, 'evidence')
    if (start >= end || end > length)
      throw new InvalidInputError(
        'evidence',
        `${start} to ${end} is no passage of ${document}, which has ${length} characters.`,
      )
  }
}

export function requireNode(key: NodeKey, findNode: Graph['findNode'], field = 'node'): NodeKey {
  const found = findNode(key)
  if (found === undefined) throw new NotFoundError(`There is no node "${key}".`, field)
  return found
}

function requireEdge(key: EdgeKey, graph: Graph['graph']): void {
  if (!graph.hasEdge(key)) throw new NotFoundError(`There is no edge "${key}".`, 'edge')
}
