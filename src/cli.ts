/** The command `dragoman`. In another thread than the first, this file reads texts or measures graphs instead. */
import { fileURLToPath } from 'node:url'
import { isMainThread } from 'node:worker_threads'
import { processConsole } from './cli/console.ts'
import { startMeasurer } from './cli/measurer.ts'
import { run } from './cli/program.ts'
import { batchReader, startReaders } from './cli/reader-pool.ts'
import { once } from './graph/once.ts'
import { loadPipeline } from './resources.ts'
import { type Measurer, measureHere } from './server/routes/shape.ts'

/** What a thread that was started by `startReaders` does. */
export default batchReader(once(loadPipeline))

/** What the thread does that was started by `startMeasurer`. */
export const measureShape: Measurer = measureHere

let failed = false

process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => {
  // `dragoman export | head`: the reader has had enough, which is no failure.
  if (code === 'EPIPE' || code === 'ERR_STREAM_DESTROYED' || failed) return
  failed = true
  process.stderr.write(
    code === 'ENOSPC'
      ? 'The results cannot be written: the disk is full. Free some space, and run the command again.\n'
      : `The results cannot be written to standard output (${code ?? 'unknown error'}).\n`,
  )
  process.exitCode = 1
})
// Messages that nobody reads any more.
process.stderr.on('error', () => {})

if (isMainThread) {
  const here = fileURLToPath(import.meta.url)
  const readers = (threads: number) => startReaders(here, threads)
  const status = await run(process.argv.slice(2), processConsole(), loadPipeline, {
    readers,
    measurer: () => startMeasurer(here),
  })
  // Not process.exit: what is still on its way through a pipe would be cut off.
  process.exitCode = failed ? 1 : status
}
