/**
 * A graph of hundreds of thousands of nodes and edges in little room. Attributes are put together when they are asked for; what takes
 * most room, evidence, lies packed until somebody looks at it. It is read as graphology's graphs are.
 */
import type { EdgeAttributes, GraphAttributes, GraphEvidence, NodeAttributes } from '../../model/graph.ts'
import type { EdgeKey, NodeKey } from '../../model/ids.ts'
import type { EdgeByRow, EdgeEntry, KnowledgeGraph, NodeEntry } from '../knowledge-graph.ts'
import type { EdgeRows } from './edge-rows.ts'
import { ChangeJournal } from './journal.ts'
import type { NodeRows } from './node-rows.ts'

type NodeUse<T> = (node: string, attributes: NodeAttributes) => T
type EdgeUse<T> = (edge: string, attributes: EdgeAttributes, source: string, target: string) => T

export class PackedGraph implements KnowledgeGraph {
  readonly type = 'directed'
  readonly multi = true
  readonly allowSelfLoops = false
  readonly journal = new ChangeJournal()
  readonly #nodes: NodeRows
  readonly #edges: EdgeRows
  #attributes: GraphAttributes

  constructor(attributes: GraphAttributes, nodes: NodeRows, edges: EdgeRows) {
    this.#attributes = { ...attributes }
    this.#nodes = nodes
    this.#edges = edges
  }

  // ------------------------------------------------------------------------------------------------------------- changing

  mergeAttributes(attributes: Partial<GraphAttributes>): void {
    this.#attributes = { ...this.#attributes, ...attributes }
  }

  putNode(key: NodeKey, attributes: NodeAttributes): void {
    this.#nodes.put(key, attributes)
    this.journal.node(key)
  }

  /** With all edges at it. */
  dropNode(key: NodeKey): void {
    const row = this.#nodes.rowOf(key)
    if (row === undefined) return
    for (const edge of this.#edges.at(row)) this.#dropEdge(edge)
    this.#nodes.drop(key)
    this.journal.node(key)
  }

  /** @param evidence where it lies packed, or as it is */
  putEdge(
    key: EdgeKey,
    source: NodeKey,
    target: NodeKey,
    attributes: EdgeAttributes,
    evidence?: readonly GraphEvidence[],
  ): void {
    this.#edges.put(key, this.#rowOf(source), this.#rowOf(target), attributes, evidence)
    this.journal.edge(key)
  }

  dropEdge(key: EdgeKey): void {
    const row = this.#edges.rowOf(key)
    if (row !== undefined) this.#dropEdge(row)
  }

  #dropEdge(row: number): void {
    this.journal.edge(this.#edges.keyAt(row))
    this.#edges.drop(row)
  }

  // -------------------------------------------------------------------------------------------------------------- reading

  get order(): number {
    return this.#nodes.count
  }

  get size(): number {
    return this.#edges.count
  }

  getAttributes(): GraphAttributes {
    return this.#attributes
  }

  getAttribute<N extends keyof GraphAttributes>(name: N): GraphAttributes[N] {
    return this.#attributes[name]
  }

  hasNode(key: unknown): boolean {
    return this.#nodes.rowOf(key as NodeKey) !== undefined
  }

  nodes(): string[] {
    return [...this.#nodes.keys()]
  }

  degree(key: unknown): number {
    return this.#edges.degree(this.#rowOf(key))
  }

  getNodeAttributes(key: unknown): NodeAttributes {
    return this.#nodes.attributes(this.#rowOf(key))
  }

  getNodeAttribute<N extends keyof NodeAttributes>(key: unknown, name: N): NodeAttributes[N] {
    return this.#nodes.attribute(this.#rowOf(key), name)
  }

  unpackedNode(key: unknown): NodeAttributes {
    return this.#nodes.unpacked(this.#rowOf(key))
  }

  unpackedEdge(key: unknown): EdgeAttributes {
    return this.#edges.unpacked(this.#edgeRow(key))
  }

  *nodeEntries(): Generator<NodeEntry> {
    for (const node of this.#nodes.keys()) yield { node, attributes: this.getNodeAttributes(node) }
  }

  forEachNode(use: NodeUse<void>): void {
    for (const node of this.#nodes.keys()) use(node, this.getNodeAttributes(node))
  }

  mapNodes<T>(use: NodeUse<T>): T[] {
    return this.nodes().map((node) => use(node, this.getNodeAttributes(node)))
  }

  filterNodes(use: NodeUse<boolean | undefined>): string[] {
    return this.nodes().filter((node) => use(node, this.getNodeAttributes(node)))
  }

  someNode(use: NodeUse<boolean | undefined>): boolean {
    return this.findNode(use) !== undefined
  }

  findNode(use: NodeUse<boolean | undefined>): string | undefined {
    for (const node of this.#nodes.keys()) if (use(node, this.getNodeAttributes(node))) return node
    return undefined
  }

  hasEdge(key: unknown): boolean {
    return this.#edges.rowOf(key as EdgeKey) !== undefined
  }

  edges(node?: unknown): string[] {
    if (node !== undefined) return this.#keysOf(this.#edges.at(this.#rowOf(node)))
    // Of its length from the beginning: a list of a million that grows takes three times the room.
    const keys = new Array<string>(this.size)
    let at = 0
    for (const row of this.#edges.all()) keys[at++] = this.#edges.keyAt(row)
    return keys
  }

  source(edge: unknown): string {
    return this.#nodes.keyAt(this.#edges.source(this.#edgeRow(edge)))
  }

  target(edge: unknown): string {
    return this.#nodes.keyAt(this.#edges.target(this.#edgeRow(edge)))
  }

  extremities(edge: unknown): [string, string] {
    return this.#ends(this.#edgeRow(edge))
  }

  opposite(node: unknown, edge: unknown): string {
    const [source, target] = this.extremities(edge)
    return node === source ? target : source
  }

  getEdgeAttributes(key: unknown): EdgeAttributes {
    return this.#edges.attributes(this.#edgeRow(key))
  }

  getEdgeAttribute<N extends keyof EdgeAttributes>(key: unknown, name: N): EdgeAttributes[N] {
    return this.#edges.attribute(this.#edgeRow(key), name)
  }

  *edgeEntries(): Generator<EdgeEntry> {
    for (const row of this.#edges.all()) {
      const [source, target] = this.#ends(row)
      yield { edge: this.#edges.keyAt(row), attributes: this.#edges.attributes(row), source, target, undirected: false }
    }
  }

  nodeRow(key: unknown): number {
    return this.#rowOf(key)
  }

  *edgesByRow(): Generator<EdgeByRow> {
    const edges = this.#edges
    for (const row of edges.all())
      yield {
        edge: edges.keyAt(row),
        attributes: edges.attributes(row),
        source: edges.source(row),
        target: edges.target(row),
      }
  }

  forEachEdge(use: EdgeUse<void>): void
  forEachEdge(node: unknown, use: EdgeUse<void>): void
  forEachEdge(first: unknown, second?: EdgeUse<void>): void {
    if (second === undefined) this.#each(this.#edges.all(), first as EdgeUse<void>)
    else this.#each(this.#edges.at(this.#rowOf(first)), second)
  }

  mapEdges<T>(use: EdgeUse<T>): T[] {
    return this.#map(this.#edges.all(), use)
  }

  filterEdges(use: EdgeUse<boolean | undefined>): string[] {
    return this.#filter(this.#edges.all(), use)
  }

  someEdge(use: EdgeUse<boolean | undefined>): boolean {
    return this.findEdge(use) !== undefined
  }

  reduceEdges<T>(use: (sum: T, edge: string, attributes: EdgeAttributes) => T, first: T): T {
    let sum = first
    for (const row of this.#edges.all()) sum = use(sum, this.#edges.keyAt(row), this.#edges.attributes(row))
    return sum
  }

  findEdge(use: EdgeUse<boolean | undefined>): string | undefined {
    return this.#find(this.#edges.all(), use)
  }

  neighbors(node: unknown): string[] {
    const row = this.#rowOf(node)
    const from = this.#edges.into(row).map((edge) => this.#nodes.keyAt(this.#edges.source(edge)))
    const to = this.#edges.outOf(row).map((edge) => this.#nodes.keyAt(this.#edges.target(edge)))
    return [...new Set([...from, ...to])]
  }

  findNeighbor(node: unknown, use: NodeUse<boolean | undefined>): string | undefined {
    return this.neighbors(node).find((neighbor) => use(neighbor, this.getNodeAttributes(neighbor)))
  }

  inNeighbors(node: unknown): string[] {
    return [...new Set(this.#edges.into(this.#rowOf(node)).map((row) => this.#nodes.keyAt(this.#edges.source(row))))]
  }

  outEdges(node: unknown): string[] {
    return this.#keysOf(this.#edges.outOf(this.#rowOf(node)))
  }

  mapInEdges<T>(node: unknown, use: EdgeUse<T>): T[] {
    return this.#map(this.#edges.into(this.#rowOf(node)), use)
  }

  filterInEdges(node: unknown, use: EdgeUse<boolean | undefined>): string[] {
    return this.#filter(this.#edges.into(this.#rowOf(node)), use)
  }

  filterOutEdges(node: unknown, use: EdgeUse<boolean | undefined>): string[] {
    return this.#filter(this.#edges.outOf(this.#rowOf(node)), use)
  }

  findOutEdge(node: unknown, use: EdgeUse<boolean | undefined>): string | undefined {
    return this.#find(this.#edges.outOf(this.#rowOf(node)), use)
  }

  /** graphology's serialised form. */
  export(): ReturnType<KnowledgeGraph['export']> {
    return {
      options: { allowSelfLoops: false, multi: true, type: 'directed' },
      attributes: this.#attributes,
      nodes: this.nodes().map((key) => ({ key, attributes: this.getNodeAttributes(key) })),
      edges: this.mapEdges((key, attributes, source, target) => ({ key, source, target, attributes })),
    }
  }

  // --------------------------------------------------------------------------------------------------------------- inside

  #rowOf(key: unknown): number {
    const row = this.#nodes.rowOf(key as NodeKey)
    if (row === undefined) throw new RangeError(`there is no node "${String(key)}" in the graph`)
    return row
  }

  #edgeRow(key: unknown): number {
    const row = this.#edges.rowOf(key as EdgeKey)
    if (row === undefined) throw new RangeError(`there is no edge "${String(key)}" in the graph`)
    return row
  }

  #ends(row: number): [string, string] {
    return [this.#nodes.keyAt(this.#edges.source(row)), this.#nodes.keyAt(this.#edges.target(row))]
  }

  #use<T>(row: number, use: EdgeUse<T>): T {
    return use(this.#edges.keyAt(row), this.#edges.attributes(row), ...this.#ends(row))
  }

  #each(rows: Iterable<number>, use: EdgeUse<void>): void {
    for (const row of rows) this.#use(row, use)
  }

  #map<T>(rows: Iterable<number>, use: EdgeUse<T>): T[] {
    return Array.from(rows, (row) => this.#use(row, use))
  }

  #filter(rows: Iterable<number>, use: EdgeUse<boolean | undefined>): string[] {
    const found: string[] = []
    for (const row of rows) if (this.#use(row, use)) found.push(this.#edges.keyAt(row))
    return found
  }

  #find(rows: Iterable<number>, use: EdgeUse<boolean | undefined>): string | undefined {
    for (const row of rows) if (this.#use(row, use)) return this.#edges.keyAt(row)
    return undefined
  }

  #keysOf(rows: Iterable<number>): string[] {
    return Array.from(rows, (row) => this.#edges.keyAt(row))
  }
}
