/**
 * From a token that fills a role to the entities it means: by name, through the adjective of a collective ("Varnian forces"),
 * through a capital that stands for its government, through coordination.
 */
import type { CivilDate } from '../model/date.ts'
import { canBeScene, type RelationName } from '../model/ontology.ts'
import type { Span } from '../model/span.ts'
import type { Discourse } from './discourse.ts'
import type { ArgumentSpec, Frame, Lexicon } from './lexicon.ts'
import { foldName } from './names.ts'
import { conjuncts, countOf, dependents, preposition, type Tree, tokenAt } from './tree.ts'
import type { World } from './world.ts'

export interface Referent extends Span {
  readonly entity: number
  readonly token: number
  /** `name`: it is named or taken up; `collective`: what belongs to it acts; `office`: an unnamed holder of an office in it; `site`: something in or of it is
   * meant; `owner`: its deed or word is meant. */
  readonly by: 'name' | 'collective' | 'office' | 'site' | 'owner'
}

/** One frame tried at a trigger: what filled its roles, and what it stated. */
export interface FrameTrial {
  readonly sentence: number
  readonly trigger: number
  readonly light: number | undefined
  readonly frame: Frame
  /** The tokens of a role's place, whatever they refer to. */
  readonly find: (spec: ArgumentSpec) => readonly number[]
  readonly agents: readonly Referent[]
  readonly targets: readonly Referent[]
  readonly stated: readonly { readonly source: Referent; readonly target: Referent }[]
}

export interface ReferenceContext {
  readonly discourse: Discourse
  readonly lexicon: Lexicon
  readonly world: World
  readonly text: string
  /** What a reader of the graph ought to know; rules add to it. */
  readonly notes: string[]
  /** Publication day of the text. */
  readonly published: CivilDate | null
  /** Told of every frame that is tried, for those who ask why. */
  readonly trace?: (trial: FrameTrial) => void
  /** The states and bodies that people head, serve or speak for. */
  readonly homes: Map<number, Set<number>>
}

/** Heads of phrases that only count or group what follows "of": "dozens of", "members of". */
const PARTITIVE = new Set([
  'member',
  'dozen',
  'number',
  'group',
  'hundred',
  'thousand',
  'part',
  'rest',
  'majority',
  'some',
  'all',
  'one',
  'both',
  'most',
  'many',
  'several',
  'head',
  'leader',
  'representative',
  'people',
  'government',
  'army',
  'force',
  'forces',
  'side',
  'state',
  'team',
  'delegation',
  'city',
  'town',
  'village',
  'region',
  'province',
  'island',
  'district',
  'port',
  'republic',
  'kingdom',
  'outskirt',
  'capital',
  'territory',
  'part',
  'area',
  'center',
  'centre',
  'heart',
  'north',
  'south',
  'east',
  'west',
])

export interface ReferenceOptions {
  /** Also where the thing named is: "a school in *Lodesk*". */
  readonly sites?: boolean
}

/** All that a token and what is coordinated with it refer to. */
export function referents(
  context: ReferenceContext,
  sentence: number,
  token: number,
  options: ReferenceOptions = {},
): readonly Referent[] {
  const tree = context.discourse.trees[sentence] as Tree
  return conjuncts(tree, token).flatMap((member) => referentsOfOne(context, sentence, tree, member, options))
}

function referentsOfOne(
  context: ReferenceContext,
  sentence: number,
  tree: Tree,
  token: number,
  options: ReferenceOptions,
): Referent[] {
  const { discourse } = context
  const direct = anchored(discourse, sentence, token)
  if (direct.length > 0) return direct
  // "the envoy, Mirela Hantov": the apposition names whom the noun means.
  const named = dependents(tree, token, 'appos', 'flat', 'nmod:desc').flatMap((child) =>
    anchored(discourse, sentence, child),
  )
  if (named.length > 0 && !tokenAt(tree, token).xpos.endsWith('S')) return named.slice(0, 1)
  // "sent two men: Oskar Drell and Marek Solen": as many names as there are of them.
  const count = countOf(tree.tokens, token)
  const counted = dependents(tree, token, 'appos')
    .flatMap((child) => conjuncts(tree, child))
    .flatMap((child) => anchored(discourse, sentence, child))
  if (count > 1 && counted.length === count) return counted
  const category = namedCategory(discourse, sentence, tree, token)
  if (category.length > 0) return category
  const owners = collectiveOwners(context, sentence, tree, token)
  if (owners.length > 0) return owners
  return options.sites ? sitesOf(discourse, sentence, tree, token) : []
}

const anchored = (discourse: Discourse, sentence: number, token: number): Referent[] => {
  const anchors = discourse.at(sentence, token)
  const found =
    anchors.length > 0 ? anchors : [discourse.covering(sentence, token)].filter((anchor) => anchor !== undefined)
  return found.map(({ entity, start, end }) => ({ entity, token, start, end, by: 'name' }))
}

const CATEGORY =
  /^(?:agency|newspaper|magazine|daily|broadcaster|channel|website|company|firm|bank|group|movement|party|militia|organi[sz]ation|newswire|station|outlet|paper|coalition|bloc|alliance|federation|gang|cartel|city|town|village|region|province|district|island|port|neighbou?rhood|suburb|camp|base|TV|radio)$/i

/** "The Varpress news *agency*", "the town of Lodesk": the noun says what the name beside it names. */
function namedCategory(discourse: Discourse, sentence: number, tree: Tree, token: number): Referent[] {
  if (!CATEGORY.test(tokenAt(tree, token).form)) return []
  const beside = dependents(tree, token, 'compound', 'appos', 'flat', 'nmod:desc').flatMap((child) => [
    child,
    ...dependents(tree, child, 'compound', 'flat'),
  ])
  const of = dependents(tree, token, 'nmod').filter((child) => preposition(tree, child) === 'of')
  const [first] = [...beside, ...of].flatMap((child) => {
    // "the towns of Lodesk and Teskova"
    const named = (of.includes(child) ? conjuncts(tree, child) : [child])
      .flatMap((one) => anchored(discourse, sentence, one))
      .filter(({ entity }) => !['person', 'country'].includes(discourse.entity(entity).type))
    return named.length > 0 ? [named] : []
  })
  return first ?? []
}

/** What acts for the person that it is called after: "Drell's office", "the Drell administration". */
const PERSONAL_BODY =
  /^(?:office|administration|government|campaign|team|camp|lawyer|aide|regime|cabinet|force|forces|troops|army)$/i

function collectiveOwners(
  context: ReferenceContext,
  sentence: number,
  tree: Tree,
  token: number,
  depth = 0,
): Referent[] {
  const { discourse, lexicon } = context
  const { lemma, xpos, upos, form } = tokenAt(tree, token)
  if (upos !== 'NOUN' && upos !== 'PROPN' && upos !== 'ADJ') return []
  const word = lemma.toLowerCase()
  const plural = xpos === 'NNS' || xpos === 'NNPS'
  const collective =
    lexicon.collectives.has(word) || lexicon.collectives.has(form.toLowerCase()) || (plural && lexicon.roles.has(word))
  const through = dependents(tree, token, 'nmod').filter((child) => /^(?:of|from)$/.test(preposition(tree, child)))
  const spoken = spokenFor(discourse, lexicon, sentence, tree, token)
  if (spoken.length > 0) return spoken
  if (collective || isOffice(lexicon, tree, token)) {
    // "the Varnian deputy foreign minister": parsers hang the adjective on the deputy.
    const beside = dependents(tree, token, 'amod', 'compound', 'nmod:poss', 'nmod:desc').flatMap((child) => [
      child,
      ...dependents(tree, child, 'amod', 'compound', 'nmod:poss').filter(() => tokenAt(tree, child).upos === 'NOUN'),
    ])
    // "Varnian-led warplanes"
    const led = beside
      .filter((child) => tokenAt(tree, child).form === 'led')
      .flatMap((child) => dependents(tree, child, 'compound', 'amod', 'obl', 'nmod'))
    // "a court in Varnia", "the authorities in Varnia"
    const within = collective
      ? dependents(tree, token, 'nmod').filter((child) => preposition(tree, child) === 'in')
      : []
    const by = collective ? ('collective' as const) : ('office' as const)
    const groups = [...beside, ...led, ...through, ...within].flatMap((child) => {
      const found = conjuncts(tree, child).flatMap((one) => anchored(discourse, sentence, one))
      const bodies = found.filter(
        ({ entity }) => discourse.entity(entity).type !== 'person' || PERSONAL_BODY.test(lemma),
      )
      return bodies.length === 0 ? [] : [bodies.map((referent) => ({ ...referent, by }))]
    })
    // "Varnian and Keldavian negotiators": both stand before the noun.
    const joined = groups.length > 1 && dependents(tree, groups[1]?.[0]?.token ?? -1, 'cc').length > 0
    if (groups.length > 0) return (joined ? groups.slice(0, 2).flat() : groups[0]) ?? []
    // "the Varnian prosecutor's office", "Drell administration officials"
    const inner = depth > 2 ? [] : [...beside, ...through].filter((child) => tokenAt(tree, child).upos === 'NOUN')
    return inner.flatMap((child) => collectiveOwners(context, sentence, tree, child, depth + 1)).slice(0, 1)
  }
  if (!PARTITIVE.has(word)) return []
  return through
    .flatMap((child) => referentsOfOne(context, sentence, tree, child, {}))
    .map((referent) => ({ ...referent, by: 'collective' as const }))
}

const OFFICE = new Set<RelationName | null>(['leader_of', 'official_of', 'envoy_of'])
const PRIVATE = /^(?:opposition|former|ex|party|rebel|union|student|business|church|gang|late)$/i

/** "the Varnian foreign minister", who is not named: the office acts for its state. */
function isOffice(lexicon: Lexicon, tree: Tree, token: number): boolean {
  const { lemma, xpos } = tokenAt(tree, token)
  const title = [token, ...dependents(tree, token, 'flat')].map((at) => tokenAt(tree, at).form.toLowerCase()).join(' ')
  const pair = `${tree.tokens[token - 1]?.form} ${tokenAt(tree, token).form}`.toLowerCase()
  const role = lexicon.roles.get(title) ?? lexicon.roles.get(pair) ?? lexicon.roles.get(lemma.toLowerCase())
  if (!/^NNP?$/.test(xpos) || !OFFICE.has(role?.relation ?? null)) return false
  const before = dependents(tree, token, 'amod', 'compound', 'nmod:poss')
  return before.length > 0 && !before.some((child) => PRIVATE.test(tokenAt(tree, child).form))
}

/** "a spokesman for *Varga*", "the lawyers of *Varga*": whose word it is. */
function spokenFor(discourse: Discourse, lexicon: Lexicon, sentence: number, tree: Tree, token: number): Referent[] {
  const { lemma } = tokenAt(tree, token)
  if (lexicon.roles.get(lemma.toLowerCase())?.relation !== 'envoy_of' && !/^(?:spokes\w+|lawyer|aide)$/i.test(lemma))
    return []
  return [
    ...dependents(tree, token, 'nmod').filter((child) => /^(?:for|of)$/.test(preposition(tree, child))),
    ...dependents(tree, token, 'nmod:poss'),
  ]
    .flatMap((child) => anchored(discourse, sentence, child))
    .slice(0, 1)
    .map((referent) => ({ ...referent, by: 'collective' as const }))
}

const SITE_PREPOSITIONS = new Set([
  'in',
  'of',
  'at',
  'near',
  'outside',
  'around',
  'on',
  'across',
  'throughout',
  'inside',
])

/** Things that no bomb can hit. */
const ABSTRACT =
  /^(?:effort|economy|interest|reputation|relation|credibility|image|tie|prospect|hope|policy|rate|price|market|growth|sale|trade|position|process|campaign|program|programme|law|rule|plan|idea|value|culture|pride|standard|record|democracy|sovereignty|confidence|trust|politics)$/

/** Where what the token names is: "a school in *Lodesk*", "*Ukrainian* villages", "posts in the hills of *Varnia*". */
function sitesOf(discourse: Discourse, sentence: number, tree: Tree, token: number, depth = 0): Referent[] {
  if (ABSTRACT.test(tokenAt(tree, token).lemma) || depth > 2) return []
  const beside = dependents(tree, token, 'amod', 'compound', 'nmod:poss')
  const through = dependents(tree, token, 'nmod', 'obl').filter((child) =>
    SITE_PREPOSITIONS.has(preposition(tree, child)),
  )
  const bySite = (found: readonly Referent[]): Referent[] => found.map((referent) => ({ ...referent, by: 'site' }))
  const near = [...through, ...beside].flatMap((child) => anchored(discourse, sentence, child))
  const scene = near.filter(({ entity }) => canBeScene(discourse.entity(entity).type)).slice(0, 1)
  // "Hamas targets in Gaza": whose they are is struck too.
  const owners = beside
    .flatMap((child) => anchored(discourse, sentence, child))
    .filter(({ entity }) => ['armed_force', 'party'].includes(discourse.entity(entity).type))
  if (scene.length + owners.length > 0) return bySite([...scene, ...owners])
  return through.flatMap((child) => sitesOf(discourse, sentence, tree, child, depth + 1)).slice(0, 1)
}

/** The state whose government a capital or a residence stands for, if the text knows it as an entity or the world does. */
export function governmentOf(context: ReferenceContext, entity: number): number | undefined {
  const { discourse, world } = context
  const { name, type } = discourse.entity(entity)
  if (type !== 'city') return undefined
  const state = world.capital(name)
  if (state === undefined) return undefined
  const found = discourse.entities.find(
    (other) => other.type === 'country' && foldName(other.name) === foldName(state.name),
  )
  return found?.index
}
