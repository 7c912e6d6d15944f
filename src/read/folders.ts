/** Folders → the files in them that are read. */
import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { UnreadableDocumentError } from '../model/errors.ts'
import { describeFailure } from './failures.ts'
import { isReadable, kindOfName, SkippedFiles } from './kinds.ts'

export interface Listing {
  /** In order of their paths. */
  readonly texts: readonly string[]
  /** What could not be looked into; the rest was. */
  readonly failures: readonly UnreadableDocumentError[]
  /** Files of kinds that are not read, as a sentence without its full stop; undefined where there are none. */
  readonly skipped: string | undefined
}

/**
 * The texts at a path: the file itself, or all files in the folder and the folders below it whose format is read, except
 * hidden ones and read-me files. Links are followed, but no folder is entered twice.
 * @param isAllowed whether a link may be followed to where it leads; what may not is a failure
 */
export function listTexts(path: string, isAllowed: (path: string) => boolean = () => true): Listing {
  const texts: string[] = []
  const failures: UnreadableDocumentError[] = []
  const skipped = new SkippedFiles()
  const entered = new Set<string>()
  const enter = (folder: string): void => {
    const real = realpathSync(folder)
    if (entered.has(real)) return
    entered.add(real)
    for (const entry of readdirSync(folder, { withFileTypes: true }).sort(byName)) {
      const inside = join(folder, entry.name)
      if (entry.name.startsWith('.')) continue
      attempt(inside, () => {
        if (entry.isSymbolicLink() && !isAllowed(inside)) throw new LeadsOutError()
        const kind = entry.isSymbolicLink() ? statSync(inside) : entry
        if (kind.isDirectory()) enter(inside)
        else if (kind.isFile() && isReadable(entry.name)) texts.push(inside)
        else skipped.add(kind.isFile() ? kindOfName(entry.name) : 'pipes and devices')
      })
    }
  }
  const attempt = (at: string, look: () => void): void => {
    try {
      look()
    } catch (cause) {
      const why = cause instanceof LeadsOutError ? `${at} is a link that leads out, and is not followed.` : undefined
      failures.push(new UnreadableDocumentError(at, why ?? describeFailure(at, cause), { cause }))
    }
  }
  attempt(path, () => (statSync(path).isDirectory() ? enter(path) : texts.push(path)))
  return { texts, failures, skipped: skipped.inWords(path) }
}

class LeadsOutError extends Error {}

/** By code units: the order of `localeCompare` depends on the machine. */
const byName = ({ name: a }: Dirent, { name: b }: Dirent): number => (a < b ? -1 : a > b ? 1 : 0)
