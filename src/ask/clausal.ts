/** Questions that are known by their verb: "Whom did X send to Y?" */
import type { Modality } from '../model/facts.ts'
import { ENTITY_TYPES } from '../model/ontology.ts'
import { type Clause, clauseOf } from './clause.ts'
import { type Deed, deedOf, type Filling } from './deed.ts'
import { sentenceOf } from './period.ts'
import type { DeedQuery, End, EventsQuery, Part, Sort, Thing, Toll, Understanding } from './query.ts'
import { bounds, notUnderstood, type Plain, understood } from './reading.ts'
import { capital } from './spot-names.ts'
import { TOLLS } from './vocabulary.ts'

/** What the question asks for besides what its clause says. */
export interface Asked {
  readonly adverb: 'when' | 'where' | null
  readonly counts: boolean
  readonly sort: Sort | null
  /** Words of the sort, for tolls: "civilians". */
  readonly counted: readonly string[]
  readonly speaker: boolean
}

export const ASKED: Asked = { adverb: null, counts: false, sort: null, counted: [], speaker: false }

const IN_PLACE = /^(?:in|at|near|around|inside|outside|to|into|towards?|over|aboard|from|on|through)$/
/** Nouns that the answer shows anyhow, or that say nothing. */
const EMPTY_NOUNS = new Set(
  'person people man woman time day month year way thing part place date past office other'.split(' '),
)

export function byVerb(plain: Plain, asked: Asked): Understanding {
  const { names, context } = plain
  const sentence = sentenceOf(context.analyzer, capital(plain.text.replace(/[?.! ]*$/, '?')))
  if (sentence === undefined) return notUnderstood('There is no question.')
  const clause = clauseOf(sentence, names, context.vocabulary)
  const deed = deedOf(clause, context.vocabulary)
  if (deed === undefined || (deed.relation === null && deed.event === null)) return unknownVerb(clause)
  const said = tollOf(plain, clause, deed, asked)
  if (said !== undefined) return said
  return deedQuery(plain, clause, deed, asked)
}

const unknownVerb = ({ verb }: Clause): Understanding =>
  notUnderstood(
    verb === ''
      ? 'The question has no verb that the graph knows, such as "met", "attacked" or "is the president of".'
      : `The graph has no relation for "${verb}".`,
  )

function deedQuery(plain: Plain, clause: Clause, deed: Deed, asked: Asked): Understanding {
  const { vocabulary } = plain.context
  const places: Thing[] = []
  const named: Thing[] = []
  for (const [slot, { things }] of deed.rest) {
    if (slot === 'amod' && deed.nouns.length > 0) {
      named.push(...things)
      continue
    }
    const scene = things.every(({ kind, type }) => kind === 'place' || type === 'country' || type === 'organization')
    if (!IN_PLACE.test(slot) || !scene) return notUnderstood(unclear(slot, things))
    places.push(...things)
  }
  const office = clause.nouns.find(
    ({ lemma, slot }) =>
      slot !== 'as' && deed.nouns.includes(lemma) && (vocabulary.lexicon.roles.get(lemma)?.relation ?? null) !== null,
  )
  if (office !== undefined) return notUnderstood(`Which "${office.lemma}" is meant is not clear; write the name.`)
  const [agent, target] = [endOf(deed.agent, asked.sort), endOf(deed.target, asked.sort)]
  let asks = asksFor(deed, asked)
  if (asks === undefined) return notUnderstood('It is not clear what is asked for.')
  if (asks === 'where' && target.is === 'asked') asks = 'target'
  if (
    agent.is !== 'named' &&
    target.is !== 'named' &&
    places.length === 0 &&
    plain.period === null &&
    deed.nouns.length === 0 &&
    asked.sort === null &&
    deed.relation !== null &&
    deed.has.target &&
    asks !== 'agent' &&
    asks !== 'target'
  )
    return notUnderstood('Name somebody, a place or a time.')
  const { relation, event } = deed
  const query: DeedQuery = {
    kind: 'deed',
    asks,
    counts: asked.counts,
    relation,
    kinship: null,
    title: null,
    event: event !== null && (relation === null || vocabulary.tells(event, relation)) ? event : null,
    agent,
    target,
    ...bounds(plain, { places, about: aboutOf(deed), named, status: statusOf(clause, deed) }),
  }
  return understood(query.relation === null && agent.is === 'open' && target.is === 'open' ? eventsFor(query) : query)
}

/** Where nobody is named and nobody asked for, what happened is: "Are elections planned?" */
const eventsFor = ({ asks, counts, event, kind: _, ...rest }: DeedQuery): EventsQuery => ({
  ...rest,
  kind: 'events',
  asks: asks === 'when' || asks === 'where' || asks === 'whether' ? asks : 'list',
  counts,
  deeds: false,
  types: event === null ? [] : [event],
  parts: [],
})

const SLOTS = /^(?:subj|obj|iobj|amod|poss)$/

const unclear = (slot: string, things: readonly Thing[]): string => {
  const names = things.map(({ name }) => name).join(' and ')
  return SLOTS.test(slot)
    ? `What ${names} has to do with it is not clear; ask in other words.`
    : `What "${slot} ${names}" means here is not clear.`
}

const statusOf = ({ status }: Clause, deed: Deed): Modality =>
  status === 'asserted' ? (deed.status ?? status) : status

function endOf(filling: Filling, sort: Sort | null): End {
  if (filling === null) return { is: 'open' }
  return filling === 'asked' ? { is: 'asked', sort } : { is: 'named', things: filling.things, every: filling.every }
}

function asksFor(deed: Deed, { adverb, speaker, sort }: Asked): DeedQuery['asks'] | undefined {
  if (speaker) return 'speaker'
  if (adverb !== null) return adverb
  if (deed.agent === 'asked') return 'agent'
  if (deed.target === 'asked') return 'target'
  if (deed.askedElsewhere === null) return 'whether'
  const isScene =
    sort === null ||
    sort.kind === 'place' ||
    (sort.type !== null && (ENTITY_TYPES[sort.type].kind === 'place' || sort.type === 'country'))
  return IN_PLACE.test(deed.askedElsewhere) && isScene ? 'where' : undefined
}

const aboutOf = ({ nouns }: Deed): readonly string[] => [...new Set(nouns)].filter((noun) => !EMPTY_NOUNS.has(noun))

// ------------------------------------------------------------------------------------------------------------------ tolls

/** "How many were wounded in Dellin?": a number that the texts report, not a list of names. */
function tollOf(plain: Plain, clause: Clause, deed: Deed, asked: Asked): Understanding | undefined {
  const { vocabulary } = plain.context
  if (!asked.counts || !vocabulary.counted(asked.counted)) return undefined
  const toll = (Object.keys(TOLLS) as Toll[]).find(
    (name) =>
      deed.relation === TOLLS[name].relation ||
      (deed.relation === null && deed.event !== null && TOLLS[name].events.includes(deed.event)),
  )
  if (toll === undefined) return undefined
  const partsOf = (end: Filling, as: Part['as']): Part[] =>
    end === null || end === 'asked' ? [] : end.things.map((thing) => ({ thing, as }))
  const parts = [...partsOf(deed.agent, 'agent'), ...partsOf(deed.target, 'target')]
  const scenes = [...deed.rest.values()].flatMap(({ things }) => things)
  const isScene = ({ kind, type }: Thing): boolean => kind === 'place' || type === 'country'
  // "How many wounded in Lodesk?" has the place where a person wounded would stand.
  const inPlace = [...clause.slots].filter(([slot]) => IN_PLACE.test(slot)).flatMap(([, { things }]) => things)
  const places = [...new Set([...scenes, ...inPlace])].filter(isScene)
  return understood({
    kind: 'toll',
    toll,
    types: [],
    parts: parts.filter(({ thing }) => !places.includes(thing)),
    ...bounds(plain, { places, about: aboutOf(deed), status: clause.status }),
  })
}
