/** The edges of a packed graph. Evidence lies in the records of what documents state; see `../build/edge-table.ts`. */
import type { CivilDate } from '../../model/date.ts'
import type { EdgeAttributes, GraphEvidence } from '../../model/graph.ts'
import type { EdgeKey, NodeKey } from '../../model/ids.ts'
import { Adjacency } from './adjacency.ts'
import type { ByteReader } from './bytes.ts'
import { ByteWriter } from './bytes.ts'
import { Column } from './column.ts'
import { lazily, type Unpack } from './lazily.ts'
import type { Records } from './records.ts'
import type { Strings } from './strings.ts'

const ELSEWHERE: readonly GraphEvidence[] = []

export class EdgeRows {
  readonly #strings: Strings
  readonly #evidenceIn: Unpack
  /** What is stated of each edge, also of those that are not drawn. */
  readonly #records: Records<EdgeKey>
  /** Attributes that many edges have in common, in their order, with empty places for what is their own. */
  readonly #shapes: EdgeAttributes[] = []
  readonly #shapeNumbers = new Map<string, number>()
  readonly #drawn = new Column()
  readonly #source = new Column()
  readonly #target = new Column()
  readonly #shape = new Column()
  readonly #weight = new Column()
  readonly #first = new Column()
  readonly #last = new Column()
  readonly #event = new Column()
  /** Of edges to which people have added: all of it. */
  readonly #evidence = new Map<number, readonly GraphEvidence[]>()
  #into = new Adjacency()
  #outOf = new Adjacency()
  #count = 0
  #rows = 0

  /** @param evidenceIn a record */
  constructor(strings: Strings, records: Records<EdgeKey>, evidenceIn: Unpack) {
    this.#strings = strings
    this.#evidenceIn = evidenceIn
    this.#records = records
  }

  get count(): number {
    return this.#count
  }

  /** Undefined where the edge is not drawn. */
  rowOf(key: EdgeKey): number | undefined {
    const row = this.#records.rowOf(key)
    return row !== undefined && this.#drawn.get(row) === 1 ? row : undefined
  }

  keyAt(row: number): EdgeKey {
    return this.#records.keyAt(row)!
  }

  source(row: number): number {
    return this.#source.get(row)
  }

  target(row: number): number {
    return this.#target.get(row)
  }

  *all(): Generator<number> {
    for (let row = 0; row < this.#rows; row++) if (this.#drawn.get(row) === 1) yield row
  }

  into(node: number): number[] {
    return Array.from(this.#into.at(node))
  }

  outOf(node: number): number[] {
    return Array.from(this.#outOf.at(node))
  }

  at(node: number): number[] {
    return [...this.into(node), ...this.outOf(node)]
  }

  degree(node: number): number {
    return this.#into.at(node).length + this.#outOf.at(node).length
  }

  attributes(row: number): EdgeAttributes {
    const own = this.#evidence.get(row)
    const shape = this.#shapes[this.#shape.get(row)]!
    if (own !== undefined) return this.#fill({ ...shape, evidence: own }, row)
    return this.#fill(lazily(shape, this.#records.placeOf(row), this.#evidenceIn), row)
  }

  /** The same, with the evidence in it. */
  unpacked(row: number): EdgeAttributes {
    const evidence = this.#evidence.get(row) ?? this.#evidenceIn(this.#records.placeOf(row))
    return this.#fill({ ...this.#shapes[this.#shape.get(row)]!, evidence }, row)
  }

  /** Puts what is their own into the empty places of a copy of a shape. */
  #fill(attributes: { -readonly [N in keyof EdgeAttributes]: EdgeAttributes[N] }, row: number): EdgeAttributes {
    attributes.weight = this.#weight.get(row)
    if (attributes.first !== undefined) attributes.first = this.#text(this.#first, row) as CivilDate
    if (attributes.last !== undefined) attributes.last = this.#text(this.#last, row) as CivilDate
    if (attributes.event !== undefined) attributes.event = this.#text(this.#event, row) as NodeKey
    return attributes
  }

  attribute<N extends keyof EdgeAttributes>(row: number, name: N): EdgeAttributes[N] {
    if (name === 'weight') return this.#weight.get(row) as EdgeAttributes[N]
    if (['evidence', 'first', 'last', 'event'].includes(name)) return this.attributes(row)[name]
    return this.#shapes[this.#shape.get(row)]![name]
  }

  /** @param evidence where it is not that of the statements alone */
  put(
    key: EdgeKey,
    source: number,
    target: number,
    attributes: EdgeAttributes,
    evidence?: readonly GraphEvidence[],
  ): void {
    const row = this.#records.rowOf(key)!
    if (this.#drawn.get(row) === 1) this.drop(row)
    const { first, last, event, weight } = attributes
    this.#draw(row, source, target, this.#shapeOf(attributes))
    this.#into.add(target, row)
    this.#outOf.add(source, row)
    this.#weight.set(row, weight)
    for (const [column, value] of [[this.#first, first], [this.#last, last], [this.#event, event]] as const)
      if (value !== undefined) column.set(row, this.#strings.numberOf(value)) // biome-ignore format: one glance
    if (evidence !== undefined) this.#evidence.set(row, evidence)
  }

  drop(row: number): void {
    if (this.#drawn.get(row) !== 1) return
    this.#drawn.set(row, 0)
    this.#into.remove(this.#target.get(row), row)
    this.#outOf.remove(this.#source.get(row), row)
    this.#evidence.delete(row)
    this.#count--
  }

  #draw(row: number, source: number, target: number, shape: number): void {
    this.#drawn.set(row, 1)
    this.#source.set(row, source)
    this.#target.set(row, target)
    this.#shape.set(row, shape)
    this.#rows = Math.max(this.#rows, row + 1)
    this.#count++
  }

  #text(column: Column, row: number): string {
    return this.#strings.textOf(column.get(row))
  }

  #shapeOf({ first, last, event, ...rest }: EdgeAttributes): number {
    return this.#shapeAt({
      ...rest,
      weight: 0,
      ...(first !== undefined && { first: '' as CivilDate }),
      ...(last !== undefined && { last: '' as CivilDate }),
      ...(event !== undefined && { event: '' as NodeKey }),
      evidence: ELSEWHERE,
    })
  }

  /** In the order in which `toEdge` has them, each once, whether it was read or put. */
  #shapeAt(attributes: EdgeAttributes): number {
    const shape = ordered(attributes)
    const id = JSON.stringify(shape)
    const known = this.#shapeNumbers.get(id)
    if (known !== undefined) return known
    const number = this.#shapes.push(shape) - 1
    this.#shapeNumbers.set(id, number)
    return number
  }

  // ------------------------------------------------------------------------------------------------------- to and from bytes

  /** @param keys of the records, in the order in which they are written @param nodes the row of each node from now on */
  write(to: ByteWriter, strings: Strings, keys: readonly EdgeKey[], nodes: ReadonlyMap<number, number>): void {
    const shapes = new Map<number, number>()
    const own: [number, readonly GraphEvidence[]][] = []
    const rows = new ByteWriter(1 << 16)
    for (const [i, key] of keys.entries()) {
      const row = this.rowOf(key)
      rows.number(row === undefined ? 0 : 1)
      if (row === undefined) continue
      const shape = this.#shape.get(row)
      if (!shapes.has(shape)) shapes.set(shape, shapes.size)
      rows.number(nodes.get(this.source(row))!).number(nodes.get(this.target(row))!)
      rows.number(shapes.get(shape)!).number(this.#weight.get(row))
      const { first, last, event } = this.#shapes[shape]!
      for (const [present, column] of [[first, this.#first], [last, this.#last], [event, this.#event]] as const)
        if (present !== undefined) rows.number(strings.numberOf(this.#text(column, row))) // biome-ignore format: one glance
      const evidence = this.#evidence.get(row)
      if (evidence !== undefined) own.push([i, evidence])
    }
    const rest = new TextEncoder().encode(
      JSON.stringify({ shapes: [...shapes.keys()].map((n) => this.#shapes[n]), own }),
    )
    to.number(rest.length).bytes(rest).bytes(rows.view())
  }

  /** @param records in the order in which they were written @param nodes number of nodes */
  static read(
    from: ByteReader,
    strings: Strings,
    records: Records<EdgeKey>,
    evidenceIn: Unpack,
    nodes: number,
  ): EdgeRows {
    const edges = new EdgeRows(strings, records, evidenceIn)
    const { shapes, own } = JSON.parse(new TextDecoder().decode(from.bytes(from.number()))) as {
      shapes: EdgeAttributes[]
      own: [number, readonly GraphEvidence[]][]
    }
    for (const shape of shapes) edges.#shapeAt(shape)
    if (edges.#shapes.length !== shapes.length) throw new RangeError('the packed data have the same shape twice')
    for (let row = 0; row < records.count; row++) {
      if (from.number() === 0) continue
      const [source, target, shape] = [from.number(), from.number(), from.number()]
      edges.#draw(row, source, target, shape)
      edges.#weight.set(row, from.number())
      const { first, last, event } = edges.#shapes[shape]!
      if (first !== undefined) edges.#first.set(row, from.number())
      if (last !== undefined) edges.#last.set(row, from.number())
      if (event !== undefined) edges.#event.set(row, from.number())
    }
    for (const [row, evidence] of own) edges.#evidence.set(row, evidence)
    const end = (column: Column) => (row: number) => (edges.#drawn.get(row) === 1 ? column.get(row) : undefined)
    edges.#into = Adjacency.of(nodes, records.count, end(edges.#target))
    edges.#outOf = Adjacency.of(nodes, records.count, end(edges.#source))
    return edges
  }
}

/** First all fields, then the order that the edges of a graph have always had. */
function ordered(shape: EdgeAttributes): EdgeAttributes {
  const { relation, label, modality, plover, attributedTo, first, last, former, role, event, weight, rule } = shape
  const { confidence, evidence, confirmed, note } = shape
  return {
    relation,
    label,
    modality,
    ...(plover !== undefined && { plover }),
    ...(attributedTo !== undefined && { attributedTo }),
    ...(first !== undefined && { first }),
    ...(last !== undefined && { last }),
    ...(former !== undefined && { former }),
    ...(role !== undefined && { role }),
    ...(event !== undefined && { event }),
    weight,
    rule,
    confidence,
    evidence,
    ...(confirmed !== undefined && { confirmed }),
    ...(note !== undefined && { note }),
  }
}
