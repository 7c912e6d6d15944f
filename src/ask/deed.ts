/** Which deed a clause tells: the frames that read texts also read questions. */
import type { Frame } from '../extract/lexicon.ts'
import type { Modality } from '../model/facts.ts'
import { type EventType, RELATIONS, type RelationName } from '../model/ontology.ts'
import type { Clause, Slot } from './clause.ts'
import type { Mentioned } from './spot-names.ts'
import type { Vocabulary } from './vocabulary.ts'

/** What fills an end: a name, what is asked for, or nothing. */
export type Filling = Mentioned | 'asked' | null

export interface Deed {
  readonly relation: RelationName | null
  readonly event: EventType | null
  /** Where the word itself decides it: "rejected the agreement". */
  readonly status: Modality | null
  readonly agent: Filling
  readonly target: Filling
  /** Slots that the frame did not take. */
  readonly rest: ReadonlyMap<Slot, Mentioned>
  /** Where the asked slot is none of the frame's: "which city did X travel *to*". */
  readonly askedElsewhere: Slot | null
  /** Nouns that say more than the frame. */
  readonly nouns: readonly string[]
  /** Whether the frame can have an agent, a target. */
  readonly has: { readonly agent: boolean; readonly target: boolean }
}

interface Candidate extends Deed {
  readonly score: number
}

export function deedOf(clause: Clause, vocabulary: Vocabulary): Deed | undefined {
  const { lexicon } = vocabulary
  const verbal = (lexicon.verbs.get(clause.verb) ?? [])
    .filter((frame) => fits(frame, clause, vocabulary))
    .map((frame) => assign(frame, clause, objectOf(frame, clause), vocabulary))
  const weight = verbal.some(({ relation }) => relation !== null) ? 0 : 4
  const nominal = isLight(clause, vocabulary)
    ? clause.nouns
        .flatMap((noun) => nounFrames(noun, clause, vocabulary))
        .map((one) => ({ ...one, score: one.score - 4 + weight }))
    : []
  return [...verbal, ...nominal].reduce<Candidate | undefined>(
    (best, next) => (best === undefined || next.score > best.score ? next : best),
    undefined,
  )
}

const isLight = ({ verb, words }: Clause, { lexicon: { light } }: Vocabulary): boolean =>
  light.has(verb) || words.some((word) => light.has(`${verb} ${word}`)) || verb === ''

function nounFrames(noun: Clause['nouns'][number], clause: Clause, { lexicon }: Vocabulary): Candidate[] {
  return (lexicon.nouns.get(noun.lemma) ?? [])
    .filter(({ particles }) => particles.every((word) => clause.words.includes(word)))
    .map((frame) => assign(frame, { ...clause, passive: false }, noun.lemma, { lexicon }))
    .map((one) => ({ ...one, status: one.status ?? statusBy(clause.verb, lexicon) }))
}

/** "called off the visit": the verb decides what became of what its noun tells. */
const statusBy = (verb: string, { governors }: Vocabulary['lexicon']): Modality | null =>
  governors.get(verb)?.find(({ governs }) => governs === 'noun')?.status ?? null

/** Particles stand in the clause, and the object is the one that the frame wants. */
function fits(frame: Frame, clause: Clause, { lexicon }: Vocabulary): boolean {
  if ([...frame.agent, ...frame.target].some((spec) => spec.includes('@'))) return false
  if (!frame.particles.every((particle) => clause.words.includes(particle))) return false
  const { object } = frame
  if (object === null || object === '*') return true
  const wanted = object.startsWith('@') ? lexicon.objects.get(object.slice(1)) : new Set([object])
  return clause.nouns.some(({ lemma }) => wanted?.has(lemma) === true)
}

const objectOf = ({ object }: Frame, { nouns }: Clause): string | null =>
  object === null ? null : (nouns.find(({ slot }) => slot === 'obj' || slot === 'subj')?.lemma ?? null)

/** In a passive the doer stands behind "by" and the object is the subject. */
const slotFor = (spec: string, passive: boolean): Slot =>
  passive ? (spec === 'subj' ? 'by' : spec === 'obj' ? 'subj' : spec) : spec

function assign(
  frame: Frame,
  clause: Clause,
  taken: string | null,
  { lexicon }: Pick<Vocabulary, 'lexicon'>,
): Candidate {
  // "is allied with" has no object that could have become its subject.
  const passive = clause.passive && [...frame.agent, ...frame.target].includes('obj')
  const rest = new Map(clause.slots)
  let asked: Slot | null = clause.asked
  const take = (specs: readonly string[]): Filling => {
    for (const slot of specs.map((spec) => slotFor(spec, passive))) {
      if (slot === asked) {
        asked = null
        return 'asked'
      }
      const name = rest.get(slot)
      if (name === undefined) continue
      rest.delete(slot)
      return name
    }
    return null
  }
  let [agent, target] = [take(frame.agent), take(frame.target)]
  // "Did Orla Venn and Ilsa Marrow meet?"
  const symmetric = frame.relation !== null && RELATIONS[frame.relation].symmetric
  if (symmetric && target === null && isGroup(agent)) [agent, target] = halves(agent)
  else if (symmetric && agent === null && isGroup(target)) [agent, target] = halves(target)
  const filled = [agent, target].filter((filling) => filling !== null).length
  // "signed an agreement" says no more than "signed".
  const isOwn = (lemma: string): boolean =>
    frame.event !== null && lexicon.nouns.get(lemma)?.some(({ event }) => event === frame.event) === true
  const nouns = clause.nouns
    .filter(({ lemma }) => lemma !== taken && !frame.particles.includes(lemma) && !isOwn(lemma))
    .map(({ lemma }) => lemma)
  return {
    relation: frame.relation,
    event: frame.event,
    status: frame.status,
    agent,
    target,
    rest,
    askedElsewhere: asked,
    nouns,
    has: { agent: frame.agent.length > 0, target: frame.target.length > 0 },
    score:
      filled * 4 -
      rest.size * 2 -
      (asked === null ? 0 : 3) +
      frame.particles.length * 2 +
      (frame.object === null ? 0 : 3) +
      (frame.relation === null && frame.event === null ? -4 : 0) +
      (taken === null ? 0 : 1),
  }
}

const isGroup = (filling: Filling): filling is Mentioned =>
  filling !== null && filling !== 'asked' && filling.things.length > 1

const halves = ({ things, adjective }: Mentioned): [Mentioned, Mentioned] => [
  { things: things.slice(0, 1), every: false, adjective },
  { things: things.slice(1), every: true, adjective },
]
