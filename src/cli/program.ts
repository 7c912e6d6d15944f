/** The command line: to add a command, write its file in `commands` and add it here. */
import { Command, CommanderError } from 'commander'
import { once } from '../graph/once.ts'
import { DragomanError, InvalidInputError } from '../model/errors.ts'
import { loadExplainer, loadLanguage, loadPipeline, packageVersion } from '../resources.ts'
import { askCommand } from './commands/ask.ts'
import { backupCommand } from './commands/backup.ts'
import { checkCommand } from './commands/check.ts'
import { correctCommand } from './commands/correct.ts'
import { eventsCommand } from './commands/events.ts'
import { explainCommand } from './commands/explain.ts'
import { exportCommand } from './commands/export.ts'
import { extractCommand } from './commands/extract.ts'
import { importCommand } from './commands/import.ts'
import { ingestCommand } from './commands/ingest.ts'
import { logCommand } from './commands/log.ts'
import { mcpCommand } from './commands/mcp.ts'
import { neighborsCommand } from './commands/neighbors.ts'
import { pathsCommand } from './commands/paths.ts'
import { queryCommand } from './commands/query.ts'
import { redoCommand } from './commands/redo.ts'
import { removeCommand } from './commands/remove.ts'
import { searchCommand } from './commands/search.ts'
import { serveCommand } from './commands/serve.ts'
import { statsCommand } from './commands/stats.ts'
import { undoCommand } from './commands/undo.ts'
import { vacuumCommand } from './commands/vacuum.ts'
import type { Console } from './console.ts'
import type { Context, ExitStatus, Threads } from './context.ts'
import { examples } from './options.ts'

const COMMANDS: readonly ((context: Context) => Command)[] = [
  extractCommand,
  explainCommand,
  ingestCommand,
  serveCommand,
  mcpCommand,
  searchCommand,
  neighborsCommand,
  pathsCommand,
  eventsCommand,
  queryCommand,
  askCommand,
  exportCommand,
  importCommand,
  statsCommand,
  correctCommand,
  logCommand,
  undoCommand,
  redoCommand,
  removeCommand,
  backupCommand,
  checkCommand,
  vacuumCommand,
]

/**
 * Carries out one call.
 * @param args what stands behind the program's name
 * @param load gives the pipeline; it is called at most once
 * @param threads starts threads that read side by side, or measure graphs; all is done in this thread unless told
 * @returns the exit status; everything that the user can mend has been said
 */
export async function run(
  args: readonly string[],
  console: Console,
  load = loadPipeline,
  threads: Threads = {},
): Promise<ExitStatus> {
  let status: ExitStatus = 0
  try {
    const version = packageVersion()
    const context: Context = {
      console,
      pipeline: once(load),
      explainer: once(loadExplainer),
      language: once(loadLanguage),
      ...threads,
      version,
      generator: `dragoman ${version}`,
      end: (result) => {
        status = result
      },
    }
    await program(context).parseAsync([...args], { from: 'user' })
    return status
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    if (!(error instanceof DragomanError)) throw error
    console.say(error.message)
    return error instanceof InvalidInputError ? 2 : 1
  }
}

function program(context: Context): Command {
  const { print, say } = context.console
  const command = new Command('dragoman')
    .description(
      'Reads news text into a graph of people, places and events, in which every fact points to its sentence.',
    )
    .version(context.version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .exitOverride()
    .configureOutput({ writeOut: print, writeErr: (text) => say(text.trimEnd()) })
    .showHelpAfterError('(dragoman --help tells how to call it)')
    .addHelpText(
      'after',
      examples(
        'dragoman extract article.txt --date 2025-12-04',
        'dragoman ingest articles/ && dragoman serve',
        'dragoman export --format gexf --out graph.gexf',
      ),
    )
  for (const make of COMMANDS) command.addCommand(make(context).copyInheritedSettings(command))
  return command
}
