/** When a program that runs until it is told to end should end. */
import { readFileSync } from 'node:fs'

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
/** One Ctrl-C may arrive twice: from the terminal, and from the npm or shell above that passes it on. */
const SAME_WISH_MS = 1000
const LOOK_MS = 500

/**
 * Resolves when a signal comes; a second one, after a moment, then ends the program at once. Under `npm start` it also
 * resolves when npm is gone and with it whoever could send a signal.
 */
export function toldToEnd(): Promise<void> {
  return new Promise((resolve) => {
    const watch = process.env['npm_lifecycle_event'] === undefined ? undefined : watchAncestors(() => end())
    const hear = (): void => end()
    const end = (): void => {
      clearInterval(watch)
      resolve()
      setTimeout(() => {
        for (const signal of SIGNALS) process.off(signal, hear)
      }, SAME_WISH_MS).unref()
    }
    for (const signal of SIGNALS) process.on(signal, hear)
  })
}

function watchAncestors(gone: () => void): NodeJS.Timeout {
  const before = ancestors()
  return setInterval(() => {
    if (ancestors() !== before) gone()
  }, LOOK_MS).unref()
}

/** Our parent and, where the system tells, its parent: between npm and us there is often a shell, which outlives a killed npm. */
function ancestors(): string {
  const parent = process.ppid
  try {
    const grandparent = /^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${parent}/status`, 'utf8'))?.[1]
    return `${parent} ${grandparent}`
  } catch {
    return String(parent)
  }
}
