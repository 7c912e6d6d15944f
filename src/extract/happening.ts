/** What happened as a text tells it, and how two tellings of one happening become one. */
import type { Modality } from '../model/facts.ts'
import type { EventType, ParticipantRole } from '../model/ontology.ts'
import type { Predication } from './predications.ts'
import type { Referent } from './reference.ts'
import type { Time } from './settings.ts'
import type { TollKind, TollStatement } from './tolls.ts'

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

export const VIOLENT = new Set<EventType>(['attack', 'clash', 'disaster', 'protest', 'death', 'arrest'])
export const CONTACT = new Set<EventType>(['meeting', 'negotiation', 'summit', 'call', 'visit'])

export function join(one: Happening, other: Happening): Happening {
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
