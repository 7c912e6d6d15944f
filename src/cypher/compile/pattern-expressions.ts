/** Patterns and queries inside expressions. */
import { syntaxError } from '../errors.ts'
import type { ExpressionOf, MatchClause, Pattern } from '../parser/ast.ts'
import type { Evaluate, Row, Run, Stream } from '../run/run.ts'
import type { Value } from '../values/value.ts'
import { asCondition, type Compiled, type Env, plainly } from './env.ts'
import { namesOfPattern } from './walk.ts'

const matchOf = (pattern: Pattern, where?: MatchClause['where']): MatchClause => ({
  kind: 'match',
  optional: false,
  patterns: [pattern],
  where,
  at: pattern.at,
})

/** Everything that has a name must be known: a pattern that is a condition finds nothing for others. */
function needKnown(pattern: Pattern, env: Env): void {
  for (const name of namesOfPattern(pattern)) env.scope.need(name, pattern.at)
}

export function pattern(tree: ExpressionOf<'pattern'>, env: Env): Compiled {
  if (!env.predicate && tree.exists !== true)
    throw syntaxError(
      'UnexpectedSyntax',
      'A pattern stands for a condition, in WHERE. Elsewhere write exists((a)-->(b)), or [(a)-->(b) | ...] for a list',
      tree.at,
    )
  needKnown(tree.pattern, env)
  const { matches } = env.tools.match(matchOf(tree.pattern), plainly(env))
  return { evaluate: (row, run) => isAny(matches, row, run), type: 'boolean' }
}

function isAny(rows: (row: Row, run: Run) => Stream, row: Row, run: Run): boolean {
  for (const _ of run.within(rows(row, run))) return true
  return false
}

export function patternComprehension(tree: ExpressionOf<'patternComprehension'>, env: Env): Compiled {
  const { scope, matches } = env.tools.match(matchOf(tree.pattern, tree.where), asCondition(env))
  const { evaluate: result } = env.tools.expression(tree.map, plainly(env, scope))
  const evaluate: Evaluate = (row, run) => {
    const found: Value[] = []
    for (const match of run.within(matches(row, run))) {
      found.push(result(match, run))
      run.keep(found.length, 'items in a list')
    }
    return found
  }
  return { evaluate, type: 'list' }
}

const PATH = ' path'

export function shortest(tree: ExpressionOf<'shortest'>, env: Env): Compiled {
  needKnown({ ...tree.pattern, relationships: [] }, env)
  const { scope, matches } = env.tools.match(matchOf({ ...tree.pattern, variable: PATH }), plainly(env))
  const { slot } = scope.find(PATH)!
  const all = tree.pattern.shortest === 'all'
  const evaluate: Evaluate = (row, run) => {
    const found: Value[] = []
    for (const match of run.within(matches(row, run))) {
      if (!all) return match[slot]!
      found.push(match[slot]!)
      run.keep(found.length, 'paths')
    }
    return all ? found : null
  }
  return { evaluate, type: all ? 'list' : 'path' }
}

export function subquery({ form, query, at }: ExpressionOf<'subquery'>, env: Env): Compiled {
  const { columns, rows } = env.tools.query(query, plainly(env))
  if (form === 'exists') return { evaluate: (row, run) => isAny(rows, [...row], run), type: 'boolean' }
  if (form === 'count')
    return {
      evaluate: (row, run) => {
        let total = 0n
        for (const _ of run.within(rows([...row], run))) total++
        return total
      },
      type: 'integer',
    }
  if (columns.length !== 1)
    throw syntaxError('InvalidNumberOfColumns', 'COLLECT { ... } needs a RETURN of one column', at)
  return {
    evaluate: (row, run) => {
      const found: Value[] = []
      for (const [value = null] of run.within(rows([...row], run))) {
        found.push(value)
        run.keep(found.length, 'items in a list')
      }
      return found
    },
    type: 'list',
  }
}
