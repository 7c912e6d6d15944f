/** What RETURN and WITH give: their items, with a name each. */
import { syntaxError } from '../errors.ts'
import type { Expression, Projection } from '../parser/ast.ts'
import type { Scope } from './scope.ts'
import { hasAggregate, shapeOf } from './walk.ts'

export interface Column {
  readonly name: string
  readonly expression: Expression
  readonly shape: string
  readonly aggregated: boolean
}

/** @throws CypherError */
export function columnsOf(
  projection: Projection & { readonly kind: 'with' | 'return' },
  scope: Scope,
): readonly Column[] {
  const { kind, star, items, at } = projection
  const all = star ? scope.names.filter((name) => !name.startsWith(' ')).sort() : []
  if (star && all.length === 0 && kind === 'return')
    throw syntaxError('NoVariablesInScope', 'RETURN * returns all that has a name, but nothing has one here', at)
  const columns = all.map((name) => column(name, { kind: 'variable', name, at }))
  for (const { expression, alias, text, at: place } of items) {
    const own = expression.kind === 'variable' ? expression.name : kind === 'return' ? text.trim() : undefined
    const name = alias ?? own
    if (name === undefined)
      throw syntaxError('NoExpressionAlias', `"${text.trim()}" needs a name: write ${text.trim()} AS name`, place)
    if (columns.some((other) => other.name === name))
      throw syntaxError('ColumnNameConflict', `There are two columns "${name}". Give one another name with AS`, place)
    columns.push(column(name, expression))
  }
  return columns
}

const column = (name: string, expression: Expression): Column => ({
  name,
  expression,
  shape: shapeOf(expression),
  aggregated: hasAggregate(expression),
})

/**
 * An expression of ORDER BY or WHERE in the words of the columns: what a column holds is read from it.
 * @param fits which columns may stand in for their expression
 */
export function inColumns(
  tree: Expression,
  columns: readonly Column[],
  fits: (column: Column) => boolean = () => true,
): Expression {
  const names = new Set(columns.map(({ name }) => name))
  const byShape = new Map(columns.filter(fits).map(({ shape, name }) => [shape, name]))
  const rewrite = (part: unknown): unknown => {
    if (typeof part !== 'object' || part === null) return part
    if (Array.isArray(part)) return part.map(rewrite)
    if (isExpression(part)) {
      // A name that is a column's means the column.
      if (part.kind === 'variable' && names.has(part.name)) return part
      const name = byShape.get(shapeOf(part))
      if (name !== undefined) return { kind: 'variable', name, at: part.at }
    }
    return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, rewrite(value)]))
  }
  return rewrite(tree) as Expression
}

const isExpression = (part: object): part is Expression => 'kind' in part && 'at' in part
