/** Which program this is: changes whenever its code does. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { once } from '../graph/once.ts'

const HERE = fileURLToPath(import.meta.url)
/** What the graph depends on, where the program runs from its sources. */
const SOURCES = ['graph', 'model', 'store']

/** A digest of the built program, or of the sources that it runs from. */
export const buildStamp = once((): string => {
  const hash = createHash('sha256')
  for (const file of HERE.endsWith('.ts') ? sources() : [HERE]) hash.update(readFileSync(file))
  return hash.digest('hex').slice(0, 32)
})

const sources = (): string[] =>
  SOURCES.flatMap((folder) => {
    const at = join(dirname(HERE), '..', folder)
    const names = readdirSync(at, { recursive: true, encoding: 'utf8' })
    return names
      .filter((name) => name.endsWith('.ts'))
      .sort()
      .map((name) => join(at, name))
  })
