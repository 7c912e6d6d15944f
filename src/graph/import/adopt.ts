/**
 * From a foreign graph to ours. What we wrote ourselves comes back as it was. Of others, types and relations must be ours or
 * be mapped; nothing is guessed, and a file in which something is unknown is refused as a whole, with all that is unknown.
 */
import type { CivilDate } from '../../model/date.ts'
import type { EdgeAttributes, GraphDocument, NodeAttributes } from '../../model/graph.ts'
import { asEdgeKey, asNodeKey, edgeKey } from '../../model/ids.ts'
import {
  EDGES, ENTITY_TYPES, type EntityType, EVENT_TYPES, type EventType, isEdgeName, isEntityType, isEventType,
} from '../../model/ontology.ts' // biome-ignore format: one glance
import { type Column, EDGE_COLUMNS, NODE_COLUMNS } from '../formats/columns.ts'
import { LOOKS } from '../formats/graphml.ts'
import type { EditableGraph } from '../knowledge-graph.ts'
import { emptyGraph } from '../knowledge-graph.ts'
import { byText } from '../order.ts'
import { BrokenFileError, type ForeignEdge, type ForeignGraph, type ForeignNode } from './foreign.ts'
import type { Mapping } from './mapping.ts'
import { dateFrom, documentFrom, valueFrom } from './values.ts'

export interface Adopted {
  readonly graph: EditableGraph
  /** What a person ought to know: attributes that were not kept. */
  readonly notes: readonly string[]
}

/** The rule that stands on what another program says. */
const RULE = 'imported'

/**
 * @param name of the graph, where the file has none
 * @throws BrokenFileError that lists what is not known
 */
export function adopt(foreign: ForeignGraph, mapping: Mapping, name: string): Adopted {
  const trouble = new Trouble()
  const graph = emptyGraph(aboutOf(foreign.attributes, name))
  for (const node of foreign.nodes) {
    const attributes = trouble.watch(`node "${node.key}"`, () => nodeOf(node, mapping, trouble))
    if (graph.hasNode(node.key)) trouble.add(`node "${node.key}"`, 'is there twice')
    else if (attributes !== undefined) graph.addNode(node.key, attributes)
  }
  for (const [i, edge] of foreign.edges.entries()) {
    const { source, target } = edge
    const what = `edge ${edge.key === undefined ? i + 1 : `"${edge.key}"`}`
    if (trouble.found) continue
    const missing = [source, target].find((end) => !graph.hasNode(end))
    if (missing !== undefined) trouble.add(what, `has the end "${missing}", which is no node of the file`)
    else if (source === target) trouble.note('joins a node with itself, which says nothing; it was left out', what)
    else {
      const attributes = trouble.watch(what, () => edgeOf(edge, mapping, trouble))
      if (attributes === undefined) continue
      if (edge.undirected === true && !EDGES[attributes.relation].symmetric)
        trouble.note(
          `without direction is taken to go from the end that the file names first: ${attributes.relation}`,
          what,
        )
      addEdge(graph, edge, attributes, i, trouble)
    }
  }
  trouble.end()
  return { graph, notes: trouble.notes() }
}

function addEdge(
  graph: EditableGraph,
  edge: ForeignEdge,
  attributes: EdgeAttributes,
  i: number,
  trouble: Trouble,
): void {
  const [source, target] = [asNodeKey(edge.source), asNodeKey(edge.target)]
  const minted = (): string => edgeKey(attributes.relation, source, target, [attributes.modality, String(i)])
  const { key = minted() } = edge
  if (!graph.hasEdge(key)) graph.addDirectedEdgeWithKey(asEdgeKey(key), source, target, attributes)
  // NetworkX numbers the edges between each two nodes from 0: such a number is an id only together with the ends.
  else if (graph.source(key) === source && graph.target(key) === target) trouble.add(`edge "${key}"`, 'is there twice')
  else graph.addDirectedEdgeWithKey(asEdgeKey(minted()), source, target, attributes)
}

function aboutOf({ name, generator, date, documents }: ForeignGraph['attributes'], fallback: string) {
  let listed: GraphDocument[]
  try {
    listed = Array.isArray(documents) ? documents.map(documentFrom) : []
  } catch (cause) {
    throw new BrokenFileError((cause as Error).message, { cause })
  }
  return {
    name: typeof name === 'string' && name.trim() !== '' ? name : fallback,
    generator: typeof generator === 'string' ? generator : 'unknown',
    date: (dateFrom(date) as CivilDate | undefined) ?? null,
    documents: listed,
  }
}

function nodeOf(
  { key, attributes }: ForeignNode,
  { typeFrom, types, otherType }: Mapping,
  trouble: Trouble,
): NodeAttributes | undefined {
  const word = attributes[typeFrom]
  const type =
    lookUp(word, types, (name): name is EntityType | EventType => isEntityType(name) || isEventType(name)) ?? otherType
  if (type === undefined) {
    trouble.unknown('nodes', 'type', word)
    return undefined
  }
  const kept = columnsOf(NODE_COLUMNS, attributes, trouble, [
    typeFrom,
    'label',
    'name',
    'spell start',
    'spell end',
    ...LOOKS.node,
  ])
  const label = attributes['label'] ?? attributes['name']
  const shared = {
    ...kept,
    label: label === undefined || label === null ? key : String(label),
    aliases: (kept['aliases'] as readonly string[] | undefined) ?? [],
    evidence: (kept['evidence'] as NodeAttributes['evidence'] | undefined) ?? [],
    mentions: (kept['mentions'] as number | undefined) ?? 1,
    type,
  }
  if (isEntityType(type)) return { ...shared, kind: ENTITY_TYPES[type].kind } as NodeAttributes
  const plover = EVENT_TYPES[type].plover
  const date = dateFrom(attributes['spell start'])
  return {
    ...(plover !== null && { plover }),
    ...(date !== undefined && { date }),
    modality: 'asserted',
    rule: RULE,
    confidence: 1,
    ...shared,
    kind: 'event',
  } as NodeAttributes
}

function edgeOf(
  { attributes }: ForeignEdge,
  { relationFrom, relations, otherRelation }: Mapping,
  trouble: Trouble,
): EdgeAttributes | undefined {
  const word = attributes[relationFrom] ?? attributes['kind'] ?? attributes['label']
  const relation = lookUp(word, relations, isEdgeName) ?? otherRelation
  if (relation === undefined) {
    trouble.unknown('edges', 'relation', word)
    return undefined
  }
  const looks = ['label', 'weight', 'kind', 'type', 'key', 'source_label', 'target_label', ...LOOKS.edge]
  const kept = columnsOf(EDGE_COLUMNS, attributes, trouble, [relationFrom, 'spell start', 'spell end', ...looks])
  const { label, plover } = EDGES[relation]
  const [first, last] = [dateFrom(attributes['spell start']), dateFrom(attributes['spell end'])]
  const own = 'relation' in kept && attributes['label'] !== undefined && attributes['label'] !== null
  const weight = Number(attributes['weight'] ?? 1)
  return {
    ...(plover !== null && !('relation' in kept) && { plover }),
    ...(first !== undefined && !('relation' in kept) && { first, last: last ?? first }),
    modality: 'asserted',
    rule: RULE,
    confidence: 1,
    ...kept,
    relation,
    label: own ? String(attributes['label']) : label,
    weight: Number.isFinite(weight) ? Math.max(own ? 0 : 1, Math.round(weight)) : 1,
    evidence: (kept['evidence'] as EdgeAttributes['evidence'] | undefined) ?? [],
  } as EdgeAttributes
}

function lookUp<T extends string>(
  word: unknown,
  map: Readonly<Record<string, T>>,
  isOurs: (name: string) => name is T,
): T | undefined {
  const name = typeof word === 'string' || typeof word === 'number' ? String(word) : undefined
  if (name === undefined) return undefined
  return Object.hasOwn(map, name) ? map[name] : isOurs(name) ? name : undefined
}

/** The attributes that are columns of ours; others, and what is of another kind, are noted. */
function columnsOf<A>(
  columns: readonly Column<A>[],
  attributes: Readonly<Record<string, unknown>>,
  trouble: Trouble,
  apart: readonly string[],
): Record<string, unknown> {
  const byName = new Map(columns.map((column) => [column.name, column]))
  const kept: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(attributes)) {
    const column = byName.get(name)
    if (value === undefined || value === null || column?.derived === true) continue
    if (column === undefined) {
      if (!apart.includes(name)) trouble.note(`"${name}" was not kept: Dragoman has no such attribute`)
      continue
    }
    const read = valueFrom(name, column.type, value)
    if (read !== undefined) kept[name] = read
    else if (!apart.includes(name) && !(['former', 'confirmed'].includes(name) && String(value) === 'false'))
      trouble.note(`"${name}" was not kept where it is like ${JSON.stringify(value).slice(0, 40)}`)
  }
  return kept
}

const MOST_LISTED = 10

/** What is wrong or worth knowing, counted by kind. */
class Trouble {
  readonly #problems: string[] = []
  readonly #unknown = new Map<string, number>()
  readonly #notes = new Map<string, number>()

  get found(): boolean {
    return this.#problems.length + this.#unknown.size > 0
  }

  add(what: string, problem: string): void {
    this.#problems.push(`${what} ${problem}`)
  }

  unknown(of: 'nodes' | 'edges', field: 'type' | 'relation', word: unknown): void {
    const said =
      word === undefined || word === null ? `no ${field}` : `the ${field} "${String(word)}", which is none of ours`
    const problem = `${of} have ${said}`
    this.#unknown.set(problem, (this.#unknown.get(problem) ?? 0) + 1)
  }

  note(text: string, what?: string): void {
    const words = what === undefined ? text : `an edge ${text}`
    this.#notes.set(words, (this.#notes.get(words) ?? 0) + 1)
  }

  /** What a value throws becomes a problem of its owner. */
  watch<T>(what: string, make: () => T | undefined): T | undefined {
    try {
      return make()
    } catch (error) {
      if (!(error instanceof TypeError)) throw error
      this.add(what, `: ${error.message}`)
      return undefined
    }
  }

  notes(): string[] {
    return [...this.#notes]
      .sort(([a], [b]) => byText(a, b))
      .map(([text, count]) => `${text} (${count === 1 ? 'once' : `${count} times`})`)
  }

  /** @throws BrokenFileError */
  end(): void {
    if (!this.found) return
    const unknown = [...this.#unknown].sort(([, a], [, b]) => b - a).map(([text, count]) => `${count} ${text}`)
    const all = [...unknown, ...this.#problems]
    const more = all.length > MOST_LISTED ? [`and ${all.length - MOST_LISTED} more`] : []
    throw new BrokenFileError([...all.slice(0, MOST_LISTED), ...more].join('\n  '))
  }
}
