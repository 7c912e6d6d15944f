/**
 * Role nouns and pronouns → the entities that they refer to. Salience by grammatical role and recency, after Lappin and
 * Leass (1994), with agreement in gender and number; where two candidates are level the mention stays unresolved.
 */
import type { Mention } from '../model/facts.ts'
import type { EntityType } from '../model/ontology.ts'
import type { Anchor, Discourse, DraftEntity } from './discourse.ts'
import type { Gender, Lexicon } from './lexicon.ts'
import { foldName } from './names.ts'
import { phraseAround, type RolePhrase, type RoleStatement, roleTarget } from './roles.ts'
import { baseRelation, conjuncts, dependents, dominates, type Tree, tokenAt } from './tree.ts'
import type { World } from './world.ts'

/** Sets the gender of people whose titles or first names tell it. */
export function inferGenders(discourse: Discourse, statements: readonly RoleStatement[], world: World): void {
  for (const { bearer, phrase } of statements) {
    if (phrase.role.gender !== null) discourse.entity(bearer.entity).gender = phrase.role.gender
  }
  for (const entity of discourse.entities) {
    if (entity.type !== 'person' || entity.gender !== null || !entity.name.includes(' ')) continue
    entity.gender = world.gender(entity.name.split(' ')[0] as string) ?? null
  }
}

/** A role noun, with its words from token `from` to its head, that refers to an entity. */
function addRole(discourse: Discourse, sentence: number, from: number, head: number, entity: number): void {
  const tree = discourse.trees[sentence] as Tree
  const { start } = tokenAt(tree, from)
  const { end } = tokenAt(tree, head)
  discourse.add({ sentence, head, from, to: head + 1, form: 'role', start, end, entity })
}

/** "Soldiers arrested Varnia's *president*, Josiah Berg": the role noun refers to whom the apposition names. */
export function anchorAppositions(discourse: Discourse, statements: readonly RoleStatement[]): void {
  for (const { bearer, phrase, rule } of statements) {
    if (rule !== 'apposition' || discourse.covering(phrase.sentence, phrase.head) !== undefined) continue
    addRole(discourse, phrase.sentence, phrase.roleFrom, phrase.head, bearer.entity)
  }
}

/** "Both leaders", "the two sides": two who were spoken of just before. */
export function resolvePairs(discourse: Discourse, statements: readonly RoleStatement[], lexicon: Lexicon): void {
  discourse.trees.forEach((tree, sentence) => {
    tree.tokens.forEach((token, head) => {
      if (token.xpos !== 'NNS' || discourse.covering(sentence, head) !== undefined || !isPair(tree, head)) return
      const entities = STATES.test(token.lemma)
        ? recentStates(discourse, sentence, token.start)
        : recentBearers(discourse, statements, lexicon.roles.get(token.lemma)?.relation, sentence, token.start)
      if (entities.length !== 2) return
      const from = dependents(tree, head, 'det', 'nummod')[0] ?? head
      for (const entity of entities) addRole(discourse, sentence, from, head, entity)
    })
  })
}

const STATES = /^(?:side|country|nation|neighbou?r|state|party|government|foe|rival|capital)$/

const isPair = (tree: Tree, head: number): boolean => {
  const words = dependents(tree, head, 'det', 'nummod', 'amod').map((child) => tokenAt(tree, child).form.toLowerCase())
  return words.includes('both') || words.includes('two')
}

function recentStates(discourse: Discourse, sentence: number, start: number): readonly number[] {
  return recent(discourse, sentence, start, (entity) => entity.type === 'country')
}

function recentBearers(
  discourse: Discourse,
  statements: readonly RoleStatement[],
  relation: string | null | undefined,
  sentence: number,
  start: number,
): readonly number[] {
  if (relation === null || relation === undefined) return []
  const bearers = new Set(
    statements.filter(({ phrase }) => phrase.role.relation === relation).map(({ bearer }) => bearer.entity),
  )
  return recent(discourse, sentence, start, (entity) => bearers.has(entity.index))
}

/** Those of a kind spoken of in the last sentences; the nearest sentences that have two decide. */
function recent(
  discourse: Discourse,
  sentence: number,
  start: number,
  wanted: (entity: DraftEntity) => boolean,
): readonly number[] {
  for (let back = 0; back <= SENTENCES_BACK; back++) {
    const found = new Set(
      discourse
        .between(sentence - back, sentence)
        .filter((a) => a.start < start && wanted(discourse.entity(a.entity)))
        .map((a) => a.entity),
    )
    if (found.size >= 2) return [...found]
  }
  return []
}

/** "The envoy", "the French president", "the agency": definite descriptions of somebody named elsewhere. */
export function resolveRoleNouns(discourse: Discourse, statements: readonly RoleStatement[], lexicon: Lexicon): void {
  discourse.trees.forEach((tree, sentence) => {
    tree.tokens.forEach((token, head) => {
      if (token.upos !== 'NOUN' || token.xpos === 'NNS' || discourse.covering(sentence, head) !== undefined) return
      if (!isDefinite(tree, head)) return
      const phrase = phraseAround(tree, sentence, head, lexicon)
      if (
        phrase !== undefined &&
        statements.some((s) => s.phrase.sentence === sentence && s.phrase.from <= head && head < s.phrase.to)
      )
        return
      const found =
        phrase === undefined
          ? bodyCalled(discourse, sentence, head, token.lemma)
          : personCalled(discourse, statements, phrase)
      if (found === undefined) return
      const from = phrase === undefined ? (dependents(tree, head, 'det')[0] ?? head) : phrase.from
      addRole(discourse, sentence, from, head, found.index)
    })
  })
}

const isDefinite = (tree: Tree, head: number): boolean =>
  dependents(tree, head, 'det').some((child) => /^(?:the|this|that)$/i.test(tokenAt(tree, child).form)) &&
  !dependents(tree, head, 'amod').some((child) =>
    /^(?:new|next|future|other|another|first|then)$/i.test(tokenAt(tree, child).form),
  )

function personCalled(
  discourse: Discourse,
  statements: readonly RoleStatement[],
  phrase: RolePhrase,
): DraftEntity | undefined {
  const tree = discourse.trees[phrase.sentence] as Tree
  const said = targetEntity(discourse, tree, phrase)
  const start = tokenAt(tree, phrase.head).start
  const fitting = statements.filter((statement) => {
    if (statement.bearer.start > start) return false
    const { role } = statement.phrase
    const same =
      role.name === phrase.role.name ||
      role.name.endsWith(` ${phrase.role.name}`) ||
      (phrase.role.name === 'leader' && role.relation === 'leader_of') ||
      (phrase.role.relation === 'envoy_of' && role.relation === 'envoy_of')
    if (!same || role.relation === null) return false
    if (said === undefined) return true
    return targetEntity(discourse, discourse.trees[statement.phrase.sentence] as Tree, statement.phrase) === said
  })
  return onlyOne(
    discourse,
    fitting.map((statement) => statement.bearer.entity),
  )
}

const targetEntity = (discourse: Discourse, tree: Tree, phrase: RolePhrase): number | undefined => {
  const target = roleTarget(tree, phrase, (token) => discourse.at(phrase.sentence, token).length > 0)
  return target === undefined ? undefined : discourse.at(phrase.sentence, target)[0]?.entity
}

const BODY_WORDS: Readonly<Record<string, readonly EntityType[]>> = {
  newspaper: ['media'], broadcaster: ['media'], paper: ['media'], channel: ['media'], daily: ['media'], weekly: ['media'],
  agency: ['organization', 'media'], ministry: ['organization'], company: ['organization'], organisation: ['organization'], organization: ['organization'],
  party: ['party'], court: ['organization'], committee: ['organization'], commission: ['organization'], council: ['organization'], bank: ['organization'],
  university: ['organization'], parliament: ['organization'], militia: ['armed_force'], group: ['armed_force', 'organization'], movement: ['party', 'armed_force', 'organization'],
  coalition: ['armed_force', 'party', 'organization'], alliance: ['organization', 'armed_force', 'party'],
} // biome-ignore format: a table

function bodyCalled(discourse: Discourse, sentence: number, head: number, lemma: string): DraftEntity | undefined {
  const { start, deprel } = tokenAt(discourse.trees[sentence] as Tree, head)
  if (STATE_WORD.test(lemma) && /^(?:nsubj|nmod:poss)$/.test(deprel)) return stateCalled(discourse, sentence, start)
  const types = BODY_WORDS[lemma]
  if (types === undefined) return undefined
  const before = discourse.entities.filter(({ index }) => (discourse.of(index)[0]?.start ?? start) < start)
  const named = before.filter(
    (entity) =>
      types.includes(entity.type) &&
      [entity.name, ...entity.aliases].some((name) => foldName(name).split(' ').includes(lemma)),
  )
  if (named.length > 0) return named.length === 1 ? named[0] : undefined
  const ofType = before.filter((entity) => entity.type === types[0])
  return types.length === 1 && types[0] !== 'organization' && ofType.length === 1 ? ofType[0] : undefined
}

const STATE_WORD = /^(?:country|nation|republic|kingdom)$/

/** "The country": the only state of which this sentence or the one before it speaks. */
function stateCalled(discourse: Discourse, sentence: number, start: number): DraftEntity | undefined {
  const near = discourse
    .between(sentence - 1, sentence)
    .filter((anchor) => anchor.start < start && discourse.entity(anchor.entity).type === 'country')
  const here = near.filter((anchor) => anchor.sentence === sentence)
  return onlyOne(
    discourse,
    (here.length > 0 ? here : near).map((anchor) => anchor.entity),
  )
}

function onlyOne(discourse: Discourse, entities: readonly number[]): DraftEntity | undefined {
  const distinct = [...new Set(entities)]
  return distinct.length === 1 ? discourse.entity(distinct[0] as number) : undefined
}

// ------------------------------------------------------------------------------------------------------------- pronouns

interface PronounKind {
  readonly gender: Gender | null
  readonly number: 'one' | 'many'
  readonly types: readonly EntityType[]
}

const PERSON: readonly EntityType[] = ['person']
const BODIES: readonly EntityType[] = ['country', 'organization', 'party', 'armed_force', 'media']
const he: PronounKind = { gender: 'm', number: 'one', types: PERSON }
const she: PronounKind = { gender: 'f', number: 'one', types: PERSON }
const it: PronounKind = { gender: null, number: 'one', types: BODIES }
const they: PronounKind = { gender: null, number: 'many', types: [...PERSON, ...BODIES] }
const PRONOUNS: ReadonlyMap<string, PronounKind> = new Map([
  ...['he', 'him', 'his', 'himself'].map((word) => [word, he] as const),
  ...['she', 'her', 'hers', 'herself'].map((word) => [word, she] as const),
  ...['it', 'its', 'itself'].map((word) => [word, it] as const),
  ...['they', 'them', 'their', 'theirs', 'themselves'].map((word) => [word, they] as const),
])

const SENTENCES_BACK = 3
/** Mentions after which an entity gains no more salience from being spoken of. */
const WELL_KNOWN = 4
/** How far the best candidate must be ahead of the second to be believed. */
const LEAD = 1

/** Adds anchors for pronouns; returns those that could mean more than one thing. */
export function resolvePronouns(discourse: Discourse): readonly Mention[] {
  const unresolved: Mention[] = []
  discourse.trees.forEach((tree, sentence) => {
    tree.tokens.forEach((token, head) => {
      const kind = token.upos === 'PRON' ? PRONOUNS.get(token.form.toLowerCase()) : undefined
      if (kind === undefined || baseRelation(token.deprel) === 'expl') return
      const anchor = {
        sentence,
        head,
        from: head,
        to: head + 1,
        form: 'pronoun' as const,
        start: token.start,
        end: token.end,
      }
      const found =
        kind.number === 'many'
          ? pluralAntecedents(discourse, sentence, head)
          : antecedent(discourse, sentence, head, kind)
      if (found.length === 0)
        unresolved.push({ span: { start: token.start, end: token.end }, form: 'pronoun', entity: null })
      for (const entity of found) discourse.add({ ...anchor, entity })
    })
  })
  return unresolved
}

function antecedent(discourse: Discourse, sentence: number, head: number, kind: PronounKind): readonly number[] {
  const scores = new Map<number, number>()
  for (const anchor of candidates(discourse, sentence, head, kind.types)) {
    const entity = discourse.entity(anchor.entity)
    if (kind.gender !== null && entity.gender !== null && entity.gender !== kind.gender) continue
    const score = salience(discourse, anchor, sentence, head, kind)
    if (score > (scores.get(anchor.entity) ?? Number.NEGATIVE_INFINITY)) scores.set(anchor.entity, score)
  }
  const ranked = [...scores].sort((a, b) => b[1] - a[1] || a[0] - b[0])
  const [best, second] = ranked
  if (best === undefined) return []
  if (second !== undefined && best[1] - second[1] < LEAD) return []
  return kind.types === PERSON && isAnybodyNearer(discourse, sentence, head, best[0], kind) ? [] : [best[0]]
}

const ANY_MAN = /^(?:man|boy|father|son|brother|husband|policeman|businessman)$/
const ANY_WOMAN = /^(?:woman|girl|mother|daughter|sister|wife|policewoman|businesswoman)$/
const ANYONE =
  /^(?:person|teenager|student|soldier|officer|worker|journalist|lawyer|doctor|teacher|patient|prisoner|suspect|driver|victim|child|citizen|resident|refugee|migrant|guard|pilot|gunman|protester|activist|colleague)$/

/** "Drell said they had detained a man and beaten him": whoever has no name stands nearer than the name. */
function isAnybodyNearer(
  discourse: Discourse,
  sentence: number,
  head: number,
  entity: number,
  { gender }: PronounKind,
): boolean {
  const tree = discourse.trees[sentence] as Tree
  const last = discourse
    .between(sentence, sentence)
    .findLast((anchor) => anchor.entity === entity && anchor.head < head)
  for (let at = (last?.head ?? -1) + 1; at < head; at++) {
    const { lemma, xpos } = tokenAt(tree, at)
    if (xpos !== 'NN' || !(ANYONE.test(lemma) || (gender === 'f' ? ANY_WOMAN : ANY_MAN).test(lemma))) continue
    const isIndefinite = dependents(tree, at, 'det').some((child) => /^an?$/i.test(tokenAt(tree, child).form))
    if (isIndefinite && dependents(tree, at, 'cop', 'appos').length === 0 && tokenAt(tree, at).deprel !== 'appos')
      return true
  }
  return false
}

function candidates(
  discourse: Discourse,
  sentence: number,
  head: number,
  types: readonly EntityType[],
): readonly Anchor[] {
  const { start } = tokenAt(discourse.trees[sentence] as Tree, head)
  return discourse
    .between(sentence - SENTENCES_BACK, sentence)
    .filter((a) => a.start < start && types.includes(discourse.entity(a.entity).type))
    .filter((a) => a.form !== 'adjective' || types !== PERSON)
    .filter((a) => !isLocallyBound(discourse, a, sentence, head))
}

/** Principle B: "Drell praised him" – him is not Drell; nor is "his" the name that it stands before ("his aide Drell"). */
function isLocallyBound(discourse: Discourse, anchor: Anchor, sentence: number, head: number): boolean {
  if (anchor.sentence !== sentence) return false
  const tree = discourse.trees[sentence] as Tree
  const pronoun = tokenAt(tree, head)
  if (/sel(?:f|ves)$/i.test(pronoun.form)) return false
  const subject = tokenAt(tree, anchor.head)
  const possessive = pronoun.deprel === 'nmod:poss'
  return !possessive && subject.head === pronoun.head && pronoun.head >= 0
}

function salience(discourse: Discourse, anchor: Anchor, sentence: number, head: number, kind: PronounKind): number {
  const tree = discourse.trees[anchor.sentence] as Tree
  const token = tokenAt(tree, anchor.head)
  const relation = baseRelation(token.deprel)
  const pronoun = tokenAt(discourse.trees[sentence] as Tree, head)
  let score = -3 * (sentence - anchor.sentence)
  if (relation === 'nsubj') score += 4
  else if (relation === 'obj' || relation === 'iobj') score += 2
  else if (relation === 'obl' && token.deprel === 'obl:agent') score += 2
  else if (relation === 'conj') score += 1
  else if (relation === 'nmod' || relation === 'compound' || relation === 'amod') score -= 1
  if (relation === baseRelation(pronoun.deprel)) score += 1
  if (anchor.form === 'adjective') score -= 2
  if (anchor.form === 'pronoun') score += 1
  if (
    anchor.sentence === sentence &&
    pronoun.deprel === 'nmod:poss' &&
    relation === 'nsubj' &&
    dominates(tree, token.head, head)
  )
    score += 2
  if (kind.types === BODIES && relation !== 'nsubj' && anchor.sentence !== sentence) score -= 3
  const earlier = discourse
    .of(anchor.entity)
    .slice(0, WELL_KNOWN)
    .filter((a) => a.start <= anchor.start).length
  return score + earlier / 2 - (anchor.sentence === sentence ? 0 : anchor.start / 1e7)
}

/** "They" takes up the last coordinated names, or the last plural pronoun's. */
function pluralAntecedents(discourse: Discourse, sentence: number, head: number): readonly number[] {
  const types = they.types
  const { start } = tokenAt(discourse.trees[sentence] as Tree, head)
  for (let s = sentence; s >= Math.max(0, sentence - 1); s--) {
    const tree = discourse.trees[s] as Tree
    const groups = discourse
      .between(s, s)
      .filter((a) => a.end < start && types.includes(discourse.entity(a.entity).type))
      .map((a) => ({ a, members: conjuncts(tree, a.head).flatMap((token) => discourse.at(s, token)) }))
      .filter(({ members }) => new Set(members.map((m) => m.entity)).size > 1)
    const subject = groups.find(({ a }) => baseRelation(tokenAt(tree, a.head).deprel) === 'nsubj') ?? groups.at(-1)
    if (subject !== undefined) return [...new Set(subject.members.filter((m) => m.end < start).map((m) => m.entity))]
  }
  return []
}
