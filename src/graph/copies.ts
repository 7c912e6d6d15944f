/**
 * Copies of one report: wire copy that several papers print, with another headline, a sentence more or less. Texts are
 * compared by sketches (MinHash, Broder 1997, over runs of five words; candidates by banding, Leskovec et al., ch. 3), so
 * that a library of any size is grouped without comparing all with all. Pure and deterministic.
 */
import type { CivilDate } from '../model/date.ts'
import type { SourceDocument } from '../model/document.ts'
import type { GraphDocument } from '../model/graph.ts'
import type { DocumentId } from '../model/ids.ts'
import type { StoredDocument } from './knowledge-graph.ts'
import { byText } from './order.ts'

/** `LENGTH` numbers of 16 bits; the share in which two agree estimates how many runs of words their texts share. */
export type Sketch = Uint16Array

const LENGTH = 128
const ROWS = 4
const RUN = 5
/** Shorter texts share their words by chance. */
const FEWEST_WORDS = 40
/**
 * Of all runs of words in either text, those in both. Two reports of one agency on one matter share their background, seldom
 * more than a third; a copy with a paragraph cut and a headline changed keeps two thirds.
 */
const ALIKE = 0.6

const SEEDS = seeds()

/** Multipliers (odd) and summands of the hash functions: fixed, because sketches are stored. */
function seeds(): Uint32Array {
  const numbers = new Uint32Array(2 * LENGTH)
  let state = 0x9e3779b9
  for (let i = 0; i < numbers.length; i++) {
    // xorshift32
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    numbers[i] = i % 2 === 0 ? state | 1 : state
  }
  return numbers
}

/** @returns undefined where a text is too short to tell a copy from another text */
export function sketchOf({ text, body }: Pick<SourceDocument, 'text' | 'body'>): Sketch | undefined {
  const words =
    text
      .slice(body.start, body.end)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  if (words.length < FEWEST_WORDS) return undefined
  const least = new Uint32Array(LENGTH).fill(0xffffffff)
  for (let i = 0; i + RUN <= words.length; i++) {
    const hash = hashOf(words, i)
    for (let k = 0; k < LENGTH; k++) {
      const mixed = finish(Math.imul(hash, SEEDS[2 * k]!) + SEEDS[2 * k + 1]!)
      if (mixed < least[k]!) least[k] = mixed
    }
  }
  return Uint16Array.from(least, (value) => value & 0xffff)
}

/** FNV-1a over the letters of a run of words. */
function hashOf(words: readonly string[], from: number): number {
  let hash = 0x811c9dc5
  for (let i = from; i < from + RUN; i++) {
    const word = words[i]!
    for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193)
    hash = Math.imul(hash ^ 0x20, 0x01000193)
  }
  return hash
}

const finish = (value: number): number => {
  const mixed = Math.imul(value ^ (value >>> 16), 0x45d9f3b)
  return (mixed ^ (mixed >>> 15)) >>> 0
}

/** Estimated share, from 0 to 1, of runs of words that both texts have. */
export function likeness(a: Sketch, b: Sketch): number {
  let same = 0
  for (let i = 0; i < LENGTH; i++) if (a[i] === b[i]) same++
  return same / LENGTH
}

/** Whether `likeness` is `ALIKE` or more: of most texts the first few numbers tell that they are not. */
function areAlike(a: Sketch, b: Sketch): boolean {
  let mayDiffer = Math.floor(LENGTH * (1 - ALIKE))
  for (let i = 0; i < LENGTH; i++) if (a[i] !== b[i] && --mayDiffer < 0) return false
  return true
}

export interface Sketched {
  readonly id: DocumentId
  readonly date: CivilDate | null
  readonly sketch: Sketch
}

/**
 * Which documents are copies: copy → the one of its group that counts as the report, the earliest (ties by id). Documents that
 * stand alone, and the reports themselves, are not in it. The order of `documents` does not matter.
 */
export function findCopies(documents: readonly Sketched[]): ReadonlyMap<DocumentId, DocumentId> {
  const ordered = documents.toSorted(byAge)
  const parents = Uint32Array.from(ordered, (_, i) => i)
  const find = (i: number): number => {
    let root = i
    while (parents[root] !== root) root = parents[root]!
    for (let at = i; parents[at] !== root; ) [at, parents[at]] = [parents[at]!, root]
    return root
  }
  for (let band = 0; band < LENGTH; band += ROWS) {
    const before = agreeing(ordered, band, band + ROWS)
    for (let later = 0; later < ordered.length; later++) {
      let head = find(later)
      for (let earlier = before[later]!; earlier !== NONE; earlier = before[earlier]!) {
        if (parents[earlier] === head || find(earlier) === head) continue
        if (!areAlike(ordered[earlier]!.sketch, ordered[later]!.sketch)) continue
        // The older one stays at the head.
        const [older, other] = [Math.min(head, find(earlier)), Math.max(head, find(earlier))]
        parents[other] = older
        head = older
      }
    }
  }
  return new Map(
    ordered.flatMap(({ id }, i): [DocumentId, DocumentId][] => {
      const head = find(i)
      return head === i ? [] : [[id, ordered[head]!.id]]
    }),
  )
}

/**
 * The same as `findCopies` of all documents, from what it found before some came. The order of `added` does not matter.
 * @param found of all documents but those
 * @param documents those that were there before
 */
export function extendCopies(
  found: ReadonlyMap<DocumentId, DocumentId>,
  documents: Iterable<Sketched>,
  added: readonly Sketched[],
): ReadonlyMap<DocumentId, DocumentId> {
  const known = new Map(Array.from(documents, (document) => [document.id, document]))
  const heads = new Map(found)
  const headOf = (id: DocumentId): DocumentId => heads.get(id) ?? id
  for (const document of added) {
    known.set(document.id, document)
    for (const other of known.values()) {
      const [a, b] = [headOf(document.id), headOf(other.id)]
      if (a === b || !mayBeAlike(document.sketch, other.sketch) || !areAlike(document.sketch, other.sketch)) continue
      const [report, copy] = byAge(known.get(a)!, known.get(b)!) < 0 ? [a, b] : [b, a]
      for (const [id, head] of heads) if (head === copy) heads.set(id, report)
      heads.set(copy, report)
    }
  }
  return heads
}

/** Whether a band of the two is the same. */
function mayBeAlike(a: Sketch, b: Sketch): boolean {
  for (let band = 0; band < LENGTH; band += ROWS) if (agree(a, b, band, band + ROWS)) return true
  return false
}

const NONE = 0xffffffff

/** For each document the nearest before it whose sketch has the same numbers from `start` to `end`; `NONE` where there is none. */
function agreeing(documents: readonly Sketched[], start: number, end: number): Uint32Array {
  const mask = 2 ** Math.ceil(Math.log2(2 * documents.length + 1)) - 1
  /** An open hash table of the last documents with each sequence of numbers. */
  const slots = new Uint32Array(mask + 1).fill(NONE)
  const before = new Uint32Array(documents.length)
  for (let i = 0; i < documents.length; i++) {
    const { sketch } = documents[i]!
    let at = hashOfPart(sketch, start, end) & mask
    while (slots[at] !== NONE && !agree(documents[slots[at]!]!.sketch, sketch, start, end)) at = (at + 1) & mask
    before[i] = slots[at]!
    slots[at] = i
  }
  return before
}

function agree(a: Sketch, b: Sketch, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (a[i] !== b[i]) return false
  return true
}

function hashOfPart(sketch: Sketch, start: number, end: number): number {
  let hash = 0
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ sketch[i]!, 0x01000193)
  return finish(hash)
}

/** Those without a date last. */
const byAge = (a: Sketched, b: Sketched): number => byText(a.date ?? '~', b.date ?? '~') || byText(a.id, b.id)

/** The same documents, with what they are copies of. */
export const withCopies = (
  readings: readonly StoredDocument[],
  copies: ReadonlyMap<DocumentId, DocumentId>,
): StoredDocument[] =>
  readings.map(({ document, extraction }) => ({ document: markCopy(document, copies), extraction }))

export function markCopy(document: GraphDocument, copies: ReadonlyMap<DocumentId, DocumentId>): GraphDocument {
  const copyOf = copies.get(document.id)
  return copyOf === undefined ? document : { ...document, copyOf }
}
