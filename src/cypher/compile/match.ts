/** MATCH → what is to be found. */
import { syntaxError } from '../errors.ts'
import type {
  Expression,
  LabelExpression,
  MatchClause,
  NodePattern,
  Pattern,
  RelationshipPattern,
} from '../parser/ast.ts'
import type { Evaluate } from '../run/run.ts'
import type { Condition, MatchSpec, NodeSpec, PathSpec, RelationshipSpec, Seek } from '../run/spec.ts'
import { equals } from '../values/compare.ts'
import type { Value } from '../values/value.ts'
import { isNode, isRelationship, propertyOf } from '../values/value.ts'
import { asCondition, demand, type Env, located, plainly } from './env.ts'
import { labelTest, sureLabels } from './labels.ts'
import { truth } from './operators.ts'
import { type Declared, declare } from './pattern-names.ts'
import type { Scope } from './scope.ts'
import { conjuncts, namesIn } from './walk.ts'

/** @returns the scope with the new names */
export function compileMatch(
  clause: Pick<MatchClause, 'patterns' | 'where'>,
  env: Env,
): { readonly spec: MatchSpec; readonly scope: Scope } {
  const declared = declare(clause.patterns, env.scope)
  return { spec: new MatchCompiler(declared, env).compile(clause), scope: declared.scope }
}

class MatchCompiler {
  readonly #declared: Declared
  readonly #env: Env
  readonly #inner: Env
  readonly #nodes: (NodeSpec & { labels: string[] })[] = []
  readonly #places = new Map<number, number>()
  readonly #relationships: RelationshipSpec[] = []
  readonly #paths: PathSpec[] = []
  readonly #conditions: Condition[] = []
  readonly #seeks: Seek[] = []

  constructor(declared: Declared, env: Env) {
    this.#declared = declared
    this.#env = env
    this.#inner = plainly(env, declared.scope)
  }

  compile({ patterns, where }: Pick<MatchClause, 'patterns' | 'where'>): MatchSpec {
    for (const pattern of patterns) this.#pattern(pattern)
    if (where !== undefined) for (const part of conjuncts(where)) this.#where(part)
    return {
      nodes: this.#nodes,
      relationships: this.#relationships,
      paths: this.#paths,
      conditions: this.#conditions,
      seeks: this.#seeks,
      fills: [...this.#declared.fills],
    }
  }

  #pattern(pattern: Pattern): void {
    const places = pattern.nodes.map((node) => this.#node(node))
    const relationships = pattern.relationships.map((relationship, i) =>
      this.#relationship(relationship, places[i]!, places[i + 1]!, pattern),
    )
    if (pattern.variable === undefined) return
    const slot = this.#declared.scope.need(pattern.variable, pattern.at).slot
    this.#paths.push({ slot, nodes: places.map((place) => this.#nodes[place]!.slot), relationships })
  }

  /** @returns its place in the list of nodes */
  #node(node: NodePattern): number {
    const { slot, bound } = this.#declared.nodes.get(node)!
    let place = this.#places.get(slot)
    if (place === undefined) {
      place = this.#nodes.length
      this.#places.set(slot, place)
      this.#nodes.push({ slot, bound, labels: [] })
    }
    if (node.labels !== undefined) this.#labels(place, node.labels)
    for (const { key, value } of this.#properties(node.properties, node.at)) this.#nodeProperty(place, key, value)
    if (node.where !== undefined) for (const part of conjuncts(node.where)) this.#where(part)
    return place
  }

  #labels(place: number, labels: LabelExpression): void {
    const { slot } = this.#nodes[place]!
    this.#nodes[place]!.labels.push(...sureLabels(labels))
    const test = labelTest(labels)
    this.#conditions.push({
      needs: [slot],
      evaluate: (row) => {
        const node = row[slot]!
        return isNode(node) && test(node.labels)
      },
    })
  }

  #nodeProperty(place: number, key: string, value: Expression): void {
    const { slot } = this.#nodes[place]!
    const { evaluate } = this.#env.tools.expression(value, this.#inner)
    this.#conditions.push({
      needs: [slot, ...this.#needs(value)],
      evaluate: (row, run) => equals(propertyIn(row[slot]!, key), evaluate(row, run)),
    })
    if (this.#isKnownBefore(value)) this.#seeks.push({ node: place, property: key, evaluate, list: false })
  }

  /** @returns its slot */
  #relationship(tree: RelationshipPattern, from: number, to: number, { shortest }: Pattern): number {
    const { slot, bound } = this.#declared.relationships.get(tree)!
    const properties = this.#properties(tree.properties, tree.at)
    const compiled = properties.map(({ key, value }) => ({
      key,
      evaluate: this.#env.tools.expression(value, this.#inner).evaluate,
    }))
    const single = tree.range === undefined && shortest === undefined
    const each = tree.where === undefined || single ? undefined : this.#whereOfEach(tree.where, tree.variable)
    if (single) {
      if (tree.where !== undefined) for (const part of conjuncts(tree.where)) this.#where(part)
      for (const { key, evaluate } of compiled)
        this.#conditions.push({
          needs: [slot, ...properties.flatMap(({ value }) => this.#needs(value))],
          evaluate: (row, run) => equals(propertyIn(row[slot]!, key), evaluate(row, run)),
        })
    }
    const range = single ? undefined : rangeOf(tree)
    this.#relationships.push({
      slot,
      bound,
      from,
      to,
      direction: tree.direction,
      types: tree.types.length === 0 ? undefined : new Set(tree.types),
      ...(range !== undefined && { range }),
      properties: single ? [] : compiled,
      where: each,
      needs: single
        ? []
        : [...properties.flatMap(({ value }) => this.#needs(value)), ...(tree.where ? this.#needs(tree.where) : [])],
      ...(shortest !== undefined && { shortest }),
    })
    return slot
  }

  /** Within the brackets the name stands for one relationship after the other. */
  #whereOfEach(where: Expression, name: string | undefined): { evaluate: Evaluate; slot: number } {
    const scope = this.#declared.scope.with(name ?? ' each', 'relationship')
    const { evaluate } = this.#env.tools.expression(where, asCondition(this.#env, scope))
    return { evaluate, slot: scope.find(name ?? ' each')!.slot }
  }

  #where(part: Expression): void {
    const { evaluate, type } = this.#env.tools.expression(part, asCondition(this.#env, this.#declared.scope))
    demand(type, ['boolean'], 'A condition', part.at)
    this.#conditions.push({
      needs: this.#needs(part),
      evaluate: located(part.at, (row, run) => truth(evaluate(row, run))),
    })
    this.#seek(part)
  }

  /** `a.name = 'X'`, `'X' = a.name`, `a.name IN [...]`, `elementId(a) = ...` */
  #seek(part: Expression): void {
    if (part.kind === 'comparison' && part.rest.length === 1 && part.rest[0]!.op === '=') {
      this.#seekBy(part.first, part.rest[0]!.right, false)
      this.#seekBy(part.rest[0]!.right, part.first, false)
    } else if (part.kind === 'binary' && part.op === 'in') this.#seekBy(part.left, part.right, true)
  }

  #seekBy(side: Expression, value: Expression, list: boolean): void {
    const [of, property] =
      side.kind === 'property'
        ? [side.of, side.key]
        : side.kind === 'call' && side.name.toLowerCase() === 'elementid'
          ? [side.args[0], null]
          : []
    if (of?.kind !== 'variable' || property === undefined || !this.#isKnownBefore(value)) return
    const node = this.#places.get(this.#declared.scope.find(of.name)?.slot ?? -1)
    if (node === undefined) return
    this.#seeks.push({ node, property, list, evaluate: this.#env.tools.expression(value, this.#inner).evaluate })
  }

  /** Whether nothing of it is found by this very MATCH. */
  #isKnownBefore(value: Expression): boolean {
    return this.#needs(value).length === 0
  }

  #needs(value: Expression): number[] {
    const slots = [...namesIn(value)].map((name) => this.#declared.scope.find(name)?.slot)
    return slots.filter((slot) => slot !== undefined && this.#declared.fills.has(slot)) as number[]
  }

  #properties(
    tree: Expression | undefined,
    at: number,
  ): readonly { readonly key: string; readonly value: Expression }[] {
    if (tree === undefined) return []
    if (tree.kind === 'map') return tree.entries
    throw syntaxError(
      'InvalidParameterUse',
      'A pattern cannot take its properties from a parameter as a whole. Write them one by one: {name: $name}',
      at,
    )
  }
}

function propertyIn(element: Value, key: string): Value {
  return isNode(element) || isRelationship(element) ? propertyOf(element, key) : null
}

function rangeOf({ range }: RelationshipPattern): NonNullable<RelationshipSpec['range']> {
  if (range === undefined) return { min: 1, max: 1, open: false }
  return { min: range.min, max: range.max ?? Infinity, open: range.max === undefined }
}
