/** What was read in a document, as the library keeps it: one compressed row. Rows for each fact take three times the room and five times the time. */
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { Evidence, Extraction } from '../model/facts.ts'
import type { Span } from '../model/span.ts'

export const packFacts = (extraction: Extraction): Buffer => deflateRawSync(JSON.stringify(extraction))

/** @throws Error where the bytes are not what `packFacts` gave */
export const unpackFacts = (bytes: Buffer): Extraction =>
  JSON.parse(inflateRawSync(bytes).toString('utf8')) as Extraction

/** Ids that facts refer to and the extraction does not list. */
export function danglingIn({ entities, events, relations }: Extraction): string[] {
  const ids = new Set<string>([...entities, ...events].map(({ id }) => id))
  const speakers = [...events, ...relations].flatMap(({ attributedTo: by }) =>
    by !== null && 'entity' in by ? [by.entity] : [],
  )
  const ends = relations.flatMap(({ source, target, event = source }) => [source, target, event])
  const parts = events.flatMap(({ participants, places }) => [...participants, ...places].map(({ entity }) => entity))
  return [...new Set([...speakers, ...ends, ...parts])].filter((id) => !ids.has(id))
}

/**
 * What of the facts cannot be: what lies outside of the text, or refers to what is not there.
 * @param length of the text
 */
export function faultsIn(extraction: Extraction, length: number): string[] {
  const { sentences, entities, unresolved, events, relations } = extraction
  const outside = ({ start, end }: Span): boolean => start < 0 || start > end || end > length
  const mentions = [...entities.flatMap((entity) => entity.mentions), ...unresolved]
  const passages = (item: Evidence): readonly Span[] => [item.span, item.sentence]
  const evidence = [...events, ...relations].flatMap((fact) => fact.evidence.flatMap(passages))
  return [
    ...(sentences.some(outside) ? ['sentences outside of its text'] : []),
    ...(mentions.some(({ span }) => outside(span)) ? ['mentions outside of its text'] : []),
    ...(evidence.some(outside) ? ['evidence outside of its text'] : []),
    ...(danglingIn(extraction).length > 0 ? ['facts that refer to what it does not list'] : []),
  ]
}
