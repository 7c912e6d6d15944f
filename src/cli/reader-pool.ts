/** Several threads that read texts side by side. Each loads the models for itself. */
import { setFlagsFromString } from 'node:v8'
import { Piscina } from 'piscina'
import type { SourceDocument } from '../model/document.ts'
import type { Extraction } from '../model/facts.ts'
import type { Pipeline } from '../pipeline.ts'

/** What became of one text: what was read in it, or the fault that kept it from being read. */
export type ReadResult =
  | { readonly extraction: Extraction }
  | { readonly fault: { readonly message: string; readonly stack: string } }

export interface ReaderPool {
  readonly threads: number
  /** In the order of the documents. Rejects where no text at all can be read. */
  readonly read: (documents: readonly SourceDocument[]) => Promise<readonly ReadResult[]>
  readonly close: () => Promise<void>
}

/**
 * Each thread compiles the rules for itself. V8 begins to optimise a function early, and again whenever it learns something new of it;
 * with so much more patience it spends a third less on compiling, and reads as fast.
 */
const PATIENCE = '--interrupt-budget=1000000'

/** @param filename module whose default export reads a batch: that of `batchReader` */
export function startReaders(filename: string, threads: number): ReaderPool {
  setFlagsFromString(PATIENCE)
  const pool = new Piscina<readonly SourceDocument[], readonly ReadResult[]>({
    filename,
    minThreads: threads,
    maxThreads: threads,
  })
  return { threads, read: (documents) => pool.run(documents), close: () => pool.destroy() }
}

/** Reads in the thread that it is called in: what happens to one text does not keep the others from being read. */
export const batchReader =
  (pipeline: () => Pipeline) =>
  (documents: readonly SourceDocument[]): readonly ReadResult[] => {
    const { read } = pipeline()
    return documents.map((document) => {
      try {
        return { extraction: read(document) }
      } catch (error) {
        return faultIn(error)
      }
    })
  }

export function faultIn(error: unknown): ReadResult {
  const { message, stack = '' } = error instanceof Error ? error : new Error(String(error))
  return { fault: { message, stack } }
}

/** With fewer texts than these, other threads would take longer to start than to read. */
const WORTH_THREADS = 8

/**
 * Reads in this thread until there are texts enough to be worth others, which are started by `start` then, where it is given.
 * @param expected so many texts may come, as far as is known
 */
export function readersFor(
  pipeline: () => Pipeline,
  start: (() => ReaderPool) | undefined,
  expected: number,
): ReaderPool {
  const here = batchReader(pipeline)
  let others: ReaderPool | undefined
  let read = 0
  return {
    get threads() {
      return others?.threads ?? 0
    },
    read: async (documents) => {
      read += documents.length
      if (Math.max(read, expected) > WORTH_THREADS) others ??= start?.()
      return others === undefined ? here(documents) : others.read(documents)
    },
    close: async () => others?.close(),
  }
}
