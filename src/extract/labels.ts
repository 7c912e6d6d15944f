/** What a person would call an event: "Missile strike on Lodesk", "Talks in Moscow", "Drell–Bereti meeting in Beijing". */
import { EVENT_TYPES, type EventType, type ParticipantRole, type RelationName } from '../model/ontology.ts'
import { deepObjects } from './arguments.ts'
import type { Discourse } from './discourse.ts'
import type { Happening } from './happening.ts'
import { foldName, isShortFor, surname } from './names.ts'
import { dependents, subtree, type Tree, tokenAt } from './tree.ts'

export function labelOf(discourse: Discourse, happening: Happening): string {
  const what = nounOf(discourse, happening)
  const shown = (entity: number): string => shortName(discourse, entity)
  const people = happening.participants
  const place = happening.places.map((p) => shown(p.entity))[0]
  const named = (...roles: readonly ParticipantRole[]): string[] =>
    people.filter((p) => roles.includes(p.role) && p.by !== 'owner').map((p) => shown(p.entity))
  const agents = named('agent')
  const targets = named('target', 'victim')
  const both = named('participant')
  switch (happening.type) {
    case 'attack': {
      const goal = targets[0] ?? place
      const by = agents[0] === undefined ? '' : ` by ${agents[0]}`
      return goal === undefined
        ? `${what}${by}`
        : `${what} ${targets[0] === undefined && happening.tolls.killed === undefined ? 'on' : targets[0] === undefined ? 'in' : 'on'} ${goal}${targets[0] === undefined ? '' : by}`
    }
    case 'visit': {
      const who = listed(both.length > 0 ? both : agents)
      return `${who === '' ? 'Visit' : `${possessive(who)} visit`}${place === undefined ? '' : ` to ${place}`}`
    }
    default: {
      const who = both.length > 1 ? both.slice(0, 3).join('–') : ''
      const goal = targets.length > 0 ? listed(targets.slice(0, 2)) : objectOf(discourse, happening)
      const deed =
        who !== '' ? `${who} ${lowerFirst(what)}` : described(what, happening.type, agents[0] ?? both[0], goal)
      return `${deed}${place === undefined || place === goal ? '' : ` in ${place}`}`
    }
  }
}

/** How the noun of a deed takes whom it is aimed at, where not with "of". */
const AIM: Readonly<Partial<Record<EventType, string>>> = {
  accusation: 'against', threat: 'against', protest: 'against', sanction: 'against', demand: 'to', aid: 'to', deployment: 'to',
  withdrawal: 'from', agreement: 'with', ceasefire: 'with', clash: 'with', call: 'with', meeting: 'with', negotiation: 'with', summit: 'with',
} // biome-ignore format: one glance
/** What the agent of such a deed is called after, where not "by". */
const DOER: Readonly<Partial<Record<EventType, string>>> = {
  aid: 'from', deployment: 'of', withdrawal: 'of', agreement: 'of', resignation: 'of', death: 'of', meeting: 'of', negotiation: 'of',
} // biome-ignore format: one glance

const described = (what: string, type: EventType, agent: string | undefined, target: string | undefined): string => {
  const aimed = target === undefined ? '' : ` ${AIM[type] ?? 'of'} ${target}`
  const done = agent === undefined ? '' : ` ${DOER[type] ?? 'by'} ${agent}`
  return AIM[type] === undefined ? `${what}${aimed}${done}` : `${what}${done}${aimed}`
}

/** The words of an object that names nobody: "a Varnian journalist". */
function objectOf(discourse: Discourse, { predications, tellings }: Happening): string | undefined {
  const [predication] = predications
  const tree = discourse.trees[tellings[0]?.sentence ?? -1]
  if (predication === undefined || tree === undefined || predication.pos !== 'verb') return undefined
  if (predication.frame.object !== null || !PERSONAL.has(predication.frame.relation)) return undefined
  const [object] = deepObjects(tree, predication.trigger)
  if (object === undefined || !/^NN/.test(tokenAt(tree, object).xpos)) return undefined
  const left = dependents(tree, object, 'det', 'amod', 'compound', 'nmod:poss', 'nummod').filter(
    (child) => child < object,
  )
  const from = Math.min(object, ...left.flatMap((child) => subtree(tree, child)))
  if (object - from > LONGEST_OBJECT) return undefined
  return tree.tokens
    .slice(from, object + 1)
    .map((token, i, all) => (i > 0 && token.start > (all[i - 1]?.end ?? 0) ? ` ${token.form}` : token.form))
    .join('')
}

const LONGEST_OBJECT = 6
const PERSONAL = new Set<RelationName | null>([
  'arrested', 'charged', 'released', 'appointed', 'dismissed', 'expelled', 'killed', 'captured', 'accused',
]) // biome-ignore format: one glance

/** What a deed is called whose type has no noun of its own. */
const DEEDS: Readonly<Partial<Record<RelationName, string>>> = {
  dismissed: 'Dismissal',
  expelled: 'Expulsion',
  restricted: 'Restriction',
  founder_of: 'Founding',
  visited: 'Flight',
}

/** The event noun with what describes it ("missile strike"), else the type's name. */
function nounOf(discourse: Discourse, happening: Happening): string {
  for (const { sentence, trigger } of happening.tellings) {
    const tree = discourse.trees[sentence] as Tree
    const token = tokenAt(tree, trigger)
    if (token.upos !== 'NOUN') continue
    const kind = dependents(tree, trigger, 'compound', 'amod').filter(
      (child) =>
        child < trigger && tokenAt(tree, child).upos === 'NOUN' && discourse.covering(sentence, child) === undefined,
    )
    return upperFirst([...kind, trigger].map((at) => tokenAt(tree, at).form.toLowerCase()).join(' '))
  }
  const relation = happening.predications[0]?.frame.relation ?? null
  const deed = happening.type === 'other' && relation !== null ? DEEDS[relation] : undefined
  return deed ?? upperFirst(EVENT_TYPES[happening.type].label)
}

function shortName(discourse: Discourse, entity: number): string {
  const { name, type, aliases } = discourse.entity(entity)
  if (type !== 'person') return name
  // The text knows best what to call somebody for short: "Xi", not "Jinping".
  const used = aliases.filter((alias) => !alias.includes(' ') && isShortFor(alias, name))[0]
  if (used !== undefined) return used
  // Which of the two words is the surname is not ours to guess where the text always gives both.
  if (
    name.split(' ').length === 2 &&
    !aliases.some((alias) => isShortFor(alias, name)) &&
    name.split(' ').every((word) => word.length < 9) &&
    /^\p{Lu}\p{Ll}{0,3} /u.test(name)
  )
    return name
  const last = surname(name)
  const words = name.split(' ')
  const known = words.filter((word) => last.split(' ').includes(foldName(word)))
  return known.length > 0 ? known.join(' ') : name
}

const listed = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
const possessive = (name: string): string => (name.endsWith('s') ? `${name}’` : `${name}’s`)
const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)
