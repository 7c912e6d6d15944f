/** Where and when: phrases of place and expressions of time on a trigger, on what carries it, or on the clause around it. */
import type { CivilDate } from '../model/date.ts'
import { canBeScene } from '../model/ontology.ts'
import { type ReferenceContext, type Referent, referents } from './reference.ts'
import { baseRelation, dependents, dominates, preposition, type Tree, tokenAt } from './tree.ts'

/** A time expression of a sentence, tokens `from` up to, without, `to`. */
export interface Time {
  readonly from: number
  readonly to: number
  readonly date: CivilDate | null
  readonly endDate: CivilDate | null
}

const PLACE_PREPOSITIONS = new Set([
  'in',
  'at',
  'near',
  'outside',
  'on',
  'over',
  'around',
  'across',
  'throughout',
  'inside',
  'off',
  'along',
  'within',
  'outside of',
  'south of',
  'north of',
  'east of',
  'west of',
])
const STEPS = 5

/** From the trigger up to the top of its clause: where its circumstances may hang. */
export function clauseChain(tree: Tree, trigger: number): readonly number[] {
  const chain = [trigger]
  let at = trigger
  for (let step = 0; step < STEPS; step++) {
    const { head, deprel } = tokenAt(tree, at)
    if (head < 0 || ['acl:relcl', 'appos', 'parataxis', 'ccomp', 'list'].includes(deprel)) break
    chain.push(head)
    at = head
  }
  return chain
}

/** Places of what the trigger states, the nearest first. */
export function placesOf(context: ReferenceContext, sentence: number, trigger: number): readonly Referent[] {
  const tree = context.discourse.trees[sentence] as Tree
  const chain = clauseChain(tree, trigger)
  for (const [step, at] of chain.entries()) {
    const found = dependents(tree, at, 'obl', 'nmod', 'advmod')
      .filter((child) => child !== trigger && PLACE_PREPOSITIONS.has(preposition(tree, child)))
      .filter((child) => !isOfEarlierClause(tree, chain[step - 1], child))
      .filter((child) => !dominates(tree, child, trigger))
      .flatMap((child) =>
        referents(context, sentence, child, { sites: true }).filter(({ entity }) => {
          const { type } = context.discourse.entity(entity)
          return canBeScene(type) && !(type === 'country' && isAddressed(tree, child))
        }),
      )
    if (found.length > 0) return found
  }
  // "In Lodesk, the home of …, a strike wounded six", parsed as if Lodesk were what is said.
  const root = tree.tokens.findIndex((token) => token.head < 0)
  if (root < 0 || !PLACE_PREPOSITIONS.has(preposition(tree, root))) return []
  return referents(context, sentence, root)
    .filter(({ entity }) => canBeScene(context.discourse.entity(entity).type))
    .slice(0, 1)
}

/** "Two were killed near Velmont, and four were wounded": what stands before a clause with a subject of its own is not said of it. */
function isOfEarlierClause(tree: Tree, clause: number | undefined, phrase: number): boolean {
  if (clause === undefined) return false
  const { deprel, head, upos } = tokenAt(tree, clause)
  if (deprel !== 'conj' || upos !== 'VERB' || phrase < head || phrase > clause) return false
  return dependents(tree, clause, 'nsubj').some((subject) => subject > phrase)
}

/** "Called on Varnia": a state that is spoken to, not where it happens. */
const isAddressed = (tree: Tree, at: number): boolean =>
  preposition(tree, at) === 'on' && /^(?:call|prevail)$/.test(tokenAt(tree, tokenAt(tree, at).head).lemma)

/** The time of what the trigger states: the expression that hangs nearest to it. */
export function timeOf(tree: Tree, trigger: number, times: readonly Time[]): Time | undefined {
  const chain = clauseChain(tree, trigger)
  const ranked = times
    .map((time) => ({ time, rank: rankOf(tree, chain, time) }))
    .filter(({ rank }) => rank >= 0)
    .sort(
      (a, b) =>
        a.rank - b.rank ||
        Number(b.time.date !== null) - Number(a.time.date !== null) ||
        Math.abs(a.time.from - trigger) - Math.abs(b.time.from - trigger),
    )
  return ranked[0]?.time
}

/** How far up the clause the expression hangs; -1 where it belongs to another clause. */
function rankOf(tree: Tree, chain: readonly number[], time: Time): number {
  const heads = Array.from({ length: time.to - time.from }, (_, i) => time.from + i).filter((i) => {
    const { head } = tokenAt(tree, i)
    return head < time.from || head >= time.to
  })
  for (const inside of heads) {
    let at = tokenAt(tree, inside).head
    for (let step = 0; step < STEPS && at >= 0; step++) {
      const rank = chain.indexOf(at)
      if (rank >= 0) return rank
      if (
        ['acl:relcl', 'ccomp', 'advcl', 'parataxis', 'conj', 'acl'].includes(tokenAt(tree, at).deprel) &&
        tokenAt(tree, at).upos === 'VERB'
      )
        break
      if (baseRelation(tokenAt(tree, at).deprel) === 'advcl') break
      at = tokenAt(tree, at).head
    }
  }
  return -1
}
