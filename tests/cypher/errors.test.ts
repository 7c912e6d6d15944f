import { describe, expect, test } from 'vitest'
import { answer, prepare, unknownKinds } from '../../src/cypher/cypher.ts'
import { CypherError } from '../../src/cypher/errors.ts'
import { options, TOWN } from './support.ts'

function failure(query: string): CypherError {
  try {
    answer(prepare(query), TOWN, options())
  } catch (error) {
    if (error instanceof CypherError) return error
    throw error
  }
  throw new Error(`${query} does not fail`)
}

describe('what is wrong is named with its place', () => {
  test.each([
    ['MATCH (n RETURN n', 'UnexpectedSyntax', '1:10'],
    ['MATCH (n)\nRETRUN n', 'UnexpectedSyntax', '2:1'],
    ['RETURN [1, 2', 'UnexpectedSyntax', '1:13'],
    ["RETURN 'open", 'UnexpectedSyntax', '1:8'],
    ['RETURN 12ab', 'InvalidNumberLiteral', '1:10'],
    ['RETURN 9223372036854775808', 'IntegerOverflow', '1:8'],
    ['RETURN 1e400', 'FloatingPointOverflow', '1:8'],
    ["RETURN '\\uZZ'", 'InvalidUnicodeLiteral', '1:9'],
    ['MATCH (n) RETURN m', 'UndefinedVariable', '1:18'],
    ['MATCH (n)\n  WHERE m.age > 1\nRETURN n', 'UndefinedVariable', '2:9'],
    ['MATCH (n)-[n]->() RETURN n', 'VariableTypeConflict', '1:10'],
    ['MATCH p = (a)-->(p) RETURN p', 'VariableAlreadyBound', '1:7'],
    ['MATCH (a)-[r]->()-[r]->(b) RETURN r', 'RelationshipUniquenessViolation', '1:18'],
    ['MATCH (n {a: 1}) UNWIND [1] AS n RETURN n', 'VariableAlreadyBound', '1:18'],
    ['MATCH (n $all) RETURN n', 'InvalidParameterUse', '1:7'],
    ['RETURN 1 AND true', 'InvalidArgumentType', '1:10'],
    ['RETURN 1 IN 2', 'InvalidArgumentType', '1:10'],
    ['MATCH (n) RETURN type(n)', 'InvalidArgumentType', '1:23'],
    ['RETURN nosuch(1)', 'UnknownFunction', '1:8'],
    ['RETURN left(1)', 'InvalidNumberOfArguments', '1:8'],
    ['MATCH (n) WHERE count(n) > 1 RETURN n', 'InvalidAggregation', '1:17'],
    ['RETURN sum(count(*))', 'NestedAggregation', '1:12'],
    ['MATCH (n)-->(m) RETURN n.age + count(m)', 'AmbiguousAggregationExpression', '1:24'],
    ['MATCH (n) WITH n.age RETURN 1', 'NoExpressionAlias', '1:16'],
    ['RETURN 1 AS a, 2 AS a', 'ColumnNameConflict', '1:16'],
    ['MATCH () RETURN *', 'NoVariablesInScope', '1:10'],
    ['MATCH (n) RETURN n LIMIT n.age', 'NonConstantExpression', '1:27'],
    ['RETURN 1 AS x SKIP -1', 'NegativeIntegerArgument', '1:20'],
    ['RETURN 1 AS x LIMIT 1.5', 'InvalidArgumentType', '1:21'],
    ['RETURN 1 AS a UNION RETURN 2 AS b', 'DifferentColumnsInUnion', '1:15'],
    ['RETURN 1 AS a UNION RETURN 1 AS a UNION ALL RETURN 1 AS a', 'InvalidClauseComposition', '1:35'],
    ['MATCH (n)', 'InvalidClauseComposition', '1:1'],
    ['RETURN 1 MATCH (n) RETURN n', 'InvalidClauseComposition', '1:10'],
    ['MATCH (n) RETURN (n)-->()', 'UnexpectedSyntax', '1:18'],
    ['MATCH (n) WHERE (n)-->(m) RETURN n', 'UndefinedVariable', '1:17'],
    ['RETURN $who', 'MissingParameter', '1:8'],
    ['RETURN 1 / 0', 'DivisionByZero', '1:10'],
    ['RETURN 9223372036854775807 + 1', 'NumberOutOfRange', '1:28'],
    ["UNWIND [1, 'a'] AS x RETURN x - 1", 'InvalidArgumentType', '1:31'],
    ["RETURN date('2025-02-30')", 'InvalidArgumentValue', '1:8'],
    ['UNWIND [1] AS x RETURN percentileDisc(x, 2)', 'NumberOutOfRange', '1:24'],
    ["RETURN 'a' =~ '['", 'InvalidArgumentValue', '1:12'],
    ['MATCH (a), (b) RETURN shortestPath((a)-[*]-(c)-[*]-(b))', 'UndefinedVariable', '1:23'],
  ])('%s', (query, detail, place) => {
    const error = failure(query)
    expect([error.detail, `${error.place?.line}:${error.place?.column}`]).toEqual([detail, place])
  })

  test.each([
    'CREATE (n)',
    'MATCH (n) SET n.a = 1',
    'MERGE (n:A)',
    'MATCH (n) DETACH DELETE n',
    'MATCH (n) REMOVE n.a',
    'CALL db.labels()',
    'LOAD CSV FROM "x" AS r RETURN r',
  ])(
    // biome-ignore format: one glance
    '%s is refused',
    (query) => {
      expect(failure(query).reason).toMatch(/only read|not part of this language/)
    },
  )

  test('the message shows the line and points to the place', () => {
    expect(failure("MATCH (n:Person)\n\tWHERE n.name = 'Orla' AND\nRETURN n").message).toBe(
      '"RETURN" is not expected here; an expression would be (line 3, column 1).\n  RETURN n\n  ^',
    )
    expect(failure('MATCH (n) RETURN N.name').message).toBe(
      '"N" is not known here; "n" is. Upper and lower case count (line 1, column 18).\n  MATCH (n) RETURN N.name\n                   ^',
    )
  })

  test('of a long line the part around the place is shown', () => {
    const { message } = failure(`RETURN ${'1 + '.repeat(100)}x`)
    const [, line = '', mark = ''] = message.split('\n')
    expect(line.length).toBeLessThan(110)
    expect(line[mark.indexOf('^')]).toBe('x')
  })
})

test('brackets without end are an error, not a crash', () => {
  for (const query of [
    `RETURN ${'('.repeat(50_000)}`,
    `RETURN ${'['.repeat(40_000)}${']'.repeat(40_000)}`,
    `RETURN ${'NOT '.repeat(20_000)}true`,
  ])
    expect(failure(query)).toBeInstanceOf(CypherError)
})

test.each([
  ['MATCH (n) RETRUN n', '"RETRUN" is not expected here; is RETURN meant?'],
  ['MATCH (n) WERE n.age > 1 RETURN n', '"WERE" is not expected here; is WHERE meant?'],
  ['MTCH (n) RETURN n', '"MTCH" is not expected here; is MATCH meant?'],
  ["RETURN 'open", "The text that begins here has no closing '"],
])('a slip is named: %s', (query, message) => {
  expect(failure(query).message).toContain(message)
})

test.each([
  ['MATCH (a:Person)-[:KNOWS]->(b:Persn) RETURN a', ['Persn']],
  ['MATCH (a:Person)-[:KNOWS|KNOW]->(b) WHERE b:person RETURN a', ['person', 'KNOW']],
  ['MATCH (a:Person)-[:KNOWS]->(b) RETURN a', []],
])('what nothing is called is told: %s', (query, names) => {
  expect(unknownKinds(prepare(query), TOWN)).toEqual(names)
})
