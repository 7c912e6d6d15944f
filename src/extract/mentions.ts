/**
 * Sentences → mentions by name: what the name finder found, adjectives and peoples of states, types made finer.
 */
import type { EntityType } from '../model/ontology.ts'
import type { Span } from '../model/span.ts'
import type { Name } from '../nlp/analysis.ts'
import { displayName, foldName, isDerivedFrom } from './names.ts'
import { type Tree, tokenAt } from './tree.ts'
import type { World } from './world.ts'

/** A name or adjective in the text, not yet an entity. Tokens `from` up to, without, `to`; `head` is the one that others hang on. */
export interface NameMention extends Span {
  readonly sentence: number
  readonly from: number
  readonly to: number
  readonly head: number
  readonly form: 'name' | 'adjective'
  readonly text: string
  readonly type: EntityType
  /** The name under which the world knows it: "Russia" for "Russian". */
  readonly known: string | null
  readonly country: string | null
}

/** Nouns that only a state, or what belongs to one, has: they tell that an unknown adjective is a state's. */
const STATELY =
  /^(president|prime|minister|premier|king|queen|chancellor|government|army|forces?|troops|military|parliament|ambassador|foreign|embassy|capital|border|republic|navy|soldiers?|officials?|authorities|leader|envoy|diplomats?|police|state|opposition|vice|defen[cs]e|interior)$/i
const ADJECTIVAL = /^\p{Lu}[\p{L}’'-]+(?:ian|an|ese|ish|i|ic|ene|ite)s?$/u

export function findNames(trees: readonly Tree[], world: World): readonly NameMention[] {
  const named = trees.flatMap((tree, sentence) =>
    tree.sentence.names.map((name) => fromName(tree, sentence, name, world)),
  )
  const states = inferStates(trees, named, world)
  const places = new Map(
    named.filter((m) => m.type === 'country' || states.has(foldName(m.text))).map((m) => [foldName(m.text), m.text]),
  )
  const retyped = named.map((mention) => retype(mention, states, places, world))
  return [...retyped, ...trees.flatMap((tree, sentence) => adjectives(tree, sentence, retyped, places, world))].sort(
    (a, b) => a.start - b.start || b.end - a.end,
  )
}

function fromName(tree: Tree, sentence: number, name: Name, world: World): NameMention {
  const { text, from, to } = trimmed(tree, name)
  const base = { sentence, from, to, head: headOf(tree, from, to), text, ...span(tree, from, to) }
  const state = world.state(text)
  if (state !== undefined && name.type !== 'person') {
    return { ...base, form: 'name', type: 'country', known: state.name, country: state.iso }
  }
  const demonym = to - from === 1 ? world.demonym(text) : undefined
  if (demonym !== undefined && name.type !== 'person') {
    return { ...base, form: 'adjective', type: 'country', known: demonym.name, country: demonym.iso }
  }
  const seat = name.type === 'person' ? undefined : world.seat(text)
  const known = name.type === 'organization' ? (world.organization(text) ?? null) : null
  return {
    ...base,
    form: 'name',
    type: seat === undefined ? entityType(name) : 'organization',
    known,
    country: seat?.iso ?? null,
  }
}

function entityType(name: Name): EntityType {
  if (name.type === 'person') return 'person'
  if (name.finer !== undefined) return name.finer
  return name.type === 'organization' ? 'organization' : 'city'
}

/** The name without a possessive ending or a leading article inside its span. */
function trimmed(tree: Tree, { from, to }: Name): { text: string; from: number; to: number } {
  let [first, last] = [from, to]
  while (last - first > 1 && /^(?:[’']s?|,|\.|-)$/u.test(tokenAt(tree, last - 1).form)) last--
  while (last - first > 1 && tokenAt(tree, first).upos === 'DET') first++
  const { start, end } = span(tree, first, last)
  return { from: first, to: last, text: displayName(slice(tree, start, end)) }
}

const span = (tree: Tree, from: number, to: number): Span => ({
  start: tokenAt(tree, from).start,
  end: tokenAt(tree, to - 1).end,
})

/** Text between two offsets, put together from tokens; a gap of any width becomes one blank. */
function slice(tree: Tree, start: number, end: number): string {
  let text = ''
  let at = start
  for (const token of tree.tokens) {
    if (token.start < start || token.end > end) continue
    text += (token.start > at ? ' ' : '') + token.form
    at = token.end
  }
  return text
}

/** The token of a name whose head lies outside it; the last one where the parse is torn. */
export function headOf(tree: Tree, from: number, to: number): number {
  for (let i = from; i < to; i++) {
    const { head, upos } = tokenAt(tree, i)
    if ((head < from || head >= to) && upos !== 'PUNCT' && upos !== 'ADP' && upos !== 'DET') return i
  }
  return to - 1
}

/** Folded names that the text shows to be states though no list knows them. */
function inferStates(trees: readonly Tree[], named: readonly NameMention[], world: World): ReadonlySet<string> {
  const candidates = new Set(
    named
      .filter(
        (m) =>
          m.type !== 'person' && m.type !== 'country' && m.from + 1 === m.to && world.capital(m.text) === undefined,
      )
      .map((m) => foldName(m.text)),
  )
  const states = new Set<string>()
  for (const mention of named) {
    const name = foldName(mention.text)
    const tree = trees[mention.sentence] as Tree
    const before = tree.tokens.slice(Math.max(0, mention.from - 3), mention.from).map((t) => t.form.toLowerCase())
    const after = tree.tokens.slice(mention.to, mention.to + 3).map((t) => t.form.toLowerCase())
    if (/^(?:republic|kingdom|federation|sultanate|emirate|principality|grand duchy) of /.test(name)) states.add(name)
    if (!candidates.has(name)) continue
    if (
      /(?:republic|kingdom|federation|sultanate|emirate|principality|nation|state|president|government|king|queen|premier|chancellor|army|republic) of(?: the)?$/.test(
        before.join(' '),
      )
    )
      states.add(name)
    if (
      /^[’']s (?:president|prime|foreign|defen[cs]e|interior|government|army|parliament|ambassador|capital|king|queen|chancellor|premier|military|navy|embassy|border)/.test(
        after.join(' '),
      )
    )
      states.add(name)
  }
  for (const tree of trees) {
    tree.tokens.forEach((token, i) => {
      const next = tree.tokens[i + 1]
      if (next === undefined || !ADJECTIVAL.test(token.form) || !STATELY.test(next.form)) return
      for (const name of candidates) if (isDerivedFrom(token.form, name)) states.add(name)
    })
  }
  return states
}

function retype(
  mention: NameMention,
  states: ReadonlySet<string>,
  places: ReadonlyMap<string, string>,
  world: World,
): NameMention {
  if (mention.type === 'country' && mention.form === 'name') return mention
  if (states.has(foldName(mention.text))) return { ...mention, type: 'country', known: stateName(mention.text) }
  if (mention.to - mention.from === 1 && mention.type !== 'person' && world.capital(mention.text) === undefined) {
    const state = [...places].find(([name]) => name !== foldName(mention.text) && isDerivedFrom(mention.text, name))
    if (state !== undefined && ADJECTIVAL.test(mention.text))
      return { ...mention, type: 'country', form: 'adjective', known: stateName(state[1]) }
  }
  return mention
}

const stateName = (name: string): string =>
  name.replace(/^(?:Republic|Kingdom|Federation|Sultanate|Emirate|Principality|Grand Duchy) of (?:the )?/i, '')

/** Adjectives and peoples of states that the name finder left alone: "Russian forces", "Varnians". */
function adjectives(
  tree: Tree,
  sentence: number,
  names: readonly NameMention[],
  places: ReadonlyMap<string, string>,
  world: World,
): NameMention[] {
  const here = names.filter((mention) => mention.sentence === sentence)
  return tree.tokens.flatMap((token, i): NameMention[] => {
    if (!/^\p{Lu}/u.test(token.form) || token.upos === 'VERB' || token.upos === 'PUNCT') return []
    const within = here.find((mention) => mention.from <= i && i < mention.to)
    // "German Parliament" also names Germany; "German" inside a person's or a paper's name does not.
    if (within !== undefined && (within.type !== 'organization' || within.from !== i || within.to - within.from < 2))
      return []
    const base = {
      sentence,
      from: i,
      to: i + 1,
      head: i,
      form: 'adjective' as const,
      text: token.form,
      type: 'country' as const,
      start: token.start,
      end: token.end,
    }
    const known = world.demonym(token.form)
    if (known !== undefined) return [{ ...base, known: known.name, country: known.iso }]
    if (within !== undefined) return []
    const place = [...places.values()].find((name) => isDerivedFrom(token.form, name))
    if (place !== undefined && ADJECTIVAL.test(token.form))
      return [{ ...base, known: stateName(place), country: world.state(place)?.iso ?? null }]
    const next = tree.tokens[i + 1]
    if (token.upos === 'ADJ' && next !== undefined && ADJECTIVAL.test(token.form) && STATELY.test(next.form) && i > 0) {
      return [{ ...base, known: null, country: null }]
    }
    return []
  })
}
