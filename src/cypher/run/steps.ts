/** The steps of a plan: each goes through the ways to fill some slots of a row, given those that are filled. */
import type { NodeValue, RelationshipValue, Value } from '../values/value.ts'
import { isList, isNode, isRelationship, otherEnd } from '../values/value.ts'
import { type Candidates, flipped, leaving, walk } from './expand.ts'
import type { Row, Run } from './run.ts'
import { shortestTrails } from './shortest.ts'
import type { NodeSpec, RelationshipSpec, Seek } from './spec.ts'

/** @param used relationships that the match has passed */
export type Step = (row: Row, run: Run, used: Set<number>) => Candidates

export const checkNode = ({ slot }: NodeSpec): Step =>
  function* (row) {
    if (isNode(row[slot] ?? null)) yield true
  }

export const scanNodes = ({ slot, labels }: NodeSpec, seek: Seek | undefined): Step =>
  function* (row, run) {
    for (const node of candidateNodes(labels, seek, row, run)) {
      run.work()
      if (run.due()) yield false
      row[slot] = node
      yield true
    }
  }

/** The shortest list in which all that fit are. */
export function candidateNodes(
  labels: readonly string[],
  seek: Seek | undefined,
  row: Row,
  run: Run,
): readonly NodeValue[] {
  const { graph } = run
  if (seek !== undefined) return sought(seek, row, run)
  let best = graph.nodes
  for (const label of labels) {
    const list = graph.withLabel(label)
    if (list.length < best.length) best = list
  }
  return best
}

function sought({ property, evaluate, list }: Seek, row: Row, run: Run): readonly NodeValue[] {
  const value = evaluate(row, run)
  const wanted: readonly Value[] = list ? (value !== null && isList(value) ? value : []) : [value]
  const [only] = wanted
  const find = (item: Value): readonly NodeValue[] => {
    if (property !== null) return item === null ? [] : run.graph.where(property, item)
    const node = typeof item === 'string' ? run.graph.withKey(item) : undefined
    return node === undefined ? [] : [node]
  }
  if (wanted.length === 1 && only !== undefined) return find(only)
  return [...new Set(wanted.flatMap(find))]
}

interface Ends {
  readonly from: number
  readonly to: number
}

/** @param backwards whether the right end is known and the left is looked for */
export const expand = (
  { slot, types, direction }: RelationshipSpec,
  ends: Ends,
  backwards: boolean,
  otherKnown: boolean,
): Step =>
  function* (row, run, used) {
    const [near, far] = backwards ? [ends.to, ends.from] : [ends.from, ends.to]
    const node = row[near]
    const goal = otherKnown ? row[far] : undefined
    if (node === undefined || !isNode(node) || (otherKnown && !isNode(goal ?? null))) return
    for (const way of leaving(run.graph, node, backwards ? flipped(direction) : direction)) {
      run.work()
      if (run.due()) yield false
      if ((types !== undefined && !types.has(way.type)) || used.has(way.index)) continue
      const there = otherEnd(way, node)
      if (goal !== undefined && there !== goal) continue
      row[slot] = way
      row[far] = there
      used.add(way.index)
      yield true
      used.delete(way.index)
    }
  }

export const expandRange = (spec: RelationshipSpec, ends: Ends, backwards: boolean, otherKnown: boolean): Step =>
  function* (row, run, used) {
    const [near, far] = backwards ? [ends.to, ends.from] : [ends.from, ends.to]
    const start = row[near]
    const goal = otherKnown ? row[far] : undefined
    if (start === undefined || !isNode(start) || (otherKnown && !isNode(goal ?? null))) return
    const arrive = (trail: readonly RelationshipValue[], at: NodeValue): void => {
      row[spec.slot] = backwards ? trail.toReversed() : [...trail]
      row[far] = at
    }
    yield* walk({ spec, backwards, start, goal: goal as NodeValue | undefined, used, arrive }, row, run)
  }

/** Goes through relationships and takes their ends. */
export const scanRelationships = (spec: RelationshipSpec, ends: Ends, known: { from: boolean; to: boolean }): Step =>
  function* (row, run, used) {
    const { slot, types, direction } = spec
    const list: readonly Value[] = spec.bound
      ? [row[slot] ?? null]
      : [...(types ?? [])].flatMap((type) => [...run.graph.ofType(type)])
    const [left, right] = [known.from ? row[ends.from] : undefined, known.to ? row[ends.to] : undefined]
    for (const way of list) {
      run.work()
      if (run.due()) yield false
      if (!isRelationship(way) || used.has(way.index) || (types !== undefined && !types.has(way.type))) continue
      for (const [from, to] of orientations(way, direction)) {
        if ((left !== undefined && left !== from) || (right !== undefined && right !== to)) continue
        row[slot] = way
        row[ends.from] = from
        row[ends.to] = to
        used.add(way.index)
        yield true
        used.delete(way.index)
      }
    }
  }

function orientations(
  { source, target, undirected }: RelationshipValue,
  direction: RelationshipSpec['direction'],
): readonly (readonly [NodeValue, NodeValue])[] {
  if (direction === 'both' || undirected) return source === target ? [[source, target]] : [[source, target], [target, source]] // biome-ignore format: one glance
  return direction === 'right' ? [[source, target]] : [[target, source]]
}

/** A list of relationships that is known already must lead from one end to the other. */
export const followList = (spec: RelationshipSpec, ends: Ends, known: { from: boolean; to: boolean }): Step =>
  function* (row, _, used) {
    const list = row[spec.slot] ?? null
    if (list === null || !isList(list) || !list.every(isRelationship)) return
    const ways = list as readonly RelationshipValue[]
    const { min, max } = spec.range!
    if (ways.length < min || ways.length > max || ways.some(({ index }) => used.has(index))) return
    const first = ways[0]
    const starts = known.from ? [row[ends.from] ?? null] : first === undefined ? [] : [first.source, first.target]
    for (const start of new Set(starts)) {
      const end = start !== null && isNode(start) ? follow(start, ways, spec) : undefined
      if (end === undefined || (known.to && row[ends.to] !== end)) continue
      row[ends.from] = start
      row[ends.to] = end
      for (const { index } of ways) used.add(index)
      yield true
      for (const { index } of ways) used.delete(index)
    }
  }

function follow(
  start: NodeValue,
  ways: readonly RelationshipValue[],
  { direction, types }: RelationshipSpec,
): NodeValue | undefined {
  let at = start
  for (const way of ways) {
    if (types !== undefined && !types.has(way.type)) return undefined
    const pair = orientations(way, direction).find(([from]) => from === at)
    if (pair === undefined) return undefined
    at = pair[1]
  }
  return at
}

export const findShortest = (spec: RelationshipSpec, ends: Ends): Step =>
  function* (row, run) {
    const [from, to] = [row[ends.from] ?? null, row[ends.to] ?? null]
    if (!isNode(from) || !isNode(to)) return
    for (const trail of shortestTrails(spec, from, to, row, run)) {
      if (trail !== undefined) row[spec.slot] = trail
      yield trail !== undefined
    }
  }
