/**
 * The names of a question: each, or each list of them ("Orla Venn and Ilsa Marrow"), gives way to one short invented name, so that the
 * parser meets a plain sentence whatever the names of the library look like, also when they are written in lower case.
 */
import { fold } from '../nlp/gazetteer/fold.ts'
import type { NameTable } from './name-table.ts'
import type { AmbiguousName, Thing, UnknownName } from './query.ts'
import type { Vocabulary } from './vocabulary.ts'

export interface Mentioned {
  /** Those of a list; one otherwise. */
  readonly things: readonly Thing[]
  /** Joined by "and", not by "or". */
  readonly every: boolean
  /** "Norwegian" rather than "Norway". */
  readonly adjective: boolean
}

export interface Spotted {
  /** The question in lower case with stand-ins for names. */
  readonly text: string
  readonly names: ReadonlyMap<string, Mentioned>
  readonly unknown: readonly UnknownName[]
  readonly ambiguous: readonly AmbiguousName[]
}

export interface NameSource {
  readonly table: NameTable
  /** What a word list knows by this name: the names that the library may use for it. */
  readonly known: (name: string) => { readonly names: readonly string[]; readonly adjective: boolean }
}

interface Atom {
  readonly form: string
  readonly folded: string
  readonly start: number
  readonly end: number
}

interface Found {
  readonly from: number
  readonly to: number
  readonly things: readonly Thing[]
  readonly adjective: boolean
}

/** Names from invented examples; a tagger takes them for what they stand for. */
export const ACTORS = ['Drell', 'Ranke', 'Bereti', 'Solen', 'Varga', 'Torr'] as const
export const PLACES = ['Lodesk', 'Teskova', 'Brevna', 'Kelstad', 'Sondal', 'Ostmark'] as const
export const STAND_INS: readonly string[] = [...ACTORS, ...PLACES]

const isCapital = (form: string): boolean => /^\p{Lu}/u.test(form)
const MONTHS_AND_DAYS =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)day|christmas|easter)$/

export function spotNames(question: string, source: NameSource, vocabulary: Vocabulary): Spotted {
  const written = question.normalize('NFC')
  // All in capitals says no more about names than all in lower case.
  const text = /\p{Ll}/u.test(written) ? written : written.toLowerCase()
  const atoms = [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].map(({ 0: form, index }): Atom => {
    return { form, folded: fold(form).replace(/[^\p{L}\p{N}]/gu, ''), start: index, end: index + form.length }
  })
  const cased = atoms.some(({ form }, i) => i > 0 && isCapital(form) && form !== 'I')
  const reader = new Reader(text, atoms, cased, source, vocabulary)
  return reader.read()
}

class Reader {
  readonly #text: string
  readonly #atoms: readonly Atom[]
  readonly #cased: boolean
  readonly #source: NameSource
  readonly #words: Vocabulary
  constructor(text: string, atoms: readonly Atom[], cased: boolean, source: NameSource, vocabulary: Vocabulary) {
    this.#text = text
    this.#atoms = atoms
    this.#cased = cased
    this.#source = source
    this.#words = vocabulary
  }

  read(): Spotted {
    const found: Found[] = []
    for (let i = 0; i < this.#atoms.length; ) {
      const next = this.#at(i)
      if (next !== undefined) found.push(next)
      i = next?.to ?? i + 1
    }
    const whole = this.#withoutTitles(this.#joined(found))
    const unknown = whole.filter(({ things }) => things.length === 0)
    const ambiguous = whole.filter(({ things }) => things.length > 1)
    return {
      ...this.#withStandIns(whole),
      unknown: unknown.map((one) => ({
        name: this.#words_(one),
        suggestions: this.#source.table.suggest(this.#words_(one)),
      })),
      ambiguous: ambiguous.map((one) => ({ name: this.#words_(one), candidates: one.things })),
    }
  }

  /** The last stop of "U.S." is one of the name. */
  #endOf({ from, to }: Found): number {
    const end = this.#atoms[to - 1]!.end
    const isAcronym = /^(?:\p{L}\.)+\p{L}$/u.test(this.#text.slice(this.#atoms[from]!.start, end))
    return isAcronym && this.#text[end] === '.' ? end + 1 : end
  }

  readonly #words_ = ({ from, to }: Found): string =>
    this.#text.slice(this.#atoms[from]!.start, this.#atoms[to - 1]!.end)

  #at(from: number): Found | undefined {
    const atoms = this.#atoms
    const most = Math.min(Math.max(this.#source.table.longest, 6), atoms.length - from)
    for (let length = most; length > 0; length--) {
      const to = from + length
      if (!this.#isTogether(from, to) || !this.#mayBeName(from, to)) continue
      const key = atoms
        .slice(from, to)
        .map(({ folded }) => folded)
        .join(' ')
      const known = this.#source.known(this.#words_({ from, to, things: [], adjective: false }))
      const things = [key, ...known.names].map((name) => this.#source.table.find(name)).find((one) => one.length > 0)
      if (things !== undefined) return { from, to, things, adjective: known.adjective }
      if (known.names.length > 0 && (length > 1 || this.#cased))
        return { from, to, things: [], adjective: known.adjective }
    }
    return this.#strange(from)
  }

  /** Only blanks, hyphens, stops and apostrophes stand between the words of a name. */
  readonly #isTogether = (from: number, to: number): boolean =>
    this.#atoms.slice(from + 1, to).every(({ start }, i) => {
      const between = this.#text.slice(this.#atoms[from + i]!.end, start)
      return /^(?: |[-–’'.]|\. )+$/u.test(between)
    })

  #mayBeName(from: number, to: number): boolean {
    const [first, single] = [this.#atoms[from]!, to === from + 1]
    if (single && (first.folded.length < 2 || first.folded === 's')) return false
    if (MONTHS_AND_DAYS.test(first.folded) && single) return false
    if (!this.#cased || from === 0) return !(single && this.#words.isWord(first.folded))
    return isCapital(first.form) || /^(?:al|el|bin|ibn|von|van|de|der)$/.test(first.folded)
  }

  /** A run of capitals that no name of the library begins with, or, in lower case, a word that is nearly a name. */
  #strange(from: number): Found | undefined {
    const atom = this.#atoms[from]!
    const isOdd = (at: number): boolean => {
      const { form, folded } = this.#atoms[at]!
      return isCapital(form) && !MONTHS_AND_DAYS.test(folded) && !(form === 'I') && !/^\d/.test(form)
    }
    if (this.#cased && from > 0) {
      if (!isOdd(from) || this.#isTitle(from)) return undefined
      let to = from + 1
      while (to < this.#atoms.length && this.#isTogether(from, to + 1) && (isOdd(to) || this.#bridges(to, isOdd))) to++
      return { from, to, things: [], adjective: false }
    }
    const misspelt = atom.folded.length > 4 && !this.#words.isWord(atom.folded) && !MONTHS_AND_DAYS.test(atom.folded)
    const isNear = misspelt && this.#source.table.suggest(atom.form).length > 0
    return isNear ? { from, to: from + 1, things: [], adjective: false } : undefined
  }

  readonly #bridges = (at: number, isOdd: (at: number) => boolean): boolean =>
    /^(?:de|von|van|der|den|bin|ibn|al|el|of|the|du|la)$/.test(this.#atoms[at]!.folded) &&
    at + 1 < this.#atoms.length &&
    isOdd(at + 1)

  #isTitle(at: number): boolean {
    const words = this.#atoms.slice(at, at + 5).map(({ folded }) => folded)
    return this.#words.lexicon.roles.has(words[0]!) || this.#words.role(words) !== undefined
  }

  /** A given name beside a surname that is not known is no shorter name of somebody: both are one name, which is not known. */
  #joined(found: readonly Found[]): readonly Found[] {
    const joined: Found[] = []
    for (const next of found) {
      const last = joined.at(-1)
      const beside =
        last !== undefined && last.to === next.from && this.#isTogether(last.from, next.to) && !last.adjective
      if (beside && (last.things.length === 0 || next.things.length === 0) && this.#cased)
        joined[joined.length - 1] = { from: last.from, to: next.to, things: [], adjective: false }
      else joined.push(next)
    }
    return joined
  }

  /** "French President Marrow", "the envoy Orla Venn": the title, and whose it is, belong to the name. */
  #withoutTitles(found: readonly Found[]): readonly Found[] {
    const titled = found.map((one) => {
      if (one.adjective || (one.things.length > 0 && one.things[0]!.type !== 'person')) return one
      let from = one.from
      const starts = (at: number): boolean => {
        const words = this.#atoms.slice(at, one.from).map(({ folded }) => folded)
        return (
          words.length > 0 &&
          (this.#words.role(words)?.words === words.join(' ') ||
            (words.length === 1 && this.#words.lexicon.roles.has(words[0]!)))
        )
      }
      for (let at = one.from - 1; at >= Math.max(0, one.from - 4); at--)
        if (starts(at) && this.#isTogether(at, one.to)) from = at
      return { ...one, from }
    })
    return titled.filter((one, i) => {
      const next = titled[i + 1]
      return !(next !== undefined && next.from === one.to && next.to - next.from > 1 && found[i + 1]!.from > next.from)
    })
  }

  #withStandIns(found: readonly Found[]): Pick<Spotted, 'text' | 'names'> {
    const names = new Map<string, Mentioned>()
    const free = { actors: [...ACTORS] as string[], places: [...PLACES] as string[] }
    let [text, end] = ['', 0]
    for (let i = 0; i < found.length; i++) {
      const group = this.#group(found, i)
      const [first, last] = [found[i]!, found[i + group.length - 1]!]
      const isPlace = group.every(({ things: [thing] }) => thing?.kind === 'place' || thing?.type === 'country')
      const name = (isPlace ? free.places : free.actors).shift() ?? free.actors.shift() ?? free.places.shift()
      if (name === undefined) break
      const joint = this.#text.slice(this.#atoms[first.from]!.start, this.#atoms[last.to - 1]!.end)
      const every = group.length > 1 && !/\bor\b/i.test(joint)
      names.set(name, { things: group.flatMap(({ things }) => things.slice(0, 1)), every, adjective: first.adjective })
      const start = this.#atoms[first.from]!.start
      text += `${lower(this.#text.slice(end, start))}${name}`
      end = this.#endOf(last)
      i += group.length - 1
    }
    return { text: text + lower(this.#text.slice(end)), names }
  }

  /** Names that "and", "or" and commas join; of an adjective none. */
  #group(found: readonly Found[], from: number): readonly Found[] {
    const group = [found[from]!]
    for (const next of found.slice(from + 1)) {
      const last = group.at(-1)!
      const between = this.#text.slice(this.#atoms[last.to - 1]!.end, this.#atoms[next.from]!.start)
      if (last.adjective || next.adjective || !/^\s*(?:,|,?\s*(?:and|or|&)(?:\s+the)?)\s*$/i.test(between)) break
      group.push(next)
    }
    return group
  }
}

/** Names of months and days keep a capital, by which they are told from other words. */
const lower = (text: string): string =>
  text.toLowerCase().replace(/[a-z]+/g, (word, at: number, whole: string) => {
    const certain = MONTHS_AND_DAYS.test(word) && word !== 'may' && word !== 'march'
    const told = /\b(?:in|since|until|till|by|of|during|before|after|last|next|this|early|late|and)\s+$/.test(
      whole.slice(0, at),
    )
    return certain || (MONTHS_AND_DAYS.test(word) && (told || /^\s+\d/.test(whole.slice(at + word.length))))
      ? capital(word)
      : word
  })

export const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)
