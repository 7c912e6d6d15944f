/** A program that writes documents into a library until it is ended, and says of each that it is stored. Called: path, first number. */
import { writeSync } from 'node:fs'
import { openLibrary } from '../../../src/store/open.ts'
import { numbered } from './documents.ts'

const [path = '', first = '0'] = process.argv.slice(2)
const library = openLibrary(path)
for (let n = Number(first); ; n++) {
  const { document, extraction } = numbered(n)
  library.put(document, extraction, 'writer')
  writeSync(1, `${n}\n`)
}
