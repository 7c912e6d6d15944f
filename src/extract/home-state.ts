/**
 * Which state a national office belongs to when the text leaves it out: "President Drell" in a report from Varnia. Read from
 * what is spoken of around it; where two states are as near, none is chosen.
 */
import type { Anchor, Discourse } from './discourse.ts'
import { foldName } from './names.ts'
import type { RoleStatement } from './roles.ts'
import { dependents, dominates, type Tree, tokenAt } from './tree.ts'
import type { World } from './world.ts'

const NATIONAL =
  /^(?:(?:interim |acting |caretaker )?president|(?:deputy )?prime minister|premier|chancellor|king|queen|emperor|emir|sultan|shah|vice[- ]president|crown prince|first lady|secretary of state|foreign secretary|home secretary|attorney general|head of state|foreign minister|interior minister|.*minister)$/
/** What a state counts for that is named one, two or three sentences before. */
const NEARNESS = [1, 0.6, 0.4]
/** What a state counts for of which alone the document speaks. */
const DOMINANCE = 3
/** How far the chosen state must be ahead of the next. */
const LEAD = 1.8

export const isNationalOffice = (role: string): boolean => NATIONAL.test(role)

/** What is read once for all offices of a document. */
export interface States {
  readonly discourse: Discourse
  /** Indices of the states that the document names. */
  readonly named: readonly number[]
  /** The state in which each named city lies, both as indices. */
  readonly ofCity: ReadonlyMap<number, number>
  /** By sentence, the role phrases of named people. */
  readonly titles: ReadonlyMap<number, readonly RoleStatement[]>
}

export function statesOf(discourse: Discourse, world: World, statements: readonly RoleStatement[]): States {
  const countries = discourse.entities.filter(({ type }) => type === 'country')
  const byName = new Map(countries.map(({ name, index }) => [foldName(name), index]))
  const ofCity = new Map(
    discourse.entities.flatMap(({ type, name, index }) => {
      const state = type === 'city' ? byName.get(foldName(world.countryOf(name) ?? '')) : undefined
      return state === undefined ? [] : [[index, state] as const]
    }),
  )
  const titles = new Map<number, RoleStatement[]>()
  for (const statement of statements) {
    const list = titles.get(statement.phrase.sentence)
    if (list === undefined) titles.set(statement.phrase.sentence, [statement])
    else list.push(statement)
  }
  return { discourse, named: countries.map(({ index }) => index), ofCity, titles }
}

/** @param taken states that somebody else holds this office in */
export function homeState(states: States, statement: RoleStatement, taken: ReadonlySet<number>): Anchor | undefined {
  const { bearer, phrase } = statement
  const { discourse } = states
  const tree = discourse.trees[phrase.sentence] as Tree
  // A former president may be any state's; "the body's president" is the body's.
  if (!isNationalOffice(phrase.role.name) || phrase.former) return undefined
  if (dependents(tree, phrase.head, 'nmod:poss').some((owner) => tokenAt(tree, owner).upos === 'NOUN')) return undefined
  if (tree.tokens.slice(phrase.from, phrase.roleFrom).some(({ form }) => /^(?:pro|anti)-/i.test(form))) return undefined
  const around = stateAnchors(states, statement, bearer.sentence).filter(
    (anchor) => anchor.start < bearer.start && !actsOn(tree, anchor.head, bearer.head),
  )
  if (around.length > 0) return new Set(around.map(({ entity }) => entity)).size > 1 ? undefined : free(around, taken)
  // A state that the sentence names in another part is hardly his.
  const here = discourse.between(bearer.sentence, bearer.sentence).filter(({ start }) => start < bearer.start)
  return mostSpokenOf(states, statement, new Set([...taken, ...here.map(({ entity }) => entity)]))
}

const free = (anchors: readonly Anchor[], taken: ReadonlySet<number>): Anchor | undefined =>
  anchors.findLast(({ entity }) => !taken.has(entity))

/** Mentions of states in a sentence that may tell whose office it is. */
function stateAnchors({ discourse, titles }: States, statement: RoleStatement, sentence: number): readonly Anchor[] {
  const tree = discourse.trees[sentence] as Tree
  const others = (titles.get(sentence) ?? []).filter(({ bearer }) => bearer.entity !== statement.bearer.entity)
  return discourse.between(sentence, sentence).filter(
    (anchor) =>
      discourse.entity(anchor.entity).type === 'country' &&
      !isAside(tree, anchor) &&
      // "Varnian President Drell and Prime Minister Bereti": the state before Drell is Drell's.
      !others.some(({ phrase }) => phrase.from <= anchor.from && anchor.to <= phrase.to),
  )
}

/** "Varnia accused President Drell": who does something to him is mostly another state. */
function actsOn(tree: Tree, state: number, bearer: number): boolean {
  const { deprel, head } = tokenAt(tree, state)
  return deprel === 'nsubj' && dominates(tree, head, bearer)
}

/** "Varnia-born", "pro-Varnian", "Varnians": no word of the state whose office it is. */
function isAside(tree: Tree, { from, to, head }: Anchor): boolean {
  const [before, after] = [tree.tokens[from - 1]?.form ?? '', tree.tokens[to]?.form ?? '']
  return /^[-–]$/.test(before) || /^[-–]$/.test(after) || /^NN(?:P)?S$/.test(tokenAt(tree, head).xpos)
}

/** The state that is far ahead in the sentences before and in the whole text. */
function mostSpokenOf(states: States, statement: RoleStatement, taken: ReadonlySet<number>): Anchor | undefined {
  const { discourse, named, ofCity } = states
  const { sentence } = statement.bearer
  const counts = new Map(named.filter((state) => !taken.has(state)).map((state) => [state, discourse.of(state).length]))
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0)
  const scores = new Map([...counts].map(([state, count]) => [state, (DOMINANCE * count) / Math.max(1, all)]))
  NEARNESS.forEach((weight, back) => {
    const at = sentence - back - 1
    const cities = at < 0 ? [] : discourse.between(at, at).flatMap(({ entity }) => ofCity.get(entity) ?? [])
    const here = at < 0 ? [] : stateAnchors(states, statement, at).map(({ entity }) => entity)
    for (const state of new Set([...here, ...cities])) {
      const score = scores.get(state)
      if (score !== undefined) scores.set(state, score + weight)
    }
  })
  const [best, second] = [...scores].sort((a, b) => b[1] - a[1] || a[0] - b[0])
  if (best === undefined || best[1] < LEAD * (second?.[1] ?? 0)) return undefined
  const mentions = discourse.of(best[0])
  return mentions.findLast(({ start }) => start < statement.bearer.start) ?? mentions[0]
}
