/** What the command line writes to: results to standard output, messages and progress to standard error. */
import cliProgress from 'cli-progress'

export interface Console {
  readonly print: (text: string) => void
  readonly say: (message: string) => void
  readonly progress: (total: number, what: string) => Progress
}

export interface Progress {
  readonly step: () => void
  readonly stop: () => void
}

const SILENT: Progress = { step: () => {}, stop: () => {} }
/** Fewer than this are done before a bar could be read. */
const WORTH_A_BAR = 3

export function processConsole(): Console {
  return {
    print: (text) => void process.stdout.write(text),
    say: (message) => void process.stderr.write(`${message}\n`),
    progress: (total, what) => (process.stderr.isTTY && total >= WORTH_A_BAR ? bar(total, what) : SILENT),
  }
}

function bar(total: number, what: string): Progress {
  const started = Date.now()
  let done = 0
  const shown = new cliProgress.SingleBar({
    format: `  {bar} {value}/{total} ${what}  {rate}/s  {eta_formatted} left`,
    hideCursor: true,
    clearOnComplete: true,
    stream: process.stderr,
    barCompleteChar: '█',
    barIncompleteChar: '░',
  })
  shown.start(total, 0, { rate: '–' })
  return {
    step: () => {
      done++
      shown.update(done, { rate: (done / Math.max(0.001, (Date.now() - started) / 1000)).toFixed(1) })
    },
    stop: () => shown.stop(),
  }
}
