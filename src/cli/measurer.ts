/** A thread in which the shape of graphs is measured, so that nobody waits for it but who has asked. */
import { Piscina } from 'piscina'
import type { Shape, ShapeInput } from '../graph/queries/shape.ts'
import type { Measurer } from '../server/routes/shape.ts'
import { tooLong } from '../server/turns.ts'

export interface MeasuringThread {
  readonly measure: Measurer
  readonly close: () => Promise<void>
}

const LONGEST_MS = 30_000
/** A thread that nobody needs gives back its memory. */
const IDLE_MS = 60_000

/** Starts the thread when it is first needed. @param filename module whose export `measureShape` measures */
export function startMeasurer(filename: string): MeasuringThread {
  let pool: Piscina<ShapeInput, Shape> | undefined
  return {
    measure: async (input) => {
      pool ??= new Piscina<ShapeInput, Shape>({ filename, minThreads: 0, maxThreads: 1, idleTimeout: IDLE_MS })
      const signal = AbortSignal.timeout(LONGEST_MS)
      try {
        return await pool.run(input, { name: 'measureShape', signal })
      } catch (error) {
        throw signal.aborted ? tooLong(LONGEST_MS) : error
      }
    },
    close: async () => pool?.destroy(),
  }
}
