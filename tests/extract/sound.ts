/** What must hold of every reading of every text, asked in one place. */
import { expect } from 'vitest'
import type { Extraction } from '../../src/model/facts.ts'
import { allows, ENTITY_TYPES, RELATIONS } from '../../src/model/ontology.ts'
import { contains, type Span } from '../../src/model/span.ts'
import { allEvidence } from './support.ts'

/** Every passage that the reading speaks of, with the sentence that must hold it, where it names one. */
function passages(extraction: Extraction): readonly (readonly [span: Span, sentence: Span | null])[] {
  const bare = [
    ...extraction.sentences,
    ...extraction.entities.flatMap(({ mentions, roles }) => [...mentions, ...roles].map(({ span }) => span)),
    ...extraction.unresolved.map(({ span }) => span),
    ...extraction.events.flatMap(({ participants, places, killed, wounded, arrested }) =>
      [...participants, ...places, killed, wounded, arrested].flatMap((part) =>
        part === undefined ? [] : [part.span],
      ),
    ),
  ]
  const within = allEvidence(extraction).flatMap(({ span, sentence, source, target, trigger }) =>
    [span, source, target, trigger].flatMap((part) => (part === undefined ? [] : [[part, sentence] as const])),
  )
  return [...bare.map((span) => [span, null] as const), ...within]
}

/** A position between the two halves of a character outside the Basic Multilingual Plane. */
const cutsPair = (text: string, at: number): boolean =>
  /[\uD800-\uDBFF]/.test(text[at - 1] ?? '') && /[\uDC00-\uDFFF]/.test(text[at] ?? '')

/** Fails unless spans lie in the text and in their sentences, and ends exist and are allowed by the ontology. */
export function expectSound(text: string, extraction: Extraction): void {
  const whole: Span = { start: 0, end: text.length }
  for (const [span, sentence] of passages(extraction)) {
    const where = [span.start, span.end, text.slice(span.start, span.end)]
    expect([...where, span.start < span.end, contains(whole, span)]).toEqual([...where, true, true])
    expect([...where, sentence === null || contains(sentence, span)]).toEqual([...where, true])
    expect([...where, cutsPair(text, span.start) || cutsPair(text, span.end)]).toEqual([...where, false])
  }
  const types = new Map(extraction.entities.map(({ id, type }) => [id, type]))
  expect(types.size).toBe(extraction.entities.length)
  for (const { name, kind, type, mentions, id } of extraction.entities) {
    expect([name, ENTITY_TYPES[type].kind]).toEqual([name, kind])
    expect([name, name.trim() !== '', mentions.length > 0]).toEqual([name, true, true])
    expect(mentions.filter((mention) => mention.entity !== id)).toEqual([])
  }
  const happenings = new Set(extraction.events.map(({ id }) => id))
  for (const { relation, source, target, event, former, confidence, evidence } of extraction.relations) {
    const ends = [types.get(source), types.get(target)] as const
    expect([relation, ...ends, source !== target]).toEqual([relation, expect.any(String), expect.any(String), true])
    expect([relation, ...ends, allows(relation, ends[0]!, ends[1]!)]).toEqual([relation, ...ends, true])
    expect([relation, event === undefined || happenings.has(event)]).toEqual([relation, true])
    expect([relation, former && RELATIONS[relation].nature === 'deed']).toEqual([relation, false])
    expect([relation, confidence >= 0 && confidence <= 1, evidence.length > 0]).toEqual([relation, true, true])
  }
  for (const { label, participants, places, evidence, attributedTo } of extraction.events) {
    const named = [...participants, ...places].map(({ entity }) => entity)
    const speaker = attributedTo !== null && 'entity' in attributedTo ? [attributedTo.entity] : []
    expect([label, [...named, ...speaker].filter((id) => !types.has(id))]).toEqual([label, []])
    expect([label, label.trim() !== '', evidence.length > 0]).toEqual([label, true, true])
  }
}
