/** How facts read in files for people. */
import type { CivilDate } from '../../model/date.ts'
import type { EdgeAttributes, EventAttributes, EventReport, GraphDocument, NodeAttributes } from '../../model/graph.ts'
import { EDGES, ENTITY_TYPES, EVENT_TYPES, isEntityType, isEventType } from '../../model/ontology.ts'

const MONTHS = [
  'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December',
] as const // biome-ignore format: one glance

/** `2025-12-04` → `4 December 2025`, as coarse as the date itself. */
export function dateWords(date: CivilDate): string {
  const [year, month, day] = date.split('-')
  return [day === undefined ? '' : String(Number(day)), month === undefined ? '' : MONTHS[Number(month) - 1], year]
    .filter((part) => part !== '')
    .join(' ')
}

export const periodWords = (first: CivilDate | undefined, last: CivilDate | undefined): string =>
  first === undefined || last === undefined || first === last
    ? [first ?? last].map((date) => (date === undefined ? '' : dateWords(date))).join('')
    : `${dateWords(first)} to ${dateWords(last)}`

export const typeWords = (type: NodeAttributes['type']): string =>
  isEntityType(type) ? ENTITY_TYPES[type].label : isEventType(type) ? EVENT_TYPES[type].label : type

/** How an edge reads from one of its ends, around the other's name: `[before, after]`. */
export function readingFrom(
  { relation }: Pick<EdgeAttributes, 'relation'>,
  fromSource: boolean,
): readonly [string, string] {
  const [before = '', after = ''] = EDGES[relation][fromSource ? 'label' : 'inverse'].split('…')
  return [before.trim(), after.trim()]
}

const STATUS_WORDS = { planned: 'planned', possible: 'possible', requested: 'requested', denied: 'denied' } as const

/** What keeps a statement from being a plain fact: `planned`, `denied`, `according to Northern Wire`. */
export const reservations = (
  { modality, attributedTo }: Pick<EdgeAttributes | EventAttributes, 'modality' | 'attributedTo'>,
  labelOf: (key: string) => string | undefined,
): string[] => [
  ...(modality === 'asserted' ? [] : [STATUS_WORDS[modality]]),
  ...(attributedTo === undefined ? [] : [`according to ${labelOf(attributedTo) ?? attributedTo}`]),
]

/** `at least six killed`, in the words of the text where they are known. */
export const tollWords = (event: EventAttributes | EventReport): string[] =>
  (['killed', 'wounded', 'arrested'] as const).flatMap((name) => {
    const [least, most, text] = [event[name], event[`${name}Max`], event[`${name}Text`]]
    if (least === undefined) return []
    const number = most === undefined ? `at least ${least}` : most === least ? `${least}` : `${least} to ${most}`
    return [`${number} ${name}${text === undefined || text === '' ? '' : ` (“${text}”)`}`]
  })

/** `Talks in Velmont, Northern Wire, 4 March 2031`. */
export const documentWords = ({ title, source, date }: Pick<GraphDocument, 'title' | 'source' | 'date'>): string =>
  [title, source ?? '', date === null ? '' : dateWords(date)].filter((part) => part !== '').join(', ')
