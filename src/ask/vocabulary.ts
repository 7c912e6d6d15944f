/** Which words of a question name a kind of thing, a kind of event, an office or a toll: from the ontology and the word lists. */
import type { Frame, Lexicon, Role } from '../extract/lexicon.ts'
import {
  ENTITY_TYPES,
  type EntityKind,
  type EntityType,
  EVENT_TYPES,
  type EventType,
  RELATIONS,
  type RelationName,
} from '../model/ontology.ts'
import { lemmatize } from '../nlp/text/lemmas.ts'
import type { Sort, Thing, Toll } from './query.ts'

/** What English calls the types besides their names in the ontology. */
const OTHER_WORDS: Readonly<Record<string, EntityType>> = {
  man: 'person',
  woman: 'person',
  individual: 'person',
  politician: 'person',
  state: 'country',
  nation: 'country',
  government: 'country',
  power: 'country',
  organization: 'organization',
  company: 'organization',
  institution: 'organization',
  body: 'organization',
  ministry: 'organization',
  army: 'armed_force',
  militia: 'armed_force',
  force: 'armed_force',
  newspaper: 'media',
  broadcaster: 'media',
  outlet: 'media',
  town: 'city',
  village: 'city',
  province: 'region',
  building: 'facility',
  base: 'facility',
  community: 'group',
}
const KINDS: Readonly<Record<string, EntityKind>> = { actor: 'actor', party: 'actor', side: 'actor', place: 'place' }
const ANYBODY = new Set(['everyone', 'everybody', 'anyone', 'anybody', 'someone', 'somebody', 'those', 'one', 'name'])
/** Victims, whom a toll counts, whatever they are called. */
const COUNTED = new Set(
  'people person civilian soldier child woman man resident worker troop fighter victim casualty'.split(' '),
)

export const TOLLS: Readonly<
  Record<Toll, { readonly relation: RelationName; readonly events: readonly EventType[]; readonly words: string }>
> = {
  killed: { relation: 'killed', events: ['death'], words: 'killed' },
  wounded: { relation: 'wounded', events: [], words: 'wounded' },
  arrested: { relation: 'arrested', events: ['arrest'], words: 'arrested' },
}

export const singular = (word: string): string => (word === 'people' ? 'person' : lemmatize(word, 'NOUN', 'NNS'))

const TYPES: ReadonlyMap<string, EntityType> = new Map([
  ...Object.entries(ENTITY_TYPES).flatMap(([type, { label, plural }]) =>
    [label, plural].map((word) => [word, type as EntityType] as const),
  ),
  ...Object.entries(OTHER_WORDS),
])
const EVENTS: ReadonlyMap<string, EventType> = new Map(
  Object.entries(EVENT_TYPES).flatMap(([type, { label, plural }]) =>
    type === 'other' ? [] : [label, plural].map((word) => [word, type as EventType] as const),
  ),
)
const GENERIC_EVENTS = new Set(['event', 'incident', 'happening', 'thing'])
const GENERIC_OFFICES = new Set([
  'leader',
  'head',
  'official',
  'envoy',
  'commander',
  'member',
  'founder',
  'owner',
  'ally',
])

export class Vocabulary {
  readonly lexicon: Lexicon
  readonly #canonical: ReadonlyMap<EventType, RelationName>
  constructor(lexicon: Lexicon) {
    this.lexicon = lexicon
    this.#canonical = canonicalRelations(lexicon)
  }

  /** The longest office that `words` begin with: "prime ministers of …". */
  role(words: readonly string[]): { readonly role: Role; readonly words: string; readonly length: number } | undefined {
    for (let length = Math.min(5, words.length); length > 0; length--) {
      const written = words.slice(0, length)
      const name = [...written.slice(0, -1), singular(written.at(-1)!)].join(' ')
      const role = this.lexicon.roles.get(written.join(' ')) ?? this.lexicon.roles.get(name)
      if (role !== undefined && (role.relation !== null || role.kinship !== null))
        return { role, words: this.lexicon.roles.has(name) ? name : written.join(' '), length }
    }
    return undefined
  }

  /** "people", "cities", "envoys", "special envoys"; undefined where the words name no kind of thing. */
  sort(words: readonly string[], of: Thing | null): Sort | undefined {
    const phrase = words.join(' ')
    const blank: Sort = { words: phrase, type: null, kind: null, tie: null, title: null, of }
    const last = singular(words.at(-1) ?? '')
    if (words.length === 1 && ANYBODY.has(last)) return blank
    const role = this.role(words)
    if (role !== undefined && role.length === words.length && role.role.relation !== null) {
      const generic = GENERIC_OFFICES.has(role.words)
      const tie = generic || of !== null ? role.role.relation : null
      return { ...blank, type: 'person', tie, title: generic ? role.words : role.words }
    }
    const type = TYPES.get(phrase) ?? (words.length === 1 ? TYPES.get(last) : undefined)
    if (type !== undefined) return { ...blank, type, tie: of === null ? null : 'from' }
    const kind = words.length === 1 ? KINDS[last] : undefined
    return kind === undefined ? undefined : { ...blank, kind }
  }

  /** Frames of the noun that ends `words`, the longest first: "drone strikes". Undefined where it names no event. */
  event(words: readonly string[]): { readonly type: EventType | null; readonly frame: Frame | null } | undefined {
    const last = singular(words.at(-1) ?? '')
    const before = words.slice(0, -1)
    const frames = (this.lexicon.nouns.get(last) ?? [])
      .filter(({ particles }) => particles.every((particle) => before.includes(particle)))
      .toSorted((a, b) => b.particles.length - a.particles.length)
    // The ontology's own word counts before what the lists make of it in a text.
    const type = EVENTS.get(words.join(' ')) ?? EVENTS.get(last)
    const frame = frames.find(({ event }) => (type === undefined ? event !== null : event === type)) ?? null
    if (type !== undefined || frame !== null) return { type: type ?? frame!.event, frame }
    return words.length === 1 && GENERIC_EVENTS.has(last) ? { type: null, frame: null } : undefined
  }

  /** Whether a number of such people is a toll: "How many civilians were killed". */
  counted = (words: readonly string[]): boolean => words.length === 0 || COUNTED.has(singular(words.at(-1)!))

  /** Whether events of this type are just what the relation says, so that either tells it. */
  tells = (event: EventType, relation: RelationName): boolean => this.#canonical.get(event) === relation

  /** Lemma of an inflected verb. */
  verb(word: string): string {
    const tag = /ing$/.test(word) ? 'VBG' : /[^s]s$/.test(word) ? 'VBZ' : 'VBD'
    return lemmatize(word, 'VERB', tag)
  }

  isVerb = (word: string): boolean => this.lexicon.verbs.has(this.verb(word)) || this.lexicon.verbs.has(word)

  /** Whether a word is one of English, as far as the lists know, and so no misspelt name. */
  isWord(word: string): boolean {
    const { verbs, nouns, roles, governors, speech, collectives } = this.lexicon
    const forms = [word, singular(word), lemmatize(word, 'VERB', 'VBD'), lemmatize(word, 'VERB', 'VBG')]
    return forms.some(
      (form) =>
        verbs.has(form) ||
        nouns.has(form) ||
        roles.has(form) ||
        governors.has(form) ||
        speech.has(form) ||
        collectives.has(form) ||
        TYPES.has(form) ||
        EVENTS.has(form) ||
        SMALL_WORDS.has(form),
    )
  }
}

/** For each type of event the relation that most nouns and verbs for it tell. */
function canonicalRelations({ verbs, nouns }: Lexicon): ReadonlyMap<EventType, RelationName> {
  const counts = new Map<EventType, Map<RelationName, number>>()
  for (const { event, relation } of [...verbs.values(), ...nouns.values()].flat()) {
    if (event === null || relation === null) continue
    const of = counts.get(event) ?? new Map<RelationName, number>()
    counts.set(event, of.set(relation, (of.get(relation) ?? 0) + 1))
  }
  return new Map([...counts].map(([event, of]) => [event, [...of].sort((a, b) => b[1] - a[1])[0]![0]]))
}

/** Relations that say of an actor what it is, rather than what it did. */
export const TIES: readonly RelationName[] = (Object.keys(RELATIONS) as RelationName[]).filter(
  (name) => RELATIONS[name].nature === 'tie',
)

const SMALL_WORDS = new Set(
  `a about after all also among an and any are as ask at be because been before being between both but by can connect connected connection could
  did do does done during each else ever every everyone find for from get give had happen happened has have he her him his how i if in
  into is it its know last latest least less link linked list many me month more most much my near never next no not now of on once one or other our out over
  path people please said say says see she show since so some such take tell than that the their them then there these they this those through
  time times to today tomorrow tonight under until up us via was way we week well were what when where whether which while who whom whose
  why will with within without would year years yesterday yet you your part place places`.split(/\s+/),
)
