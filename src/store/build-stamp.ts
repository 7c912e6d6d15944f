/** Which program this is: changes whenever its code does. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { once } from '../graph/once.ts'

/** Put in by the build: fingerprint of all its sources, and of the versions of the packages. */
declare const __BUILD__: string | undefined

/** What the graph depends on, where the program runs from its sources. */
const SOURCES = ['graph', 'model', 'store', 'nlp']

/** A digest of the sources that the program was built from, or that it runs from. */
export const buildStamp = once((): string => {
  if (typeof __BUILD__ === 'string') return __BUILD__.slice(0, 32)
  const hash = createHash('sha256')
  for (const file of sources()) hash.update(readFileSync(file))
  return hash.digest('hex').slice(0, 32)
})

const sources = (): string[] =>
  SOURCES.flatMap((folder) => {
    const at = join(dirname(fileURLToPath(import.meta.url)), '..', folder)
    const names = readdirSync(at, { recursive: true, encoding: 'utf8' })
    return names
      .filter((name) => name.endsWith('.ts'))
      .sort()
      .map((name) => join(at, name))
  })
