/** A library for an assistant program, until that ends the conversation. */
import type { Pipeline } from '../pipeline.ts'
import { assembleApp } from '../server/app.ts'
import { openLibrary } from '../store/open.ts'
import type { Context } from './context.ts'
import { toldToEnd } from './ending.ts'
import { keptGraph } from './library-graph.ts'

/** Standard output is the protocol's alone: whatever there is to say goes to standard error. */
export async function serveAssistant(
  path: string,
  { console, pipeline, language, version, generator }: Context,
): Promise<void> {
  const told = toldToEnd()
  const library = openLibrary(path, { readonly: true })
  try {
    const log = (message: string, error: unknown): void =>
      console.say(`${message}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
    // No tool adds a text, so the reader of texts is not loaded.
    const reader: Pipeline = {
      get version() {
        return pipeline().version
      },
      read: (document) => pipeline().read(document),
    }
    const { desk } = assembleApp({
      library,
      kept: keptGraph(library, generator),
      pipeline: reader,
      language,
      version,
      log,
    })
    // The protocol's library is loaded by this command alone.
    const { serveStdio } = await import('../mcp/stdio.ts')
    await serveStdio(desk, version, told)
  } finally {
    library.close()
  }
}
