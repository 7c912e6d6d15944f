import { Command } from 'commander'
import type { Context } from '../context.ts'
import { examples, libraryOption } from '../options.ts'
import { serveAssistant } from '../serve-assistant.ts'

interface Flags {
  readonly library: string
}

export const mcpCommand = (context: Context): Command =>
  new Command('mcp')
    .description('answer an assistant program over standard input and output (Model Context Protocol)')
    .addOption(libraryOption())
    .addHelpText('after', examples('dragoman mcp --library talks.db'))
    .action(async ({ library }: Flags) => {
      await serveAssistant(library, context)
    })
