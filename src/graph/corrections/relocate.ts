/** Where the passages of corrections lie when a text has been replaced by a newer version of it. */
import type { Anchor, Control, Entry, StatementAnchor } from '../../model/corrections.ts'
import { anchorsOf, isControl } from '../../model/corrections.ts'
import type { DocumentId } from '../../model/ids.ts'
import type { Span, SpanPair } from '../../model/span.ts'
import { readLog } from './log.ts'

interface Version {
  readonly id: DocumentId
  readonly text: string
}

/** What the log should say of a replaced text; undefined where no correction is anchored in it. */
export function relocation(
  entries: readonly Entry[],
  before: Version,
  after: Version,
): Extract<Control, { act: 'moved' }> | undefined {
  const spans = new Map<string, SpanPair>()
  for (const anchor of currentAnchors(entries)) {
    if (anchor.document !== before.id) continue
    for (const span of [[anchor.start, anchor.end] as const, anchor.source, anchor.target])
      if (span !== undefined) spans.set(span.join(' '), span)
  }
  if (spans.size === 0) return undefined
  const found = [...spans.values()]
    .sort((a, b) => a[0] - b[0] || a[1] - b[1])
    .flatMap(([start, end]) => {
      const place = relocate(before.text, after.text, { start, end })
      return place === undefined ? [] : [[start, end, place.start, place.end] as const]
    })
  return { act: 'moved', from: before.id, to: after.id, spans: found }
}

/** Anchors of all corrections, also of undone ones, which may come back. */
function currentAnchors(entries: readonly Entry[]): (Anchor & Partial<StatementAnchor>)[] {
  const standing = entries.filter(({ what }) => !isControl(what) || what.act === 'moved')
  return readLog(standing).holding.flatMap(({ act }) => anchorsOf(act))
}

/** Characters of context on both sides that a passage is looked for with. */
const WIDE = 80
const NARROW: readonly (readonly [before: number, after: number])[] = [
  [25, 25],
  [40, 0],
  [0, 40],
]

/**
 * Where a passage lies in another version of its text: with its surroundings unchanged, or at least those of one side. With
 * few words around it, it must be the only such place.
 */
export function relocate(before: string, after: string, { start, end }: Span): Span | undefined {
  const places = (left: number, right: number): number[] => {
    const from = Math.max(0, start - left)
    return occurrences(after, before.slice(from, Math.min(before.length, end + right))).map((at) => at + start - from)
  }
  const at = nearest(places(WIDE, WIDE), start) ?? NARROW.map((sides) => only(places(...sides))).find(isPlace)
  return at === undefined ? undefined : { start: at, end: at + end - start }
}

const isPlace = (at: number | undefined): at is number => at !== undefined
const only = (places: readonly number[]): number | undefined => (places.length === 1 ? places[0] : undefined)
const nearest = (places: readonly number[], to: number): number | undefined =>
  places.toSorted((a, b) => Math.abs(a - to) - Math.abs(b - to) || a - b)[0]

function occurrences(text: string, passage: string): number[] {
  const found: number[] = []
  if (passage === '') return found
  for (let at = text.indexOf(passage); at >= 0; at = text.indexOf(passage, at + 1)) found.push(at)
  return found
}
