/** Makes the parser of queries, `src/cypher/parser/grammar.generated.js`, from its grammar. A test sees that it is up to date. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import peggy from 'peggy'

const FOLDER = join(import.meta.dirname, '../src/cypher/parser')
export const GENERATED = join(FOLDER, 'grammar.generated.js')

/** Results are remembered by place, so that no query takes more than linear time, however its brackets are nested. */
export const generateParser = (): string =>
  peggy.generate(readFileSync(join(FOLDER, 'cypher.peggy'), 'utf8'), { output: 'source', format: 'es', cache: true })

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(GENERATED, generateParser())
