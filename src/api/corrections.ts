/** Corrections as they travel: what may be asked for, and the log, whose exported form is one entry a line. */
import * as z from 'zod'
import type { Act, Control, EdgeAnchor, Entry, NodeAnchor, Wish } from '../model/corrections.ts'
import { InvalidInputError } from '../model/errors.ts'
import type { EntryId } from '../model/ids.ts'
import { PARTICIPANT_ROLES, RELATIONS, type RelationName } from '../model/ontology.ts'
import { NodeSummary, Passage } from './schemas.ts'
import {
  branded, civilDate, documentId, edgeKey, edgeName, entityType, eventType, list, modality, nodeKey, nodeType, offset, spanPair,
} from './vocabulary.ts' // biome-ignore format: one glance

export const entryId = branded<EntryId>(
  z
    .string()
    .min(1)
    .meta({ examples: ['5b0c77de91aa'] }),
)

const words = z.string().trim().min(1).max(300)
const relationName = z.enum(Object.keys(RELATIONS) as [RelationName, ...RelationName[]])
const passage = { document: documentId, start: offset, end: offset }

export const Anchor = z
  .strictObject(passage)
  .meta({ id: 'Anchor', description: 'A passage of a document: UTF-16 offsets into its text.' })

const NewEntity = z
  .strictObject({ type: entityType, name: words })
  .meta({ id: 'NewEntity', description: 'An actor or place that no text names.' })

const SplitPart = z
  .strictObject({ name: z.exactOptional(words), mentions: list(Anchor).meta({ description: 'Those that leave.' }) })
  .meta({ id: 'SplitPart' })

/** All acts, with nodes and edges named by keys (in a request) or by anchors (in the log). */
function acts<N extends z.ZodType, E extends z.ZodType>(node: N, edge: E) {
  const end = z.union([node, NewEntity])
  const act = <A extends string, S extends z.ZodRawShape>(name: A, shape: S) =>
    z.strictObject({ act: z.literal(name), ...shape })
  return [
    act('merge', { node, others: list(node) }),
    act('distinct', { node, other: node }),
    act('split', { node, parts: list(SplitPart) }),
    act('rename', { node, name: words }),
    act('retype', { node, type: nodeType }),
    act('hide', { node }),
    act('confirm', { node }),
    act('restate', { node, modality }),
    act('drop-edge', { edge }),
    act('confirm-edge', { edge }),
    act('retype-edge', { edge, relation: relationName }),
    act('turn-edge', { edge }),
    act('redirect-edge', { edge, source: z.exactOptional(node), target: z.exactOptional(node) }),
    act('restate-edge', { edge, modality }),
    act('add-edge', {
      source: end,
      relation: relationName,
      target: end,
      modality: modality.default('asserted'),
      date: civilDate.nullable().default(null),
      former: z.boolean().default(false),
      evidence: list(Anchor).default([]),
    }),
    act('add-event', {
      type: eventType,
      label: words,
      date: civilDate.nullable().default(null),
      endDate: civilDate.nullable().default(null),
      participants: list(z.strictObject({ node: end, role: z.enum(PARTICIPANT_ROLES).default('participant') })),
      places: list(end).default([]),
      modality: modality.default('asserted'),
      evidence: list(Anchor).default([]),
    }),
  ] as const
}

export const WishSchema = z
  .discriminatedUnion('act', acts(nodeKey, edgeKey))
  .meta({ id: 'Wish', description: 'What is to be corrected, in terms of the graph as it is.' })

const NodeAnchorSchema = z
  .strictObject({ key: nodeKey, at: list(Anchor) })
  .meta({ id: 'NodeAnchor', description: 'A node by where it is mentioned or told, and the key that it had.' })

const EdgeAnchorSchema = z
  .strictObject({
    key: edgeKey,
    relation: edgeName,
    source: nodeKey,
    target: nodeKey,
    at: list(
      z.strictObject({
        ...passage,
        relation: edgeName,
        source: z.exactOptional(spanPair),
        target: z.exactOptional(spanPair),
      }),
    ),
    added: z.exactOptional(list(entryId)),
  })
  .meta({ id: 'EdgeAnchor', description: 'An edge by the statements behind it, and how it read.' })

const ActSchema = z.discriminatedUnion('act', [
  ...acts(NodeAnchorSchema, EdgeAnchorSchema),
  z.strictObject({ act: z.literal('undo'), entry: entryId }),
  z.strictObject({ act: z.literal('redo'), entry: entryId }),
  z.strictObject({
    act: z.literal('moved'),
    from: documentId,
    to: documentId,
    spans: list(z.tuple([offset, offset, offset, offset]).readonly()),
  }),
  z.strictObject({ act: z.literal('forgotten') }),
])

export const EntrySchema = z
  .strictObject({
    id: entryId,
    at: z.iso.datetime().meta({ description: 'When, in UTC.' }),
    by: z.string(),
    why: z.string().nullable(),
    what: ActSchema,
  })
  .meta({ id: 'Entry', description: 'An entry in the log of corrections.' })

// ------------------------------------------------------------------------------------------------- requests and answers

const said = {
  by: z.exactOptional(words).meta({ description: 'Who decides; the user who runs the server unless told.' }),
  why: z.exactOptional(z.string().trim().min(1).max(2000)),
}

export const NewCorrection = z
  .strictObject({ ...said, what: WishSchema })
  .meta({ id: 'NewCorrection', description: 'A correction to be made.' })

export const UndoRequest = z
  .strictObject({ ...said, entry: z.exactOptional(entryId).meta({ description: 'The last one unless told.' }) })
  .meta({ id: 'UndoRequest' })

export const LogImport = z
  .strictObject({ lines: z.string().meta({ description: 'An exported log: one entry in JSON a line.' }) })
  .meta({ id: 'LogImport' })

export const Correction = z
  .strictObject({
    ...EntrySchema.shape,
    state: z.exactOptional(z.enum(['holds', 'undone', 'forgotten'])).meta({ description: 'Of a correction.' }),
    fits: z.exactOptional(z.boolean()).meta({
      description: 'False where what it is about is gone from the texts: it waits until that is back.',
    }),
    sentence: z.string().meta({ description: 'What it says, for people.' }),
  })
  .meta({ id: 'Correction' })
export type Correction = z.infer<typeof Correction>

export const LogAnswer = z
  .strictObject({
    entries: list(Correction),
    total: z.int(),
    undoable: z.exactOptional(entryId),
    redoable: z.exactOptional(entryId),
    next: z.exactOptional(z.string()),
  })
  .meta({ id: 'LogAnswer', description: 'The newest first.' })
export type LogAnswer = z.infer<typeof LogAnswer>

export const CorrectedAnswer = z
  .strictObject({
    correction: Correction,
    node: z.exactOptional(nodeKey).meta({ description: 'Where the node that it is about is found now.' }),
  })
  .meta({ id: 'CorrectedAnswer' })
export type CorrectedAnswer = z.infer<typeof CorrectedAnswer>

const Reason = z
  .strictObject({ reason: z.string(), score: z.number().min(-1).max(1) })
  .meta({ id: 'Reason', description: 'Why two may be one; below 0: why not.' })

export const Suggestion = z
  .strictObject({
    node: NodeSummary,
    other: NodeSummary,
    score: z.number().min(0).max(1),
    reasons: list(Reason),
    evidence: z
      .strictObject({ node: list(Passage), other: list(Passage) })
      .meta({ description: 'Some passages that mention each of the two.' }),
  })
  .meta({
    id: 'Suggestion',
    description: 'Two nodes that may be one. Answer with a correction: "merge" or "distinct".',
  })
export type Suggestion = z.infer<typeof Suggestion>

export const SuggestionsAnswer = z
  .strictObject({ suggestions: list(Suggestion), total: z.int(), next: z.exactOptional(z.string()) })
  .meta({ id: 'SuggestionsAnswer', description: 'The likeliest first.' })
export type SuggestionsAnswer = z.infer<typeof SuggestionsAnswer>

export const IdentityAnswer = z
  .strictObject({
    node: NodeSummary,
    parts: list(z.strictObject({ label: z.string(), documents: list(documentId) })).meta({
      description: 'The names, or of an event the reports, that the node was put together from.',
    }),
    joins: list(
      z.strictObject({ one: z.int(), other: z.int(), score: z.number().min(0).max(1), reasons: list(Reason) }),
    ).meta({ description: 'What was joined with what, by ordinals of the parts.' }),
  })
  .meta({ id: 'IdentityAnswer', description: 'Why a node is one.' })
export type IdentityAnswer = z.infer<typeof IdentityAnswer>

export const ImportedAnswer = z.strictObject({ added: z.int(), known: z.int() }).meta({ id: 'ImportedAnswer' })

export type NewCorrection = z.infer<typeof NewCorrection>

/** That the schemas say what the model says is checked here, by the compiler. */
export const asWish = (wish: z.output<typeof WishSchema>): Wish => wish
const asEntry = (entry: z.output<typeof EntrySchema>): Entry =>
  entry as Entry & { what: Act<NodeAnchor, EdgeAnchor> | Control }

/**
 * Reads an exported log.
 * @throws InvalidInputError that names the line and what is wrong in it
 */
export function parseLog(text: string): Entry[] {
  return text.split(/\r?\n/).flatMap((line, i) => {
    if (line.trim() === '') return []
    const fault = (what: string): InvalidInputError =>
      new InvalidInputError('lines', `Line ${i + 1} of the log ${what}. Nothing was taken over.`)
    let json: unknown
    try {
      json = JSON.parse(line)
    } catch {
      throw fault('is no JSON')
    }
    const result = EntrySchema.safeParse(json)
    if (result.success) return [asEntry(result.data)]
    const [issue] = result.error.issues
    throw fault(`is no entry of a log: ${issue?.path.join('.') || 'the entry'} is not acceptable`)
  })
}

export const writeLog = (entries: readonly Entry[]): string =>
  entries.map((entry) => `${JSON.stringify(entry)}\n`).join('')
