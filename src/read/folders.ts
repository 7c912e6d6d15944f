/** Folders → the texts in them. */
import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { UnreadableDocumentError } from '../model/errors.ts'
import { describeFailure } from './files.ts'

/** Files of a folder that are read; a file named by itself is read whatever it is called. */
export const TEXT_EXTENSIONS: readonly string[] = ['.txt', '.text', '.md', '.markdown']

export interface Listing {
  /** In order of their paths. */
  readonly texts: readonly string[]
  /** What could not be looked into; the rest was. */
  readonly failures: readonly UnreadableDocumentError[]
}

/**
 * The texts at a path: the file itself, or all texts in the folder and the folders below it, except hidden ones and read-me
 * files. Links are followed, but no folder is entered twice.
 */
export function listTexts(path: string): Listing {
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(path))
    return failure(
      path,
      `${path} is an address on the network, which is not read. Save the page as a text file and name that.`,
    )
  const texts: string[] = []
  const failures: UnreadableDocumentError[] = []
  const entered = new Set<string>()
  const enter = (folder: string): void => {
    const real = realpathSync(folder)
    if (entered.has(real)) return
    entered.add(real)
    for (const entry of readdirSync(folder, { withFileTypes: true }).sort(byName)) {
      const inside = join(folder, entry.name)
      if (entry.name.startsWith('.')) continue
      attempt(inside, () => {
        const kind = entry.isSymbolicLink() ? statSync(inside) : entry
        if (kind.isDirectory()) enter(inside)
        else if (kind.isFile() && isText(entry.name)) texts.push(inside)
      })
    }
  }
  const attempt = (at: string, look: () => void): void => {
    try {
      look()
    } catch (cause) {
      failures.push(new UnreadableDocumentError(at, describeFailure(at, cause), { cause }))
    }
  }
  attempt(path, () => (statSync(path).isDirectory() ? enter(path) : texts.push(path)))
  return { texts, failures }
}

const failure = (path: string, message: string): Listing => ({
  texts: [],
  failures: [new UnreadableDocumentError(path, message)],
})

const isText = (name: string): boolean =>
  TEXT_EXTENSIONS.some((extension) => name.toLowerCase().endsWith(extension)) && !/^readme\.md$/i.test(name)

/** By code units: the order of `localeCompare` depends on the machine. */
const byName = ({ name: a }: Dirent, { name: b }: Dirent): number => (a < b ? -1 : a > b ? 1 : 0)
