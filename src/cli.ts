/** The command `dragoman`. */
import { processConsole } from './cli/console.ts'
import { run } from './cli/program.ts'

const BROKEN_PIPE = 'EPIPE'

// `dragoman export | head`: the reader has had enough, which is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === BROKEN_PIPE) process.exit(0)
  throw error
})

process.exitCode = await run(process.argv.slice(2), processConsole())
