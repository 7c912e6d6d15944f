/**
 * Ties that need no verb: from titles and appositions ("Varnian President Oskar Drell" heads France), from home towns,
 * from places named inside places ("the Lodesk Power Plant", "Lodesk, Varnia").
 */
import { allows, type RelationName } from '../model/ontology.ts'
import { surfaceSubjects } from './arguments.ts'
import { belongingTies } from './belonging-ties.ts'
import type { Anchor, Discourse } from './discourse.ts'
import { homeState, isNationalOffice, type States, statesOf } from './home-state.ts'
import { coalitionMembers, locations, originOf, placeTies } from './place-ties.ts'
import { governmentOf, type ReferenceContext } from './reference.ts'
import { relationOfRole } from './role-relation.ts'
import { type RoleStatement, roleTarget } from './roles.ts'
import type { Tie } from './tie.ts'
import { baseRelation, dependents, preposition, spanOf, type Tree, tokenAt } from './tree.ts'

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
  const states = statesOf(discourse, context.world, statements)
  const homes = statements.flatMap((statement) => officeAtHome(context, states, statement, known))
  const places = placeTies(context)
  // "President Torvan of Belmora" heads Belmora; that he comes from there goes without saying.
  const held = new Set([...offices, ...homes].map(({ source, target }) => `${source} ${target}`))
  const elsewhere = places.filter(({ source, target }) => !held.has(`${source} ${target}`))
  return [
    ...offices,
    ...homes,
    ...elsewhere,
    ...locations(discourse),
    ...coalitionMembers(discourse),
    ...belongingTies(context),
  ]
}

function tieOfRole(context: ReferenceContext, { bearer, phrase, rule }: RoleStatement, target: Anchor): Tie[] {
  const { role } = phrase
  const tree = context.discourse.trees[phrase.sentence] as Tree
  const relation = relationOfRole(context.discourse, tree, phrase, target)
  if (relation === null) return []
  const [source, goal] = role.inverted ? [target.entity, bearer.entity] : [bearer.entity, target.entity]
  const fit = fitting(context, relation, source, goal)
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

/** "The president *of the guild*": the office has its body, though nobody knows it by name. */
const namesBody = (tree: Tree, { head }: RoleStatement['phrase']): boolean =>
  dependents(tree, head, 'nmod').some((child) => child > head && /^(?:of|for|at)$/.test(preposition(tree, child)))

/** "President Drell" in a report from Varnia. */
function officeAtHome(context: ReferenceContext, states: States, statement: RoleStatement, known: KnownOffices): Tie[] {
  const { bearer, phrase } = statement
  if (known.settled.has(bearer.entity) || known.first.get(`${bearer.entity} ${phrase.role.name}`) !== statement)
    return []
  if (namesBody(context.discourse.trees[phrase.sentence] as Tree, phrase)) return []
  const holders = [...(known.taken.get(phrase.role.name) ?? [])]
  const taken = new Set(holders.filter(([, holder]) => holder !== bearer.entity).map(([state]) => state))
  const origin = originOf(context, context.discourse.trees[bearer.sentence] as Tree, bearer)
  const state = origin ?? homeState(states, statement, taken)
  if (state === undefined) return []
  return tieOfRole(
    context,
    { ...statement, rule: origin === undefined ? 'office without its state' : statement.rule },
    state,
  )
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
