/** The names in patterns: which are new, which stand for what is known, and which cannot be used as they are. */
import { syntaxError } from '../errors.ts'
import type { NodePattern, Pattern, RelationshipPattern } from '../parser/ast.ts'
import { mayBe, named } from './env.ts'
import type { Scope, StaticType, Variable } from './scope.ts'

export interface Place {
  readonly slot: number
  /** Whether the name had a value before. */
  readonly bound: boolean
}

export interface Declared {
  readonly scope: Scope
  readonly nodes: ReadonlyMap<NodePattern, Place>
  readonly relationships: ReadonlyMap<RelationshipPattern, Place>
  /** Slots that the patterns fill. */
  readonly fills: ReadonlySet<number>
}

/** @throws CypherError */
export function declare(patterns: readonly Pattern[], outer: Scope): Declared {
  const names = new Namer(outer)
  for (const pattern of patterns) {
    checkShape(pattern)
    for (const node of pattern.nodes) names.node(node)
    for (const relationship of pattern.relationships) names.relationship(relationship, pattern)
    if (pattern.variable !== undefined) names.path(pattern.variable, pattern.at)
  }
  return names
}

class Namer implements Declared {
  readonly #outer: Scope
  readonly #fresh = new Map<string, Variable>()
  readonly #usedHere = new Set<string>()
  readonly nodes = new Map<NodePattern, Place>()
  readonly relationships = new Map<RelationshipPattern, Place>()
  readonly fills = new Set<number>()

  constructor(outer: Scope) {
    this.#outer = outer
  }

  get scope(): Scope {
    return this.#outer.withAll(this.#fresh)
  }

  node(pattern: NodePattern): void {
    this.nodes.set(pattern, this.#place(pattern.variable, 'node', pattern.at))
  }

  relationship(pattern: RelationshipPattern, { shortest }: Pattern): void {
    const { variable, range, at } = pattern
    const many = range !== undefined || shortest !== undefined
    if (variable !== undefined && this.#usedHere.has(variable))
      throw syntaxError(
        'RelationshipUniquenessViolation',
        `The relationship "${variable}" stands twice in these patterns; no relationship is passed twice`,
        at,
      )
    const place = this.#place(variable, many ? 'relationships' : 'relationship', at)
    if (variable !== undefined) this.#usedHere.add(variable)
    this.relationships.set(pattern, place)
  }

  path(name: string, at: number): void {
    if (this.#outer.find(name) !== undefined || this.#fresh.has(name))
      throw syntaxError('VariableAlreadyBound', `"${name}" has a meaning already; a path needs a name of its own`, at)
    this.#add(name, 'path')
  }

  #place(name: string | undefined, type: StaticType, at: number): Place {
    if (name === undefined) return { slot: this.#fill(), bound: false }
    const known = this.#fresh.get(name) ?? this.#outer.find(name)
    if (known === undefined) return { slot: this.#add(name, type), bound: false }
    if (!mayBe(known.type, type === 'relationships' ? ['relationships', 'list'] : [type]))
      throw syntaxError(
        'VariableTypeConflict',
        `"${name}" is ${named(known.type)} and cannot stand for ${named(type)}`,
        at,
      )
    return { slot: known.slot, bound: !this.#fresh.has(name) }
  }

  #add(name: string, type: StaticType): number {
    const slot = this.#fill()
    this.#fresh.set(name, { slot, type })
    return slot
  }

  #fill(): number {
    const slot = this.#outer.slots.take()
    this.fills.add(slot)
    return slot
  }
}

function checkShape({ shortest, relationships, at }: Pattern): void {
  if (shortest === undefined) return
  const [only, ...more] = relationships
  if (only === undefined || more.length > 0)
    throw syntaxError(
      'InvalidShortestPath',
      'A shortest path goes over one relationship with a range: (a)-[*..6]-(b)',
      at,
    )
  if (only.range !== undefined && only.range.min > 1)
    throw syntaxError('InvalidShortestPath', 'A shortest path begins at length 0 or 1', only.range.at)
}
