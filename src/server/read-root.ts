/** Folders under the root that the server may read from, and nothing outside of it. */
import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs'
import { basename, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { InvalidInputError, NotFoundError } from '../model/errors.ts'
import { isReadable } from '../read/kinds.ts'

export interface FolderInside {
  readonly name: string
  /** Path below the root, parted by "/". */
  readonly folder: string
}

export interface FolderListing {
  readonly folders: readonly FolderInside[]
  /** Files in the folder itself whose format is read. */
  readonly texts: number
}

export class ReadRoot {
  readonly name: string
  readonly #path: string

  /** @throws InvalidInputError where there is no such folder */
  constructor(path: string) {
    try {
      this.#path = realpathSync(path)
    } catch (cause) {
      throw new InvalidInputError('root', `There is no folder at ${path}. Check the name behind --root.`, { cause })
    }
    if (!statSync(this.#path).isDirectory())
      throw new InvalidInputError('root', `${path} is a file. --root wants the folder in which it lies.`)
    this.name = basename(this.#path) || this.#path
  }

  /** Whether a path, links followed, lies in the root. */
  holds(path: string): boolean {
    try {
      return this.#isInside(realpathSync(path))
    } catch {
      return false
    }
  }

  /**
   * @param folder below the root, parted by "/"
   * @returns its full path, links followed
   * @throws InvalidInputError, NotFoundError
   */
  locate(folder: string): string {
    const steps = folder.split('/').filter((step) => step !== '')
    if (/[\0\\]/.test(folder) || isAbsolute(folder) || steps.some((step) => step === '.' || step === '..'))
      throw new InvalidInputError(
        'folder',
        `"${folder}" is no folder below ${this.name}. Name one as it is listed, such as "2025/march".`,
      )
    const missing = new NotFoundError(`There is no folder "${folder}" in ${this.name}.`, 'folder')
    let path: string
    try {
      path = realpathSync(resolve(this.#path, ...steps))
    } catch {
      throw missing
    }
    // Of what lies outside it is not even told whether it is there.
    if (!this.#isInside(path) || !statSync(path).isDirectory()) throw missing
    return path
  }

  /** Without hidden ones, and without links that lead out. */
  list(folder: string): FolderListing {
    const path = this.locate(folder)
    const before = folder.split('/').filter(Boolean)
    const folders: FolderInside[] = []
    let texts = 0
    for (const entry of entriesOf(path, folder)) {
      const { name } = entry
      if (name.startsWith('.')) continue
      const kind = this.#kindOf(entry, join(path, name))
      if (kind === 'folder') folders.push({ name, folder: [...before, name].join('/') })
      else if (kind === 'file' && isReadable(name)) texts++
    }
    return { folders, texts }
  }

  #kindOf(entry: Dirent, path: string): 'folder' | 'file' | null {
    if (!entry.isSymbolicLink()) return entry.isDirectory() ? 'folder' : entry.isFile() ? 'file' : null
    if (!this.holds(path)) return null
    const stats = statSync(path)
    return stats.isDirectory() ? 'folder' : stats.isFile() ? 'file' : null
  }

  #isInside(path: string): boolean {
    const way = relative(this.#path, path)
    return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way))
  }
}

function entriesOf(path: string, folder: string): Dirent[] {
  try {
    return readdirSync(path, { withFileTypes: true }).sort(byName)
  } catch (cause) {
    throw new InvalidInputError('folder', `"${folder}" may not be read by the user that runs the server.`, { cause })
  }
}

/** By code units: the order of `localeCompare` depends on the machine. */
const byName = ({ name: a }: Dirent, { name: b }: Dirent): number => (a < b ? -1 : a > b ? 1 : 0)
