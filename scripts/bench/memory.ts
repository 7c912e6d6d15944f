/** The greatest memory that this process has needed, as Linux counts it. */
import { readFileSync, writeFileSync } from 'node:fs'

/** Linux counts the peak anew from here. */
export const forgetPeak = (): void => writeFileSync('/proc/self/clear_refs', '5')

/** In bytes. */
export const peak = (): number =>
  Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) * 1024
