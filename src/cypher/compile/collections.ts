/** Lists and maps: literals, access, comprehensions, quantifiers, reduce. */
import { syntaxError, typeError } from '../errors.ts'
import type { ExpressionOf, ProjectedEntry } from '../parser/ast.ts'
import type { Evaluate, Row, Run } from '../run/run.ts'
import type { ListValue, Value } from '../values/value.ts'
import { isList, isMap, isNode, isRelationship, propertiesOf, propertyOf, typeOf } from '../values/value.ts'
import { asCondition, type Compiled, demand, type Env, located, plainly } from './env.ts'
import { truth } from './operators.ts'
import type { StaticType } from './scope.ts'

export function list({ items }: ExpressionOf<'list'>, env: Env): Compiled {
  const parts = items.map((item) => env.tools.expression(item, env).evaluate)
  return { evaluate: (row, run) => parts.map((part) => part(row, run)), type: 'list' }
}

export function map({ entries }: ExpressionOf<'map'>, env: Env): Compiled {
  const parts = entries.map(({ key, value }) => [key, env.tools.expression(value, env).evaluate] as const)
  return { evaluate: (row, run) => new Map(parts.map(([key, part]) => [key, part(row, run)])), type: 'map' }
}

export function mapProjection({ name, items, at }: ExpressionOf<'mapProjection'>, env: Env): Compiled {
  const { slot, type } = env.scope.need(name, at)
  demand(type, ['node', 'relationship', 'map'], 'What a map is made of', at)
  const parts = items.map((item) => projected(item, env))
  const evaluate: Evaluate = (row, run) => {
    const of = row[slot] ?? null
    if (of === null) return null
    if (!isNode(of) && !isRelationship(of) && !isMap(of))
      throw typeError(`No map can be made of a value of type ${typeOf(of)}`)
    return new Map(parts.flatMap((part) => part(of, row, run)))
  }
  return { evaluate: located(at, evaluate), type: 'map' }
}

type Holder = Extract<Value, { readonly kind: 'node' | 'relationship' }> | ReadonlyMap<string, Value>

function projected(item: ProjectedEntry, env: Env): (of: Holder, row: Row, run: Run) => [string, Value][] {
  if ('all' in item) return (of) => [...(isMap(of) ? of : propertiesOf(of))]
  const { key, value } = item
  if (value === undefined) return (of) => [[key, isMap(of) ? (of.get(key) ?? null) : propertyOf(of, key)]]
  const { evaluate } = env.tools.expression(value, env)
  return (_, row, run) => [[key, evaluate(row, run)]]
}

const INDEXABLE: readonly StaticType[] = ['list', 'map', 'node', 'relationship']

export function indexed({ of, index, at }: ExpressionOf<'index'>, env: Env): Compiled {
  const [holder, place] = [env.tools.expression(of, env), env.tools.expression(index, env)]
  demand(holder.type, INDEXABLE, 'What stands before [ ]', at)
  if (holder.type === 'list' || holder.type === 'relationships')
    demand(place.type, ['integer'], 'A place in a list', at)
  const type = holder.type === 'relationships' ? 'relationship' : 'any'
  return { evaluate: located(at, (row, run) => itemAt(holder.evaluate(row, run), place.evaluate(row, run))), type }
}

function itemAt(of: Value, at: Value): Value {
  if (of === null || at === null) return null
  if (isList(of)) {
    if (typeof at !== 'bigint')
      throw typeError(`A place in a list must be an integer, but is a value of type ${typeOf(at)}`)
    return of.at(Number(at)) ?? null
  }
  if (isMap(of) || isNode(of) || isRelationship(of)) {
    if (typeof at !== 'string')
      throw typeError(`The name of a property must be a text, but is a value of type ${typeOf(at)}`)
    return isMap(of) ? (of.get(at) ?? null) : propertyOf(of, at)
  }
  throw typeError(`Nothing can be taken by [ ] from a value of type ${typeOf(of)}`)
}

export function slice({ of, from, to, at }: ExpressionOf<'slice'>, env: Env): Compiled {
  const holder = env.tools.expression(of, env)
  demand(holder.type, ['list'], 'What stands before [ .. ]', at)
  const start = from && env.tools.expression(from, env)
  const end = to && env.tools.expression(to, env)
  const evaluate: Evaluate = (row, run) => {
    const items = holder.evaluate(row, run)
    const first = start === undefined ? 0n : start.evaluate(row, run)
    const last = end === undefined ? undefined : end.evaluate(row, run)
    if (items === null || first === null || last === null) return null
    if (!isList(items)) throw typeError(`Only lists have parts, not a value of type ${typeOf(items)}`)
    if (typeof first !== 'bigint' || (last !== undefined && typeof last !== 'bigint'))
      throw typeError('The bounds of a part of a list must be integers')
    return items.slice(Number(first), last === undefined ? undefined : Number(last))
  }
  return { evaluate: located(at, evaluate), type: holder.type === 'relationships' ? 'relationships' : 'list' }
}

/** A list to go through, and its items under a name. */
function over(tree: { readonly list: ExpressionOf<'list'>['items'][number]; readonly variable: string }, env: Env) {
  const source = env.tools.expression(tree.list, env)
  demand(source.type, ['list'], 'What is gone through', tree.list.at)
  const scope = env.scope.with(tree.variable, source.type === 'relationships' ? 'relationship' : 'any')
  return { items: located(tree.list.at, asList(source.evaluate)), scope, slot: scope.find(tree.variable)!.slot }
}

const asList =
  (evaluate: Evaluate): Evaluate =>
  (row, run) => {
    const value = evaluate(row, run)
    if (value === null || isList(value)) return value
    throw typeError(`Only lists can be gone through, not a value of type ${typeOf(value)}`)
  }

export function comprehension(tree: ExpressionOf<'comprehension'>, env: Env): Compiled {
  const { items, scope, slot } = over(tree, env)
  const where = tree.where && env.tools.expression(tree.where, asCondition(env, scope))
  const result = tree.map && env.tools.expression(tree.map, plainly(env, scope))
  const evaluate: Evaluate = (row, run) => {
    const source = items(row, run) as ListValue | null
    if (source === null) return null
    const kept: Value[] = []
    for (const item of source) {
      run.work()
      row[slot] = item
      if (where !== undefined && truth(where.evaluate(row, run)) !== true) continue
      kept.push(result === undefined ? item : result.evaluate(row, run))
    }
    return kept
  }
  return { evaluate: located(tree.at, evaluate), type: 'list' }
}

export function quantifier(tree: ExpressionOf<'quantifier'>, env: Env): Compiled {
  if (tree.where === undefined)
    throw syntaxError(
      'UnexpectedSyntax',
      `${tree.which}() needs a condition: ${tree.which}(x IN list WHERE ...)`,
      tree.at,
    )
  const { items, scope, slot } = over(tree, env)
  const where = env.tools.expression(tree.where, asCondition(env, scope))
  demand(where.type, ['boolean'], 'The condition behind WHERE', tree.where.at)
  const decide = QUANTIFIERS[tree.which]
  const evaluate: Evaluate = (row, run) => {
    const source = items(row, run) as ListValue | null
    if (source === null) return null
    const counts = { yes: 0, no: 0, unknown: 0 }
    for (const item of source) {
      run.work()
      row[slot] = item
      const holds = truth(where.evaluate(row, run))
      counts[holds === null ? 'unknown' : holds ? 'yes' : 'no']++
    }
    return decide(counts)
  }
  return { evaluate: located(tree.at, evaluate), type: 'boolean' }
}

interface Counts {
  readonly yes: number
  readonly no: number
  readonly unknown: number
}
const QUANTIFIERS: Readonly<Record<'all' | 'any' | 'none' | 'single', (counts: Counts) => boolean | null>> = {
  all: ({ no, unknown }) => (no > 0 ? false : unknown > 0 ? null : true),
  any: ({ yes, unknown }) => (yes > 0 ? true : unknown > 0 ? null : false),
  none: ({ yes, unknown }) => (yes > 0 ? false : unknown > 0 ? null : true),
  single: ({ yes, unknown }) => (yes > 1 ? false : unknown > 0 ? null : yes === 1),
}

export function reduce(tree: ExpressionOf<'reduce'>, env: Env): Compiled {
  const initial = env.tools.expression(tree.initial, env)
  const { items, scope, slot } = over(tree, env)
  const inner = scope.with(tree.accumulator, 'any')
  const held = inner.find(tree.accumulator)!.slot
  const step = env.tools.expression(tree.step, plainly(env, inner))
  const evaluate: Evaluate = (row, run) => {
    const source = items(row, run) as ListValue | null
    if (source === null) return null
    let result = initial.evaluate(row, run)
    for (const item of source) {
      run.work()
      row[held] = result
      row[slot] = item
      result = step.evaluate(row, run)
    }
    return result
  }
  return { evaluate: located(tree.at, evaluate), type: 'any' }
}
