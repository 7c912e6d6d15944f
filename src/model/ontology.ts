/**
 * The one table of what the graph can say. Labels, directions, inverses, allowed ends, colours, PLOVER classes, the legend,
 * the API's schema and the documentation derive from it. To add a relation, add a row here and a rule with its test.
 */

/** The fifteen event classes of the POLECAT data set (PLOVER ontology). */
export const PLOVER_CLASSES = [
  'AGREE', 'CONSULT', 'SUPPORT', 'COOPERATE', 'AID', 'YIELD', 'REQUEST', 'ACCUSE', 'REJECT', 'THREATEN', 'PROTEST', 'SANCTION',
  'MOBILIZE', 'COERCE', 'ASSAULT',
] as const // biome-ignore format: one glance
export type PloverClass = (typeof PLOVER_CLASSES)[number]

// ---------------------------------------------------------------------------------------------------------------- nodes

export type NodeKind = 'actor' | 'place' | 'event'
export type EntityKind = Exclude<NodeKind, 'event'>

interface EntityTypeRow {
  readonly kind: EntityKind
  readonly label: string
  readonly plural: string
  readonly description: string
}

const entityTypeRows = {
  person: { kind: 'actor', label: 'person', plural: 'people', description: 'one named human being' },
  country: {
    kind: 'actor',
    label: 'country',
    plural: 'countries',
    description: 'a state, its people, or its government named by the state',
  },
  organization: {
    kind: 'actor',
    label: 'organisation',
    plural: 'organisations',
    description: 'company, ministry, parliament, court, university, international organisation',
  },
  party: { kind: 'actor', label: 'party', plural: 'parties', description: 'political party or parliamentary group' },
  armed_force: {
    kind: 'actor',
    label: 'armed force',
    plural: 'armed forces',
    description: 'army, police, militia, rebel or terrorist group',
  },
  media: { kind: 'actor', label: 'medium', plural: 'media', description: 'newspaper, agency, broadcaster' },
  group: {
    kind: 'actor',
    label: 'group',
    plural: 'groups',
    description: 'a people or community, or an unnamed but definite group that acts',
  },
  city: { kind: 'place', label: 'city', plural: 'cities', description: 'city, town, village, district of a city' },
  region: {
    kind: 'place',
    label: 'region',
    plural: 'regions',
    description: 'province, state of a federation, continent, sea, river, mountains',
  },
  facility: {
    kind: 'place',
    label: 'facility',
    plural: 'facilities',
    description: 'building, airport, base, power plant, mosque, camp',
  },
} as const satisfies Record<string, EntityTypeRow>

export type EntityType = keyof typeof entityTypeRows
export const ENTITY_TYPES: Readonly<Record<EntityType, EntityTypeRow>> = entityTypeRows

// --------------------------------------------------------------------------------------------------------------- events

interface EventTypeRow {
  readonly label: string
  readonly plural: string
  readonly plover: PloverClass | null
  readonly family: Family
}

const eventTypeRows = {
  meeting: { label: 'meeting', plural: 'meetings', plover: 'CONSULT', family: 'diplomacy' },
  negotiation: { label: 'negotiation', plural: 'negotiations', plover: 'CONSULT', family: 'diplomacy' },
  call: { label: 'call', plural: 'calls', plover: 'CONSULT', family: 'diplomacy' },
  visit: { label: 'visit', plural: 'visits', plover: 'CONSULT', family: 'diplomacy' },
  summit: { label: 'summit', plural: 'summits', plover: 'CONSULT', family: 'diplomacy' },
  agreement: { label: 'agreement', plural: 'agreements', plover: 'AGREE', family: 'support' },
  aid: { label: 'aid', plural: 'aid', plover: 'AID', family: 'support' },
  statement: { label: 'statement', plural: 'statements', plover: null, family: 'public' },
  demand: { label: 'demand', plural: 'demands', plover: 'REQUEST', family: 'dispute' },
  accusation: { label: 'accusation', plural: 'accusations', plover: 'ACCUSE', family: 'dispute' },
  rejection: { label: 'rejection', plural: 'rejections', plover: 'REJECT', family: 'dispute' },
  threat: { label: 'threat', plural: 'threats', plover: 'THREATEN', family: 'dispute' },
  sanction: { label: 'sanction', plural: 'sanctions', plover: 'SANCTION', family: 'coercion' },
  protest: { label: 'protest', plural: 'protests', plover: 'PROTEST', family: 'dispute' },
  deployment: { label: 'deployment', plural: 'deployments', plover: 'MOBILIZE', family: 'violence' },
  arrest: { label: 'arrest', plural: 'arrests', plover: 'COERCE', family: 'coercion' },
  trial: { label: 'trial', plural: 'trials', plover: 'COERCE', family: 'coercion' },
  attack: { label: 'attack', plural: 'attacks', plover: 'ASSAULT', family: 'violence' },
  clash: { label: 'clash', plural: 'clashes', plover: 'ASSAULT', family: 'violence' },
  withdrawal: { label: 'withdrawal', plural: 'withdrawals', plover: 'YIELD', family: 'concession' },
  ceasefire: { label: 'ceasefire', plural: 'ceasefires', plover: 'YIELD', family: 'concession' },
  release: { label: 'release', plural: 'releases', plover: 'YIELD', family: 'concession' },
  election: { label: 'election', plural: 'elections', plover: null, family: 'public' },
  appointment: { label: 'appointment', plural: 'appointments', plover: null, family: 'public' },
  resignation: { label: 'resignation', plural: 'resignations', plover: null, family: 'public' },
  death: { label: 'death', plural: 'deaths', plover: null, family: 'public' },
  disaster: { label: 'disaster', plural: 'disasters', plover: null, family: 'public' },
  ceremony: { label: 'ceremony', plural: 'ceremonies', plover: null, family: 'public' },
  other: { label: 'event', plural: 'other events', plover: null, family: 'public' },
} as const satisfies Record<string, EventTypeRow>

export type EventType = keyof typeof eventTypeRows
export const EVENT_TYPES: Readonly<Record<EventType, EventTypeRow>> = eventTypeRows

// ------------------------------------------------------------------------------------------------------------- families

/** Relations and events that a reader thinks of together: one colour, one entry of the legend. */
const familyRows = {
  diplomacy: { label: 'Contact', color: { light: '#0b6fa4', dark: '#5cb8ea' } },
  support: { label: 'Support and agreement', color: { light: '#0a7d4f', dark: '#4cc38a' } },
  dispute: { label: 'Dispute', color: { light: '#a05a00', dark: '#f0a848' } },
  coercion: { label: 'Coercion', color: { light: '#9c3a8c', dark: '#dd8fd0' } },
  violence: { label: 'Violence', color: { light: '#bd2d24', dark: '#ff7b6b' } },
  concession: { label: 'Concession', color: { light: '#5b6f00', dark: '#b5cc4b' } },
  office: { label: 'Office', color: { light: '#5a4fb5', dark: '#a79dff' } },
  affiliation: { label: 'Belonging', color: { light: '#3f6573', dark: '#8fb9c9' } },
  public: { label: 'Public life', color: { light: '#6b5a3e', dark: '#cdb892' } },
  participation: { label: 'Part in events', color: { light: '#70757c', dark: '#9aa1ab' } },
} as const satisfies Record<string, { label: string; color: { light: string; dark: string } }>

export type Family = keyof typeof familyRows
export const FAMILIES: Readonly<
  Record<Family, { readonly label: string; readonly color: { readonly light: string; readonly dark: string } }>
> = familyRows

// ------------------------------------------------------------------------------------------------------------ relations

/** What may stand at an end of a relation: a kind, a type, or any of several. */
export type End = EntityKind | EntityType | 'event'

interface RelationRow {
  /** How it reads from source to target: "Hantov *is envoy of* Drell". */
  readonly label: string
  /** How it reads from target to source: "Drell *has as envoy* Hantov". */
  readonly inverse: string
  /** True where direction carries no meaning; such a relation is one edge a pair. */
  readonly symmetric: boolean
  readonly source: readonly End[]
  readonly target: readonly End[]
  readonly plover: PloverClass | null
  readonly family: Family
  /** A tie holds over time; a deed happens. Only ties can be `former`. */
  readonly nature: 'tie' | 'deed'
}

const ANY: readonly End[] = ['actor', 'place']
const ACTOR: readonly End[] = ['actor']
const BODY: readonly End[] = ['country', 'organization', 'party', 'armed_force', 'media', 'group']
const PERSON: readonly End[] = ['person']
const WHERE: readonly End[] = ['place', 'country']

const tie = (
  label: string,
  inverse: string,
  source: readonly End[],
  target: readonly End[],
  family: Family,
): RelationRow => ({ label, inverse, symmetric: false, source, target, plover: null, family, nature: 'tie' })
const deed = (
  label: string,
  inverse: string,
  source: readonly End[],
  target: readonly End[],
  family: Family,
  plover: PloverClass | null = null,
): RelationRow => ({ label, inverse, symmetric: false, source, target, plover, family, nature: 'deed' })
const mutual = (row: RelationRow): RelationRow => ({ ...row, inverse: row.label, symmetric: true })

const relationRows = {
  leader_of: tie('heads', 'is headed by', PERSON, ANY, 'office'),
  official_of: tie('holds an office in', 'has as official', PERSON, ANY, 'office'),
  envoy_of: tie('speaks for', 'has as envoy', ACTOR, ACTOR, 'office'),
  commander_of: tie('commands', 'is commanded by', PERSON, ANY, 'office'),
  member_of: tie('is a member of', 'has as member', ACTOR, BODY, 'affiliation'),
  works_for: tie('works for', 'has working for it', ACTOR, ACTOR, 'affiliation'),
  founder_of: tie('founded', 'was founded by', ACTOR, ANY, 'affiliation'),
  owner_of: tie('owns', 'is owned by', ACTOR, ANY, 'affiliation'),
  part_of: tie('is part of', 'has as part', ANY, ANY, 'affiliation'),
  located_in: tie('is in', 'is where', WHERE, WHERE, 'affiliation'),
  based_in: tie('is based in', 'is the base of', ACTOR, WHERE, 'affiliation'),
  from: tie('comes from', 'is where … comes from', ['person', 'group'], WHERE, 'affiliation'),
  family_of: mutual(tie('is family of', '', PERSON, PERSON, 'affiliation')),
  ally_of: mutual(tie('is allied with', '', ACTOR, ACTOR, 'support')),
  controls: tie('controls', 'is controlled by', ACTOR, WHERE, 'violence'),

  met_with: mutual(deed('met', '', ACTOR, ACTOR, 'diplomacy', 'CONSULT')),
  spoke_with: mutual(deed('spoke with', '', ACTOR, ACTOR, 'diplomacy', 'CONSULT')),
  negotiated_with: mutual(deed('negotiated with', '', ACTOR, ACTOR, 'diplomacy', 'CONSULT')),
  visited: deed('visited', 'was visited by', ACTOR, WHERE, 'diplomacy', 'CONSULT'),
  hosted: deed('hosted', 'was hosted by', ACTOR, ACTOR, 'diplomacy', 'CONSULT'),
  sent: deed('sent', 'was sent by', ACTOR, ACTOR, 'diplomacy', 'CONSULT'),
  agreed_with: mutual(deed('agreed with', '', ACTOR, ACTOR, 'support', 'AGREE')),
  cooperated_with: mutual(deed('worked with', '', ACTOR, ACTOR, 'support', 'COOPERATE')),
  supported: deed('supports', 'is supported by', ACTOR, ANY, 'support', 'SUPPORT'),
  aided: deed('gave aid to', 'got aid from', ACTOR, ANY, 'support', 'AID'),
  requested: deed('asked', 'was asked by', ACTOR, ACTOR, 'dispute', 'REQUEST'),
  offered: deed('made an offer to', 'had an offer from', ACTOR, ACTOR, 'support'),
  accused: deed('accused', 'was accused by', ACTOR, ACTOR, 'dispute', 'ACCUSE'),
  rejected: deed('rejected', 'was rejected by', ACTOR, ANY, 'dispute', 'REJECT'),
  threatened: deed('threatened', 'was threatened by', ACTOR, ANY, 'dispute', 'THREATEN'),
  sanctioned: deed('sanctioned', 'was sanctioned by', ACTOR, ANY, 'coercion', 'SANCTION'),
  protested_against: deed('protested against', 'met with protest from', ACTOR, ANY, 'dispute', 'PROTEST'),
  deployed_to: deed('deployed to', 'saw a deployment by', ACTOR, WHERE, 'violence', 'MOBILIZE'),
  arrested: deed('arrested', 'was arrested by', ACTOR, ACTOR, 'coercion', 'COERCE'),
  charged: deed('charged', 'was charged by', ACTOR, ACTOR, 'coercion', 'COERCE'),
  struck: deed('struck', 'was struck by', ACTOR, ANY, 'violence', 'ASSAULT'),
  fought_with: mutual(deed('fought', '', ACTOR, ACTOR, 'violence', 'ASSAULT')),
  killed: deed('killed', 'was killed by', ACTOR, ACTOR, 'violence', 'ASSAULT'),
  wounded: deed('wounded', 'was wounded by', ACTOR, ACTOR, 'violence', 'ASSAULT'),
  captured: deed('captured', 'was captured by', ACTOR, ANY, 'violence', 'ASSAULT'),
  expelled: deed('expelled', 'was expelled by', ACTOR, ACTOR, 'coercion', 'COERCE'),
  restricted: deed('put limits on', 'was limited by', ACTOR, ANY, 'coercion', 'COERCE'),
  investigated: deed('investigated', 'was investigated by', ACTOR, ANY, 'dispute', 'ACCUSE'),
  withdrew_from: deed('withdrew from', 'saw the withdrawal of', ACTOR, ANY, 'concession', 'YIELD'),
  released: deed('released', 'was released by', ACTOR, ACTOR, 'concession', 'YIELD'),
  yielded_to: deed('gave way to', 'was given way by', ACTOR, ACTOR, 'concession', 'YIELD'),
  defeated: deed('beat', 'was beaten by', ACTOR, ACTOR, 'public'),
  appointed: deed('appointed', 'was appointed by', ACTOR, ACTOR, 'office'),
  dismissed: deed('dismissed', 'was dismissed by', ACTOR, ACTOR, 'office'),
  succeeded: deed('succeeded', 'was succeeded by', ACTOR, ACTOR, 'office'),
} as const satisfies Record<string, RelationRow>

/** Edges that tie an event to its participants and places. */
const roleRows = {
  participant_in: tie('took part in', 'had … taking part', ACTOR, ['event'], 'participation'),
  occurred_at: tie('happened in', 'is where … happened', ['event'], WHERE, 'participation'),
} as const satisfies Record<string, RelationRow>

export type RelationName = keyof typeof relationRows
export type RoleName = keyof typeof roleRows
export type EdgeName = RelationName | RoleName
export const RELATIONS: Readonly<Record<RelationName, RelationRow>> = relationRows
export const EDGES: Readonly<Record<EdgeName, RelationRow>> = { ...relationRows, ...roleRows }

export const PARTICIPANT_ROLES = ['agent', 'target', 'victim', 'participant', 'organizer', 'mediator'] as const
export type ParticipantRole = (typeof PARTICIPANT_ROLES)[number]

// -------------------------------------------------------------------------------------------------------------- queries

export const isEntityType = (name: string): name is EntityType => Object.hasOwn(ENTITY_TYPES, name)
export const isEventType = (name: string): name is EventType => Object.hasOwn(EVENT_TYPES, name)
export const isRelationName = (name: string): name is RelationName => Object.hasOwn(RELATIONS, name)
export const isEdgeName = (name: string): name is EdgeName => Object.hasOwn(EDGES, name)

/** Whether a thing of this type may stand at an end that admits `ends`. */
export const admits = (ends: readonly End[], type: EntityType): boolean =>
  ends.includes(type) || ends.includes(ENTITY_TYPES[type].kind)

/** Whether something can happen there: a place, or a country. */
export const canBeScene = (type: EntityType): boolean => admits(EDGES.occurred_at.target, type)

/** Whether the ontology allows this relation between things of these types. */
export const allows = (relation: RelationName, source: EntityType, target: EntityType): boolean => {
  const row = RELATIONS[relation]
  return (
    (admits(row.source, source) && admits(row.target, target)) ||
    (row.symmetric && admits(row.source, target) && admits(row.target, source))
  )
}
