/** A library for an assistant program, until that ends the conversation. */
import { openLibrary } from '../store/open.ts'
import type { Context } from './context.ts'
import { toldToEnd } from './ending.ts'
import { libraryDesk } from './library-desk.ts'

/** Standard output is the protocol's alone: whatever there is to say goes to standard error. */
export async function serveAssistant(path: string, context: Context): Promise<void> {
  const told = toldToEnd()
  const library = openLibrary(path, { readonly: true })
  try {
    const log = (message: string, error: unknown): void =>
      context.console.say(`${message}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
    const desk = libraryDesk(library, context, log)
    // The protocol's library is loaded by this command alone.
    const { serveStdio } = await import('../mcp/stdio.ts')
    await serveStdio(desk, context.version, told)
  } finally {
    library.close()
  }
}
