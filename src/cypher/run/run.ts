/** One execution of a query: what it works on, and the bounds within which it works. */
import { CypherError } from '../errors.ts'
import type { PropertyGraph } from '../graph/property-graph.ts'
import type { MapValue, Value } from '../values/value.ts'

/** A place in a row for each variable. Rows are changed in place; who keeps one copies it. */
export type Row = Value[]

/** Comes in place of a row, so that whoever drives the query can let others have their turn. */
export const PAUSE = null
export type Stream = Generator<Row | typeof PAUSE, void, void>
export type Evaluate = (row: Row, run: Run) => Value

export interface Limits {
  /** Most rows of the answer; what is beyond is cut off. */
  readonly rows: number
  /** Most bytes of the answer, about as JSON; what is beyond is cut off. */
  readonly bytes: number
  /** Longest time, by the clock that was handed in; a query that takes longer fails. */
  readonly milliseconds: number
  /** Most relationships that a pattern without an upper bound follows; longer paths are left out. */
  readonly depth: number
  /** Most rows, list items and groups that are kept at once; a query that needs more fails. */
  readonly kept: number
  /** Most steps between two pauses; an expression that needs more fails. */
  readonly burst: number
}

/** No bounds but those of memory. */
export const UNLIMITED: Limits = {
  rows: Infinity,
  bytes: 500_000_000,
  milliseconds: Infinity,
  depth: Infinity,
  kept: 20_000_000,
  burst: Infinity,
}

/** The texts behind the graph. */
export interface Sources {
  /** Of a document, by its id. */
  readonly text: (document: string) => string | undefined
  readonly document: (id: string) => Readonly<Record<string, unknown>> | undefined
}
export const NO_SOURCES: Sources = { text: () => undefined, document: () => undefined }

export interface Surroundings {
  readonly graph: PropertyGraph
  readonly sources: Sources
  readonly parameters: MapValue
  readonly limits: Limits
  /** Milliseconds since 1970; the moment of `date()` and the measure of the time limit. */
  readonly clock: () => number
  /** From 0 to 1, 1 excluded. */
  readonly random: () => number
}

const STEPS_BETWEEN_LOOKS = 1024
const STEPS_BETWEEN_PAUSES = 5000

export class Run {
  readonly graph: PropertyGraph
  readonly sources: Sources
  readonly parameters: MapValue
  readonly limits: Limits
  readonly clock: () => number
  readonly random: () => number
  readonly started: number
  /** Which limits have cut the answer. */
  readonly cuts = new Set<'rows' | 'bytes' | 'depth'>()
  #steps = 0
  #sincePause = 0
  #within = 0

  constructor({ graph, sources, parameters, limits, clock, random }: Surroundings) {
    this.graph = graph
    this.sources = sources
    this.parameters = parameters
    this.limits = limits
    this.clock = clock
    this.random = random
    this.started = clock()
  }

  /** Counts work. To be called for everything of which there may be much. */
  work(steps = 1): void {
    this.#sincePause += steps
    const before = Math.floor(this.#steps / STEPS_BETWEEN_LOOKS)
    this.#steps += steps
    if (Math.floor(this.#steps / STEPS_BETWEEN_LOOKS) === before) return
    const { milliseconds, burst } = this.limits
    if (this.clock() - this.started > milliseconds)
      throw limitExceeded(
        'Time',
        `The query took longer than ${milliseconds} ms and was stopped. Ask for less, or name a node to start from`,
      )
    if (this.#sincePause > burst)
      throw limitExceeded(
        'Burst',
        `One expression of the query needs more than ${burst} steps. Divide it, for example with UNWIND or MATCH`,
      )
  }

  /** Whether it is time to give others their turn; whoever asks must then pause. Within an expression nobody can. */
  due(): boolean {
    if (this.#within > 0 || this.#sincePause < STEPS_BETWEEN_PAUSES) return false
    this.#sincePause = 0
    return true
  }

  /** Rows of a stream inside an expression, where no pause is possible. */
  *within(stream: Stream): Generator<Row, void, void> {
    this.#within++
    try {
      for (const row of stream) if (row !== PAUSE) yield row
    } finally {
      this.#within--
    }
  }

  /** @param count how many there are now */
  keep(count: number, what: string): void {
    if (count > this.limits.kept)
      throw limitExceeded(
        'Kept',
        `The query has to keep more than ${this.limits.kept} ${what}. Ask for less, or use LIMIT before`,
      )
  }
}

const limitExceeded = (detail: string, reason: string): CypherError => new CypherError('LimitExceeded', detail, reason)
