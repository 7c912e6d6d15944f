/**
 * Predications and tolls → happenings: one for each thing that happened, however many words of the document tell it. What a
 * verb reports of an attack ("a strike *wounded* six") belongs to the attack; a later "the attack" is the attack again.
 */
import type { Modality } from '../model/facts.ts'
import type { EventType, ParticipantRole } from '../model/ontology.ts'
import { canBeScene, ENTITY_TYPES, RELATIONS } from '../model/ontology.ts'
import { deepSubjects } from './arguments.ts'
import type { Predication } from './predications.ts'
import { type ReferenceContext, type Referent, referents } from './reference.ts'
import { placesOf, type Time, timeOf } from './settings.ts'
import { statusAt } from './status.ts'
import type { TollKind, TollStatement } from './tolls.ts'
import { baseRelation, dependents, preposition, type Tree, tokenAt } from './tree.ts'

export interface Located extends Referent {
  readonly sentence: number
}

export interface HappeningParticipant extends Located {
  readonly role: ParticipantRole
}

/** Words that tell of the happening. */
export interface Telling {
  readonly sentence: number
  readonly trigger: number
  /** Tokens to be shown as evidence besides the trigger: arguments, numbers. */
  readonly tokens: readonly number[]
}

export interface Happening {
  readonly type: EventType
  readonly modality: Modality
  readonly rule: string
  readonly tellings: readonly Telling[]
  readonly participants: readonly HappeningParticipant[]
  readonly places: readonly Located[]
  readonly time: Time | undefined
  readonly tolls: Readonly<Partial<Record<TollKind, TollStatement>>>
  /** Predications that state it, so that their relations can name it. */
  readonly predications: readonly Predication[]
  /** Whether a noun with "the" told it first: it may take up an earlier one. */
  readonly definite: boolean
}

const VIOLENT = new Set<EventType>(['attack', 'clash', 'disaster', 'protest', 'death', 'arrest'])
const CONTACT = new Set<EventType>(['meeting', 'negotiation', 'summit', 'call', 'visit'])

export function findHappenings(
  context: ReferenceContext,
  predications: readonly Predication[],
  tolls: readonly TollStatement[],
  timesOf: (sentence: number) => readonly Time[],
): readonly Happening[] {
  const drafts = predications.flatMap((predication) => draft(context, predication, timesOf) ?? [])
  // What one sentence tells is put together first, so that long texts take no longer a sentence than short ones.
  const draftsBySentence = groupBy(drafts, (draft) => draft.tellings[0]?.sentence ?? 0)
  const tollsBySentence = groupBy(tolls, (toll) => toll.sentence)
  const counted = context.discourse.trees.flatMap((_, sentence) => {
    const absorbed = absorbConsequences(context, draftsBySentence.get(sentence) ?? [])
    return attachTolls(context, absorbed, tollsBySentence.get(sentence) ?? [])
  })
  return mergeRepeated(
    context,
    counted.filter((happening) => isTold(happening)),
  )
}

// --------------------------------------------------------------------------------------------------------------- drafts

function draft(
  context: ReferenceContext,
  predication: Predication,
  timesOf: (sentence: number) => readonly Time[],
): Happening | undefined {
  const { frame, event, sentence, trigger } = predication
  if (event === null) return undefined
  // "Varnia-occupied" describes; it does not tell of a deed.
  if (tokenAt(context.discourse.trees[sentence] as Tree, trigger).deprel === 'amod') return undefined
  const tree = context.discourse.trees[sentence] as Tree
  const time = timeOf(tree, trigger, timesOf(sentence))
  const locate = (referent: Referent): Located => ({ ...referent, sentence })
  const symmetric = frame.relation !== null && RELATIONS[frame.relation].symmetric
  const typeOf = (referent: Referent) => context.discourse.entity(referent.entity).type
  const targetIsPlace = (referent: Referent): boolean =>
    canBeScene(typeOf(referent)) &&
    (typeOf(referent) !== 'country' ||
      referent.by === 'site' ||
      frame.relation === 'visited' ||
      frame.event === 'attack')
  const places = predication.targets.filter(targetIsPlace)
  const found =
    places.length > 0
      ? places
      : [
          ...placesOf(context, sentence, trigger),
          ...besidePeople(context, predication, tree),
          ...besideWhatWasHit(context, predication, tree),
        ]
  const roles: HappeningParticipant[] = [
    ...predication.agents.map((agent) => ({
      ...locate(agent),
      role: symmetric || frame.relation === 'visited' ? ('participant' as const) : ('agent' as const),
    })),
    ...predication.targets
      .filter(
        (target) =>
          !targetIsPlace(target) ||
          (typeOf(target) === 'country' && target.by !== 'site' && frame.relation !== 'visited'),
      )
      .map((target) => ({
        ...locate(target),
        role: symmetric
          ? ('participant' as const)
          : frame.relation === 'killed' || frame.relation === 'wounded'
            ? ('victim' as const)
            : ('target' as const),
      })),
    ...predication.concerned.map((target) => ({ ...locate(target), role: 'target' as const })),
  ].filter((participant) => ENTITY_TYPES[typeOf(participant)].kind !== 'place')
  return {
    type: event,
    modality: frame.status ?? statusAt(tree, trigger, context.lexicon, time, context.published),
    rule: `${predication.pos} ${frame.name}`,
    tellings: [
      {
        sentence,
        trigger,
        tokens: [...predication.agents, ...predication.targets, ...predication.concerned].map(({ token }) => token),
      },
    ],
    participants: roles,
    places: found.slice(0, 2).map(locate),
    time,
    tolls: {},
    predications: [predication],
    definite:
      predication.pos === 'noun' &&
      dependents(tree, trigger, 'det').some((child) =>
        /^(?:the|this|that|these|those)$/i.test(tokenAt(tree, child).form),
      ),
  }
}

const DATED_OR_PLACED = new Set<EventType>([
  'election',
  'disaster',
  'ceremony',
  'summit',
  'protest',
  'attack',
  'clash',
  'trial',
  'death',
])
/** Acts of speech: without somebody whom they are aimed at they are mere sayings. */
const AIMED = new Set<EventType>(['accusation', 'rejection', 'demand', 'threat', 'aid', 'appointment', 'other'])

const ACTS = new Set<EventType>(['other', 'rejection', 'appointment'])

/** "met Xi in Beijing": parsers often hang the place on the person. */
const besidePeople = (
  context: ReferenceContext,
  { sentence, agents, targets }: Predication,
  tree: Tree,
): readonly Referent[] => [...targets, ...agents].flatMap(({ token }) => placesBeside(context, sentence, tree, token))

/** "hit a market in Dellin": where the market is, it was hit. */
const besideWhatWasHit = (
  context: ReferenceContext,
  { sentence, trigger, frame: { event } }: Predication,
  tree: Tree,
): readonly Referent[] =>
  event === 'attack'
    ? dependents(tree, trigger, 'obj', 'nsubj:pass').flatMap((token) => placesBeside(context, sentence, tree, token))
    : []

const placesBeside = (context: ReferenceContext, sentence: number, tree: Tree, token: number): readonly Referent[] =>
  dependents(tree, token, 'nmod')
    .filter((child) => /^(?:in|at|near|outside)$/.test(preposition(tree, child)))
    .flatMap((child) => referents(context, sentence, child))
    .filter(({ entity }) => canBeScene(context.discourse.entity(entity).type))

/** Whether enough is told of it to be worth a node: who did it to whom, where, when, or how many suffered. */
function isTold(happening: Happening): boolean {
  const people = new Set(happening.participants.map((p) => p.entity)).size
  const dated = (happening.time?.date ?? null) !== null
  const placed = happening.places.length > 0
  if (Object.keys(happening.tolls).length > 0) return true
  // "sacked the prime minister": told, though he is not named.
  const [predication] = happening.predications
  if (people > 0 && ['appointed', 'dismissed'].includes(predication?.frame.relation ?? '')) return true
  // "passed a law", "conceded defeat": the object makes it an act, whoever else it is aimed at.
  const isAct = predication !== undefined && predication.frame.object !== null && ACTS.has(happening.type)
  if (isAct && people > 0) return true
  if (AIMED.has(happening.type) && !happening.rule.startsWith('noun'))
    return people > 1 || (people > 0 && (dated || placed))
  // "stopped short of …", "left on Monday": gone, but who knows where.
  if (happening.type === 'visit' && people < 2 && !placed) return false
  if (!happening.rule.startsWith('noun'))
    return (
      people > 1 ||
      ((people > 0 || DATED_OR_PLACED.has(happening.type)) && (dated || placed)) ||
      (people > 0 && !CONTACT.has(happening.type))
    )
  if (people > 1 || (people > 0 && (dated || placed))) return true
  // "declared a ceasefire"
  if (people > 0 && predication?.light !== undefined && !CONTACT.has(happening.type)) return true
  return DATED_OR_PLACED.has(happening.type) && (dated || placed)
}

// --------------------------------------------------------------------------------------------------------- consequences

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
function absorbConsequences(context: ReferenceContext, drafts: readonly Happening[]): readonly Happening[] {
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

function attachTolls(
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

// -------------------------------------------------------------------------------------------------------------- merging

function join(one: Happening, other: Happening): Happening {
  const newPeople = other.participants.filter((p) => !one.participants.some((q) => q.entity === p.entity))
  const isVictim = ({ entity }: HappeningParticipant): boolean =>
    other.participants.some((p) => p.entity === entity && p.role === 'victim')
  const newPlaces = other.places.filter((p) => !one.places.some((q) => q.entity === p.entity))
  return {
    ...one,
    modality: one.modality === 'asserted' || other.modality === 'asserted' ? 'asserted' : one.modality,
    tellings: joinTellings(one.tellings, other.tellings),
    // Who was struck and killed is a victim.
    participants: [
      ...one.participants.map((p) => (p.role === 'target' && isVictim(p) ? { ...p, role: 'victim' as const } : p)),
      ...newPeople,
    ],
    places:
      one.places.length > 0
        ? [
            ...one.places,
            ...newPlaces.filter(
              () => one.tellings[0]?.sentence !== other.tellings[0]?.sentence && one.places.length < 1,
            ),
          ]
        : newPlaces,
    time: one.time?.date ? one.time : (other.time ?? one.time),
    tolls: { ...other.tolls, ...one.tolls },
    predications: [...one.predications, ...other.predications],
  }
}

/** Passages that a happening shows; more tell nothing new, and long texts tell some things a thousand times. */
const MOST_TELLINGS = 100

/** Tellings of one sentence become one. */
function joinTellings(told: readonly Telling[], more: readonly Telling[]): readonly Telling[] {
  const joined = [...told]
  for (const telling of more) {
    const at = joined.findLastIndex((other) => other.sentence === telling.sentence)
    const before = joined[at]
    if (before === undefined) {
      if (joined.length < MOST_TELLINGS) joined.push(telling)
    } else joined[at] = { ...before, tokens: [...before.tokens, ...telling.tokens, telling.trigger] }
  }
  return joined
}

/** One happening told in several sentences: in the headline and below it, or taken up by "the attack". */
function mergeRepeated(context: ReferenceContext, happenings: readonly Happening[]): readonly Happening[] {
  const kept: Happening[] = []
  /** What tells of each happening again; joined in the end, because long texts tell some things a thousand times. */
  const again: Predication[][] = []
  const byPeople = new Map<string, number[]>()
  const headlines: number[] = []
  for (const happening of happenings) {
    const people = peopleOf(happening).join(' ')
    const lately = Array.from({ length: Math.min(LOOK_BACK, kept.length) }, (_, i) => kept.length - 1 - i)
    const same = people === '' ? [] : (byPeople.get(people) ?? [])
    const candidates = new Set([...headlines.slice(-LOOK_BACK), ...same.slice(-LOOK_BACK), ...lately])
    const at = [...candidates].sort((x, y) => y - x).find((i) => isRepeated(context, kept[i] as Happening, happening))
    if (at !== undefined) {
      kept[at] = join(kept[at] as Happening, { ...happening, predications: [] })
      again[at]?.push(...happening.predications)
      continue
    }
    const index = kept.push(happening) - 1
    again.push([])
    const known = byPeople.get(people)
    if (known === undefined) byPeople.set(people, [index])
    else known.push(index)
    if (context.discourse.trees[happening.tellings[0]?.sentence ?? 0]?.sentence.form === 'headline')
      headlines.push(index)
  }
  return kept.map((happening, i) => ({
    ...happening,
    predications: [...happening.predications, ...(again[i] ?? [])],
  }))
}

/** How many happenings back "the attack" may reach, and a happening of the same people. */
const LOOK_BACK = 12

const peopleOf = ({ participants }: Happening): readonly number[] =>
  [...new Set(participants.map((p) => p.entity))].sort((x, y) => x - y)

function groupBy<T>(items: readonly T[], key: (item: T) => number): ReadonlyMap<number, readonly T[]> {
  const groups = new Map<number, T[]>()
  for (const item of items) {
    const group = groups.get(key(item))
    if (group === undefined) groups.set(key(item), [item])
    else group.push(item)
  }
  return groups
}

function isRepeated(context: ReferenceContext, earlier: Happening, later: Happening): boolean {
  if (!sameClass(earlier.type, later.type) || earlier.modality !== later.modality) return false
  const dates = [earlier.time?.date ?? null, later.time?.date ?? null]
  if (dates[0] !== null && dates[1] !== null && dates[0] !== dates[1]) return false
  const places = (h: Happening): readonly number[] =>
    h.places.map((p) => p.entity).filter((e) => context.discourse.entity(e).type !== 'country')
  const [a, b] = [places(earlier), places(later)]
  if (a.length > 0 && b.length > 0 && !a.some((place) => b.includes(place))) return false
  for (const kind of ['killed', 'wounded', 'arrested'] as const) {
    const [x, y] = [earlier.tolls[kind], later.tolls[kind]]
    if (x !== undefined && y !== undefined && x.min !== y.min) return false
  }
  const [p, q] = [peopleOf(earlier), peopleOf(later)]
  const gap = (later.tellings[0]?.sentence ?? 0) - (earlier.tellings.at(-1)?.sentence ?? 0)
  if (p.length > 1 && p.join() === q.join()) return true
  // "arrived in Lodesk for a state visit"
  if (earlier.type === 'visit' && p.length === 1 && p.join() === q.join() && gap <= 1 && a.join() === b.join())
    return true
  if (
    later.definite &&
    gap <= 2 &&
    gap > 0 &&
    q.every((person) => p.includes(person)) &&
    b.every((place) => a.includes(place))
  )
    return true
  // A headline tells what the text below it tells again.
  const headline = context.discourse.trees[earlier.tellings[0]?.sentence ?? 0]?.sentence.form === 'headline'
  return (
    headline &&
    p.length > 0 &&
    (p.every((person) => q.includes(person)) || q.every((person) => p.includes(person))) &&
    q.length > 0
  )
}

const sameClass = (a: EventType, b: EventType): boolean =>
  a === b || (CONTACT.has(a) && CONTACT.has(b) && a !== 'visit' && b !== 'visit' && a !== 'call' && b !== 'call')
