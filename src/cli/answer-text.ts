/** Answers of the API for reading: what is no plain fact says so in its own line. */
import type { EventsAnswer, EventView } from '../api/events.ts'
import type { EdgeView, NeighborsAnswer, NodeSummary, Passage, PathsAnswer, SearchAnswer } from '../api/schemas.ts'
import { readingOf } from '../graph/reading.ts'

const joined = (parts: readonly (string | null | undefined)[], by = ' · '): string =>
  parts.filter((part) => part !== null && part !== undefined && part !== '').join(by)

const nodeWords = ({ label, type, key }: NodeSummary): string => `${label} (${type}, ${key})`
const days = (first: string | undefined, last: string | undefined): string | undefined =>
  first === undefined ? undefined : last === undefined || last === first ? first : `${first} to ${last}`
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

const passageLines = ({ sentence, document: { title, date, source } }: Passage): string =>
  `    “${oneLine(sentence.text)}”\n      ${joined([title, date, source], ', ')}\n`

/** "Ilsa Marrow met Teodor Quist", from source to target whatever way it was come to. */
function edgeLines({ source, target, attributedTo, first, last, weight, evidence, ...edge }: EdgeView): string {
  const says = `${source.label} ${readingOf(edge)} ${target.label}`
  const speaker = attributedTo && `according to ${attributedTo.label}`
  const several = weight > 1 ? `${weight} statements` : undefined
  return `  ${joined([says, edge.role, days(first, last), speaker, several])}\n${evidence.map(passageLines).join('')}`
}

const more = (shown: number, total: number): string =>
  shown < total ? `\n${shown} of ${total}; --limit shows more.\n` : ''

export function neighborsAsText({ node, neighbors, total, cut }: NeighborsAnswer): string {
  const blocks = neighbors.map(({ node: other, distance, edges }) => {
    const steps = distance === 1 ? undefined : `${distance} steps away`
    return `\n${joined([nodeWords(other), steps])}\n${edges.map(edgeLines).join('')}`
  })
  const reach = cut.includes('reach') ? '\nThere was more than could be looked at; narrow the question.\n' : ''
  const none = total === 0 ? '\nNothing lies around it that the filters let through.\n' : ''
  return `${nodeWords(node)}\n${none}${blocks.join('')}${more(neighbors.length, total)}${reach}`
}

export function pathsAsText({ from, to, paths, cut }: PathsAnswer): string {
  const head = `${nodeWords(from)} – ${nodeWords(to)}\n`
  if (paths.length === 0)
    return `${head}\nNo path connects the two within the length, as far as the filters let through.\n`
  const blocks = paths.map(
    ({ length, nodes, edges }, i) =>
      `\n${i + 1}. ${nodes.map(({ label }) => label).join(' – ')} (${length === 1 ? '1 step' : `${length} steps`})\n${edges.map(edgeLines).join('')}`,
  )
  return `${head}${blocks.join('')}${cut.length === 0 ? '' : `\nThere is more than is shown (${cut.join(', ')}).\n`}`
}

interface Range {
  readonly min: number
  readonly max: number | null
}
const rangeWords = ({ min, max }: Range, what: string): string =>
  `${max === null ? `at least ${min}` : min === max ? min : `${min} to ${max}`} ${what}`
const tollWords = (tolls: { readonly [what: string]: Range | undefined }): string =>
  joined(
    Object.entries(tolls).map(([what, range]) => range && rangeWords(range, what)),
    ', ',
  )

export function eventsAsText({ events, total, tolls }: EventsAnswer): string {
  if (total === 0) return 'Nothing in the library fits.\n'
  const sum = tollWords(tolls)
  return `${events.map(eventLines).join('\n')}${more(events.length, total)}${sum === '' ? '' : `\nTogether ${sum}.\n`}`
}

function eventLines({ date, endDate, label, modality, attributedTo, places, tolls, key, evidence }: EventView): string {
  const status = modality === 'asserted' ? undefined : modality
  const speaker = attributedTo && `according to ${attributedTo.label}`
  const where = places.length === 0 ? undefined : `in ${places.map(({ node }) => node.label).join(', ')}`
  const head = joined([days(date, endDate) ?? 'undated', label, status, where, tollWords(tolls), speaker])
  return `${head} (${key})\n${evidence.map(passageLines).join('')}`
}

export function searchAsText({ nodes, documents }: SearchAnswer): string {
  if (nodes.length === 0 && documents.length === 0) return 'Nothing in the library has these words.\n'
  const found = nodes.map(({ matched, ...node }) =>
    joined([
      nodeWords(node),
      matched === node.label ? undefined : `as “${matched}”`,
      node.mentions === 1 ? '1 mention' : `${node.mentions} mentions`,
    ]),
  )
  const texts = documents.map(({ id, title, date, source, snippet }) => {
    const words = oneLine(snippet.map(({ text, hit }) => (hit ? `[${text}]` : text)).join(''))
    return `${joined([title, date, source], ', ')} (${id})\n    ${words}\n`
  })
  const between = found.length > 0 && texts.length > 0 ? '\n' : ''
  return `${found.map((line) => `${line}\n`).join('')}${between}${texts.join('')}`
}
