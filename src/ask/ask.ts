/** Plain questions about a library: question → query → Cypher → answer with evidence. */
import { prepare, answerInTurns as rowsInTurns } from '../cypher/cypher.ts'
import type { PropertyGraph } from '../cypher/graph/property-graph.ts'
import type { Limits, Sources } from '../cypher/run/run.ts'
import type { CivilDate } from '../model/date.ts'
import type { GraphDocument, GraphEvidence, NodeAttributes } from '../model/graph.ts'
import { asNodeKey } from '../model/ids.ts'
import { EDGES, type EdgeName, ENTITY_TYPES } from '../model/ontology.ts'
import { isState } from '../model/place.ts'
import type { Answer, Fact, FoundNode, Passage, Result } from './answer.ts'
import { compose } from './compose.ts'
import { factOf, isPath, labelOfNode, rowsOf, type Telling, toldBy } from './facts.ts'
import type { PathQuery, ProfileQuery, Query, Thing } from './query.ts'
import type { AskContext } from './reading.ts'
import { listOf } from './sentences.ts'
import { cypherOf, MOST_ROWS } from './to-cypher.ts'
import { understand } from './understand.ts'
import { wordsFor } from './wording.ts'

/** What questions are asked of. */
export interface Asked {
  /** The graph with all statements: plans, denials and past ties, too. */
  readonly graph: PropertyGraph
  readonly documents: readonly GraphDocument[]
  readonly sources: Sources
  readonly clock: () => number
  readonly limits?: Partial<Limits>
}

/** Enough to see what is said; the edge has all. */
const MOST_PASSAGES = 3

/** With a yield wherever others may have their turn. @throws CypherError where a limit stops the query */
export function* askInTurns(question: string, context: AskContext, asked: Asked): Generator<void, Answer, void> {
  const blank = { question, reference: context.reference, results: [], others: [], near: [], names: [], cut: false }
  const reading = understand(question, context)
  yield
  switch (reading.is) {
    case 'not understood':
      return { ...blank, outcome: 'not understood', answer: `Not understood. ${reading.reason}` }
    case 'unknown':
      return {
        ...blank,
        outcome: 'not in the library',
        answer: reading.names
          .map(
            ({ name, suggestions }) =>
              `“${name}” is not in the library.${suggestions.length === 0 ? '' : ` Is ${listOf(suggestions.map((thing) => thing.name)).replace(/ and (?=[^ ].*$)/, ' or ')} meant?`}`,
          )
          .join(' '),
        names: reading.names.map(({ name, suggestions }) => ({ name, candidates: suggestions.map(shown) })),
      }
    case 'ambiguous':
      return {
        ...blank,
        outcome: 'ambiguous',
        answer: reading.names
          .map(
            ({ name, candidates }) =>
              `“${name}” may be ${listOf(candidates.map((thing) => thing.name)).replace(/ and (?=[^,]*$)/, ' or ')}. Write the whole name.`,
          )
          .join(' '),
        names: reading.names.map(({ name, candidates }) => ({ name, candidates: candidates.map(shown) })),
      }
    case 'understood':
      return { ...blank, ...(yield* answered(reading.query, asked)) }
  }
}

/** The answer to a query that was asked without words. */
export function* answerInTurns(query: Query, asked: Asked, reference: CivilDate | null): Generator<void, Answer, void> {
  const found = yield* answered(query, asked)
  return { question: wordsFor(query), reference, names: [], ...found }
}

const shown = ({ key, name, kind, type }: Thing): FoundNode => ({ key, label: name, kind, type })

type Found = Omit<Answer, 'question' | 'reference' | 'names'>

function* answered(query: Query, asked: Asked): Generator<void, Found, void> {
  const isUnique = (thing: Thing): boolean => {
    const same = asked.graph.where('label', thing.name)
    return same.length === 1
  }
  const cypher = cypherOf(query, isUnique)
  const { graph, sources, clock, limits } = asked
  const running = rowsInTurns(prepare(cypher), graph, { sources, clock, ...(limits !== undefined && { limits }) })
  yield
  const { columns, rows, cut } = yield* running
  const telling = tellingOf(asked)
  yield
  const understood = { words: wordsFor(query), cypher }
  const isCut = cut.length > 0 || rows.length >= MOST_ROWS
  if (query.kind === 'path')
    return { ...pathsFound(query, rows.map(([path]) => path).filter(isPath), telling), understood, cut: isCut }
  const { found, answer, ...composed } = compose(query, toldBy(rowsOf(columns, rows), telling))
  const profile = query.kind === 'profile' ? profileOf(query, asked, answer, telling) : undefined
  const results = profile === undefined ? composed.results : [...profile.results, ...composed.results]
  const outcome =
    results.length > 0 && (found || profile !== undefined)
      ? 'found'
      : composed.others.length + composed.near.length > 0
        ? 'in part'
        : 'not in the library'
  const said = profile?.answer ?? answer
  const sentence = outcome === 'not in the library' ? `Not in the library. ${said}` : said
  return { ...composed, results, outcome, answer: sentence, understood, cut: isCut }
}

// ------------------------------------------------------------------------------------------------------------------ paths

function pathsFound(
  { from, to }: PathQuery,
  paths: readonly Parameters<typeof stepsOf>[0][],
  telling: Telling,
): Omit<Found, 'understood' | 'cut'> {
  const results = paths.map(
    (path): Result => ({ value: stepsOf(path), facts: path.relationships.map((step) => factOf(step, [], telling)) }),
  )
  const none = { others: [], near: [] }
  if (results.length === 0)
    return {
      ...none,
      results,
      outcome: 'not in the library',
      answer: `Not in the library. Nothing connects ${from.name} and ${to.name} within six steps.`,
    }
  const steps = paths[0]!.relationships.length
  return {
    ...none,
    results,
    outcome: 'found',
    count: results.length,
    answer: `By ${steps} ${steps === 1 ? 'step' : 'steps'}: ${results[0]!.value}.${results.length > 1 ? ` There are ${results.length} such ways.` : ''}`,
  }
}

/** "Orla Venn – met – Ilsa Marrow – speaks for (planned) – Norway", each relation as it reads in that direction. */
function stepsOf({
  nodes,
  relationships,
}: NonNullable<Extract<Parameters<typeof isPath>[0], { kind: 'path' }>>): string {
  return nodes
    .map((node, i) => {
      const step = relationships[i]
      if (step === undefined) return labelOfNode(node)
      const status = step.properties['modality'] === 'asserted' ? '' : ` (${String(step.properties['modality'])})`
      const label =
        step.source === node
          ? EDGES[step.properties['relation'] as EdgeName].label
          : EDGES[step.properties['relation'] as EdgeName].inverse
      return `${labelOfNode(node)} – ${label.replace(' … ', ' ')}${status} – `
    })
    .join('')
}

// --------------------------------------------------------------------------------------------------------------- profiles

function profileOf(
  { thing }: ProfileQuery,
  { graph }: Asked,
  ties: string,
  telling: Telling,
): { results: Result[]; answer: string } {
  const attributes = graph.withKey(thing.key)!.properties as unknown as NodeAttributes
  const roles = attributes.kind === 'event' ? [] : (attributes.role ?? [])
  const state = attributes.kind === 'place' ? stateOf(attributes.country, graph) : undefined
  const kind = `${ENTITY_TYPES[thing.type].label}${state === undefined ? '' : ` in ${state}`}`
  const what = `${thing.name}: ${roles.length > 0 ? listOf(roles) : kind}.`
  const evidence = telling.passages(attributes.evidence, attributes.sentences)
  const fact: Fact = { says: what, status: 'asserted', places: [], evidence }
  return {
    results: [{ value: what, node: shown(thing), facts: [fact] }],
    answer: `${what}${ties === '' ? '' : ` ${ties}`}`,
  }
}

/** The name by which the library knows the state of a code. */
const stateOf = (code: string | undefined, graph: PropertyGraph): string | undefined =>
  code === undefined
    ? undefined
    : graph
        .where('country', code)
        .filter(({ properties }) => isState(String(properties['type']), String(properties['label'])))
        .map(labelOfNode)[0]

// --------------------------------------------------------------------------------------------------------------- evidence

function tellingOf({ graph, documents: all, sources }: Asked): Telling {
  const documents = new Map(all.map((document) => [document.id as string, document]))
  const passage = (item: GraphEvidence, words: string | undefined): Passage | undefined => {
    const document = documents.get(item.document)
    if (document === undefined) return undefined
    const [start, end] = item.sentence ?? [item.start, item.end]
    const text = sources.text(item.document)?.slice(start, end) ?? words
    if (text === undefined) return undefined
    const { id, title, date, source } = document
    return { document: { id, title, date, source }, sentence: { text, start, end }, start: item.start, end: item.end }
  }
  return {
    passages: (evidence, sentences) => {
      const found = evidence.flatMap((item, i) => passage(item, sentences?.[i]) ?? [])
      return found
        .toSorted((a, b) => ((a.document.date ?? '') < (b.document.date ?? '') ? 1 : -1))
        .slice(0, MOST_PASSAGES)
    },
    speaker: (attributedTo) => {
      const node = graph.withKey(attributedTo)
      return node === undefined ? { label: attributedTo } : { key: asNodeKey(attributedTo), label: labelOfNode(node) }
    },
  }
}
