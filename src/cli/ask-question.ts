/** One plain question → an answer for reading, or as JSON. */

import type { Answer, Fact, Passage, Result } from '../ask/answer.ts'
import { Asker } from '../ask/asker.ts'
import { isKnowledge, KNOWLEDGE } from '../cypher/graph/knowledge.ts'
import { indexGraph } from '../cypher/graph/property-graph.ts'
import { atOnce } from '../graph/at-once.ts'
import type { EditableGraph, KnowledgeGraph } from '../graph/knowledge-graph.ts'
import type { CivilDate } from '../model/date.ts'
import { InvalidInputError } from '../model/errors.ts'
import { asDocumentId } from '../model/ids.ts'
import { type Context, type ExitStatus, withLibrary } from './context.ts'
import { readingsOf } from './extract-texts.ts'
import { libraryGraph } from './library-graph.ts'
import { graphFile } from './query-source.ts'
import type { Asked } from './reading-options.ts'

export interface AskOptions extends Asked {
  readonly library: string
  readonly graph: string | undefined
  readonly asOf: CivilDate | undefined
  readonly json: boolean
}

/** @param files texts to be asked instead of a library; none are stored */
export async function askQuestion(
  question: string,
  files: readonly string[],
  options: AskOptions,
  context: Context,
): Promise<ExitStatus> {
  const answer = await answered(question, files, options, context)
  if (answer === undefined) return 1
  context.console.print(options.json ? `${JSON.stringify(answer, null, 2)}\n` : written(answer))
  return answer.outcome === 'not understood' ? 1 : 0
}

async function answered(
  question: string,
  files: readonly string[],
  options: AskOptions,
  context: Context,
): Promise<Answer | undefined> {
  const { generator } = context
  if (options.graph !== undefined) {
    const graph = graphFile(options.graph)
    const [first] = graph.nodes()
    if (first !== undefined && !isKnowledge(graph.getNodeAttributes(first)))
      throw new InvalidInputError(
        'graph',
        `${options.graph} is no graph of this program; ask it in openCypher with "dragoman query --graph".`,
      )
    return ask(question, graph as EditableGraph, () => undefined, options, context)
  }
  if (files.length > 0) {
    const read = await readingsOf(files, options, { ...context, generator })
    if (read.taken === undefined) return undefined
    const { graph, texts } = read.taken
    return ask(question, graph, (id) => texts.get(asDocumentId(id)), options, context)
  }
  return withLibrary(options.library, { readonly: true }, (library) =>
    ask(question, libraryGraph(library, generator), (id) => library.text(asDocumentId(id)), options, context),
  )
}

function ask(
  question: string,
  graph: KnowledgeGraph,
  text: (id: string) => string | undefined,
  { asOf }: AskOptions,
  { language }: Context,
): Answer {
  const documents = graph.getAttribute('documents') ?? []
  const byId = new Map(documents.map((document) => [document.id as string, document]))
  const asked = {
    graph: indexGraph(graph, KNOWLEDGE),
    documents,
    sources: { text, document: (id: string) => ({ ...byId.get(id) }) },
    clock: Date.now,
  }
  return atOnce(new Asker(language()).ask(question, asked, asOf))
}

// ------------------------------------------------------------------------------------------------------------ for reading

function written(answer: Answer): string {
  const { understood, reference, results, others, near, names, cut } = answer
  const parts = [`${answer.answer}\n`]
  if (understood !== undefined) {
    const reckoned = reference === null ? '' : ` (reckoned from ${reference})`
    parts.push(`\nUnderstood as: ${understood.words}${reckoned}\n${indented(understood.cypher, 2)}\n`)
  }
  for (const { name, candidates } of names)
    for (const { label, type, key } of candidates) parts.push(`  ${name}: ${label} (${type}, ${key})\n`)
  parts.push(section('', results), section('Told otherwise', others), section('Near to it', near))
  if (cut) parts.push('\nThere is more than is shown; narrow the question.\n')
  return parts.join('')
}

const section = (title: string, results: readonly Result[]): string =>
  results.length === 0 ? '' : `${title === '' ? '' : `\n${title}:\n`}${results.map(block).join('')}`

const block = ({ value, facts }: Result): string => `\n${value}\n${facts.map(factLines).join('')}`

function factLines(fact: Fact): string {
  const { says, status, former, speaker, date, endDate, several, places, evidence } = fact
  const notes = [
    date === undefined ? null : endDate === undefined ? date : `${date}${several ? ', last ' : ' to '}${endDate}`,
    places.length === 0 ? null : `in ${places.join(', ')}`,
    status === 'asserted' ? null : status,
    former ? 'former' : null,
    speaker === undefined ? null : `according to ${speaker.label}`,
  ].filter((note) => note !== null)
  return `  ${says}${notes.length === 0 ? '' : ` · ${notes.join(' · ')}`}\n${evidence.map(passageLines).join('')}`
}

const passageLines = ({ sentence, document: { title, date, source } }: Passage): string =>
  `    “${sentence.text.replace(/\s+/g, ' ').trim()}”\n      ${[title, date, source].filter((part) => part !== null).join(', ')}\n`

const indented = (text: string, by: number): string => text.replace(/^/gm, ' '.repeat(by))
