/**
 * Who is spoken of where: the entities of a document and the tokens that refer to them. Stages add to it in order: names,
 * then roles ("the envoy"), then pronouns.
 */
import type { MentionForm, RoleAttribute } from '../model/facts.ts'
import type { EntityType } from '../model/ontology.ts'
import type { Span } from '../model/span.ts'
import type { Clustering } from './clusters.ts'
import type { Gender } from './lexicon.ts'
import type { Tree } from './tree.ts'

/** A passage of tokens that refers to an entity. */
export interface Anchor extends Span {
  readonly sentence: number
  readonly head: number
  readonly from: number
  readonly to: number
  readonly form: MentionForm
  /** Index of the entity. */
  readonly entity: number
}

export interface DraftEntity {
  readonly index: number
  readonly type: EntityType
  readonly name: string
  readonly country: string | null
  gender: Gender | null
  readonly aliases: readonly string[]
  readonly roles: RoleAttribute[]
}

export interface Discourse {
  readonly trees: readonly Tree[]
  readonly entities: readonly DraftEntity[]
  /** In order of reading. */
  readonly anchors: () => readonly Anchor[]
  /** Anchors of the sentences `first` to `last`, both included, in order of reading. */
  readonly between: (first: number, last: number) => readonly Anchor[]
  /** Anchors of one entity, in order of reading. */
  readonly of: (entity: number) => readonly Anchor[]
  /** What a token refers to as the head of a name, role phrase or pronoun; a plural pronoun refers to several. */
  readonly at: (sentence: number, token: number) => readonly Anchor[]
  /** The widest anchor that covers a token. */
  readonly covering: (sentence: number, token: number) => Anchor | undefined
  readonly add: (anchor: Anchor) => void
  readonly entity: (index: number) => DraftEntity
  readonly addEntity: (entity: Omit<DraftEntity, 'index'>) => DraftEntity
}

export function openDiscourse(trees: readonly Tree[], clustering: Clustering): Discourse {
  const entities: DraftEntity[] = []
  const bySentence: Anchor[][] = trees.map(() => [])
  const byEntity: Anchor[][] = []

  const discourse: Discourse = {
    trees,
    entities,
    anchors: () => bySentence.flat(),
    between: (first, last) => bySentence.slice(Math.max(0, first), last + 1).flat(),
    of: (entity) => byEntity[entity] ?? [],
    at: (sentence, token) => bySentence[sentence]?.filter((anchor) => anchor.head === token) ?? [],
    covering: (sentence, token) => bySentence[sentence]?.find((anchor) => anchor.from <= token && token < anchor.to),
    add: (anchor) => {
      const list = bySentence[anchor.sentence] as Anchor[]
      list.push(anchor)
      list.sort((a, b) => a.from - b.from || b.to - a.to)
      insertInOrder(byEntity[anchor.entity] as Anchor[], anchor)
    },
    entity: (index) => {
      const found = entities[index]
      if (found === undefined) throw new RangeError(`no entity ${index}`)
      return found
    },
    addEntity: (entity) => {
      const added = { ...entity, index: entities.length }
      entities.push(added)
      byEntity.push([])
      return added
    },
  }

  for (const cluster of clustering.clusters) {
    const { index } = discourse.addEntity({
      type: cluster.type,
      name: cluster.name,
      country: cluster.country,
      gender: null,
      aliases: [...new Set(cluster.mentions.filter((mention) => !mention.government).map((mention) => mention.text))]
        .filter((alias) => alias !== cluster.name)
        .sort(),
      roles: [],
    })
    for (const { sentence, head, from, to, form, start, end } of cluster.mentions) {
      discourse.add({ sentence, head, from, to, form, start, end, entity: index })
    }
  }
  return discourse
}

/** Most anchors come in order; the others are moved to their place from the end. */
function insertInOrder(list: Anchor[], anchor: Anchor): void {
  let at = list.length
  while (at > 0 && (list[at - 1] as Anchor).start > anchor.start) at--
  list.splice(at, 0, anchor)
}
