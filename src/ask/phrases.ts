/** Phrases without a verb: "attacks on Dellin", "the envoys of Norway", "Norway's foreign minister". */
import type { Frame } from '../extract/lexicon.ts'
import { RELATIONS } from '../model/ontology.ts'
import type { Part, Thing } from './query.ts'
import type { Mentioned } from './spot-names.ts'
import type { Vocabulary } from './vocabulary.ts'

export type Names = ReadonlyMap<string, Mentioned>

/** Words of a canonical question: "'s" is one of its own. */
export const wordsOf = (text: string): string[] =>
  text.match(/['’]s(?![\p{L}\p{N}])|[\p{L}\p{N}]+(?:[-.][\p{L}\p{N}]+)*/gu) ?? []

const ARTICLE = /^(?:the|a|an|all|any|every|some|these|those|other|of)$/
const BETWEEN =
  /^(?:in|at|near|on|against|of|by|from|to|into|with|between|among|around|inside|over|for|involving|towards?|about)$/
const IN_PLACE = /^(?:in|at|near|around|inside|over)$/

export interface EventPhrase {
  readonly types: ReturnType<Vocabulary['event']> & object
  readonly parts: readonly Part[]
  readonly places: readonly Thing[]
}

/** Undefined where the words are no such phrase, wholly. */
export function eventPhrase(text: string, names: Names, vocabulary: Vocabulary): EventPhrase | undefined {
  const words = wordsOf(text).filter((word, i) => !(i === 0 && ARTICLE.test(word)))
  const first = words.findIndex((word) => BETWEEN.test(word))
  const head = (first < 0 ? words : words.slice(0, first)).filter((word) => !ARTICLE.test(word))
  const nouns = head.filter((word) => !names.has(word) && !/^['’]s$/.test(word))
  const types = nouns.length === 0 ? undefined : vocabulary.event(nouns)
  if (types === undefined) return undefined
  const parts: Part[] = []
  const places: Thing[] = []
  for (const [i, word] of head.entries()) {
    const name = names.get(word)
    const possessive = /^['’]s$/.test(head[i + 1] ?? '')
    // "the Lodesk conference", but "Norwegian attacks"
    for (const thing of name?.things ?? [])
      if (thing.kind === 'place' && !possessive && name?.adjective !== true) places.push(thing)
      else parts.push({ thing, as: asIn(types.frame, possessive ? 'poss' : 'amod') })
  }
  const rest = first < 0 ? [] : words.slice(first)
  let preposition = ''
  for (const word of rest) {
    const name = names.get(word)
    if (name !== undefined) for (const thing of name.things) put(thing, preposition, types.frame, parts, places)
    else if (BETWEEN.test(word)) preposition = word
    else if (!ARTICLE.test(word)) return undefined
  }
  return { types, parts, places }
}

function put(thing: Thing, preposition: string, frame: Frame | null, parts: Part[], places: Thing[]): void {
  const isScene = thing.kind === 'place' || thing.type === 'country'
  if (IN_PLACE.test(preposition) && isScene) places.push(thing)
  else parts.push({ thing, as: asIn(frame, preposition) })
}

/** Whether what stands there does or suffers it; null where it may be either. */
function asIn(frame: Frame | null, slot: string): Part['as'] {
  if (frame === null || (frame.relation !== null && RELATIONS[frame.relation].symmetric)) return null
  const [agent, target] = [frame.agent.includes(slot), frame.target.includes(slot)]
  if (slot === 'by') return 'agent'
  return agent === target ? null : agent ? 'agent' : 'target'
}

export interface OfficePhrase {
  readonly role: NonNullable<ReturnType<Vocabulary['role']>>
  readonly of: readonly Thing[]
}

/** "president of France", "France's president", "French president". */
export function officePhrase(text: string, names: Names, vocabulary: Vocabulary): OfficePhrase | undefined {
  const words = wordsOf(text).filter((word) => !/^(?:the|an?|all|current|present|new|still|every)$/.test(word))
  const owner = names.get(words[0] ?? '')
  if (owner !== undefined) {
    const from = /^['’]s$/.test(words[1] ?? '') ? 2 : 1
    const role = vocabulary.role(words.slice(from))
    const rest = role === undefined ? [] : words.slice(from + role.length)
    return role === undefined || rest.length > 0 ? undefined : { role, of: owner.things }
  }
  const role = vocabulary.role(words)
  if (role === undefined) return undefined
  const [preposition, name, ...more] = words.slice(role.length)
  const of = names.get(name ?? '')
  const linked = /^(?:of|to|for|in|at|from)$/.test(preposition ?? '')
  return linked && of !== undefined && more.length === 0 ? { role, of: of.things } : undefined
}

export interface Sorted {
  /** The rest of the question behind the phrase. */
  readonly rest: string
  readonly sort: NonNullable<ReturnType<Vocabulary['sort']>>
}

/** What kind of thing the words begin with: "French ministers met …", "envoys of Norway who met …". */
export function sortAtStart(text: string, names: Names, vocabulary: Vocabulary): Sorted | undefined {
  const [, body = ''] = /^(?:(?:the|all|any|every|other|of|different)\s+)*(.*)$/s.exec(text) ?? []
  const words = body.split(/\s+/)
  const adjective = names.get(words[0] ?? '')
  const owner = adjective?.things[0] ?? null
  const isOwner =
    owner !== null && (adjective?.adjective === true || owner.type === 'country' || owner.type === 'organization')
  const of = isOwner ? owner : null
  const from = of === null ? 0 : 1
  for (let to = Math.min(words.length, from + 4); to > from; to--) {
    const plain = words.slice(from, to).map((word) => word.replace(/[?,.]$/, ''))
    const sort = vocabulary.sort(plain, of)
    if (sort === undefined) continue
    const [preposition, body] = [words[to], names.get(words[to + 1] ?? '')]
    const follows = words[to + 2] !== undefined
    if (of === null && /^(?:of|from)$/.test(preposition ?? '') && body?.things[0] !== undefined && follows) {
      const owned = vocabulary.sort(plain, body.things[0])
      if (owned !== undefined) return { sort: owned, rest: words.slice(to + 2).join(' ') }
    }
    return { sort, rest: words.slice(to).join(' ') }
  }
  return undefined
}
