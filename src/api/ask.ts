/** Plain questions, and what they give. */
import * as z from 'zod'
import { OUTCOMES, VERDICTS } from '../ask/answer.ts'
import { DocumentReference } from './schemas.ts'
import {
  civilDate,
  count,
  edgeKey,
  edgeName,
  list,
  modality,
  nodeKey,
  nodeKind,
  nodeType,
  offset,
} from './vocabulary.ts'

export const AskQuery = z.strictObject({
  q: z
    .string()
    .min(1)
    .max(500)
    .meta({ description: 'A question in English.', examples: ['Who met Orla Venn in December?'] }),
  asOf: z.exactOptional(civilDate).meta({
    description: 'The day from which "last week" and "in March" are told; that of the newest document unless told.',
  }),
})
export type AskQuery = z.output<typeof AskQuery>

const FoundNode = z
  .strictObject({ key: nodeKey, label: z.string(), kind: nodeKind, type: nodeType })
  .meta({ id: 'AskedNode' })

const AskedPassage = z
  .strictObject({
    document: DocumentReference.omit({ id: true }).extend({ id: z.string() }),
    sentence: z.strictObject({ text: z.string(), start: offset, end: offset }),
    start: offset,
    end: offset,
  })
  .meta({ id: 'AskedPassage', description: 'The sentence that says so.' })

const AskedFact = z
  .strictObject({
    says: z.string().meta({ description: 'The fact in words, without its status.' }),
    relation: z.exactOptional(edgeName),
    edge: z.exactOptional(edgeKey),
    event: z.exactOptional(nodeKey),
    status: modality,
    former: z.exactOptional(z.literal(true)),
    unplaced: z.exactOptional(z.literal(true)).meta({
      description: 'Its sentence names the place that was asked for, but was not read as saying that it was there.',
    }),
    speaker: z
      .exactOptional(z.strictObject({ key: z.exactOptional(nodeKey), label: z.string() }))
      .meta({ description: 'Whose word it is, where the text names somebody.' }),
    date: z.exactOptional(civilDate),
    endDate: z.exactOptional(civilDate),
    several: z.exactOptional(z.literal(true)).meta({
      description: 'There are several statements: the dates are the first and the last, and no stretch of time.',
    }),
    places: list(z.string()),
    evidence: list(AskedPassage).meta({ description: 'Three sentences at most; the edge or event has all.' }),
  })
  .meta({ id: 'AskedFact' })

const AskedResult = z
  .strictObject({
    value: z.string().meta({ description: 'A name, a day, a place, a number, a way from one to the other.' }),
    node: z.exactOptional(FoundNode),
    facts: list(AskedFact),
  })
  .meta({ id: 'AskedResult' })

export const AskAnswer = z
  .strictObject({
    question: z.string(),
    outcome: z.enum(OUTCOMES).meta({
      description:
        'found: the texts say so. in part: only otherwise, see "others" and "near". not in the library: a name is not there, or nothing is said. ambiguous: a name fits several. not understood: the answer says why.',
    }),
    answer: z.string().meta({ description: 'In a sentence or two.' }),
    verdict: z.exactOptional(z.enum(VERDICTS)).meta({
      description: 'To a question for yes or no. There is no "no": what no text says may still be so.',
    }),
    count: z.exactOptional(count),
    understood: z
      .exactOptional(z.strictObject({ words: z.string(), cypher: z.string() }))
      .meta({ description: 'How the question was understood, in words and in openCypher.' }),
    reference: civilDate.nullable().meta({ description: 'The day from which times were told.' }),
    results: list(AskedResult),
    others: list(AskedResult).meta({
      description:
        'What is told only as a plan, a denial, a demand, as past, or without a date where one was asked for.',
    }),
    near: list(AskedResult).meta({ description: 'What comes near: of those who "met", those who "spoke with".' }),
    names: list(z.strictObject({ name: z.string(), candidates: list(FoundNode) })).meta({
      description: 'Names that are not in the library, with what may be meant, or that fit several nodes.',
    }),
    cut: z.boolean().meta({ description: 'There was more than is shown.' }),
  })
  .meta({ id: 'AskAnswer' })
export type AskAnswer = z.infer<typeof AskAnswer>
