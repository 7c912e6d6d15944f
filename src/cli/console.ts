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
const CLEAR_LINE = '\r\u001B[K'

export function processConsole(): Console {
  let barShown = false
  return {
    print: (text) => void process.stdout.write(text),
    // A message takes the place of the bar, which is drawn anew below it.
    say: (message) => void process.stderr.write(`${barShown ? CLEAR_LINE : ''}${message}\n`),
    progress: (total, what) => {
      if (!process.stderr.isTTY || total < WORTH_A_BAR) return SILENT
      const bar = startBar(total, what)
      barShown = true
      return {
        step: bar.step,
        stop: () => {
          barShown = false
          bar.stop()
        },
      }
    },
  }
}

function startBar(total: number, what: string): Progress {
  const started = Date.now()
  let done = 0
  const shown = new cliProgress.SingleBar({
    format: `  {bar} {value}/{total} ${what}  {rate}/s  {eta_formatted} left`,
    clearOnComplete: true,
    // The work is one long stretch in which no listener would hear Ctrl-C: whoever waits must be able to end it.
    gracefulExit: false,
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

/** Calls `step` for one item after the other, and leaves no bar behind, also where one throws. */
export async function eachWithProgress<T>(
  items: readonly T[],
  console: Console,
  what: string,
  step: (item: T) => void | Promise<void>,
): Promise<void> {
  const progress = console.progress(items.length, what)
  try {
    for (const item of items) {
      await step(item)
      progress.step()
    }
  } finally {
    progress.stop()
  }
}
