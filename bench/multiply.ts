/** Makes a library of many documents out of a few that were really read: each copy tells the same of people of other names. */
import { createHash } from 'node:crypto'
import type { CivilDate } from '../src/model/date.ts'
import { addDays, isDay } from '../src/model/date.ts'
import type { SourceDocument } from '../src/model/document.ts'
import type { Extraction } from '../src/model/facts.ts'
import { documentId } from '../src/model/ids.ts'
import type { Library } from '../src/store/library.ts'

const VOWELS = 'aiu'
const CONSONANTS = 'bdfkmnprstv'

/** Three letters for each number below 363, so that a name keeps its length and with it every offset. */
const letters = (n: number): string => {
  const first = CONSONANTS[n % CONSONANTS.length]!
  const last = CONSONANTS[Math.floor(n / CONSONANTS.length / VOWELS.length) % CONSONANTS.length]!
  return `${first.toUpperCase()}${VOWELS[Math.floor(n / CONSONANTS.length) % VOWELS.length]!}${last}`
}

/** The same document a number of weeks later, with other surnames: their first three letters are those of `n`. */
export function renamed({ document, extraction }: { document: SourceDocument; extraction: Extraction }, n: number) {
  const surnames = new Set(
    extraction.entities.flatMap(({ type, name }) => (type === 'person' ? (name.split(' ').at(-1) ?? []) : [])),
  )
  const rename = (text: string): string => {
    let result = text
    for (const surname of surnames)
      if (surname.length > 5) result = result.replaceAll(surname, letters(n) + surname.slice(3))
    return result
  }
  const text = rename(document.text).replace(/^title: .*$/m, (line) =>
    line.replace(/\d+/, (digits) => digits.replace(/./g, '0')),
  )
  const numbered = `${text.slice(0, -1)} `.slice(0, text.length - 1) + String.fromCharCode(0x61 + (n % 26))
  const id = documentId(createHash('sha256').update(`${numbered}${n}`).digest('hex'))
  return {
    document: { ...document, id, origin: `${document.origin}#${n}`, text: numbered, date: later(document.date, n) },
    extraction: JSON.parse(rename(JSON.stringify(extraction)), (name, value: CivilDate | null) =>
      name === 'date' || name === 'endDate' ? later(value, n) : value,
    ) as Extraction,
  }
}

const later = (date: CivilDate | null, weeks: number): CivilDate | null =>
  date !== null && isDay(date) ? addDays(date, 7 * weeks) : date

/** @param to grows until it holds `count` documents */
export function multiply(from: Library, to: Library, count: number): void {
  const read = from.documents().map(({ id }) => ({ document: from.document(id)!, extraction: from.extraction(id)! }))
  for (let n = to.stats().documents; n < count; n++) {
    const { document, extraction } = renamed(read[n % read.length]!, Math.floor(n / read.length))
    to.put(document, extraction, 'bench')
  }
}
