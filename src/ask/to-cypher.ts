/**
 * A query → openCypher. Every query speaks of `modality` and `former`, so that it sees plans, denials and past ties too; the answer
 * keeps them apart. Columns: `agent`, `target`, `fact`, `event`, `place`, `status`, `former`, or `path`.
 */
import { RELATIONS, type RelationName } from '../model/ontology.ts'
import { isState } from '../model/place.ts'
import { UNPLACED } from './facts.ts'
import {
  boundsOfEvent,
  boundsOfFact,
  eventLabel,
  hasRole,
  type IsUnique,
  list,
  namedNode,
  namesPlace,
  nodeOf,
  text,
  titleIs,
  type,
  where,
} from './patterns.ts'
import type { DeedQuery, End, EventsQuery, PathQuery, ProfileQuery, Query, SaidQuery, TollQuery } from './query.ts'
import { ROLES_OF_AGENT, ROLES_OF_EQUALS, ROLES_OF_TARGET } from './query.ts'
import { TIES } from './vocabulary.ts'

/** Rows beyond are cut off, and the answer says so. */
export const MOST_ROWS = 500

/** What also makes somebody meet somebody, and what comes near to it: shown, and told apart. */
const SAME: Partial<Record<RelationName, readonly RelationName[]>> = { met_with: ['hosted'] }
const NEAR: Partial<Record<RelationName, readonly RelationName[]>> = {
  met_with: ['negotiated_with', 'spoke_with'],
  negotiated_with: ['spoke_with', 'met_with'],
  spoke_with: ['met_with', 'negotiated_with'],
  struck: ['killed', 'wounded'],
}

/** Relations that answer as well as the one that was asked for. */
export const sameAs = (relation: RelationName): readonly RelationName[] => [relation, ...(SAME[relation] ?? [])]

export function cypherOf(query: Query, isUnique: IsUnique): string {
  switch (query.kind) {
    case 'deed':
      return deedCypher(query, isUnique)
    case 'events':
    case 'toll':
      return eventsCypher(query, isUnique)
    case 'path':
      return pathCypher(query, isUnique)
    case 'profile':
      return profileCypher(query, isUnique)
    case 'said':
      return saidCypher(query, isUnique)
  }
}

const FACT = 'RETURN a AS agent, b AS target, r AS fact, null AS event'
const limited = (cypher: string): string => `${cypher}\nLIMIT ${MOST_ROWS}`

// ------------------------------------------------------------------------------------------------------------------ deeds

function deedCypher(query: DeedQuery, isUnique: IsUnique): string {
  const branches = [
    factBranch(query, isUnique),
    ...(namesPlaces(query) ? [factBranch(query, isUnique, true)] : []),
    ...eventBranches(query, isUnique),
    ...victimBranches(query, isUnique),
  ].filter((one) => one !== null)
  return branches.map(limited).join('\nUNION\n')
}

/** A state is named all over; that its name stands beside a deed says nothing. */
const namesPlaces = ({ places }: DeedQuery): boolean =>
  places.length > 0 && !places.some(({ type: sort, name }) => isState(sort, name))

/** @param unplaced what was not read as having been there, in sentences that name the place */
function factBranch(query: DeedQuery, isUnique: IsUnique, unplaced = false): string | null {
  const { relation, kinship, title } = query
  if (relation === null) return null
  const { symmetric } = RELATIONS[relation]
  const [a, b] = [nodeOf('a', query.agent, isUnique), nodeOf('b', query.target, isUnique)]
  const relations = [...sameAs(relation), ...(query.asks === 'speaker' ? [] : (NEAR[relation] ?? []))]
  const conditions = [
    ...a.where,
    ...b.where,
    ...others(query),
    ...everyOf(query),
    ...(kinship === null ? [] : [kinOf(kinship)]),
    ...(title === null ? [] : [titleIs('a', title)]),
    ...(unplaced
      ? [namesPlace(query.places, isUnique), ...boundsOfFact({ ...query, places: [] }, isUnique)]
      : boundsOfFact(query, isUnique)),
  ]
  return `MATCH ${a.pattern}-[r:${relations.map(type).join('|')}]-${symmetric ? '' : '>'}${b.pattern}${where(conditions)}
OPTIONAL MATCH (a)-[:PARTICIPANT_IN]->(happening)-[:OCCURRED_AT]->(place) WHERE elementId(happening) = r.event
${FACT}, place, ${unplaced ? text(UNPLACED) : 'r.modality'} AS status, r.former AS former`
}

/** Of several who are named none is the answer. */
function others({ agent, target }: DeedQuery): string[] {
  const not = (variable: string, of: End): string[] =>
    of.is === 'named' && of.things.length > 1
      ? [`NOT elementId(${variable}) IN ${list(of.things.map(({ key }) => key))}`]
      : []
  return agent.is === 'asked' ? not('a', target) : target.is === 'asked' ? not('b', agent) : []
}

/** "Who met Venn and Marrow?": whoever met each of them. */
function everyOf({ relation, agent, target, status }: DeedQuery): string[] {
  const [asked, named] =
    agent.is === 'asked' ? (['a', target] as const) : target.is === 'asked' ? (['b', agent] as const) : [null, agent]
  if (relation === null || asked === null || named.is !== 'named' || !named.every || named.things.length < 2) return []
  const types = sameAs(relation).map(type).join('|')
  const [before, after] = RELATIONS[relation].symmetric ? ['-', '-'] : asked === 'a' ? ['-', '->'] : ['<-', '-']
  return named.things.map(
    ({ key }) =>
      `EXISTS { MATCH (${asked})${before}[s:${types}]${after}(each) WHERE elementId(each) = ${text(key)} AND s.modality = ${text(status)} }`,
  )
}

/** "Who mediated between Venn and Marrow?": what happened to one of them is no answer. */
const everyIn = ({ agent, target }: DeedQuery): string[] =>
  [agent, target].flatMap((end) =>
    end.is === 'named' && end.every && end.things.length > 1
      ? end.things.map(
          ({ key }) => `EXISTS { MATCH (each)-[:PARTICIPANT_IN]->(e) WHERE elementId(each) = ${text(key)} }`,
        )
      : [],
  )

/** The kinship is told from source to target. */
function kinOf(kinship: string): string {
  const inverse = { parent: 'child', child: 'parent' }[kinship]
  return inverse === undefined
    ? `r.role = ${text(kinship)}`
    : `(startNode(r) = a AND r.role = ${text(kinship)} OR endNode(r) = a AND r.role = ${text(inverse)})`
}

function eventBranches(query: DeedQuery, isUnique: IsUnique): string[] {
  const { relation, event } = query
  if (event === null) return []
  const symmetric = relation === null || RELATIONS[relation].symmetric
  const [a, b] = [nodeOf('a', query.agent, isUnique), nodeOf('b', query.target, isUnique)]
  const [hasA, hasB] = [query.agent.is !== 'open', query.target.is !== 'open']
  const any = [...new Set([...ROLES_OF_EQUALS, ...ROLES_OF_TARGET])]
  const roleA = hasRole('p', relation === null ? any : symmetric ? ROLES_OF_EQUALS : ROLES_OF_AGENT)
  const roleB = hasRole('q', relation === null ? any : symmetric ? ROLES_OF_EQUALS : ROLES_OF_TARGET)
  const e = `(e:${eventLabel([event])})`
  const left = hasA ? `${a.pattern}-[p:PARTICIPANT_IN]->${e}` : e
  const rest = [
    ...others(query),
    ...everyOf(query),
    ...(relation === null ? everyIn(query) : []),
    ...(hasA ? [...a.where, roleA] : []),
    ...(hasB ? b.where : []),
    ...boundsOfEvent(query, isUnique),
  ]
  const ends = `RETURN ${hasA ? 'a' : 'null'} AS agent, ${hasB ? 'b' : 'null'} AS target, null AS fact, e AS event`
  const tail = `\nOPTIONAL MATCH (e)-[:OCCURRED_AT]->(place)\n${ends}, place, e.modality AS status, null AS former`
  if (!hasB) return hasA ? [`MATCH ${left}${where(rest)}${tail}`] : []
  const both = hasA ? ['a <> b', ...(relation !== null && symmetric ? [together(relation)] : [])] : []
  const among = `MATCH ${left}<-[q:PARTICIPANT_IN]-${b.pattern}${where([...both, roleB, ...rest])}${tail}`
  const admitsPlace = relation !== null && RELATIONS[relation].target.some((end) => end === 'place')
  return admitsPlace
    ? [among, `MATCH ${left}-[:OCCURRED_AT]->${b.pattern}${where([...both, ...rest])}${tail}`]
    : [among]
}

/** Of several who had a part in a meeting not everyone met everyone: one may have met the others one by one. */
const together = (relation: RelationName): string =>
  `(COUNT { ()-[:PARTICIPANT_IN]->(e) } = 2 OR EXISTS { MATCH (a)-[s:${sameAs(relation).map(type).join('|')}]-(b) WHERE s.modality = e.modality })`

/** Who was killed or wounded stands in what happened: for sure where all victims were, and nothing else befell them. */
function victimBranches(query: DeedQuery, isUnique: IsUnique): string[] {
  const { relation, agent, target, asks } = query
  const toll = relation === 'killed' || relation === 'wounded' ? relation : undefined
  if (toll === undefined || agent.is !== 'open' || target.is === 'open' || asks === 'speaker') return []
  const b = nodeOf('b', target, isUnique)
  const other = toll === 'killed' ? 'wounded' : 'killed'
  const conditions = [
    ...b.where,
    "q.role = 'victim'",
    `e.${toll} IS NOT NULL AND e.${other} IS NULL AND e.arrested IS NULL`,
    `e.${toll} >= COUNT { (x)-[w:PARTICIPANT_IN]->(e) WHERE w.role = 'victim' }`,
    ...boundsOfEvent(query, isUnique),
  ]
  return [
    `MATCH (e:Event)<-[q:PARTICIPANT_IN]-${b.pattern}${where(conditions)}
OPTIONAL MATCH (e)-[:OCCURRED_AT]->(place)
RETURN null AS agent, b AS target, null AS fact, e AS event, place, e.modality AS status, null AS former`,
  ]
}

// ----------------------------------------------------------------------------------------------------------------- events

function eventsCypher(query: EventsQuery | TollQuery, isUnique: IsUnique): string {
  const { parts } = query
  const conditions: string[] = []
  const patterns = parts.map(({ thing, as }, i) => {
    const { pattern, where } = namedNode(`x${i}`, [thing], isUnique)
    conditions.push(...where)
    if (as === 'agent') conditions.push(hasRole(`p${i}`, ROLES_OF_AGENT))
    if (as === 'target' && query.kind === 'toll') conditions.push(hasRole(`p${i}`, ROLES_OF_TARGET))
    else if (as === 'target') conditions.push(`(p${i}.role IS NULL OR ${hasRole(`p${i}`, ROLES_OF_TARGET)})`)
    return `(e)-[p${i}:PARTICIPANT_IN|OCCURRED_AT]-${pattern}`
  })
  if (query.kind === 'toll') conditions.push(`e.${query.toll} IS NOT NULL`)
  const who = query.kind === 'events' && query.asks === 'who'
  const matched = [`(e:${eventLabel(query.types)})`, ...patterns, ...(who ? ['(a)-[:PARTICIPANT_IN]->(e)'] : [])]
  const events = limited(`MATCH ${matched.join(', ')}${where([...conditions, ...boundsOfEvent(query, isUnique)])}
OPTIONAL MATCH (e)-[:OCCURRED_AT]->(place)
RETURN DISTINCT ${who ? 'a' : 'null'} AS agent, null AS target, null AS fact, e AS event, place, e.modality AS status, null AS former
ORDER BY e.date, elementId(e)`)
  return query.kind === 'events' && query.deeds ? `${events}\nUNION\n${limited(deedsCypher(query, isUnique))}` : events
}

/** What somebody did to others, besides what happened. */
function deedsCypher(query: EventsQuery, isUnique: IsUnique): string {
  const { pattern, where: named } = namedNode(
    'a',
    query.parts.map(({ thing }) => thing),
    isUnique,
  )
  const deeds = (Object.keys(RELATIONS) as RelationName[]).filter((name) => RELATIONS[name].nature === 'deed')
  return `MATCH ${pattern}-[r:${deeds.map(type).join('|')}]->(b)${where([...named, ...boundsOfFact(query, isUnique)])}
OPTIONAL MATCH (a)-[:PARTICIPANT_IN]->(happening)-[:OCCURRED_AT]->(place) WHERE elementId(happening) = r.event
${FACT}, place, r.modality AS status, r.former AS former`
}

// ------------------------------------------------------------------------------------------ connections, profiles, claims

const LONGEST_PATH = 6
const MOST_PATHS = 5

function pathCypher({ from, to }: PathQuery, isUnique: IsUnique): string {
  const [a, b] = [namedNode('a', [from], isUnique), namedNode('b', [to], isUnique)]
  return `MATCH ${a.pattern}, ${b.pattern}${where([...a.where, ...b.where])}
MATCH path = allShortestPaths((a)-[r*..${LONGEST_PATH} WHERE r.modality IN ['asserted', 'planned'] AND r.former IS NULL AND type(r) <> 'OCCURRED_AT']-(b))
RETURN path
LIMIT ${MOST_PATHS}`
}

function profileCypher({ thing }: ProfileQuery, isUnique: IsUnique): string {
  const { pattern, where: conditions } = namedNode('a', [thing], isUnique)
  const ties = `MATCH ${pattern}-[r:${TIES.map(type).join('|')}]->(b)${where(conditions)}
${FACT}, null AS place, r.modality AS status, r.former AS former`
  const events = `MATCH ${pattern}-[:PARTICIPANT_IN|OCCURRED_AT]-(e:Event)${where(conditions)}
OPTIONAL MATCH (e)-[:OCCURRED_AT]->(place)
RETURN null AS agent, null AS target, null AS fact, e AS event, place, e.modality AS status, null AS former`
  return [ties, events].map(limited).join('\nUNION\n')
}

function saidCypher(query: SaidQuery, isUnique: IsUnique): string {
  const speaks = (variable: string): string =>
    typeof query.speaker === 'string'
      ? `toLower(${variable}.attributedTo) =~ ${text(`(.* )?${query.speaker}( .*)?`)}`
      : `${variable}.attributedTo = ${text(query.speaker.key)}`
  const names = list(query.things.map(({ key }) => key))
  const told = query.things.length === 0 ? [] : [`(elementId(a) IN ${names} OR elementId(b) IN ${names})`]
  const part = query.things.length === 0 ? [] : [`EXISTS { MATCH (x)--(e) WHERE elementId(x) IN ${names} }`]
  const facts = `MATCH (a)-[r]->(b)${where([speaks('r'), "NOT type(r) IN ['PARTICIPANT_IN', 'OCCURRED_AT']", ...told, ...boundsOfFact(query, isUnique)])}
${FACT}, null AS place, r.modality AS status, r.former AS former`
  const events = `MATCH (e:Event)${where([speaks('e'), ...part, ...boundsOfEvent(query, isUnique)])}
OPTIONAL MATCH (e)-[:OCCURRED_AT]->(place)
RETURN null AS agent, null AS target, null AS fact, e AS event, place, e.modality AS status, null AS former`
  return [facts, events].map(limited).join('\nUNION\n')
}
