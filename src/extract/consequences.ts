/** What a sentence tells of what a happening did, and of whom it cost: a verb of that kind is no happening of its own. */
import { deepSubjects } from './arguments.ts'
import { CONTACT, type Happening, join, type Telling, VIOLENT } from './happening.ts'
import type { ReferenceContext } from './reference.ts'
import type { TollStatement } from './tolls.ts'
import { baseRelation, dependents, preposition, type Tree, tokenAt } from './tree.ts'

const CONSEQUENCE = new Set([
  'kill',
  'wound',
  'injure',
  'hurt',
  'damage',
  'destroy',
  'hit',
  'strike',
  'die',
  'target',
  'maim',
  'arrest',
  'detain',
  'shoot',
])
const CAUSE_PREPOSITIONS = new Set(['in', 'by', 'during', 'after', 'from', 'following', 'amid', 'under'])

/** A verb that tells what another happening did is no happening of its own. */
export function absorbConsequences(context: ReferenceContext, drafts: readonly Happening[]): readonly Happening[] {
  let kept = [...drafts]
  for (const consequence of drafts) {
    const telling = consequence.tellings[0] as Telling
    const tree = context.discourse.trees[telling.sentence] as Tree
    const cause = kept.find((other) => other !== consequence && isCause(tree, telling, other, consequence))
    if (cause === undefined || !kept.includes(consequence)) continue
    const joined = join(cause, consequence)
    kept = kept.filter((other) => other !== consequence).map((other) => (other === cause ? joined : other))
  }
  return kept
}

function isCause(tree: Tree, telling: Telling, other: Happening, consequence: Happening): boolean {
  const cause = other.tellings[0] as Telling
  if (cause.sentence !== telling.sentence) return false
  const { lemma, upos } = tokenAt(tree, telling.trigger)
  // "met for talks", "a visit for a meeting": one contact.
  const contact =
    CONTACT.has(other.type) && CONTACT.has(consequence.type) && consequence.type !== 'visit' && other.type !== 'visit'
  if (contact) {
    const causeHead = tokenAt(tree, cause.trigger)
    return causeHead.head === telling.trigger && ['obl', 'obj', 'nmod'].includes(baseRelation(causeHead.deprel))
  }
  // "staged a coup that ousted Drell": one deed.
  const ousts = consequence.predications[0]?.frame.relation === 'dismissed' && other.type === 'other'
  if (ousts && upos === 'VERB') return deepSubjects(tree, telling.trigger).includes(cause.trigger)
  if (!VIOLENT.has(other.type) || upos !== 'VERB' || !CONSEQUENCE.has(lemma)) return false
  // "killed when their car fell from the road": towns that fall kill nobody.
  if (other.predications[0]?.frame.relation === 'captured') return false
  const first = firstConsequence(tree, telling.trigger)
  if ([telling.trigger, first].some((verb) => deepSubjects(tree, verb).includes(cause.trigger))) return true
  if (sharedCauses(tree, telling.trigger).includes(cause.trigger)) return true
  // "struck the town, killing six and wounding ten": the participle's clause hangs on the verb, and the second on the first.
  const { head, deprel, xpos } = tokenAt(tree, first)
  if (head !== cause.trigger) return false
  // "an attack in which ten were killed": the relative clause tells of the attack.
  if (deprel === 'acl:relcl') return true
  return ['advcl', 'acl', 'conj'].includes(deprel) && xpos === 'VBG'
}

const isConsequence = (tree: Tree, token: number): boolean =>
  tokenAt(tree, token).upos === 'VERB' && CONSEQUENCE.has(tokenAt(tree, token).lemma)

/**
 * "killed six and wounded ten": the first of what is told in a row, also where the second was parsed as if it stood beside "six", or
 * described them.
 */
function firstConsequence(tree: Tree, verb: number): number {
  const { deprel, head } = tokenAt(tree, verb)
  const describes = deprel === 'acl' && dependents(tree, verb, 'obj').length > 0
  if (deprel !== 'conj' && !describes) return verb
  const before = tokenAt(tree, head)
  const first = before.upos !== 'VERB' && before.deprel === 'obj' ? before.head : head
  return isConsequence(tree, first) ? firstConsequence(tree, first) : verb
}

/** "six were killed and ten wounded in a strike": what stands behind the last of them is why all of it came. */
function sharedCauses(tree: Tree, verb: number): readonly number[] {
  const own = causalPhrases(tree, verb)
  if (own.length > 0) return own
  return dependents(tree, verb, 'conj')
    .filter((next) => isConsequence(tree, next))
    .flatMap((next) => sharedCauses(tree, next))
}

/** Nouns and verbs that say through what something came: "in a strike", "after being hit by shelling". */
function causalPhrases(tree: Tree, verb: number): readonly number[] {
  const direct = dependents(tree, verb, 'obl', 'nmod').filter((child) =>
    CAUSE_PREPOSITIONS.has(preposition(tree, child)),
  )
  const inner = direct.flatMap((child) => dependents(tree, child, 'conj'))
  const onObject = dependents(tree, verb, 'obj', 'nsubj')
    .flatMap((child) => dependents(tree, child, 'nmod', 'acl'))
    .filter((child) => CAUSE_PREPOSITIONS.has(preposition(tree, child)) || tokenAt(tree, child).deprel === 'acl')
  const clauses = dependents(tree, verb, 'advcl').filter((child) =>
    dependents(tree, child, 'mark', 'advmod').some((m) => /^(?:after|when|as|while|by)$/i.test(tokenAt(tree, m).form)),
  )
  return [...direct, ...inner, ...onObject, ...clauses, ...clauses.flatMap((clause) => causalPhrases(tree, clause))]
}

// ---------------------------------------------------------------------------------------------------------------- tolls

export function attachTolls(
  context: ReferenceContext,
  happenings: readonly Happening[],
  tolls: readonly TollStatement[],
): readonly Happening[] {
  let result = [...happenings]
  for (const toll of tolls) {
    const tree = context.discourse.trees[toll.sentence] as Tree
    const owner = ownerOf(tree, toll, result)
    if (owner === undefined || owner.tolls[toll.kind] !== undefined) continue
    const told = {
      ...owner,
      tolls: { ...owner.tolls, [toll.kind]: toll },
      tellings: owner.tellings.map((t) =>
        t.sentence === toll.sentence ? { ...t, tokens: [...t.tokens, toll.trigger, toll.from, toll.to - 1] } : t,
      ),
    }
    result = result.map((other) => (other === owner ? told : other))
  }
  return result
}

function ownerOf(tree: Tree, toll: TollStatement, happenings: readonly Happening[]): Happening | undefined {
  const here = happenings.filter(
    (happening) =>
      VIOLENT.has(happening.type) && happening.tellings.some((telling) => telling.sentence === toll.sentence),
  )
  const tells = (happening: Happening, token: number): boolean =>
    happening.tellings.some(
      (telling) => telling.sentence === toll.sentence && (telling.trigger === token || telling.tokens.includes(token)),
    )
  const own = here.find((happening) =>
    happening.tellings.some((telling) => telling.sentence === toll.sentence && telling.trigger === toll.trigger),
  )
  const caused = [...deepSubjects(tree, toll.trigger), ...sharedCauses(tree, toll.trigger)]
  const cause = here.find((happening) =>
    caused.some((token) =>
      happening.tellings.some((telling) => telling.sentence === toll.sentence && telling.trigger === token),
    ),
  )
  if (cause !== undefined) return cause
  if (own !== undefined) return own
  // "killed two men and wounded a woman": the second verb shares what the first one has.
  for (let at = toll.trigger; at >= 0; at = tokenAt(tree, at).head) {
    const found = here.find((happening) => tells(happening, at))
    if (found !== undefined) return found
    const { deprel, head } = tokenAt(tree, at)
    if (deprel === 'acl:relcl') return here.find((happening) => tells(happening, head))
    if (deprel === 'ccomp') break
  }
  return here.length === 1 ? here[0] : undefined
}
