/** The names of a library: what a name in a question may mean, and which names are nearly it. */
import type { PropertyGraph } from '../cypher/graph/property-graph.ts'
import { byText } from '../graph/order.ts'
import type { NodeAttributes } from '../model/graph.ts'
import { asNodeKey } from '../model/ids.ts'
import { fold } from '../nlp/gazetteer/fold.ts'
import type { Thing } from './query.ts'

export interface NameTable {
  /** What the words may mean, the more exactly called alone: a whole name before a surname before a given name. */
  readonly find: (folded: string) => readonly Thing[]
  /** Names of so many words at most. */
  readonly longest: number
  readonly suggest: (name: string) => readonly Thing[]
}

/** Words in lower case, without diacritics and punctuation. */
export const foldedWords = (text: string): readonly string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? []

interface Meaning {
  readonly thing: Thing
  /** 0 the whole name, 1 an alias or a surname, 2 a given name. */
  readonly rank: number
}

const PER_TURN = 2000

/** With a yield wherever others may have their turn. */
export function* nameTableInTurns({ nodes }: PropertyGraph): Generator<void, NameTable, void> {
  const meanings = new Map<string, Meaning[]>()
  const add = (words: readonly string[], thing: Thing, rank: number): void => {
    const key = words.join(' ')
    if (key === '') return
    const present = meanings.get(key)
    if (present === undefined) meanings.set(key, [{ thing, rank }])
    else if (!present.some((one) => one.thing.key === thing.key)) present.push({ thing, rank })
  }
  for (const { key, index, properties } of nodes) {
    if (index % PER_TURN === 0) yield
    const { kind, type, label, aliases = [] } = properties as unknown as NodeAttributes
    if (kind === 'event') continue
    const thing: Thing = { key: asNodeKey(key), name: label, kind, type }
    add(foldedWords(label), thing, 0)
    for (const alias of aliases) add(foldedWords(alias), thing, 1)
    if (type === 'person') for (const [words, rank] of partsOf(foldedWords(label))) add(words, thing, rank)
  }
  let longest = 1
  for (const key of meanings.keys()) longest = Math.max(longest, key.split(' ').length)
  return {
    longest,
    find: (folded) => {
      const found = meanings.get(folded) ?? []
      const best = Math.min(...found.map(({ rank }) => rank))
      return found.filter(({ rank }) => rank === best).map(({ thing }) => thing)
    },
    suggest: (name) => nearest(meanings, foldedWords(name).join(' ')),
  }
}

/** "Ilsa Marrow": the surname, and the given name, by which nobody is called unless no other bears it. */
function partsOf(words: readonly string[]): readonly (readonly [readonly string[], number])[] {
  if (words.length < 2) return []
  return [
    [words.slice(-1), 1],
    [words.slice(1), 1],
    [[words[0]!, words.at(-1)!], 1],
    [words.slice(0, 1), 2],
  ]
}

const MOST_SUGGESTIONS = 5

/** Names that differ by few letters: one in a short name, two or three in a long one. Given names alone suggest nobody. */
function nearest(meanings: ReadonlyMap<string, readonly Meaning[]>, wanted: string): readonly Thing[] {
  const most = wanted.length < 3 ? 0 : wanted.length < 7 ? 1 : wanted.length < 11 ? 2 : 3
  const near: { readonly thing: Thing; readonly far: number; readonly rank: number }[] = []
  for (const [name, found] of meanings) {
    const far = editDistance(name, wanted, most)
    if (far <= most) for (const { thing, rank } of found) if (rank < 2) near.push({ thing, far, rank })
  }
  near.sort((a, b) => a.far - b.far || a.rank - b.rank || byText(a.thing.key, b.thing.key))
  return [...new Map(near.map(({ thing }) => [thing.key, thing])).values()].slice(0, MOST_SUGGESTIONS)
}

/**
 * Optimal string alignment: two letters in the wrong order are one mistake.
 * @param most beyond which the number does not matter; it is then any larger one
 */
export function editDistance(a: string, b: string, most = Infinity): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let before: readonly number[] = []
  let last: readonly number[] = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? before[j - 2]! + 1 : Infinity
      row.push(Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1), swapped))
    }
    if (Math.min(...row) > most) return most + 1
    before = last
    last = row
  }
  return last[b.length]!
}
