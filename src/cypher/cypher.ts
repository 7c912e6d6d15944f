/** Read-only openCypher over any graphology graph: text → prepared query → answer, within limits. */

import { compileQuery } from './compile/query.ts'
import { CypherError } from './errors.ts'
import type { PropertyGraph } from './graph/property-graph.ts'
import { parse } from './parser/parse.ts'
import { type NamesIn, namesOfKinds, propertiesIn } from './parser/properties.ts'
import { type Limits, NO_SOURCES, PAUSE, Run, type Sources, UNLIMITED } from './run/run.ts'
import { sizeOfRow } from './values/encode.ts'
import { metered } from './values/meter.ts'
import { fromPlain, type MapValue, type Value } from './values/value.ts'

export interface Prepared {
  readonly text: string
  readonly columns: readonly string[]
  /** Names of all properties that it speaks of. */
  readonly properties: ReadonlySet<string>
  /** Labels and types that it names. */
  readonly kinds: NamesIn
  readonly start: (graph: PropertyGraph, options: RunOptions) => Execution
}

export interface RunOptions {
  /** Values as JSON knows them; whole numbers are integers. */
  readonly parameters?: Readonly<Record<string, unknown>>
  readonly limits?: Partial<Limits>
  /** Milliseconds since 1970. */
  readonly clock: () => number
  /** Where evidence is found; nowhere unless told. */
  readonly sources?: Sources
  /** From 0 to 1, for `rand()`; always the same numbers unless told. */
  readonly random?: () => number
}

export interface Answer {
  readonly columns: readonly string[]
  /** One value for each column. */
  readonly rows: readonly (readonly Value[])[]
  /** Limits that have cut it: rows and bytes leave out what would follow, depth leaves out longer paths. */
  readonly cut: readonly ('rows' | 'bytes' | 'depth')[]
}

/** Each step is a row, or undefined when it is time to let others have their turn. */
export interface Execution {
  readonly columns: readonly string[]
  readonly next: () => { readonly done: boolean; readonly row?: readonly Value[] }
  /** Limits that have cut the answer so far. */
  readonly cuts: () => Answer['cut']
}

/**
 * Reads a query and checks it.
 * @throws CypherError with line and column
 */
export function prepare(text: string): Prepared {
  const { columns, rows, properties, kinds } = told(text, () => {
    const tree = parse(text)
    return { ...compileQuery(tree), properties: propertiesIn(tree), kinds: namesOfKinds(tree) }
  })
  return {
    text,
    columns,
    properties,
    kinds,
    start: (graph, options) => {
      const run = new Run({
        graph,
        parameters: fromPlain(options.parameters ?? {}) as MapValue,
        limits: { ...UNLIMITED, ...options.limits },
        clock: options.clock,
        random: options.random ?? seeded(),
        sources: options.sources ?? NO_SOURCES,
      })
      return execution(text, columns, run, rows([], run))
    },
  }
}

/** Labels and types of the query that nothing in the graph has: most often a slip, and then nothing is found. */
export const unknownKinds = ({ kinds }: Prepared, graph: PropertyGraph): string[] => [
  ...[...kinds.labels].filter((label) => graph.withLabel(label).length === 0),
  ...[...kinds.types].filter((type) => graph.ofType(type).length === 0),
]

function execution(
  text: string,
  columns: readonly string[],
  run: Run,
  rows: ReturnType<ReturnType<typeof compileQuery>['rows']>,
): Execution {
  let count = 0
  const meter = (steps: number): void => run.work(steps)
  return {
    columns,
    cuts: () => [...run.cuts].sort(),
    next: () => {
      const { done, value } = told(text, () => metered(meter, () => rows.next()))
      if (done === true || value === undefined) return { done: true }
      if (value === PAUSE) return { done: false }
      if (count >= run.limits.rows) {
        run.cuts.add('rows')
        return { done: true }
      }
      count++
      return { done: false, row: value }
    },
  }
}

/**
 * The whole answer at once.
 * @throws CypherError with line and column
 */
export function answer(prepared: Prepared, graph: PropertyGraph, options: RunOptions): Answer {
  const turns = answerInTurns(prepared, graph, options)
  for (;;) {
    const { done, value } = turns.next()
    if (done === true) return value
  }
}

const BYTES_PER_TURN = 50_000

/** The same, with a yield wherever others may have their turn: never more than some milliseconds pass between two. */
export function* answerInTurns(
  prepared: Prepared,
  graph: PropertyGraph,
  options: RunOptions,
): Generator<void, Answer, void> {
  const running = prepared.start(graph, options)
  const most = options.limits?.bytes ?? UNLIMITED.bytes
  const rows: (readonly Value[])[] = []
  const cut = new Set<Answer['cut'][number]>()
  let [bytes, counted] = [0, 0]
  for (;;) {
    const { done, row } = running.next()
    if (done) break
    if (row === undefined) {
      yield
      continue
    }
    bytes += sizeOfRow(row, most)
    if (bytes > most) {
      cut.add('bytes')
      break
    }
    // Rows may be large: to count their bytes is work, too.
    rows.push(row)
    if (bytes - counted < BYTES_PER_TURN) continue
    counted = bytes
    yield
  }
  for (const limit of running.cuts()) cut.add(limit)
  return { columns: prepared.columns, rows, cut: [...cut].sort() }
}

/** Errors tell the place in the query. */
function told<T>(text: string, act: () => T): T {
  try {
    return act()
  } catch (error) {
    if (error instanceof CypherError) throw error.within(text)
    if (error instanceof RangeError && /call stack/i.test(error.message))
      throw new CypherError('LimitExceeded', 'TooDeep', 'The query is nested too deeply')
    throw error
  }
}

/** Mulberry32 (public domain): the same numbers for every query, so that it gives the same answer every time. */
function seeded(): () => number {
  let state = 0x9e3779b9
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
