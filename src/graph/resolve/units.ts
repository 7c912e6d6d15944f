/**
 * Units: all that different documents say under one name and, of people, with one profile. They are what is compared, so that a
 * name which thousands of documents use is looked at once.
 */
import type { Entity, RoleAttribute } from '../../model/facts.ts'
import type { GraphEvidence } from '../../model/graph.ts'
import type { DocumentId } from '../../model/ids.ts'
import type { Span } from '../../model/span.ts'
import { mentionEvidence } from '../build/evidence.ts'
import { once } from '../once.ts'
import { byText } from '../order.ts'
import { classOf, normalName, wordsOf } from './names.ts'
import type { Profile, Trade } from './profile.ts'
import { NOBODY } from './profile.ts'

/** What of an entity of a document becomes a part of a node. */
export interface Named extends Pick<Entity, 'id' | 'type' | 'name' | 'aliases' | 'country'> {
  readonly roles: readonly Pick<RoleAttribute, 'text' | 'former'>[]
  readonly mentions: number
  /** Where it is mentioned. */
  readonly passages: readonly GraphEvidence[]
}

/** What one document says of a thing. */
export interface Member {
  readonly document: DocumentId
  readonly entity: Named
}

/** @param sentences of the document, in order of reading */
export const toMember = (document: DocumentId, entity: Entity, sentences: readonly Span[]): Member => {
  const { id, type, name, aliases, country, roles, mentions } = entity
  const passages = mentionEvidence(document, mentions, sentences)
  const known = { id, type, name, aliases, roles, ...(country !== undefined && { country }) }
  return { document, entity: { ...known, mentions: mentions.length, passages } }
}

/** A member with what places it. */
export interface Placed extends Member {
  /** Document and id of the entity. */
  readonly id: string
  readonly unit: string
  readonly profile: Profile
}

export interface Unit {
  readonly id: string
  readonly class: string
  /** Normal name. */
  readonly name: string
  readonly words: readonly string[]
  /** Normal names that documents use for it besides its own. */
  readonly aliases: ReadonlySet<string>
  /** By document id, then in order of reading. */
  readonly members: readonly Placed[]
  readonly documents: ReadonlySet<string>
  readonly trades: readonly Trade[]
  readonly states: readonly string[]
  readonly roles: ReadonlySet<string>
  /** Names of things that documents name along with it. */
  readonly company: ReadonlySet<string>
  /** Set where a person has told it apart from others of its name. */
  readonly apart: string | undefined
}

/** @param apart what a person's decision tells it apart by */
export function place(member: Member, profile: Profile | undefined, apart?: string): Placed {
  const { document, entity } = member
  const known = profile ?? NOBODY
  const signature = [known.trades.join(' '), known.states.join(' '), apart ?? ''].join('|').replace(/\|+$/, '')
  return {
    ...member,
    id: `${document}/${entity.id}`,
    unit: `${classOf(entity.type)}:${normalName(entity.name)}${signature === '' ? '' : `|${signature}`}`,
    profile: known,
  }
}

/** @param members of one unit */
export function unitOf(id: string, members: Iterable<Placed>): Unit {
  const sorted = [...members].sort((a, b) => byText(a.document, b.document))
  const [first] = sorted as [Placed, ...Placed[]]
  const name = normalName(first.entity.name)
  const aliases = new Set(Array.from(new Set(sorted.flatMap(({ entity }) => entity.aliases)), normalName))
  aliases.delete(name)
  const company = once(() => companyOf(name, sorted))
  return {
    id,
    class: classOf(first.entity.type),
    name,
    words: wordsOf(name),
    aliases,
    members: sorted,
    documents: new Set(sorted.map(({ document }) => document)),
    trades: first.profile.trades,
    states: first.profile.states,
    roles: new Set(sorted.flatMap(({ profile }) => profile.roles)),
    // Few units are compared with others.
    get company() {
      return company()
    },
    apart: id.split('|')[3],
  }
}

/** Enough to tell whether two have some in common; who is in thousands of documents is named along with everybody. */
const MOST_COMPANY = 2000

function companyOf(name: string, members: readonly Placed[]): ReadonlySet<string> {
  const company = new Set<string>()
  for (const { profile } of members) {
    for (const other of profile.company) if (other !== name) company.add(other)
    if (company.size >= MOST_COMPANY) break
  }
  return company
}

/** Whether nothing is known but the name. */
export const isPlain = ({ trades, states }: Unit): boolean => trades.length === 0 && states.length === 0
