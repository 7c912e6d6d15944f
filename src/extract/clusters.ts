/**
 * Mentions by name → one cluster per thing. A short name that fits two full ones is left out rather than put in the wrong one.
 */
import type { EntityType } from '../model/ontology.ts'
import type { NameMention } from './name-mention.ts'
import { acronyms, foldName, isAcronym, isShortFor, isVariant, personKey, surname } from './names.ts'
import { type Tree, tokenAt } from './tree.ts'

export interface Cluster {
  readonly type: EntityType
  /** The fullest name. */
  readonly name: string
  readonly country: string | null
  readonly mentions: readonly NameMention[]
}

export interface Clustering {
  /** In order of the first mention. */
  readonly clusters: readonly Cluster[]
  /** Names that fit more than one cluster. */
  readonly ambiguous: readonly NameMention[]
}

export function clusterNames(trees: readonly Tree[], mentions: readonly NameMention[]): Clustering {
  const agreed = agreeOnTypes(mentions)
  const of = (...types: readonly EntityType[]): NameMention[] =>
    agreed.filter((mention) => types.includes(mention.type))
  const people = clusterPeople(trees, of('person'))
  const bodies = clusterBodies(trees, of('organization', 'party', 'armed_force', 'media', 'group'))
  const rest = clusterByName(of('country', 'city', 'region', 'facility'))
  const clusters = [...people.clusters, ...bodies, ...rest].sort((a, b) => first(a) - first(b))
  return { clusters, ambiguous: people.ambiguous }
}

const first = (cluster: Cluster): number => cluster.mentions[0]?.start ?? 0

/** The same words mean the same kind of thing throughout a text: the majority decides, the earlier one on a tie. */
function agreeOnTypes(mentions: readonly NameMention[]): readonly NameMention[] {
  const votes = new Map<string, Map<EntityType, number>>()
  for (const mention of mentions) {
    if (isFixed(mention)) continue
    const types = votes.get(foldName(mention.text)) ?? new Map<EntityType, number>()
    types.set(mention.type, (types.get(mention.type) ?? 0) + 1)
    votes.set(foldName(mention.text), types)
  }
  const surnames = new Set(
    mentions
      .filter((m) => m.type === 'person' && m.text.includes(' '))
      .flatMap((m) => [surname(m.text), foldName(m.text).split(' ')[0] as string]),
  )
  const places = new Set(mentions.filter(isFixed).map((m) => foldName(m.text)))
  return mentions.map((mention) => {
    if (isFixed(mention)) return mention
    const types = [...(votes.get(foldName(mention.text)) ?? [])].sort((a, b) => b[1] - a[1])
    const best = types[0]?.[0] ?? mention.type
    // A surname of somebody named in full is that person, whatever the finder thought of it in a headline.
    const surnamed = surnames.has(foldName(mention.text)) && !places.has(foldName(mention.text))
    if (surnamed && (types.length > 1 || mention.known === null || mention.type === 'person')) {
      return { ...mention, type: 'person', known: null }
    }
    return best === mention.type ? mention : { ...mention, type: best }
  })
}

/** What the gazetteer says a name of a state or body means is not put to the vote. */
const isFixed = ({ known, type }: NameMention): boolean => known !== null && type !== 'city'

function clusterPeople(trees: readonly Tree[], mentions: readonly NameMention[]): Clustering {
  const groups = new Map<string, NameMention[]>()
  for (const mention of mentions) {
    const group = groups.get(personKey(mention.text))
    if (group === undefined) groups.set(personKey(mention.text), [mention])
    else group.push(mention)
  }
  // The longest names first: what is shorter joins what is there.
  const names = [...groups.keys()].sort(
    (a, b) => b.split(' ').length - a.split(' ').length || firstOf(groups, a) - firstOf(groups, b),
  )
  const heads: PersonHead[] = []
  const ambiguous: NameMention[] = []
  for (const name of names) {
    const members = groups.get(name) as NameMention[]
    const fitting = heads.filter((head) => isShortFor(name, head.name) || isVariant(name, head.name))
    const bySurname = fitting.filter((head) => surname(head.name) === name)
    const choices = fitting.length > 1 && bySurname.length > 0 ? bySurname : fitting
    if (choices.length === 0) heads.push({ name, members: [...members] })
    else if (choices.length === 1) choices[0]?.members.push(...members)
    else for (const member of members) (bearerOf(trees, choices, member)?.members ?? ambiguous).push(member)
  }
  return { clusters: heads.map(({ members }) => toCluster('person', members)), ambiguous }
}

interface PersonHead {
  readonly name: string
  readonly members: NameMention[]
}

/**
 * Whom a surname means that several people of the text bear: the only one named before it; the one whose title stands before
 * it; the first one, when the others were brought in as his relatives, whom news calls by their given names.
 */
function bearerOf(
  trees: readonly Tree[],
  choices: readonly PersonHead[],
  mention: NameMention,
): PersonHead | undefined {
  const introduced = choices.filter(({ members }) => (members[0]?.start ?? 0) < mention.start)
  if (introduced.length === 1) return introduced[0]
  const title = wordBefore(trees, mention)
  const titled = introduced.filter(
    ({ members }) => title !== '' && members.some((member) => wordBefore(trees, member) === title),
  )
  if (titled.length === 1) return titled[0]
  const [first, ...others] = introduced
  return first !== undefined && others.every(({ members }) => members[0] !== undefined && isRelative(trees, members[0]))
    ? first
    : undefined
}

const KINSHIP =
  /^(?:brother|sister|son|daughter|wife|husband|father|mother|widow|cousin|nephew|niece|uncle|aunt|twin|half-brother|half-sister|grandson|granddaughter)$/i

const wordBefore = (trees: readonly Tree[], { sentence, from }: NameMention): string => {
  const word = trees[sentence]?.tokens[from - 1]
  return word !== undefined && /^\p{Lu}\p{Ll}/u.test(word.form) ? word.form : ''
}

const isRelative = (trees: readonly Tree[], { sentence, from, to }: NameMention): boolean =>
  (trees[sentence]?.tokens.slice(Math.max(0, from - 7), to + 6) ?? []).some(({ form }) => KINSHIP.test(form))

function clusterBodies(trees: readonly Tree[], mentions: readonly NameMention[]): Cluster[] {
  const heads: { readonly keys: Set<string>; readonly members: NameMention[] }[] = []
  const ordered = [...mentions].sort((a, b) => b.text.split(' ').length - a.text.split(' ').length || a.start - b.start)
  const bracketed = bracketedAcronyms(trees, mentions)
  for (const mention of ordered) {
    const name = foldName(mention.known ?? mention.text)
    const short = foldName(mention.text)
    const head =
      heads.find((h) => h.keys.has(name) || h.keys.has(short)) ??
      (mention.known === null ? unique(heads.filter((h) => isShortBody(short, h.keys))) : undefined)
    const target = head ?? { keys: new Set<string>(), members: [] }
    if (head === undefined) heads.push(target)
    target.members.push(mention)
    for (const key of [name, short]) target.keys.add(key)
    const acronym = bracketed.get(mention)
    if (acronym !== undefined) target.keys.add(acronym)
    if (mention.text.includes(' ')) for (const initials of acronyms(mention.text)) target.keys.add(foldName(initials))
  }
  return heads.map(({ members }) => toCluster(majority(members), members))
}

const unique = <T>(items: readonly T[]): T | undefined => (items.length === 1 ? items[0] : undefined)

const GENERIC_BODY =
  /^(?:league|ministry|party|community|council|commission|front|alliance|union|court|bank|agency|committee|assembly|congress|senate|parliament|federation|authority|coalition|movement|foundation|institute|university|company|group|tribunal)$/

/** A shorter name of a body: its beginning of two words or more, or of one distinctive word ("Tass", "Hezbollah"). */
function isShortBody(short: string, keys: ReadonlySet<string>): boolean {
  const a = short.split(' ')
  return [...keys].some((key) => {
    const b = key.split(' ')
    if (b.length <= a.length) return false
    if (a.length === 1) return GENERIC_BODY.test(short) && b.at(-1) === short
    return a.every((word, i) => word === b[i]) || a.every((word, i) => word === b[b.length - a.length + i])
  })
}

/** "International Atomic Energy Agency (IAEA)": the acronym that the text itself gives. */
function bracketedAcronyms(trees: readonly Tree[], mentions: readonly NameMention[]): ReadonlyMap<NameMention, string> {
  const found = new Map<NameMention, string>()
  for (const mention of mentions) {
    const tree = trees[mention.sentence] as Tree
    if (mention.to + 2 >= tree.tokens.length || tokenAt(tree, mention.to).form !== '(') continue
    const inside = tokenAt(tree, mention.to + 1).form
    if (isAcronym(inside) && tokenAt(tree, mention.to + 2).form === ')') found.set(mention, foldName(inside))
  }
  return found
}

function clusterByName(mentions: readonly NameMention[]): Cluster[] {
  const groups = new Map<string, NameMention[]>()
  for (const mention of mentions) {
    const key =
      mention.type === 'country'
        ? `country ${foldName(mention.known ?? mention.text)}`
        : `place ${foldName(mention.known ?? mention.text)}`
    groups.set(key, [...(groups.get(key) ?? []), mention])
  }
  for (const [key, members] of groups) joinLongerPlace(groups, key, members)
  return [...groups.values()].map((members) => toCluster(majority(members), members))
}

/** "Ostrel" is "Ostrel air base" again, unless the gazetteer knows a city of that name. */
function joinLongerPlace(groups: Map<string, NameMention[]>, key: string, members: readonly NameMention[]): void {
  if (!key.startsWith('place ') || members.some(({ known }) => known !== null)) return
  const longer = [...groups].filter(
    ([other, mentions]) => other.startsWith(`${key} `) && mentions.some(({ type }) => type === 'facility'),
  )
  const [only] = longer
  if (longer.length !== 1 || only === undefined) return
  only[1].push(...members.map((mention) => ({ ...mention, type: 'facility' as const })))
  groups.delete(key)
}

function majority(mentions: readonly NameMention[]): EntityType {
  const counts = new Map<EntityType, number>()
  for (const { type } of mentions) counts.set(type, (counts.get(type) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] as EntityType
}

/** All capitals, as datelines and some headlines write names. */
const isShouted = (text: string): boolean => /^[\p{Lu}\s’'-]{5,}$/u.test(text)

function toCluster(type: EntityType, members: readonly NameMention[]): Cluster {
  const mentions = [...members].sort((a, b) => a.start - b.start)
  const known = mentions.find((mention) => mention.known !== null)?.known
  const longest = [...mentions].sort(
    (a, b) =>
      Number(a.form === 'adjective') - Number(b.form === 'adjective') ||
      Number(isShouted(a.text)) - Number(isShouted(b.text)) ||
      b.text.length - a.text.length ||
      a.start - b.start,
  )[0]
  return {
    type,
    name: type === 'country' && known !== undefined && known !== null ? known : (longest?.text ?? ''),
    country: mentions.find((mention) => mention.country !== null)?.country ?? null,
    mentions,
  }
}

const firstOf = (groups: ReadonlyMap<string, readonly NameMention[]>, name: string): number =>
  groups.get(name)?.[0]?.start ?? 0
