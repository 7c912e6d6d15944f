/** Numbers of killed, wounded and arrested people, and the verb or adjective that says so. */
import { deepObjects, deepSubjects } from './arguments.ts'
import { conjuncts, dependents, type Tree, tokenAt } from './tree.ts'

export type TollKind = 'killed' | 'wounded' | 'arrested'

/** A number of things in a sentence, tokens `from` up to, without, `to`; `max` is null for "at least". */
export interface Count {
  readonly from: number
  readonly to: number
  readonly min: number
  readonly max: number | null
  readonly text: string
}

export interface TollStatement {
  readonly sentence: number
  /** The word that says what happened to them. */
  readonly trigger: number
  readonly kind: TollKind
  readonly min: number
  readonly max: number | null
  /** Tokens of the words that tell the number. */
  readonly from: number
  readonly to: number
}

const VERBS: ReadonlyMap<string, TollKind> = new Map([
  ...['kill', 'murder', 'assassinate', 'execute', 'massacre', 'slay', 'behead', 'die', 'perish', 'drown'].map(
    (verb) => [verb, 'killed'] as const,
  ),
  ...['wound', 'injure', 'hurt', 'maim', 'hospitalize', 'hospitalise'].map((verb) => [verb, 'wounded'] as const),
  ...['arrest', 'detain', 'jail', 'imprison'].map((verb) => [verb, 'arrested'] as const),
])
const SUBJECT_SUFFERS = new Set(['die', 'perish', 'drown'])
const ADJECTIVES: ReadonlyMap<string, TollKind> = new Map([
  ['dead', 'killed'],
  ['wounded', 'wounded'],
  ['injured', 'wounded'],
  ['hurt', 'wounded'],
])
const NOUNS: ReadonlyMap<string, TollKind> = new Map([
  ['death', 'killed'],
  ['fatality', 'killed'],
  ['killing', 'killed'],
  ['arrest', 'arrested'],
  ['detention', 'arrested'],
  ['injury', 'wounded'],
])
const HUMAN =
  /^(?:man|woman|boy|girl|child|person|civilian|soldier|resident|officer|policeman|policewoman|worker|passenger|driver|teenager|baby|infant|student|journalist|pensioner|villager|protester|demonstrator|rebel|militant|fighter|gunman|guard|official|employee|tourist|pilot|nurse|doctor|teacher|fisherman|farmer|mother|father|son|daughter|brother|sister|wife|husband|bystander|victim|prisoner|migrant|refugee|suspect|hostage|patient|miner|firefighter|medic|rescuer|paramedic|serviceman|servicewoman|trooper|commander|peacekeeper|toddler|youth|national|citizen)$/

/** @param isPerson whether a token names one person, who then counts as one */
export function findTolls(
  tree: Tree,
  sentence: number,
  counts: readonly Count[],
  isPerson: (token: number) => boolean,
): readonly TollStatement[] {
  return tree.tokens.flatMap((token, trigger): TollStatement[] => {
    const kind =
      token.upos === 'VERB' || token.upos === 'ADJ'
        ? (VERBS.get(token.lemma) ?? ADJECTIVES.get(token.form.toLowerCase()))
        : token.upos === 'NOUN'
          ? NOUNS.get(token.lemma)
          : undefined
    if (kind === undefined) return []
    const victims = victimsOf(tree, trigger, kind)
    const numbers = victims.flatMap(
      (victim) =>
        numberOf(tree, victim, counts) ??
        (isPerson(victim) ? [{ from: victim, to: victim + 1, min: 1, max: 1, text: '' }] : []),
    )
    if (numbers.length === 0) return []
    const max = numbers.some((n) => n.max === null) ? null : numbers.reduce((sum, n) => sum + (n.max ?? 0), 0)
    return [
      {
        sentence,
        trigger,
        kind,
        min: numbers.reduce((sum, n) => sum + n.min, 0),
        max,
        from: Math.min(...numbers.map((n) => n.from)),
        to: Math.max(...numbers.map((n) => n.to)),
      },
    ]
  })
}

function victimsOf(tree: Tree, trigger: number, kind: TollKind): readonly number[] {
  const token = tokenAt(tree, trigger)
  if (token.upos === 'NOUN') {
    const of = dependents(tree, trigger, 'nmod').filter((child) =>
      dependents(tree, child, 'case').some((c) => tokenAt(tree, c).form === 'of'),
    )
    return of.length > 0
      ? of.flatMap((child) => conjuncts(tree, child))
      : kind === 'killed' || kind === 'arrested'
        ? [trigger]
        : [trigger]
  }
  if (!VERBS.has(token.lemma)) {
    // "left twelve people dead", "twelve wounded"
    const owner = ['xcomp', 'amod', 'acl', 'conj'].includes(token.deprel) ? token.head : -1
    const siblings =
      token.deprel === 'xcomp' && owner >= 0
        ? dependents(tree, owner, 'obj')
        : owner >= 0
          ? [owner]
          : dependents(tree, trigger, 'nsubj')
    return [...siblings, trigger]
  }
  const tokens = SUBJECT_SUFFERS.has(token.lemma) ? deepSubjects(tree, trigger) : deepObjects(tree, trigger)
  return tokens.flatMap((child) => conjuncts(tree, child))
}

/** How many a noun phrase means: its number, or one for an indefinite singular human being. */
function numberOf(tree: Tree, victim: number, counts: readonly Count[]): Count | undefined {
  const below = [victim, ...dependents(tree, victim, 'nummod', 'amod', 'det', 'compound', 'advmod')]
  const written = counts.find((count) => below.some((token) => count.from <= token && token < count.to))
  if (written !== undefined) return written
  const partitive =
    dependents(tree, victim, 'nmod').length > 0
      ? counts.find((count) => count.from <= victim && victim < count.to)
      : undefined
  if (partitive !== undefined) return partitive
  const token = tokenAt(tree, victim)
  const indefinite = [
    ...dependents(tree, victim, 'det').filter((child) => /^(?:an?|another|one)$/i.test(tokenAt(tree, child).form)),
    // "a woman and her son"
    ...dependents(tree, victim, 'nmod:poss'),
  ].sort((a, b) => a - b)[0]
  if (indefinite !== undefined && token.xpos === 'NN' && HUMAN.test(token.lemma)) {
    return { from: indefinite, to: victim + 1, min: 1, max: 1, text: '' }
  }
  return undefined
}
