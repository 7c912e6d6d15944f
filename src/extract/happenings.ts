/**
 * Predications and tolls → happenings: one for each thing that happened, however many words of the document tell it. What a
 * verb reports of an attack ("a strike *wounded* six") belongs to the attack; a later "the attack" is the attack again.
 */
import type { EventType } from '../model/ontology.ts'
import { canBeScene, ENTITY_TYPES, RELATIONS } from '../model/ontology.ts'
import { absorbConsequences, attachTolls } from './consequences.ts'
import { CONTACT, type Happening, type HappeningParticipant, join, type Located } from './happening.ts'
import type { Predication } from './predications.ts'
import { type ReferenceContext, type Referent, referents } from './reference.ts'
import { placesOf, type Time, timeOf } from './settings.ts'
import { statusAt } from './status.ts'
import type { TollStatement } from './tolls.ts'
import { dependents, preposition, type Tree, tokenAt } from './tree.ts'

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

// -------------------------------------------------------------------------------------------------------------- merging

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
