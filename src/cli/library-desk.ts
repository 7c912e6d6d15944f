/** The operations of the API over a library, in this process and without a port. */
import type { Desk } from '../mcp/desk.ts'
import type { Pipeline } from '../pipeline.ts'
import { assembleApp } from '../server/app.ts'
import type { Library } from '../store/library.ts'
import type { Context } from './context.ts'
import { keptGraph } from './library-graph.ts'

/** @param log told of errors that are no fault of the caller */
export function libraryDesk(
  library: Library,
  { pipeline, language, version, generator }: Context,
  log: (message: string, error: unknown) => void,
): Desk {
  // Nothing that is asked so adds a text, so the reader of texts is not loaded.
  const reader: Pipeline = {
    get version() {
      return pipeline().version
    },
    read: (document) => pipeline().read(document),
  }
  const kept = keptGraph(library, generator)
  return assembleApp({ library, kept, pipeline: reader, language, version, log }).desk
}
