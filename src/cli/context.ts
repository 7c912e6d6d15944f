/** What every command is given. */
import type { Language } from '../ask/asker.ts'
import type { Explainer } from '../extract/explain/explanation.ts'
import type { Pipeline } from '../pipeline.ts'
import type { Library } from '../store/library.ts'
import { type OpenOptions, openLibrary } from '../store/open.ts'
import type { Console } from './console.ts'
import type { MeasuringThread } from './measurer.ts'
import type { ReaderPool } from './reader-pool.ts'

/** 0 done; 1 something was not done; 2 called wrongly. */
export type ExitStatus = 0 | 1 | 2

/** What the program may do in other threads, where it can. */
export interface Threads {
  /** Starts threads that read side by side. */
  readonly readers?: (threads: number) => ReaderPool
  /** Readies a thread that measures graphs. */
  readonly measurer?: () => MeasuringThread
}

export interface Context extends Threads {
  readonly console: Console
  /** Loaded when first asked for: most calls that go wrong need no models to see it. */
  readonly pipeline: () => Pipeline
  readonly explainer: () => Explainer
  /** Reads plain questions. */
  readonly language: () => Language
  readonly version: string
  /** Program and version, as it stands in the files that are written. */
  readonly generator: string
  /** Sets the exit status, which is 0 unless told. */
  readonly end: (status: ExitStatus) => void
}

/** Closes the library whatever happens. */
export function withLibrary<T>(path: string, options: OpenOptions, use: (library: Library) => T): T {
  const library = openLibrary(path, options)
  try {
    return use(library)
  } finally {
    library.close()
  }
}
