/**
 * Ties that need no verb: from titles and appositions ("Varnian President Oskar Drell" heads France), from home towns,
 * from places named inside places ("the Lodesk Power Plant", "Lodesk, Varnia").
 */
import type { Modality } from '../model/facts.ts'
import { allows, ENTITY_TYPES, type RelationName } from '../model/ontology.ts'
import type { Span } from '../model/span.ts'
import { surfaceSubjects } from './arguments.ts'
import type { Anchor, Discourse } from './discourse.ts'
import { homeState, isNationalOffice } from './home-state.ts'
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
  const explicit = statements.flatMap((statement) => {
    const tree = discourse.trees[statement.phrase.sentence] as Tree
    const target = targetOf(context, tree, statement.bearer, statement.phrase)
    return target === undefined ? [] : tieOfRole(context, statement, target)
  })
  const heads = new Map(
    explicit
      .filter((tie) => tie.relation === 'leader_of' && discourse.entity(tie.target).type === 'country')
      .map((tie) => [tie.source, tie.target]),
  )
  const offices = [...explicit, ...statements.flatMap((statement) => officeUnderLeader(context, statement, heads))]
  const known = officesOf(statements, offices)
  const homes = statements.flatMap((statement) => officeAtHome(context, statement, known))
  const places = discourse.trees.flatMap((tree, sentence) => [
    ...homeTowns(context, tree, sentence),
    ...seats(context, tree, sentence),
    ...origins(context, tree, sentence),
  ])
  // "President Torvan of Belmora" heads Belmora; that he comes from there goes without saying.
  const held = new Set([...offices, ...homes].map(({ source, target }) => `${source} ${target}`))
  const elsewhere = places.filter(({ source, target }) => !held.has(`${source} ${target}`))
  return [...offices, ...homes, ...elsewhere, ...locations(discourse), ...coalitionMembers(discourse)]
}

function tieOfRole(context: ReferenceContext, { bearer, phrase, rule }: RoleStatement, target: Anchor): Tie[] {
  const { role } = phrase
  if (role.relation === null) return []
  const tree = context.discourse.trees[phrase.sentence] as Tree
  const [source, goal] = role.inverted ? [target.entity, bearer.entity] : [bearer.entity, target.entity]
  const fit = fitting(context, role.relation, source, goal)
  if (fit === undefined) return []
  const trigger = spanOf(tree, phrase.roleFrom, Math.max(phrase.head + 1, Math.min(phrase.to, phrase.roleFrom + 4)))
  const ends = { start: bearer.start, end: bearer.end }
  // A state read from elsewhere in the text has no words in this sentence to be marked.
  const span = target.sentence === bearer.sentence ? { start: target.start, end: target.end } : trigger
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

/** "Her interior minister, Óscar Davel": a minister of the state that she heads. */
function officeUnderLeader(
  context: ReferenceContext,
  statement: RoleStatement,
  heads: ReadonlyMap<number, number>,
): Tie[] {
  const { phrase, bearer } = statement
  if (!isNationalOffice(phrase.role.name) && phrase.role.relation !== 'official_of') return []
  const tree = context.discourse.trees[phrase.sentence] as Tree
  const superior = targetOf(context, tree, bearer, phrase)
  const state = superior === undefined ? undefined : heads.get(superior.entity)
  if (superior === undefined || state === undefined) return []
  return tieOfRole(context, { ...statement, rule: 'office under a leader' }, { ...superior, entity: state })
}

interface KnownOffices {
  /** People whose office is tied to something already. */
  readonly settled: ReadonlySet<number>
  /** Role → states in which somebody holds it now. */
  readonly taken: ReadonlyMap<string, ReadonlyMap<number, number>>
  /** The first statement of each person's each role. */
  readonly first: ReadonlyMap<string, RoleStatement>
}

function officesOf(statements: readonly RoleStatement[], offices: readonly Tie[]): KnownOffices {
  const roles = new Map<number, Set<string>>()
  const first = new Map<string, RoleStatement>()
  for (const statement of statements) {
    const { entity } = statement.bearer
    const { name } = statement.phrase.role
    roles.set(entity, (roles.get(entity) ?? new Set<string>()).add(name))
    if (!first.has(`${entity} ${name}`)) first.set(`${entity} ${name}`, statement)
  }
  const taken = new Map<string, Map<number, number>>()
  for (const { source, target, former } of offices) {
    if (former) continue
    for (const role of roles.get(source) ?? [])
      taken.set(role, (taken.get(role) ?? new Map<number, number>()).set(target, source))
  }
  const settled = new Set(
    offices.filter((tie) => tie.relation === 'leader_of' || tie.relation === 'official_of').map((tie) => tie.source),
  )
  return { settled, taken, first }
}

/** "President Drell" in a report from Varnia. */
function officeAtHome(context: ReferenceContext, statement: RoleStatement, known: KnownOffices): Tie[] {
  const { bearer, phrase } = statement
  if (known.settled.has(bearer.entity) || known.first.get(`${bearer.entity} ${phrase.role.name}`) !== statement)
    return []
  const holders = [...(known.taken.get(phrase.role.name) ?? [])]
  const taken = new Set(holders.filter(([, holder]) => holder !== bearer.entity).map(([state]) => state))
  const origin = originOf(context, context.discourse.trees[bearer.sentence] as Tree, bearer)
  const state = origin ?? homeState(context.discourse, statement, taken)
  if (state === undefined) return []
  return tieOfRole(
    context,
    { ...statement, rule: origin === undefined ? 'office without its state' : statement.rule },
    state,
  )
}

/** "Eugene Owen of Varnia", "a teacher from Lodesk": where somebody comes from. */
function origins(context: ReferenceContext, tree: Tree, sentence: number): Tie[] {
  const { discourse } = context
  return discourse
    .between(sentence, sentence)
    .filter((anchor) => anchor.form === 'name' && discourse.entity(anchor.entity).type === 'person')
    .flatMap((bearer): Tie[] => {
      const place = originOf(context, tree, bearer) ?? bornIn(discourse, tree, bearer)
      if (place === undefined) return []
      const trigger = { start: bearer.end, end: place.start }
      return [
        {
          relation: 'from',
          kinship: null,
          source: bearer.entity,
          target: place.entity,
          former: false,
          modality: 'asserted',
          rule: 'origin',
          sentence,
          spans: { source: bearer, target: place, trigger: place.start > bearer.end ? trigger : place },
        },
      ]
    })
}

const originOf = ({ discourse }: ReferenceContext, tree: Tree, bearer: Anchor): Anchor | undefined =>
  dependents(tree, bearer.head, 'nmod')
    .filter((child) => child >= bearer.to && child <= bearer.to + 3 && /^(?:of|from)$/.test(preposition(tree, child)))
    .flatMap((child) => discourse.at(bearer.sentence, child))
    .find(
      (anchor) =>
        ['country', 'city', 'region'].includes(discourse.entity(anchor.entity).type) && anchor.form === 'name',
    )

/** "Varnia-born banker Drell" */
function bornIn(discourse: Discourse, tree: Tree, bearer: Anchor): Anchor | undefined {
  for (let at = bearer.from - 1; at > Math.max(1, bearer.from - 6); at--) {
    if (!/^(?:born|raised)$/.test(tokenAt(tree, at).form) || tokenAt(tree, at - 1).form !== '-') continue
    return discourse.covering(bearer.sentence, at - 2)
  }
  return undefined
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
    .between(sentence - 1, sentence)
    .filter((a) => a.start < bearer.start && ['city', 'region'].includes(discourse.entity(a.entity).type))
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

/** "Drell's headquarters in Lodesk" */
function seats(context: ReferenceContext, tree: Tree, sentence: number): Tie[] {
  return tree.tokens.flatMap((token, seat): Tie[] => {
    if (!/^(?:headquarters?|offices?|base)$/i.test(token.form)) return []
    const owner = dependents(tree, seat, 'nmod:poss')
      .flatMap((child) => referents(context, sentence, child))
      .find(({ entity }) => allows('based_in', context.discourse.entity(entity).type, 'city'))
    const place = dependents(tree, seat, 'nmod')
      .filter((child) => preposition(tree, child) === 'in')
      .flatMap((child) => context.discourse.at(sentence, child))
      .find(({ entity }) => ['city', 'region', 'country'].includes(context.discourse.entity(entity).type))
    if (owner === undefined || place === undefined || owner.entity === place.entity) return []
    return [
      {
        relation: 'based_in',
        kinship: null,
        source: owner.entity,
        target: place.entity,
        former: false,
        modality: 'asserted',
        rule: 'seat in a place',
        sentence,
        spans: { source: owner, target: place, trigger: tokenAt(tree, seat) },
      },
    ]
  })
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

/** "Lodesk, the Varnian capital", "the capital of Varnia, Lodesk". */
function capitalOf(discourse: Discourse, tree: Tree, anchor: Anchor): Anchor | undefined {
  // "the Brazilian capital, Brasília", however it was parsed
  const before =
    tree.tokens[anchor.from - 1]?.form === ',' &&
    /^(?:capital|city|town|village|port)$/i.test(tree.tokens[anchor.from - 2]?.form ?? '')
      ? discourse.covering(anchor.sentence, anchor.from - 3)
      : undefined
  if (before !== undefined && ['country', 'region'].includes(discourse.entity(before.entity).type)) return before
  const { head, deprel } = tokenAt(tree, anchor.head)
  const nouns = [...dependents(tree, anchor.head, 'appos'), ...(deprel === 'appos' && head >= 0 ? [head] : [])].filter(
    (at) => /^(?:capital|city|town|village|port|resort)$/i.test(tokenAt(tree, at).form),
  )
  return nouns
    .flatMap((noun) => [
      ...dependents(tree, noun, 'amod', 'nmod:poss', 'compound'),
      ...dependents(tree, noun, 'nmod').filter(
        (child) => preposition(tree, child) === 'of' || preposition(tree, child) === 'in',
      ),
    ])
    .flatMap((child) => discourse.at(anchor.sentence, child))
    .find((a) => ['country', 'region'].includes(discourse.entity(a.entity).type))
}

/** "the Varnia-led coalition" has Varnia as a member. */
function coalitionMembers(discourse: Discourse): Tie[] {
  return discourse.anchors().flatMap((anchor): Tie[] => {
    if (anchor.form !== 'name' || discourse.entity(anchor.entity).type !== 'armed_force') return []
    const tree = discourse.trees[anchor.sentence] as Tree
    const led = tree.tokens.findIndex((token, i) => i >= anchor.from && i < anchor.to && token.form === 'led')
    if (led < 0) return []
    const leader = discourse
      .between(anchor.sentence, anchor.sentence)
      .find(
        (other) => anchor.from <= other.from && other.to <= led && discourse.entity(other.entity).type === 'country',
      )
    if (leader === undefined) return []
    return [
      {
        relation: 'member_of',
        kinship: null,
        source: leader.entity,
        target: anchor.entity,
        former: false,
        modality: 'asserted',
        rule: 'leader in the name of a coalition',
        sentence: anchor.sentence,
        spans: { source: leader, target: anchor, trigger: spanOf(tree, led, led + 1) },
      },
    ]
  })
}

/** "Varnia's Ostrel base", "Lodesk, Varnia", and places whose names begin with a place's. */
function locations(discourse: Discourse): Tie[] {
  const places = new Map(
    discourse.entities.filter((e) => ['city', 'region'].includes(e.type)).map((e) => [foldName(e.name), e.index]),
  )
  return discourse.anchors().flatMap((anchor): Tie[] => {
    const { type, name } = discourse.entity(anchor.entity)
    if (anchor.form !== 'name' || ENTITY_TYPES[type].kind !== 'place') return []
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
    const within = dependents(tree, anchor.head, 'nmod')
      .filter((child) => child > anchor.head && ['in', 'near', 'outside'].includes(preposition(tree, child)))
      .flatMap((child) => discourse.at(anchor.sentence, child))
      .find(
        (a) => ['city', 'region', 'country'].includes(discourse.entity(a.entity).type) && a.entity !== anchor.entity,
      )
    if (within !== undefined) return [tie(within.entity, within, 'place in a place')]
    const capital = capitalOf(discourse, tree, anchor)
    if (capital !== undefined) return [tie(capital.entity, capital, 'capital of a state')]
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
