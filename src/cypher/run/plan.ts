/**
 * In which order a MATCH is carried out: from the end where the fewest candidates are, then along relationships, those first
 * that join what is known. Conditions are looked at as soon as what they need is there.
 */
import type { PropertyGraph } from '../graph/property-graph.ts'
import type { NodeValue, PathValue, RelationshipValue, Value } from '../values/value.ts'
import { isList, isRelationship, otherEnd } from '../values/value.ts'
import type { Row, Run } from './run.ts'
import type { Condition, MatchSpec, PathSpec, RelationshipSpec, Seek } from './spec.ts'
import {
  candidateNodes,
  checkNode,
  expand,
  expandRange,
  findShortest,
  followList,
  type Step,
  scanNodes,
  scanRelationships,
} from './steps.ts'

export interface PlannedStep {
  readonly step: Step
  /** Paths that are whole now. */
  readonly paths: readonly PathSpec[]
  readonly conditions: readonly Condition[]
}

export interface Plan {
  /** Conditions that need nothing of the match. */
  readonly first: readonly Condition[]
  readonly steps: readonly PlannedStep[]
}

type Start =
  | { readonly place: number; readonly seek: Seek | undefined; readonly count: number }
  | { readonly relationship: RelationshipSpec }

/** Paths of several lengths are better searched with both ends known, where the other end is one of few. */
const FEW = 10
const isFew = (start: Start | undefined): boolean => start !== undefined && 'count' in start && start.count <= FEW

export function plan(spec: MatchSpec, row: Row, run: Run): Plan {
  return new Planner(spec, row, run).plan()
}

class Planner {
  readonly #spec: MatchSpec
  readonly #row: Row
  readonly #run: Run
  readonly #filled: Set<number>
  readonly #fills: ReadonlySet<number>
  readonly #known = new Set<number>()
  readonly #open: Set<RelationshipSpec>
  readonly #waiting: Set<Condition>
  readonly #paths: Set<PathSpec>
  readonly #steps: PlannedStep[] = []

  constructor(spec: MatchSpec, row: Row, run: Run) {
    this.#spec = spec
    this.#row = row
    this.#run = run
    this.#fills = new Set(spec.fills)
    this.#filled = new Set()
    this.#open = new Set(spec.relationships)
    this.#waiting = new Set(spec.conditions)
    this.#paths = new Set(spec.paths)
  }

  plan(): Plan {
    const first = this.#ready()
    this.#spec.nodes.forEach((node, place) => {
      if (node.bound) this.#add(checkNode(node), [], [place])
    })
    while (this.#open.size > 0 || this.#known.size < this.#spec.nodes.length) this.#next()
    return { first, steps: this.#steps }
  }

  #next(): void {
    const along = this.#bestRelationship()
    const elsewhere = along === undefined || along.range !== undefined ? this.#bestStart() : undefined
    const start = along === undefined || isFew(elsewhere) ? elsewhere! : { relationship: along }
    if ('relationship' in start) this.#relate(start.relationship)
    else {
      const node = this.#spec.nodes[start.place]!
      this.#add(scanNodes(node, start.seek), [node.slot], [start.place])
    }
  }

  /** Of those that begin at something known. */
  #bestRelationship(): RelationshipSpec | undefined {
    let best: { readonly spec: RelationshipSpec; readonly cost: number } | undefined
    for (const spec of this.#open) {
      const cost = this.#cost(spec)
      if (cost < (best?.cost ?? Infinity)) best = { spec, cost }
    }
    return best?.spec
  }

  #cost(spec: RelationshipSpec): number {
    const ends = Number(this.#known.has(spec.from)) + Number(this.#known.has(spec.to))
    if (spec.bound) return ends === 2 ? 0 : 1
    if (ends === 0 || (spec.shortest !== undefined && ends < 2)) return Infinity
    const ready = spec.needs.every((slot) => this.#isFilled(slot))
    if (spec.range !== undefined && !ready) return 1e6
    if (ends === 2) return spec.range === undefined ? 2 : 40
    return spec.range === undefined ? this.#degree(spec) : 50 + this.#degree(spec)
  }

  /** How many relationships of its types there are for each node. */
  #degree({ types, direction }: RelationshipSpec): number {
    const { graph } = this.#run
    const count = types === undefined ? graph.relationships.length : countOf(types, graph)
    return 3 + (count / Math.max(1, graph.nodes.length)) * (direction === 'both' ? 2 : 1)
  }

  #bestStart(): Start {
    let best = { place: -1, seek: undefined as Seek | undefined, count: Infinity }
    this.#spec.nodes.forEach((node, place) => {
      if (this.#known.has(place)) return
      const offer = (seek: Seek | undefined): void => {
        const { length } = candidateNodes(node.labels, seek, this.#row, this.#run)
        if (length < best.count) best = { place, seek, count: length }
      }
      offer(undefined)
      for (const seek of this.#spec.seeks) if (seek.node === place) offer(seek)
    })
    for (const relationship of this.#open) {
      const { types, range, bound } = relationship
      if (range !== undefined || bound || types === undefined) continue
      if (countOf(types, this.#run.graph) * 2 < best.count) return { relationship }
    }
    return best
  }

  #relate(spec: RelationshipSpec): void {
    this.#open.delete(spec)
    const ends = { from: this.#spec.nodes[spec.from]!.slot, to: this.#spec.nodes[spec.to]!.slot }
    const known = { from: this.#known.has(spec.from), to: this.#known.has(spec.to) }
    const slots = [spec.slot, ends.from, ends.to]
    this.#add(stepFor(spec, ends, known), slots, [spec.from, spec.to])
  }

  #add(step: Step, slots: readonly number[], places: readonly number[]): void {
    for (const slot of slots) this.#filled.add(slot)
    for (const place of places) this.#known.add(place)
    const paths = [...this.#paths].filter(({ nodes, relationships }) =>
      [...nodes, ...relationships].every((slot) => this.#isFilled(slot)),
    )
    for (const path of paths) {
      this.#paths.delete(path)
      this.#filled.add(path.slot)
    }
    this.#steps.push({ step, paths, conditions: this.#ready() })
  }

  #ready(): Condition[] {
    const ready = [...this.#waiting].filter(({ needs }) => needs.every((slot) => this.#isFilled(slot)))
    for (const condition of ready) this.#waiting.delete(condition)
    return ready
  }

  #isFilled(slot: number): boolean {
    return this.#filled.has(slot) || !this.#fills.has(slot)
  }
}

function stepFor(
  spec: RelationshipSpec,
  ends: { from: number; to: number },
  known: { from: boolean; to: boolean },
): Step {
  if (spec.shortest !== undefined) return findShortest(spec, ends)
  if (spec.bound) return spec.range === undefined ? scanRelationships(spec, ends, known) : followList(spec, ends, known)
  if (!known.from && !known.to) return scanRelationships(spec, ends, known)
  const backwards = !known.from
  const both = known.from && known.to
  return spec.range === undefined ? expand(spec, ends, backwards, both) : expandRange(spec, ends, backwards, both)
}

const countOf = (types: ReadonlySet<string>, graph: PropertyGraph): number =>
  [...types].reduce((sum, type) => sum + graph.ofType(type).length, 0)

/** The path that lies in the slots of a row. */
export function pathIn({ nodes, relationships }: PathSpec, row: Row): PathValue {
  const start = row[nodes[0]!] as NodeValue
  const path = { nodes: [start], relationships: [] as RelationshipValue[] }
  for (const slot of relationships) {
    const value: Value = row[slot] ?? null
    const steps = isList(value) ? value : [value]
    for (const step of steps) {
      if (!isRelationship(step)) continue
      path.relationships.push(step)
      path.nodes.push(otherEnd(step, path.nodes.at(-1)!))
    }
  }
  return { kind: 'path', ...path }
}
