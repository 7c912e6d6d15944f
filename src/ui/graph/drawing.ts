/**
 * The graph that Sigma draws: positions, sizes and words. It depends on the facts alone; what hovering, selecting and
 * filtering change is decided anew at each frame in `reducers.ts` and never written here.
 */
import Graph from 'graphology'
import { importanceOf } from '../../graph/importance.ts'
import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts'
import type { Position } from '../../graph/layout.ts'
import type { Modality } from '../../model/facts.ts'
import type { EdgeAttributes } from '../../model/graph.ts'
import { EDGES, type EntityType, type EventType, type Family, type NodeKind } from '../../model/ontology.ts'

import { edgeLabel, edgeSize, nodeLabel, nodeSize } from './appearance.ts'
import { curvatures } from './curves.ts'

export interface DrawnNode {
  x: number
  y: number
  readonly size: number
  readonly label: string
  readonly kind: NodeKind
  readonly type: EntityType | EventType
  readonly modality: Modality
}

export interface DrawnEdge {
  readonly size: number
  readonly label: string
  readonly family: Family
  readonly modality: Modality
  readonly former: boolean
  /** A tie holds over time; a deed happens. */
  readonly nature: 'tie' | 'deed'
  readonly directed: boolean
  readonly curvature: number
}

export type Drawing = Graph<DrawnNode, DrawnEdge>

export const emptyDrawing = (): Drawing => new Graph({ type: 'directed', multi: true, allowSelfLoops: false })

/** @param positions from the layout; what has none yet starts at a neighbour, so that it comes from there when it is shown */
export function toDrawing(facts: KnowledgeGraph, positions: ReadonlyMap<string, Position>): Drawing {
  const drawing = emptyDrawing()
  facts.forEachNode((key, node) => {
    const { x, y } = positions.get(key) ?? besideOf(facts, key, positions)
    const size = nodeSize(importanceOf(facts, key), node.kind)
    const modality = node.kind === 'event' ? node.modality : 'asserted'
    drawing.addNode(key, { x, y, size, label: nodeLabel(node), kind: node.kind, type: node.type, modality })
  })
  const ends = facts.mapEdges((key, edge, source, target) => ({ key, source, target, ...lineOf(edge) }))
  const curves = curvatures(ends)
  facts.forEachEdge((key, edge, source, target) => {
    if (source === target) return
    const row = EDGES[edge.relation]
    drawing.addEdgeWithKey(key, source, target, {
      size: row.family === 'participation' ? 1.1 : edgeSize(edge.weight),
      label: edgeLabel(edge),
      family: row.family,
      modality: edge.modality,
      former: edge.former === true,
      nature: row.nature,
      directed: !row.symmetric && row.family !== 'participation',
      curvature: curves.get(key) ?? 0,
    })
  })
  return drawing
}

/**
 * That two reports name the same place of one event, or the same guest, is one line: they differ in who says so, which
 * the event's own panel tells.
 */
const lineOf = ({ relation, modality }: EdgeAttributes): { readonly line?: string } =>
  EDGES[relation].family === 'participation' ? { line: `${relation} ${modality}` } : {}

function besideOf(facts: KnowledgeGraph, key: string, positions: ReadonlyMap<string, Position>): Position {
  const neighbour = facts.findNeighbor(key, (other) => positions.has(other))
  return (neighbour === undefined ? undefined : positions.get(neighbour)) ?? { x: 0, y: 0 }
}

/**
 * Makes `drawing` what `next` is, without touching what stays: what is drawn keeps its place on the graphics card.
 * @returns moves the nodes from where they were (share 0) to where they shall be (share 1)
 */
export function becoming(drawing: Drawing, next: Drawing): (share: number) => void {
  for (const key of drawing.edges())
    if (!next.hasEdge(key) || String(next.extremities(key)) !== String(drawing.extremities(key))) drawing.dropEdge(key)
  for (const key of drawing.nodes()) if (!next.hasNode(key)) drawing.dropNode(key)
  const moves: { readonly key: string; readonly from: Position; readonly to: Position }[] = []
  next.forEachNode((key, node) => {
    if (!drawing.hasNode(key)) return void drawing.addNode(key, node)
    const { x, y } = drawing.getNodeAttributes(key)
    if (x !== node.x || y !== node.y) moves.push({ key, from: { x, y }, to: { x: node.x, y: node.y } })
    drawing.replaceNodeAttributes(key, { ...node, x, y })
  })
  next.forEachEdge((key, edge, source, target) => {
    if (drawing.hasEdge(key)) drawing.replaceEdgeAttributes(key, edge)
    else drawing.addEdgeWithKey(key, source, target, edge)
  })
  return (share) => {
    const at = new Map(moves.map(({ key, from, to }) => [key, between(from, to, share)]))
    if (at.size === 0) return
    drawing.updateEachNodeAttributes((key, node) => ({ ...node, ...at.get(key) }), { attributes: ['x', 'y'] })
  }
}

const between = (from: Position, to: Position, share: number): Position =>
  share >= 1 ? to : { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }
