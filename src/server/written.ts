/**
 * What views give, as JSON, without the objects in between: half of the time of an answer about many edges would go into these.
 * Fields stand in the order of the views.
 */
import type { EdgeAttributes, GraphEvidence, NodeAttributes } from '../model/graph.ts'
import { EDGES, type EdgeName } from '../model/ontology.ts'
import { marksOf } from './marks.ts'

const quoted = (text: string): string => JSON.stringify(text)

/** @param degree number of edges at the node */
export function nodeWritten(key: string, attributes: NodeAttributes, degree: number): string {
  const { label, kind, type, mentions } = attributes
  const shared = `{"key":${quoted(key)},"label":${quoted(label)},"kind":"${kind}","type":"${type}","mentions":${mentions},"degree":${degree}`
  if (attributes.kind === 'event') {
    const { date, modality } = attributes
    return `${shared}${date === undefined ? '' : `,"date":"${date}"`},"modality":"${modality}"}`
  }
  const { role, country } = attributes
  return `${shared}${role?.[0] === undefined ? '' : `,"role":${quoted(role[0])}`}${country === undefined ? '' : `,"country":${quoted(country)}`}}`
}

const kinds = new Map<EdgeName, string>()

/** What its relation says of an edge. */
export function kindWritten(relation: EdgeName): string {
  const known = kinds.get(relation)
  if (known !== undefined) return known
  const { label, inverse, symmetric, family } = EDGES[relation]
  const made = JSON.stringify({ relation, family, label, inverse, symmetric }).slice(1, -1)
  kinds.set(relation, made)
  return made
}

/** @param speaker whose word it is, as JSON */
export function statementWritten(attributes: EdgeAttributes, speaker: string | undefined): string {
  const { modality, weight, rule, confidence, first, last, former, role, event, confirmed, note } = attributes
  let json = `"modality":"${modality}"`
  if (speaker !== undefined) json += `,"attributedTo":${speaker}`
  if (first !== undefined) json += `,"first":"${first}"`
  if (last !== undefined) json += `,"last":"${last}"`
  if (former) json += ',"former":true'
  if (role !== undefined) json += `,"role":${quoted(role)}`
  json += `,"weight":${weight},"rule":${quoted(rule)},"confidence":${confidence}`
  if (event !== undefined) json += `,"event":${quoted(event)}`
  if (confirmed) json += ',"confirmed":true'
  if (note !== undefined) json += `,"note":${quoted(note)}`
  return json
}

/** @param document as JSON @param text of the whole document */
export function passageWritten(evidence: GraphEvidence, document: string, text: string): string {
  const { start, end, sentence } = evidence
  const [from, to] = sentence ?? [start, end]
  let marks = ''
  for (const mark of marksOf(evidence))
    marks += `${marks === '' ? '' : ','}{"kind":"${mark.kind}","start":${mark.start},"end":${mark.end}}`
  return `{"document":${document},"sentence":{"text":${quoted(text.slice(from, to))},"start":${from},"end":${to}},"start":${start},"end":${end},"marks":[${marks}]}`
}
