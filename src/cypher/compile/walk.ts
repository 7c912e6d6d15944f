/** What stands in an expression. */
import type { Expression, LabelExpression, Pattern, Query } from '../parser/ast.ts'
import { isAggregate } from './aggregates.ts'

/** The parts of an expression that are evaluated for themselves; subqueries are not entered. */
export function childrenOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'property':
    case 'not':
    case 'sign':
    case 'isNull':
    case 'hasLabels':
      return [expression.of]
    case 'index':
      return [expression.of, expression.index]
    case 'slice':
      return present(expression.of, expression.from, expression.to)
    case 'list':
      return expression.items
    case 'map':
      return expression.entries.map(({ value }) => value)
    case 'mapProjection':
      return expression.items.flatMap((item) => ('value' in item && item.value !== undefined ? [item.value] : []))
    case 'binary':
      return [expression.left, expression.right]
    case 'comparison':
      return [expression.first, ...expression.rest.map(({ right }) => right)]
    case 'case': {
      const whens = expression.whens.flatMap(({ when, result }) => [when, result])
      return present(expression.subject, ...whens, expression.otherwise)
    }
    case 'call':
      return expression.args
    case 'comprehension':
      return present(expression.list, expression.where, expression.map)
    case 'quantifier':
      return present(expression.list, expression.where)
    case 'reduce':
      return [expression.initial, expression.list, expression.step]
    case 'patternComprehension':
      return present(...inPattern(expression.pattern), expression.where, expression.map)
    case 'pattern':
    case 'shortest':
      return inPattern(expression.pattern)
    default:
      return []
  }
}

const present = (...expressions: readonly (Expression | undefined)[]): Expression[] =>
  expressions.filter((expression) => expression !== undefined)

export const inPattern = ({ nodes, relationships }: Pattern): Expression[] =>
  present(...nodes.flatMap((n) => [n.properties, n.where]), ...relationships.flatMap((r) => [r.properties, r.where]))

export const hasAggregate = (expression: Expression): boolean =>
  expression.kind === 'countAll' ||
  (expression.kind === 'call' && isAggregate(expression.name)) ||
  childrenOf(expression).some(hasAggregate)

/** Names that the expression uses; those that it makes for itself may be among them. */
export function namesIn(expression: Expression, names = new Set<string>()): Set<string> {
  if (expression.kind === 'variable' || expression.kind === 'mapProjection') names.add(expression.name)
  if ('pattern' in expression) for (const name of namesOfPattern(expression.pattern)) names.add(name)
  if (expression.kind === 'subquery') namesInQuery(expression.query, names)
  for (const child of childrenOf(expression)) namesIn(child, names)
  return names
}

export const namesOfPattern = ({ variable, nodes, relationships }: Pattern): string[] =>
  [variable, ...nodes.map((n) => n.variable), ...relationships.map((r) => r.variable)].filter(
    (name) => name !== undefined,
  )

function namesInQuery({ parts }: Query, names: Set<string>): void {
  for (const { clauses } of parts)
    for (const clause of clauses) {
      if (clause.kind === 'match')
        for (const pattern of clause.patterns) {
          for (const name of namesOfPattern(pattern)) names.add(name)
          for (const expression of inPattern(pattern)) namesIn(expression, names)
        }
      if (clause.kind === 'unwind') namesIn(clause.list, names)
      if ('items' in clause)
        for (const expression of [
          ...clause.items.map((item) => item.expression),
          ...clause.order.map((item) => item.expression),
        ])
          namesIn(expression, names)
      if ('where' in clause && clause.where !== undefined) namesIn(clause.where, names)
    }
}

/** The same for expressions that are written alike, wherever they stand. */
export const shapeOf = (tree: Expression | LabelExpression): string =>
  JSON.stringify(tree, (key, value: unknown) => (key === 'at' ? undefined : value))

/** The parts of `a AND b AND c`. */
export const conjuncts = (expression: Expression): readonly Expression[] =>
  expression.kind === 'binary' && expression.op === 'and'
    ? [...conjuncts(expression.left), ...conjuncts(expression.right)]
    : [expression]
