/** Why a file cannot be read, in one sentence that names it and says what to do. */

/** As a word of a shell. */
export const quoted = (path: string): string =>
  /^[\w./@%+=:,-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`

/** What the file system says, in words for the person who gave the path. */
export function describeFailure(path: string, error: unknown): string {
  const { code } = error as NodeJS.ErrnoException
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return `There is no file at ${path}. Check the name.`
    case 'EISDIR':
      return `${path} is a folder. Name its files, or read the folder with: dragoman ingest ${quoted(path)}`
    case 'EACCES':
    case 'EPERM':
      return `${path} may not be read by this user. Change its permissions.`
    case 'ELOOP':
      return `${path} is a link that leads back to itself. Name the file itself.`
    default:
      return `${path} cannot be read (${code ?? String(error)}). Check the file and the disk.`
  }
}

/** What to say of an error that nobody foresaw. */
export function describeFault(origin: string, { message, stack = '' }: Pick<Error, 'message' | 'stack'>): string {
  const where = /\n\s+(at .*)/.exec(stack)?.[1] ?? 'somewhere'
  return `${origin} was not read because of a fault in this program (${message}, ${where}). Please report it with the text.`
}
