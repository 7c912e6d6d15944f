/**
 * Ties that need no verb: from titles and appositions ("French President Emmanuel Macron" heads France), from home towns,
 * from places named inside places ("the Lodesk Power Plant", "Lodesk, Varnia").
 */
import type { Modality } from '../model/facts.ts'
import { allows, type RelationName } from '../model/ontology.ts'
import type { Span } from '../model/span.ts'
import { surfaceSubjects } from './arguments.ts'
import type { Anchor, Discourse } from './discourse.ts'
import { foldName } from './names.ts'
import { governmentOf, type ReferenceContext, referents } from './reference.ts'
import { type RoleStatement, roleTarget } from './roles.ts'
import { baseRelation, conjuncts, dependents, preposition, spanOf, type Tree, tokenAt } from './tree.ts'

export interface Tie {
  readonly relation: RelationName
  readonly kinship: string | null
  readonly source: number
  readonly target: number
  readonly former: boolean
  readonly modality: Modality
  readonly rule: string
  readonly sentence: number
  readonly spans: { readonly source: Span; readonly target: Span; readonly trigger: Span }
}

const IMPLICIT_OWNER = new Set<RelationName>(['envoy_of', 'family_of', 'ally_of'])
const LOCAL = /^(?:city|regional|region|local|municipal|district|provincial|village|town|area|county|oblast)$/i

export function findTies(context: ReferenceContext, statements: readonly RoleStatement[]): readonly Tie[] {
  const { discourse } = context
  const fromRoles = statements.flatMap((statement) => tieOfRole(context, statement))
  const homes = discourse.trees.flatMap((tree, sentence) => homeTowns(context, tree, sentence))
  return [...fromRoles, ...homes, ...locations(discourse)]
}

function tieOfRole(context: ReferenceContext, { bearer, phrase, rule }: RoleStatement): Tie[] {
  const { discourse } = context
  const { role } = phrase
  if (role.relation === null) return []
  const tree = discourse.trees[phrase.sentence] as Tree
  const relation = role.relation
  const target = targetOf(context, tree, bearer, phrase)
  if (target === undefined) return []
  const [source, goal] = role.inverted ? [target.entity, bearer.entity] : [bearer.entity, target.entity]
  const fit = fitting(context, relation, source, goal)
  if (fit === undefined) return []
  const trigger = spanOf(tree, phrase.roleFrom, Math.max(phrase.head + 1, Math.min(phrase.to, phrase.roleFrom + 4)))
  const ends = { start: bearer.start, end: bearer.end }
  const span = { start: target.start, end: target.end }
  return [
    {
      ...fit,
      kinship: role.kinship,
      former: phrase.former,
      modality: phrase.modality,
      rule,
      sentence: phrase.sentence,
      spans: { source: role.inverted ? span : ends, target: role.inverted ? ends : span, trigger },
    },
  ]
}

function targetOf(
  context: ReferenceContext,
  tree: Tree,
  bearer: Anchor,
  phrase: RoleStatement['phrase'],
): Anchor | undefined {
  const { discourse } = context
  const { sentence, role } = phrase
  const named = (token: number): boolean =>
    discourse.at(sentence, token).some((anchor) => anchor.entity !== bearer.entity)
  const token = roleTarget(tree, phrase, named)
  if (token !== undefined) return discourse.at(sentence, token).find((anchor) => anchor.entity !== bearer.entity)
  const words = tree.tokens.slice(phrase.from, phrase.roleFrom + 1).map((t) => t.form)
  if (words.some((word) => LOCAL.test(word)) || /^(?:governor|mayor)$/.test(role.name))
    return nearestPlace(discourse, sentence, bearer)
  if (role.relation !== null && IMPLICIT_OWNER.has(role.relation)) return implicitOwner(context, tree, sentence, bearer)
  return undefined
}

/** "Regional leader Drell": of the region spoken of last. */
function nearestPlace(discourse: Discourse, sentence: number, bearer: Anchor): Anchor | undefined {
  return discourse
    .anchors()
    .filter(
      (a) =>
        a.start < bearer.start &&
        a.sentence >= sentence - 1 &&
        ['city', 'region'].includes(discourse.entity(a.entity).type),
    )
    .at(-1)
}

/** "Drell sent special envoy Varga": the envoy is the envoy of who sends him. */
function implicitOwner(context: ReferenceContext, tree: Tree, sentence: number, bearer: Anchor): Anchor | undefined {
  let at = bearer.head
  while (['conj', 'flat', 'appos', 'nmod', 'compound'].includes(baseRelation(tokenAt(tree, at).deprel)))
    at = tokenAt(tree, at).head
  const { deprel, head } = tokenAt(tree, at)
  if (head < 0 || deprel !== 'obj') return undefined
  const owners = surfaceSubjects(tree, head).flatMap((token) => context.discourse.at(sentence, token))
  return owners.find((anchor) => anchor.entity !== bearer.entity)
}

function fitting(
  context: ReferenceContext,
  relation: RelationName,
  source: number,
  target: number,
): { relation: RelationName; source: number; target: number } | undefined {
  const type = (entity: number) => context.discourse.entity(entity).type
  for (const goal of [target, governmentOf(context, target)]) {
    if (goal === undefined || goal === source) continue
    // A person works for a person, and does not lead one.
    if ((relation === 'leader_of' || relation === 'official_of') && type(goal) === 'person') {
      return relation === 'official_of' ? { relation: 'works_for', source, target: goal } : undefined
    }
    if (allows(relation, type(source), type(goal))) return { relation, source, target: goal }
    if (relation === 'commander_of' && allows('official_of', type(source), type(goal)))
      return { relation: 'official_of', source, target: goal }
  }
  return undefined
}

/** "In Lodesk, the hometown of President Drell, …" */
function homeTowns(context: ReferenceContext, tree: Tree, sentence: number): Tie[] {
  return tree.tokens.flatMap((token, home): Tie[] => {
    if (!/^(?:hometown|birthplace)$/i.test(token.form)) return []
    const owners = [
      ...dependents(tree, home, 'nmod:poss'),
      ...dependents(tree, home, 'nmod').filter((child) => preposition(tree, child) === 'of'),
    ]
    const people = owners
      .flatMap((owner) => referents(context, sentence, owner))
      .filter((r) => context.discourse.entity(r.entity).type === 'person')
    const places = [
      ...(token.head >= 0 ? [token.head] : []),
      ...dependents(tree, home, 'appos', 'nmod', 'nsubj', 'flat'),
    ]
      .flatMap((at) => context.discourse.at(sentence, at))
      .filter((anchor) => ['city', 'region', 'country'].includes(context.discourse.entity(anchor.entity).type))
    const [person, place] = [people[0], places[0]]
    if (person === undefined || place === undefined) return []
    return [
      {
        relation: 'from',
        kinship: null,
        source: person.entity,
        target: place.entity,
        former: false,
        modality: 'asserted',
        rule: 'home town',
        sentence,
        spans: { source: person, target: place, trigger: token },
      },
    ]
  })
}

/** "Turkey's Incirlik base", "Lodesk, Varnia", and places whose names begin with a place's. */
function locations(discourse: Discourse): Tie[] {
  const places = new Map(
    discourse.entities.filter((e) => ['city', 'region'].includes(e.type)).map((e) => [foldName(e.name), e.index]),
  )
  return discourse.anchors().flatMap((anchor): Tie[] => {
    const { type, name } = discourse.entity(anchor.entity)
    if (anchor.form !== 'name' || !['city', 'region', 'facility'].includes(type)) return []
    const tree = discourse.trees[anchor.sentence] as Tree
    const tie = (target: number, spans: Span, rule: string): Tie => ({
      relation: 'located_in',
      kinship: null,
      source: anchor.entity,
      target,
      former: false,
      modality: 'asserted',
      rule,
      sentence: anchor.sentence,
      spans: { source: anchor, target: spans, trigger: anchor },
    })
    const first =
      places.get(foldName(name).split(' ')[0] as string) ?? places.get(foldName(name).split(' ').slice(0, 2).join(' '))
    if (type === 'facility' && first !== undefined && first !== anchor.entity) {
      return [tie(first, { start: anchor.start, end: tokenAt(tree, anchor.from).end }, 'place in the name of a place')]
    }
    const owner = dependents(tree, anchor.head, 'nmod:poss')
      .flatMap((child) => discourse.at(anchor.sentence, child))
      .find((a) => discourse.entity(a.entity).type === 'country')
    if (owner !== undefined) return [tie(owner.entity, owner, 'possessor of a place')]
    const next = dependents(tree, anchor.head, 'appos', 'nmod:unmarked', 'list')
      .flatMap((child) => conjuncts(tree, child).slice(0, 1))
      .flatMap((child) => discourse.at(anchor.sentence, child))
    const country = next.find(
      (a) =>
        ['country', 'region'].includes(discourse.entity(a.entity).type) &&
        a.entity !== anchor.entity &&
        a.start - anchor.end <= 2 &&
        a.form === 'name',
    )
    return country === undefined ? [] : [tie(country.entity, country, 'place, country')]
  })
}
