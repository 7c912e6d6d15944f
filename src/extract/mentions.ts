/**
 * Sentences → mentions by name: what the name finder found, adjectives and peoples of states, types made finer.
 */
import type { EntityType, RelationName } from '../model/ontology.ts'
import type { Span } from '../model/span.ts'
import type { Name } from '../nlp/analysis.ts'
import type { Lexicon } from './lexicon.ts'
import type { NameMention } from './name-mention.ts'
import { displayName, foldName } from './names.ts'
import { type InferredStates, inferStates } from './states.ts'
import { firstConjunct, headOf, preposition, type Tree, tokenAt } from './tree.ts'
import type { StateName, World } from './world.ts'

export function findNames(trees: readonly Tree[], lexicon: Lexicon, world: World): readonly NameMention[] {
  const named = trees.flatMap((tree, sentence) =>
    tree.sentence.names.map((name) => fromName(tree, sentence, name, world)),
  )
  const states = inferStates(trees, named, world)
  const retyped = named
    .map((mention) => retype(trees, mention, states, world))
    .map((mention) => asGovernment(trees[mention.sentence] as Tree, mention, lexicon, world))
  const bySentence: NameMention[][] = trees.map(() => [])
  for (const mention of retyped) bySentence[mention.sentence]?.push(mention)
  const derived = trees.flatMap((tree, sentence) =>
    adjectives(tree, sentence, bySentence[sentence] ?? [], states, world),
  )
  return [...retyped, ...derived].sort((a, b) => a.start - b.start || b.end - a.end)
}

function fromName(tree: Tree, sentence: number, name: Name, world: World): NameMention {
  const { text, from, to } = trimmed(tree, name)
  const base = { sentence, from, to, head: headOf(tree, from, to), text, ...span(tree, from, to) }
  const state = world.state(text)
  // "U.S." is nobody's name, whatever the finder says; "Jordan" may be.
  const isPerson =
    name.type === 'person' &&
    (text.includes(' ') ||
      world.gender(text) !== undefined ||
      (state === undefined && world.demonym(text) === undefined))
  if (state !== undefined && !isPerson) {
    return { ...base, form: 'name', type: 'country', known: state.name, country: state.iso }
  }
  const demonym = world.demonym(text) ?? partOfState(text, world)
  if (demonym !== undefined && !isPerson) {
    return { ...base, form: 'adjective', type: 'country', known: demonym.name, country: demonym.iso }
  }
  if (name.type === 'person') return { ...base, form: 'name', type: 'person', known: null, country: null }
  const led = /^(.+?)\s*[-–]\s*led .*(coalition|alliance)$/i.exec(text)
  const leader = led === null ? undefined : (world.state(led[1] ?? '') ?? world.demonym(led[1] ?? ''))
  if (leader !== undefined)
    return {
      ...base,
      form: 'name',
      type: 'armed_force',
      known: `${leader.name}-led ${led?.[2]?.toLowerCase()}`,
      country: null,
    }
  const seat = world.seat(text)
  const body = seat === undefined ? world.body(text) : undefined
  const type =
    seat !== undefined ? 'organization' : (body?.type ?? (isFacility(text, name) ? 'facility' : entityType(name)))
  const known = body?.name ?? (type === 'city' ? (world.city(text) ?? null) : null)
  // "the Harvest Quartet", "the Varnian Treasury": no towns.
  if (type === 'city' && known === null && BODY_WORD.test(text))
    return { ...base, form: 'name', type: 'organization', known, country: null }
  return { ...base, form: 'name', type, known, country: seat?.iso ?? null }
}

/** Buildings and works that the finder takes for the bodies that run them. */
const isFacility = (text: string, name: Name): boolean =>
  name.type !== 'person' &&
  /\s(?:Plant|Airport|Airbase|Hospital|Prison|Bridge|Dam|Stadium|Palace|Mosque|Cathedral|Hotel|Square|Street|Medical Center|Medical Centre)$/.test(
    text,
  )

const BODY_WORD =
  /\s(?:Quartet|Council|Committee|Court|Treasury|Embassy|Ministry|Commission|Agency|Department|Authority|Institute|University|Polytechnic|College|Bank|Police|Parliament|Assembly|Senate|Foundation|Association|Protection|Administration)$/

function entityType(name: Name): EntityType {
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

const ON_PLACES = /^(?:shell|bombard|bomb|besiege|capture|recapture|liberate|storm|pound|raid|overrun|occupy|evacuate)$/

/** "shelled Dellin": towns are shelled, people are not, unless the text calls him more than that. */
function isTown(trees: readonly Tree[], mention: NameMention, world: World): boolean {
  if (mention.type !== 'person' || mention.to - mention.from > 1 || world.gender(mention.text) !== undefined)
    return false
  const tree = trees[mention.sentence] as Tree
  const { head, deprel } = tokenAt(tree, mention.head)
  return head >= 0 && /^(?:obj|nsubj:pass)$/.test(deprel) && ON_PLACES.test(tokenAt(tree, head).lemma)
}

/** What a name turns out to be once the whole text has been seen. */
function retype(trees: readonly Tree[], mention: NameMention, states: InferredStates, world: World): NameMention {
  if (mention.type === 'country') return mention
  if (isTown(trees, mention, world)) return { ...mention, type: 'city', known: world.city(mention.text) ?? null }
  const state = states.named.get(foldName(mention.text))
  if (state !== undefined) return { ...mention, type: 'country', known: state }
  if (mention.to - mention.from > 1 || world.capital(mention.text) !== undefined) return mention
  const next = trees[mention.sentence]?.tokens[mention.to]?.form
  const known = states.ofAdjective(mention.text, next)
  return known === undefined ? mention : { ...mention, type: 'country', form: 'adjective', known }
}

/** "West German" → West Germany */
function partOfState(text: string, world: World): StateName | undefined {
  const [compass = '', adjective = '', ...rest] = text.split(' ')
  const whole = rest.length === 0 && COMPASS.test(compass) ? world.demonym(adjective) : undefined
  return whole === undefined ? undefined : world.state(`${compass} ${whole.name}`)
}

/** "West German", "South Sudanese" */
const COMPASS = /^(?:North|South|East|West)$/

/** Adjectives and peoples of states that the name finder left alone: "Russian forces", "Varnians". */
function adjectives(
  tree: Tree,
  sentence: number,
  here: readonly NameMention[],
  states: InferredStates,
  world: World,
): NameMention[] {
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
    const compass = i > 0 && COMPASS.test(tree.tokens[i - 1]?.form ?? '') ? tree.tokens[i - 1] : undefined
    const part = compass === undefined ? undefined : partOfState(`${compass.form} ${token.form}`, world)
    if (part !== undefined && compass !== undefined) {
      return [
        {
          ...base,
          from: i - 1,
          start: compass.start,
          text: `${compass.form} ${token.form}`,
          known: part.name,
          country: part.iso,
        },
      ]
    }
    const known = world.demonym(token.form)
    if (known !== undefined) return [{ ...base, known: known.name, country: known.iso }]
    if (within !== undefined) return []
    const state = states.ofAdjective(token.form, tree.tokens[i + 1]?.form)
    return state === undefined ? [] : [{ ...base, known: state, country: world.state(state)?.iso ?? null }]
  })
}

const POLITICAL = new Set<RelationName | null>([
  'accused', 'requested', 'sanctioned', 'supported', 'rejected', 'threatened', 'aided', 'offered', 'yielded_to', 'agreed_with',
  'negotiated_with', 'ally_of',
]) // biome-ignore format: one glance

const LOCAL = new Set<RelationName | null>([
  'struck',
  'visited',
  'captured',
  'controls',
  'withdrew_from',
  'deployed_to',
])

/** A capital that acts or is dealt with means its government: "Moscow said", "talks with Kyiv", but not "flew to Moscow". */
function asGovernment(tree: Tree, mention: NameMention, lexicon: Lexicon, world: World): NameMention {
  if (mention.type !== 'city' || mention.form !== 'name') return mention
  const state = world.capital(mention.text)
  if (state === undefined || !standsForGovernment(tree, mention, lexicon)) return mention
  return { ...mention, type: 'country', known: state.name, country: state.iso, government: true }
}

function standsForGovernment(tree: Tree, { head, to }: NameMention, lexicon: Lexicon): boolean {
  const first = firstConjunct(tree, head)
  const token = tokenAt(tree, first)
  if (token.head < 0) return false
  const governor = tokenAt(tree, token.head)
  const frames = lexicon.verbs.get(governor.lemma) ?? []
  const isPolitical =
    frames.some(({ relation }) => POLITICAL.has(relation)) && !frames.some(({ relation }) => LOCAL.has(relation))
  switch (token.deprel) {
    case 'nsubj':
      return (
        governor.upos === 'VERB' &&
        governor.lemma !== 'host' &&
        (lexicon.speech.has(governor.lemma) ||
          lexicon.governors.has(governor.lemma) ||
          frames.some((f) => f.relation !== null))
      )
    case 'obj':
      return isPolitical
    case 'nmod:poss':
      return (
        lexicon.collectives.has(governor.lemma) ||
        lexicon.roles.has(governor.lemma) ||
        lexicon.governors.has(governor.lemma)
      )
    case 'obl':
    case 'nmod':
      return (
        (/^(?:with|against|between)$/.test(preposition(tree, first)) ||
          (isPolitical && /^(?:on|upon|to)$/.test(preposition(tree, first)))) &&
        !/^(?:airport|border|road|street|train)$/.test(governor.lemma)
      )
    default:
      return (
        tree.tokens[to]?.form === '-' &&
        /ed$|led$/.test(tree.tokens[to + 1]?.form ?? '') &&
        tree.tokens[to + 1]?.form !== 'based'
      )
  }
}
