/** The tools that an assistant can call: operations of the API, with its schemas. */
import * as z from 'zod'
import { AskQuery } from '../api/ask.ts'
import { CypherQuery } from '../api/cypher.ts'
import { NeighborsQuery, NodePath, SearchQuery } from '../api/parameters.ts'
import { EventsQuery, PathsQuery } from '../api/questions.ts'
import type { Desk } from './desk.ts'

export interface Tool {
  readonly title: string
  readonly description: string
  readonly input: z.ZodObject
  readonly call: (desk: Desk, given: Readonly<Record<string, unknown>>) => Promise<unknown>
}

const CITE = 'Every fact has the sentence it was read in, with document, date and offsets: cite it.'
const STATUS =
  'Mind the status: planned, possible, denied and requested are no facts, and "attributedTo" is whose word it is.'

/** Types the arguments by the schema that they were checked with. */
const tool = <S extends z.ZodObject>(
  title: string,
  description: string,
  input: S,
  call: (desk: Desk, given: z.output<S>) => Promise<unknown>,
): Tool => ({ title, description, input, call: (desk, given) => call(desk, given as z.output<S>) })

export const TOOLS: Readonly<Record<string, Tool>> = {
  ask: tool(
    'Plain question',
    `Answers a question in English about the library: who met whom, when and where something happened, how many were killed, how two are connected, who says so. Says how the question was understood, and "not in the library" rather than guess. ${CITE}`,
    AskQuery,
    (desk, query) => desk.perform('ask', { query }),
  ),
  search: tool(
    'Search',
    'Finds people, states, organisations, places and events by name (whatever the case and the diacritics), and documents by their words. Gives the keys that the other tools take.',
    SearchQuery,
    (desk, query) => desk.perform('search', { query }),
  ),
  neighbours: tool(
    'Neighbours of a node',
    `Who and what lies around a node, one to three steps away, with the relations that lead there. ${STATUS} ${CITE}`,
    z.strictObject({ ...NodePath.shape, ...NeighborsQuery.shape }),
    (desk, { id, ...query }) => desk.perform('neighbors', { parameters: { id }, query }),
  ),
  paths: tool(
    'Paths between two nodes',
    `How two nodes are connected, the shortest way first, with the sentences behind each step. ${STATUS}`,
    PathsQuery,
    (desk, query) => desk.perform('paths', { query }),
  ),
  events: tool(
    'Events',
    `What happened, by type, place, participants, speaker and time, in order of time, with who took part, and the numbers of killed, wounded and arrested with their sum. ${STATUS} ${CITE}`,
    EventsQuery,
    (desk, query) => desk.perform('events', { query }),
  ),
  evidence: tool(
    'Evidence',
    'The sentences behind a node, an event or a relation, by its key.',
    z.strictObject({
      id: z.string().min(1).meta({ description: 'Key of a node, an event or an edge, as other tools give it.' }),
    }),
    evidenceOf,
  ),
  cypher: tool(
    'Query in openCypher',
    `Asks the graph in read-only openCypher. Labels: :Person, :Country, :City, :Event:Meeting …; relationship types: :MET_WITH, :STRUCK, :LEADER_OF …; properties: label, modality, attributedTo, first, last, evidence. evidence.sentence(r.evidence[0]) gives the sentence. Only asserted statements unless the query speaks of modality.`,
    // Taken apart: a schema with a name of its own would come out as a reference, and a tool's must be an object.
    z.strictObject(CypherQuery.shape),
    (desk, body) => desk.perform('cypher', { body }),
  ),
}

async function evidenceOf(desk: Desk, { id }: { readonly id: string }): Promise<unknown> {
  try {
    const { node, evidence } = (await desk.perform('node', { parameters: { id } })) as {
      node: unknown
      evidence: unknown
    }
    return { node, evidence }
  } catch (error) {
    // An edge is told by its key alone, which no node has.
    try {
      return { edge: await desk.perform('edge', { parameters: { id } }) }
    } catch {
      throw error
    }
  }
}
