/** A query in words: how the question was understood. */
import { EVENT_TYPES, type EventType, RELATIONS } from '../model/ontology.ts'
import type { Bounds, DeedQuery, End, EventsQuery, Part, Query, Sort, Thing } from './query.ts'
import { plural } from './sentences.ts'
import { TOLLS } from './vocabulary.ts'

export function wordsFor(query: Query): string {
  switch (query.kind) {
    case 'deed':
      return `${deedWords(query)}${boundWords(query, query.relation === 'sent' ? 'to' : 'in')}`
    case 'events':
      return `${eventsWords(query)}${boundWords(query)}`
    case 'toll':
      return `How many were ${TOLLS[query.toll].words}${query.parts.map(({ thing, as }) => (as === 'target' ? ` where ${thing.name} was the target` : as === 'agent' ? ` by ${thing.name}` : ` where ${thing.name} took part`)).join('')}${boundWords(query)}`
    case 'path':
      return `How ${query.from.name} is connected to ${query.to.name}`
    case 'profile':
      return `Who or what ${query.thing.name} is`
    case 'said':
      return `What ${typeof query.speaker === 'string' ? `“${query.speaker}” say` : `${query.speaker.name} says`}${query.things.length === 0 ? '' : ` about ${names(query.things)}`}${boundWords(query)}`
  }
}

export const names = (things: readonly Thing[], joint = 'or'): string => {
  const all = things.map(({ name }) => name)
  return all.length < 2 ? (all[0] ?? '') : `${all.slice(0, -1).join(', ')} ${joint} ${all.at(-1)}`
}

const STATUS_WORDS = {
  asserted: '',
  planned: ' (planned)',
  possible: ' (possible)',
  denied: ' (denied)',
  requested: ' (asked for)',
}

const boundWords = ({ places, period, about, named, extreme, status }: Bounds, to = 'in'): string =>
  [
    places.length === 0 ? '' : ` ${to} ${names(places)}`,
    period === null ? '' : ` ${period.words}`,
    about.length + named.length === 0
      ? ''
      : `, in a sentence that speaks of ${[...about.map((word) => `“${word}”`), ...named.map(({ name }) => name)].join(' and ')}`,
    STATUS_WORDS[status],
    extreme === null ? '' : `, the ${extreme === 'first' ? 'earliest' : 'latest'} that has a date`,
  ].join('')

function deedWords(query: DeedQuery): string {
  const { asks, agent, target, counts } = query
  const many = counts ? 'How many: ' : ''
  switch (asks) {
    case 'agent':
      return `${many}${asked(agent, query)} ${predicate(query, 'forth')}${tail(target)}`
    case 'target':
      return `${many}${asked(target, query)} ${predicate(query, 'back')}${tail(agent)}`
    case 'speaker':
      return `Who says that ${statement(query)}`
    case 'when':
      return `${counts ? 'How often' : 'When'} ${statement(query)}`
    case 'where':
      return `Where ${statement(query)}`
    case 'whether':
      return `Whether ${statement(query)}`
  }
}

/** Whoever heads something need not be called a leader besides. */
const asked = (end: End, { relation }: DeedQuery): string =>
  end.is === 'asked' && end.sort !== null && (end.sort.tie === null || end.sort.tie !== relation)
    ? sortWords(end.sort)
    : 'Those'
const tail = (end: End): string =>
  end.is === 'named'
    ? ` ${end.every && end.things.length > 1 ? 'each of ' : ''}${names(end.things, end.every ? 'and' : 'or')}`
    : end.is === 'open'
      ? ''
      : ' …'

function sortWords({ words, of, title, tie }: Sort): string {
  const titled = title !== null && tie === null
  if (titled) return `People called “${words}”${of === null ? '' : ` of ${of.name}`}`
  const sorted = /^(?:every|any|some)(?:one|body)$|^those$/.test(words)
    ? 'Those'
    : words.charAt(0).toUpperCase() + words.slice(1)
  return of === null ? sorted : `${sorted} of ${of.name}`
}

/** "who met", "who were struck by"; of an event alone "with a part in a resignation". */
function predicate({ relation, event, agent, target, kinship }: DeedQuery, way: 'forth' | 'back'): string {
  const as = kinship === null ? '' : ` (${kinship})`
  if (relation === null) return `with a part in a ${event === null ? 'happening' : EVENT_TYPES[event].label}`
  const { label, inverse } = RELATIONS[relation]
  const open = (way === 'forth' ? target : agent).is === 'open' ? ' somebody or something' : ''
  const sort = way === 'forth' ? agent : target
  const person = sort.is !== 'asked' || sort.sort === null || sort.sort.type === null || sort.sort.type === 'person'
  return `${person ? 'who' : 'that'} ${plural(way === 'forth' ? label : inverse)}${as}${open}`
}

function statement({ asks, relation, event, agent, target, title }: DeedQuery): string {
  const end = (one: End): string => (one.is === 'named' ? names(one.things, 'and') : 'somebody')
  const as = title === null ? '' : ` (as ${title})`
  if (relation === null) {
    const subject = agent.is === 'open' ? target : agent
    return `${end(subject)} had a part in a ${event === null ? 'happening' : EVENT_TYPES[event].label}`
  }
  const { label, inverse } = RELATIONS[relation]
  if (agent.is === 'open') return `${end(target)} ${inverse} somebody`
  return target.is === 'open' && asks === 'where' ? `${end(agent)} was` : `${end(agent)} ${label} ${end(target)}${as}`
}

/** What leads to whom an event was done, besides "of". */
const OF: Partial<Record<EventType, string>> = {
  visit: 'to',
  demand: 'to',
  deployment: 'to',
  aid: 'to',
  attack: 'on',
  withdrawal: 'from',
  accusation: 'against',
  sanction: 'against',
  threat: 'against',
  protest: 'against',
}

function eventsWords({ asks, types, parts, counts, deeds }: EventsQuery): string {
  if (deeds)
    return `The doings of ${names(
      parts.map(({ thing }) => thing),
      'and',
    )}`
  const plural = types.length === 0 ? 'events' : types.map((type) => EVENT_TYPES[type].plural).join(' or ')
  const linkOf = ({ as }: Part): string =>
    as === 'agent' ? 'by' : as === 'target' ? (OF[types[0] ?? 'other'] ?? 'of') : 'with'
  const links = [...new Set(parts.map(linkOf))]
  const involved = links.map((link) => {
    const things = parts.filter((part) => linkOf(part) === link).map(({ thing }) => thing)
    return ` ${link} ${names(things, 'and')}`
  })
  const head = {
    list: capital(plural),
    whether: `Whether there were ${plural}`,
    when: `When there were ${plural}`,
    where: `Where there were ${plural}`,
    who: `Who took part in ${plural}`,
  }[asks]
  return `${counts ? 'How many: ' : ''}${head}${involved.join('')}`
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
