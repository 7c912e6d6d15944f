/**
 * Invented news with hand-made annotations: what a careful reader draws from each text. The annotations have the format of
 * the project's gold set (nodes, edges, events, and what counts neither for nor against), described in README.md.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Modality } from '../../../src/model/facts.ts'
import type { EntityKind, EntityType, EventType, RelationName } from '../../../src/model/ontology.ts'

export interface GoldNode {
  readonly id: string
  readonly kind: EntityKind
  readonly type: EntityType
  /** Every name that the text uses, the full one first. */
  readonly names: readonly string[]
  readonly optional?: true
}

export interface GoldEdge {
  readonly s: string
  /** Accepted relations, best first. */
  readonly r: readonly RelationName[]
  readonly t: string
  readonly sym?: true
  readonly s_any?: readonly string[]
  readonly t_any?: readonly string[]
  readonly modality?: Exclude<Modality, 'asserted'>
  readonly quote: string
}

export interface GoldEvent {
  readonly id: string
  /** Accepted types, best first. */
  readonly type: readonly EventType[]
  readonly quote: string
  readonly date?: string
  readonly place?: readonly string[]
  readonly participants?: readonly string[]
  readonly participants_any?: readonly string[]
  readonly killed?: number
  readonly wounded?: number
  readonly arrested?: number
  readonly modality?: Exclude<Modality, 'asserted'>
}

export interface GoldDocument {
  readonly doc: string
  /** Path of the text relative to the annotation. */
  readonly text: string
  /** Publication day. */
  readonly date: string
  readonly nodes: readonly GoldNode[]
  readonly edges: readonly GoldEdge[]
  /** Pairs about which an edge counts neither for nor against. */
  readonly allow: readonly { readonly s: string; readonly t: string }[]
  readonly events: readonly GoldEvent[]
  /** Passages where an event counts neither for nor against. */
  readonly allowEvents: readonly string[]
}

export interface AnnotatedText {
  readonly gold: GoldDocument
  readonly text: string
}

const FOLDER = import.meta.dirname
const SUFFIX = '.gold.json'

/** All texts with their annotations, by name. */
export const corpus: readonly AnnotatedText[] = readdirSync(FOLDER)
  .filter((file) => file.endsWith(SUFFIX))
  .sort()
  .map((file) => {
    const gold = JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as GoldDocument
    return { gold, text: readFileSync(join(FOLDER, gold.text), 'utf8') }
  })
