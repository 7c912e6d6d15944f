/** Which drawing of `icons/` stands for which type of node. */
import { ENTITY_TYPES, type EntityType, type EventType } from '../model/ontology.ts'

const EVENT_ICONS = {
  meeting: 'meeting',
  negotiation: 'negotiation',
  call: 'call',
  visit: 'visit',
  summit: 'meeting',
  agreement: 'agreement',
  aid: 'aid',
  statement: 'statement',
  demand: 'demand',
  accusation: 'demand',
  rejection: 'rejection',
  threat: 'warning',
  sanction: 'sanction',
  protest: 'protest',
  deployment: 'deployment',
  arrest: 'arrest',
  trial: 'trial',
  attack: 'attack',
  clash: 'clash',
  withdrawal: 'withdrawal',
  ceasefire: 'ceasefire',
  release: 'release',
  election: 'election',
  appointment: 'office',
  resignation: 'withdrawal',
  death: 'death',
  disaster: 'disaster',
  ceremony: 'ceremony',
  other: 'other',
} as const satisfies Record<EventType, string>

export type IconName = EntityType | (typeof EVENT_ICONS)[EventType]

export const iconOf = (type: EntityType | EventType): IconName =>
  type in ENTITY_TYPES ? (type as EntityType) : EVENT_ICONS[type as EventType]
