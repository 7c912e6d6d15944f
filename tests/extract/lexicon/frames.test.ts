/** Every row of the frame lexicon is read in the sentence that it brings as its example. */
import { describe, expect, it } from 'vitest'
import type { Frame } from '../../../src/extract/lexicon.ts'
import { parseCivilDay } from '../../../src/model/date.ts'
import type { Extraction, Relation } from '../../../src/model/facts.ts'
import { RELATIONS } from '../../../src/model/ontology.ts'
import { toDocument } from '../../../src/read/document.ts'
import { loadPipeline } from '../../../src/resources.ts'
import { type FrameRow, frameRows } from './tables.ts'

/** Parsers err, and each training lets them err elsewhere: so many of a hundred rows may stay silent. */
const SILENT_PERCENT = 3

/** Tells of the states and towns of the examples, so that each may be one sentence; nothing happens in it. */
const CAST =
  'Varnian President Oskar Drell lives in Lodesk, the capital of Varnia. ' +
  'Keldavian Prime Minister Lucan Bereti lives in Teskova, the capital of Keldavia. ' +
  'Lirvanian President Amar Tovin lives in Sorn, the capital of Lirvania.\n\n'

const published = parseCivilDay('2021-06-24') ?? null
const pipeline = loadPipeline()

const read = (example: string): Extraction =>
  pipeline.read(toDocument(CAST + example, { origin: 'example', date: published }).document)

/** Whether the roles are the right way round, where the sentence is plain enough to tell: whoever acts is named first. */
function inOrder({ relation, evidence: [first] }: Relation, { agent, example }: Frame): boolean {
  const tells = /^(?:subj|poss)$/.test(agent[0] ?? '') && !/\bby\b/.test(example) && !RELATIONS[relation].symmetric
  return !tells || (first.source?.start ?? 0) < (first.target?.start ?? 0)
}

/** Whether the example says what the row says: its relation, read from a verb or noun, and its event. */
function fires(frame: Frame): boolean {
  const { relations, events } = read(frame.example)
  const related = relations.some(
    (relation) =>
      relation.relation === frame.relation &&
      relation.evidence[0].span.start >= CAST.length &&
      /^(?:verb|noun) /.test(relation.rule) &&
      inOrder(relation, frame),
  )
  const happened = events.some(({ type, evidence }) => type === frame.event && evidence[0].span.start >= CAST.length)
  return (frame.relation === null || related) && (frame.event === null || happened)
}

const describeRow = ({ pos, frame }: FrameRow): string =>
  `${pos} ${frame.name} (${frame.relation ?? '-'}, ${frame.event ?? '-'}): ${frame.example}`

const frameNamed = (pos: FrameRow['pos'], name: string): Frame => {
  const row = frameRows.find((candidate) => candidate.pos === pos && candidate.frame.name === name)
  if (row === undefined) throw new Error(`the lexicon has no ${pos} "${name}"`)
  return row.frame
}

describe('the examples of the frame lexicon', () => {
  it(`are understood, all but ${SILENT_PERCENT} of a hundred`, () => {
    const silent = frameRows.filter(({ frame }) => !fires(frame)).map(describeRow)
    const few = silent.length * 100 <= SILENT_PERCENT * frameRows.length
    expect(few ? [] : silent).toEqual([])
  }, 300_000)

  it('would not pass for another relation, another event or swapped roles', () => {
    const arrest = frameNamed('verb', 'arrest')
    const visit = frameNamed('noun', 'visit')
    expect([fires(arrest), fires(visit)]).toEqual([true, true])
    expect(fires({ ...arrest, relation: 'released' })).toBe(false)
    expect(fires({ ...visit, event: 'attack' })).toBe(false)
    expect(fires({ ...arrest, example: 'Mira Sandor was arrested in Lodesk.' })).toBe(false)
    const [from] = read(arrest.example).relations.filter(({ relation }) => relation === 'arrested')
    const [evidence] = from?.evidence ?? []
    if (from === undefined || evidence?.source === undefined || evidence.target === undefined)
      throw new Error('the arrest is not read')
    const swapped = { ...evidence, source: evidence.target, target: evidence.source }
    expect(inOrder({ ...from, evidence: [swapped] }, arrest)).toBe(false)
  })

  it('are each one sentence of plain prose', () => {
    const odd = frameRows.filter(({ frame }) => !/^[A-Z][^.!?]*\.$/.test(frame.example)).map(describeRow)
    expect(odd).toEqual([])
  })
})
