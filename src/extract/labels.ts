/** What a person would call an event: "Missile strike on Lodesk", "Talks in Moscow", "Drell–Bereti meeting in Beijing". */
import { EVENT_TYPES } from '../model/ontology.ts'
import type { Discourse } from './discourse.ts'
import type { Happening } from './happenings.ts'
import { foldName, isShortFor, surname } from './names.ts'
import { dependents, type Tree, tokenAt } from './tree.ts'

export function labelOf(discourse: Discourse, happening: Happening): string {
  const what = nounOf(discourse, happening)
  const shown = (entity: number): string => shortName(discourse, entity)
  const people = happening.participants
  const place = happening.places.map((p) => shown(p.entity))[0]
  const agents = people.filter((p) => p.role === 'agent').map((p) => shown(p.entity))
  const targets = people.filter((p) => p.role === 'target' || p.role === 'victim').map((p) => shown(p.entity))
  const both = people.filter((p) => p.role === 'participant').map((p) => shown(p.entity))
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
      const deed = who !== '' ? `${who} ${lowerFirst(what)}` : described(what, agents[0] ?? both[0], targets[0])
      return `${deed}${place === undefined ? '' : ` in ${place}`}`
    }
  }
}

const described = (what: string, agent: string | undefined, target: string | undefined): string => {
  if (agent !== undefined && target !== undefined) return `${what}: ${agent} – ${target}`
  if (agent !== undefined) return `${what}: ${agent}`
  return target === undefined ? what : `${what}: ${target}`
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
  return upperFirst(EVENT_TYPES[happening.type].label)
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
