/** Links of a graph that has changed a little, made of those that were made before. */
import type { EdgeAttributes, NodeAttributes } from '../../model/graph.ts'
import type { Changed, KnowledgeGraph } from '../knowledge-graph.ts'
import { byText } from '../order.ts'
import { incidence, Links } from './links.ts'
import { firstFrom } from './near-words.ts'

/** What is under a key of a sorted list from now on. */
interface Change<V> {
  readonly key: string
  /** Where it stands in the list, or would stand. */
  readonly at: number
  readonly wasThere: boolean
  /** Undefined where it is gone. */
  readonly value: V | undefined
}

interface Drawn {
  readonly source: string
  readonly target: string
  readonly attributes: EdgeAttributes
}

const PER_TURN = 20_000

/**
 * The same as `linksInTurns` of the graph as it is now. All that is asked of the graph is asked before the first yield, so that it may
 * change again meanwhile.
 * @param before links of the graph as it was
 * @param changed all that has changed since; what is in it and has not changed does no harm
 */
export function* laterLinksInTurns(
  before: Links,
  graph: KnowledgeGraph,
  changed: Changed,
): Generator<void, Links, void> {
  const documents = graph.getAttribute('documents')
  const nodeChanges = changesOf(before.keys, changed.nodes, (key): NodeAttributes | undefined =>
    graph.hasNode(key) ? graph.getNodeAttributes(key) : undefined,
  )
  const edgeChanges = changesOf(before.edgeKeys, changed.edges, (key): Drawn | undefined => {
    if (!graph.hasEdge(key)) return undefined
    const [source, target] = graph.extremities(key)
    return { source, target, attributes: graph.getEdgeAttributes(key) }
  })
  yield
  const nodes = spliced(before.nodes, nodeChanges, (_, attributes) => attributes)
  const isSame = nodeChanges.every(({ wasThere, value }) => wasThere === (value !== undefined))
  const keys = isSame ? before.keys : spliced(before.keys, nodeChanges, (key) => key)
  const numbers = isSame ? before.numbers : yield* numbersInTurns(keys)
  const moved = isSame ? undefined : movedBy(before.keys.length, nodeChanges)
  yield
  const edgeKeys = spliced(before.edgeKeys, edgeChanges, (key) => key)
  yield
  const edges = spliced(before.edges, edgeChanges, (_, { attributes }) => attributes)
  yield
  const sources = new Int32Array(edges.length)
  const targets = new Int32Array(edges.length)
  let edge = 0
  for (const part of partsOf(before.edges.length, edgeChanges)) {
    if ('value' in part) {
      sources[edge] = numbers.get(part.value.source)!
      targets[edge++] = numbers.get(part.value.target)!
      continue
    }
    for (let old = part.from; old < part.to; old++) {
      const [source, target] = [before.sources[old]!, before.targets[old]!]
      sources[edge] = moved === undefined ? source : moved[source]!
      targets[edge++] = moved === undefined ? target : moved[target]!
      if (edge % PER_TURN === 0) yield
    }
  }
  const starts = new Int32Array(keys.length + 1)
  for (let at = 0; at < edges.length; at++) {
    starts[sources[at]! + 1]!++
    starts[targets[at]! + 1]!++
    if (at % PER_TURN === 0) yield
  }
  for (let node = 0; node < keys.length; node++) starts[node + 1]! += starts[node]!
  yield
  const incident = incidence(starts, sources, targets)
  return new Links({ documents, keys, nodes, edgeKeys, edges, sources, targets, numbers, starts, incident })
}

function changesOf<V>(
  list: readonly string[],
  keys: ReadonlySet<string>,
  valueAt: (key: string) => V | undefined,
): Change<V>[] {
  return [...keys].sort(byText).flatMap((key) => {
    const at = firstFrom(list, key)
    const [wasThere, value] = [list[at] === key, valueAt(key)]
    return wasThere || value !== undefined ? { key, at, wasThere, value } : []
  })
}

/** What stays of a list, from one number to another, and what comes in between, in order. */
function* partsOf<V>(
  length: number,
  changes: readonly Change<V>[],
): Generator<{ readonly from: number; readonly to: number } | (Change<V> & { readonly value: V })> {
  let from = 0
  for (const change of changes) {
    const { at, wasThere, value } = change
    if (from < at) yield { from, to: at }
    from = wasThere ? at + 1 : at
    if (value !== undefined) yield { ...change, value }
  }
  if (from < length) yield { from, to: length }
}

function spliced<T, V>(
  list: readonly T[],
  changes: readonly Change<V>[],
  itemOf: (key: string, value: V) => T,
): readonly T[] {
  const result: T[] = []
  for (const part of partsOf(list.length, changes))
    if ('value' in part) result.push(itemOf(part.key, part.value))
    else for (let i = part.from; i < part.to; i++) result.push(list[i]!)
  return result
}

/** By the number that a node had: the one that it has now. No edge stays at one that is gone. */
function movedBy(length: number, changes: readonly Change<unknown>[]): Int32Array {
  const moved = new Int32Array(length).fill(-1)
  let now = 0
  for (const part of partsOf(length, changes))
    if ('value' in part) {
      if (part.wasThere) moved[part.at] = now
      now++
    } else for (let old = part.from; old < part.to; old++) moved[old] = now++
  return moved
}

function* numbersInTurns(keys: readonly string[]): Generator<void, ReadonlyMap<string, number>, void> {
  const numbers = new Map<string, number>()
  for (const key of keys) {
    numbers.set(key, numbers.size)
    if (numbers.size % PER_TURN === 0) yield
  }
  return numbers
}
