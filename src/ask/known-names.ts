/** What the gazetteer knows of a name in a question: "Norwegians" are Norway, "UN" is the United Nations. */
import { type Gazetteer, lookup } from '../nlp/gazetteer/gazetteer.ts'
import { foldedWords } from './name-table.ts'
import type { NameSource } from './spot-names.ts'

export const knownNames =
  (gazetteer: Gazetteer): NameSource['known'] =>
  (name) => {
    const entries = lookup(gazetteer, name).map(({ entry }) => entry)
    const names = entries.flatMap((entry) => {
      if (entry.type === 'seat') return []
      return [foldedWords(entry.type === 'demonym' ? entry.of.name : entry.name).join(' ')]
    })
    const [first] = entries
    return { names: [...new Set(names)], adjective: first?.type === 'demonym' && first.adjective }
  }
