/** Asks one version of a library, whose names are looked through once. */
import type { PropertyGraph } from '../cypher/graph/property-graph.ts'
import type { Lexicon } from '../extract/lexicon.ts'
import { byDate, type CivilDate } from '../model/date.ts'
import type { GraphDocument } from '../model/graph.ts'
import type { Analyzer } from '../nlp/analysis.ts'
import type { Gazetteer } from '../nlp/gazetteer/gazetteer.ts'
import type { Answer } from './answer.ts'
import { type Asked, askInTurns } from './ask.ts'
import { knownNames } from './known-names.ts'
import { type NameTable, nameTableInTurns } from './name-table.ts'
import { Vocabulary } from './vocabulary.ts'

/** What reads questions: the same models and word lists that read texts. */
export interface Language {
  readonly analyzer: Analyzer
  readonly lexicon: Lexicon
  readonly gazetteer: Gazetteer
}

export class Asker {
  readonly #language: Language
  readonly #vocabulary: Vocabulary
  readonly #tables = new WeakMap<PropertyGraph, NameTable>()
  constructor(language: Language) {
    this.#language = language
    this.#vocabulary = new Vocabulary(language.lexicon)
  }

  /**
   * With a yield wherever others may have their turn.
   * @param asOf the day from which "last week" is told; that of the newest document unless told
   * @throws CypherError where a limit stops the query
   */
  *ask(question: string, asked: Asked, asOf?: CivilDate): Generator<void, Answer, void> {
    const table = yield* this.#tableOf(asked)
    yield
    const { analyzer, gazetteer } = this.#language
    const names = { table, known: knownNames(gazetteer) }
    const reference = asOf ?? newest(asked.documents)
    return yield* askInTurns(question, { analyzer, vocabulary: this.#vocabulary, names, reference }, asked)
  }

  *#tableOf({ graph }: Asked): Generator<void, NameTable, void> {
    const table = this.#tables.get(graph) ?? (yield* nameTableInTurns(graph))
    this.#tables.set(graph, table)
    return table
  }
}

const newest = (documents: readonly GraphDocument[]): CivilDate | null =>
  documents
    .map(({ date }) => date)
    .filter((date) => date !== null)
    .sort(byDate)
    .at(-1) ?? null
