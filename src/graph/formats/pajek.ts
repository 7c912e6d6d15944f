/**
 * Pajek's .net (Batagelj and Mrvar), as Pajek, NetworkX and igraph read it. It has names, places, weights, and relations as
 * labels of arcs; what is planned, denied, past or claimed says so in its label, because Pajek has no other way to say so.
 */
import type { EdgeAttributes } from '../../model/graph.ts'
import type { ListedGraph } from '../knowledge-graph.ts'
import { readingOf } from '../reading.ts'
import { numbersOf } from './listed.ts'
import type { WriteOptions } from './options.ts'
import { pausing } from './pauses.ts'
import { writable } from './plain-text.ts'

export function* writePajek(graph: ListedGraph, { positions = {} }: WriteOptions = {}): Generator<string> {
  const numbers = yield* pausing(numbersOf(graph, 1))
  yield `*Network ${quoted(graph.getAttributes().name)}\n*Vertices ${graph.order}\n`
  const [left, top, scale] = frame(Object.values(positions))
  for (const { node, attributes } of graph.nodeEntries()) {
    const at = positions[node]
    const place = at === undefined ? '' : ` ${share((at.x - left) * scale)} ${share((top - at.y) * scale)} 0.5`
    yield `${numbers.get(node)} ${quoted(attributes.label)}${place}\n`
  }
  yield '*Arcs\n'
  for (const { source, target, attributes } of graph.edgeEntries())
    yield `${numbers.get(source)} ${numbers.get(target)} ${attributes.weight} l ${quoted(saying(attributes))}\n`
}

const saying = (attributes: EdgeAttributes): string =>
  `${readingOf(attributes)}${attributes.attributedTo === undefined ? '' : ' (claimed)'}`

/** Pajek draws within a square from 0 to 1, with y downwards. */
function frame(
  places: readonly { readonly x: number; readonly y: number }[],
): [left: number, top: number, scale: number] {
  const least = (values: readonly number[]): number => values.reduce((a, b) => Math.min(a, b), Infinity)
  const [left, top] = [least(places.map(({ x }) => x)), -least(places.map(({ y }) => -y))]
  const width = -least(places.map(({ x }) => left - x))
  const height = -least(places.map(({ y }) => y - top))
  return [left, top, 1 / Math.max(width, height, 1e-9)]
}

const share = (value: number): string => value.toFixed(4)

/** There is no way to write a quotation mark. */
const quoted = (text: string): string =>
  `"${writable(text)
    .replaceAll('"', "'")
    .replace(/[\u0000-\u001f\u007f\u2028\u2029]+/g, ' ')}"`
