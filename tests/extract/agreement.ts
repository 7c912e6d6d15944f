/** How far a reading agrees with what a careful reader drew from the same text: shares of names, edges and events. */
import { foldName } from '../../src/extract/names.ts'
import type { Extraction } from '../../src/model/facts.ts'
import type { LocalId } from '../../src/model/ids.ts'
import { RELATIONS } from '../../src/model/ontology.ts'
import { overlaps, type Span } from '../../src/model/span.ts'
import type { AnnotatedText, GoldDocument, GoldEdge } from './corpus/corpus.ts'

/** Right among `found`, and reached among `wanted`. */
export interface Tally {
  readonly found: number
  readonly right: number
  readonly wanted: number
  readonly reached: number
}

export interface Agreement {
  readonly nodes: Tally
  /** Of the nodes that agree: how many have the type of the annotation. */
  readonly types: Tally
  /** Same pair, same direction unless it carries none, an accepted relation. */
  readonly edges: Tally
  readonly events: Tally
  /** Of the edges and events that agree: how many have the status of the annotation. */
  readonly status: Tally
  /** The same, of those alone that are not asserted. */
  readonly guarded: Tally
}

const tally = (found: number, right: number, wanted: number, reached: number): Tally => ({
  found,
  right,
  wanted,
  reached,
})

export const add = (a: Tally, b: Tally): Tally =>
  tally(a.found + b.found, a.right + b.right, a.wanted + b.wanted, a.reached + b.reached)

export const precision = ({ found, right }: Tally): number => (found === 0 ? 1 : right / found)
export const recall = ({ wanted, reached }: Tally): number => (wanted === 0 ? 1 : reached / wanted)
export const f1 = (t: Tally): number => (2 * precision(t) * recall(t)) / (precision(t) + recall(t) || 1)

export function agreement({ gold, text }: AnnotatedText, extraction: Extraction): Agreement {
  const nodeOf = matchNodes(gold, extraction)
  const edges = matchEdges(gold, extraction, nodeOf)
  const events = matchEvents(gold, text, extraction)
  const statuses = [...edges.statuses, ...events.statuses]
  const guarded = statuses.filter(([wanted]) => wanted !== 'asserted')
  const same = (pairs: readonly Statuses[]): Tally => {
    const right = pairs.filter(([wanted, found]) => found.every((status) => status === wanted)).length
    return tally(pairs.length, right, pairs.length, right)
  }
  const firm = gold.nodes.filter(({ optional }) => optional === undefined).map(({ id }) => id)
  const optional = new Set(gold.nodes.filter((node) => node.optional).map(({ id }) => id))
  const matched = [...nodeOf.values()]
  const counted = extraction.entities.filter(({ id }) => !optional.has(nodeOf.get(id) ?? '')).length
  const met = firm.filter((id) => matched.includes(id)).length
  const typed = firm.filter((id) => {
    const first = extraction.entities.find((entity) => nodeOf.get(entity.id) === id)
    return first !== undefined && first.type === gold.nodes.find((node) => node.id === id)?.type
  }).length
  return {
    nodes: tally(counted, met, firm.length, met),
    types: tally(met, typed, met, typed),
    edges: edges.tally,
    events: events.tally,
    status: same(statuses),
    guarded: same(guarded),
  }
}

/** The status of an annotation, and those under which it was read. */
type Statuses = readonly [wanted: string, found: readonly string[]]

/** Entity → id of the annotated node that bears one of its names. */
function matchNodes(gold: GoldDocument, { entities }: Extraction): ReadonlyMap<LocalId, string> {
  const byName = new Map(gold.nodes.flatMap(({ id, names }) => names.map((name) => [foldName(name), id] as const)))
  return new Map(
    entities.flatMap(({ id, name, aliases }) => {
      const node = [name, ...aliases].map((word) => byName.get(foldName(word))).find((found) => found !== undefined)
      return node === undefined ? [] : [[id, node] as const]
    }),
  )
}

function matchEdges(
  gold: GoldDocument,
  { relations }: Extraction,
  nodeOf: ReadonlyMap<LocalId, string>,
): { readonly tally: Tally; readonly statuses: readonly Statuses[] } {
  const optional = new Set(gold.nodes.filter((node) => node.optional).map(({ id }) => id))
  const free = new Set(gold.allow.flatMap(({ s, t }) => [`${s} ${t}`, `${t} ${s}`]))
  const drawn = new Map<
    string,
    { readonly s: string; readonly t: string; readonly statuses: string[] } & {
      readonly relation: keyof typeof RELATIONS
    }
  >()
  for (const { relation, source, target, modality } of relations) {
    const [s, t] = [nodeOf.get(source) ?? source, nodeOf.get(target) ?? target]
    const key = `${relation} ${(RELATIONS[relation].symmetric ? [s, t].sort() : [s, t]).join(' ')}`
    const edge = drawn.get(key) ?? { relation, s, t, statuses: [] }
    if (s !== t) drawn.set(key, { ...edge, statuses: [...edge.statuses, modality] })
  }
  const fits = (edge: GoldEdge, s: string, t: string): boolean =>
    (edge.s_any ?? [edge.s]).includes(s) && (edge.t_any ?? [edge.t]).includes(t)
  const agrees = (
    edge: GoldEdge,
    { relation, s, t }: { relation: keyof typeof RELATIONS; s: string; t: string },
  ): boolean => edge.r.includes(relation) && (fits(edge, s, t) || (RELATIONS[relation].symmetric && fits(edge, t, s)))

  const all = [...drawn.values()]
  const right = all.filter((edge) => gold.edges.some((wanted) => agrees(wanted, edge)))
  const counted = all.filter(
    (edge) =>
      right.includes(edge) || !(free.has(`${edge.s} ${edge.t}`) || optional.has(edge.s) || optional.has(edge.t)),
  )
  const reached = gold.edges.flatMap((wanted): Statuses[] => {
    const found = right.filter((edge) => agrees(wanted, edge)).flatMap(({ statuses }) => statuses)
    return found.length === 0 ? [] : [[wanted.modality ?? 'asserted', found]]
  })
  return { tally: tally(counted.length, right.length, gold.edges.length, reached.length), statuses: reached }
}

function matchEvents(
  gold: GoldDocument,
  text: string,
  { events }: Extraction,
): { readonly tally: Tally; readonly statuses: readonly Statuses[] } {
  const place = (quote: string): Span => ({ start: text.indexOf(quote), end: text.indexOf(quote) + quote.length })
  const used = new Set<LocalId>()
  const statuses = gold.events.flatMap(({ type, quote, modality = 'asserted' }): Statuses[] => {
    const told = events.find(
      (event) =>
        !used.has(event.id) &&
        type.includes(event.type) &&
        event.evidence.some(({ span }) => overlaps(span, place(quote))),
    )
    if (told === undefined) return []
    used.add(told.id)
    return [[modality, [told.modality]]]
  })
  const free = events.filter(
    ({ id, evidence }) =>
      !used.has(id) && gold.allowEvents.some((quote) => evidence.some(({ span }) => overlaps(span, place(quote)))),
  )
  return {
    tally: tally(events.length - free.length, used.size, gold.events.length, statuses.length),
    statuses,
  }
}
