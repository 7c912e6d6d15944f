/** Asks one version of a library, whose names are looked through once. */
import type { PropertyGraph } from '../cypher/graph/property-graph.ts'
import type { Lexicon } from '../extract/lexicon.ts'
import { byDate, type CivilDate, firstDay, lastDay } from '../model/date.ts'
import { InvalidInputError, NotFoundError } from '../model/errors.ts'
import type { GraphDocument, NodeAttributes } from '../model/graph.ts'
import { asNodeKey } from '../model/ids.ts'
import type { EventType } from '../model/ontology.ts'
import type { Analyzer } from '../nlp/analysis.ts'
import type { Gazetteer } from '../nlp/gazetteer/gazetteer.ts'
import type { Answer } from './answer.ts'
import { type Asked, answerInTurns, askInTurns } from './ask.ts'
import { knownNames } from './known-names.ts'
import { foldedWords, type NameTable, nameTableInTurns } from './name-table.ts'
import { inWords } from './period.ts'
import type { EventsQuery, Thing } from './query.ts'
import { Vocabulary } from './vocabulary.ts'

/** What reads questions: the same models and word lists that read texts. */
export interface Language {
  readonly analyzer: Analyzer
  readonly lexicon: Lexicon
  readonly gazetteer: Gazetteer
}

/** Which events are wanted; places and participants by key or name. */
export interface EventsWanted {
  readonly type?: readonly EventType[] | undefined
  readonly place?: readonly string[] | undefined
  readonly participant?: readonly string[] | undefined
  readonly from?: CivilDate | undefined
  readonly to?: CivilDate | undefined
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
    const { analyzer, gazetteer } = this.#language
    const names = { table, known: knownNames(gazetteer) }
    const reference = asOf ?? newest(asked.documents)
    return yield* askInTurns(question, { analyzer, vocabulary: this.#vocabulary, names, reference }, asked)
  }

  /** Events by type, place, participants and time. @throws InvalidInputError, NotFoundError about a name */
  *events(wanted: EventsWanted, asked: Asked): Generator<void, Answer, void> {
    const table = yield* this.#tableOf(asked)
    const thing = (field: string, name: string): Thing => thingNamed(table, asked, field, name)
    const { from = null, to = null } = wanted
    const query: EventsQuery = {
      kind: 'events',
      asks: 'list',
      counts: false,
      types: wanted.type ?? [],
      parts: (wanted.participant ?? []).map((name) => ({ thing: thing('participant', name), as: null })),
      places: (wanted.place ?? []).map((name) => thing('place', name)),
      period:
        from === null && to === null
          ? null
          : { from: from && firstDay(from), to: to && lastDay(to), words: periodWords(from, to) },
      about: [],
      status: 'asserted',
    }
    return yield* answerInTurns(query, asked, newest(asked.documents))
  }

  *#tableOf({ graph }: Asked): Generator<void, NameTable, void> {
    const table = this.#tables.get(graph) ?? (yield* nameTableInTurns(graph))
    this.#tables.set(graph, table)
    return table
  }
}

const periodWords = (from: CivilDate | null, to: CivilDate | null): string =>
  [from === null ? null : `from ${inWords(from)}`, to === null ? null : `to ${inWords(to)}`]
    .filter((part) => part !== null)
    .join(' ')

/** By key or name. */
function thingNamed(table: NameTable, { graph }: Asked, field: string, name: string): Thing {
  const node = graph.withKey(name)
  if (node !== undefined) {
    const { label, kind, type } = node.properties as unknown as NodeAttributes
    if (kind !== 'event') return { key: asNodeKey(node.key), name: label, kind, type }
  }
  const [found, ...others] = table.find(foldedWords(name).join(' '))
  if (found === undefined) {
    const near = table.suggest(name).map((thing) => thing.name)
    throw new NotFoundError(
      `“${name}” is not in the library.${near.length === 0 ? '' : ` Near to it: ${near.join(', ')}.`}`,
      field,
    )
  }
  if (others.length > 0)
    throw new InvalidInputError(
      field,
      `“${name}” may be any of: ${[found, ...others].map(({ key }) => key).join(', ')}. Give the key of one.`,
    )
  return found
}

const newest = (documents: readonly GraphDocument[]): CivilDate | null =>
  documents
    .map(({ date }) => date)
    .filter((date) => date !== null)
    .sort(byDate)
    .at(-1) ?? null
