import { describe, expect, test } from 'vitest'
import { rows, value } from './support.ts'

const table = (cases: readonly (readonly [expression: string, expected: string])[]): void => {
  test.each(cases)('%s is %s', (expression, expected) => {
    expect(value(expression)).toBe(expected)
  })
}

describe('literals and precedence', () => {
  table([
    ['0x1F', '31'],
    ['0o17', '15'],
    ['-0x8000000000000000', '-9223372036854775808'],
    ['1e3', '1000.0'],
    ['-.5', '-0.5'],
    ["'it\\'s'", "'it\\'s'"],
    ["'\\u0041\\U0001F600'", "'A😀'"],
    ['[1, [2], {a: null}]', '[1, [2], {a: null}]'],
    ['1 + 2 * 3', '7'],
    ['(1 + 2) * 3', '9'],
    ['2 ^ 3 ^ 2', '64.0'],
    ['-2 ^ 2', '4.0'],
    ['7 / 2', '3'],
    ['-7 / 2', '-3'],
    ['7 / 2.0', '3.5'],
    ['-7 % 3', '-1'],
    ['NOT 1 = 2', 'true'],
    ['1 < 2 = true', 'false'],
    ['true OR false AND false', 'true'],
    ['true XOR true OR true', 'true'],
    ['1 < 2 < 3', 'true'],
    ['1 < 3 <= 2', 'false'],
    ['1 + 1 IN [2]', 'true'],
    ['null IS NULL = true', 'true'],
    ['[1, 2, 3][1..][0]', '2'],
    ['{a: {b: 7}}.a.b', '7'],
  ])
})

describe('null', () => {
  table([
    ['null = null', 'null'],
    ['null <> 1', 'null'],
    ['null AND false', 'false'],
    ['null AND true', 'null'],
    ['null OR true', 'true'],
    ['null XOR true', 'null'],
    ['NOT null', 'null'],
    ['1 + null', 'null'],
    ["'a' + null", 'null'],
    ['null IN []', 'false'],
    ['null IN [1]', 'null'],
    ['2 IN [1, null]', 'null'],
    ['1 IN [1, null]', 'true'],
    ['[1, null] = [1, 2]', 'null'],
    ['[1, null] = [2, null]', 'false'],
    ['{a: null} = {a: 1}', 'null'],
    ['null.name', 'null'],
    ['[1][null]', 'null'],
    ['[1, 2][null..1]', 'null'],
    ['size(null)', 'null'],
    ['coalesce(null, null, 3)', '3'],
    ['all(x IN [1, null] WHERE x > 0)', 'null'],
    ['any(x IN [1, null] WHERE x > 0)', 'true'],
    ['none(x IN [null] WHERE x > 0)', 'null'],
    ['single(x IN [1, null] WHERE x > 0)', 'null'],
    ['single(x IN [1, 2, null] WHERE x > 0)', 'false'],
    ['CASE null WHEN null THEN 1 ELSE 2 END', '2'],
    ["null STARTS WITH 'a'", 'null'],
  ])
})

describe('comparison', () => {
  table([
    ['1 = 1.0', 'true'],
    ["1 = '1'", 'false'],
    ["1 < 'a'", 'null'],
    ['0.0 / 0.0 = 0.0 / 0.0', 'false'],
    ['0.0 / 0.0 > 1', 'false'],
    ['[1, 2] < [1, 3]', 'true'],
    ['[1] < [1, 0]', 'true'],
    ['[1, null] < [2]', 'true'],
    ['[1, null] < [1, 2]', 'null'],
    ["'\uFF41' < '\u{1F600}'", 'true'],
    ['9007199254740993 = 9007199254740992', 'false'],
    ['9007199254740993 > 9007199254740992.0', 'true'],
    ['{a: 1, b: 2} = {b: 2, a: 1}', 'true'],
  ])

  test('ORDER BY has a place for every type', () => {
    const mixed = "[null, 1.5, 'b', true, [2], {a: 1}, 0.0 / 0.0, 1, false, 'a', [1, 9], date('2025-01-01')]"
    expect(rows(`UNWIND ${mixed} AS x RETURN x ORDER BY x`)).toEqual([
      '{a: 1}',
      '[1, 9]',
      '[2]',
      '2025-01-01',
      "'a'",
      "'b'",
      'false',
      'true',
      '1',
      '1.5',
      'NaN',
      'null',
    ])
  })

  test('DISTINCT takes null for like null, and 1 for like 1.0', () => {
    expect(rows('UNWIND [1, 1.0, null, null, [null], [null], 0.0 / 0.0, 0.0 / 0.0] AS x RETURN DISTINCT x')).toEqual([
      '1',
      'null',
      '[null]',
      'NaN',
    ])
  })
})

describe('texts, lists and maps', () => {
  table([
    ["'Averra' STARTS WITH 'Av' AND 'Averra' ENDS WITH 'ra' AND 'Averra' CONTAINS 'err'", 'true'],
    ["1 CONTAINS 'a'", 'null'],
    ["'Orla Venn' =~ '(?i)orla.*'", 'true'],
    ["'Orla Venn' =~ 'Orla'", 'false'],
    ["substring('Averra', 2, 3)", "'err'"],
    ["left('Averra', 2) + right('Averra', 2)", "'Avra'"],
    ["split('a,b;c', [',', ';'])", "['a', 'b', 'c']"],
    ["replace('aaa', 'a', 'bb')", "'bbbbbb'"],
    ["reverse('abc') + toUpper('d') + trim(' e ')", "'cbaDe'"],
    ['range(1, 7, 3)', '[1, 4, 7]'],
    ['range(3, 1)', '[]'],
    ['range(3, 1, -1)', '[3, 2, 1]'],
    ['[x IN range(1, 4) WHERE x % 2 = 0 | x * 10]', '[20, 40]'],
    ['reduce(sum = 0, x IN [1, 2, 3] | sum + x)', '6'],
    ['[1, 2, 3][-1]', '3'],
    ['[1, 2, 3][5]', 'null'],
    ['[1, 2, 3, 4][-3..-1]', '[2, 3]'],
    ['[1] + 2 + [3]', '[1, 2, 3]'],
    ['head([1, 2]) + last([1, 2])', '3'],
    ['tail([1, 2, 3])', '[2, 3]'],
    ['keys({a: 1, b: null})', "['a', 'b']"],
    ["{a: 1}['a']", '1'],
    ['size([1, null]) + size({a: 1})', '3'],
    ["isEmpty([]) AND isEmpty('')", 'true'],
  ])
})

describe('numbers and conversions', () => {
  table([
    ['round(2.5)', '3.0'],
    ['round(-1.5)', '-1.0'],
    ['round(3.14159, 2)', '3.14'],
    ["round(2.5, 0, 'HALF_EVEN')", '2.0'],
    ['abs(-3) + sign(-0.5)', '2'],
    ['floor(-1.2)', '-2.0'],
    ['sqrt(16)', '4.0'],
    ["toInteger('82.9')", '82'],
    ["toInteger('x')", 'null'],
    ["toFloat(' 1.5 ')", '1.5'],
    ["toBoolean('TRUE')", 'true'],
    ['toString(1.0)', "'1.0'"],
    ['toIntegerOrNull([1])', 'null'],
    ["toFloatList(['1', 'x', 2])", '[1.0, null, 2.0]'],
    ["'n' + 1 + 1.0", "'n11.0'"],
    ['1 / 0.0', 'Infinity'],
  ])
})

test('parameters are values of any kind', () => {
  expect(
    value('[$n + 1, $f, $list[1], $map.a, $nothing]', { n: 7, f: 1.5, list: [1, 2], map: { a: 'x' }, nothing: null }),
  ).toBe("[8, 1.5, 2, 'x', null]")
})

test('rand() gives the same numbers for every query', () => {
  expect(value('[rand(), rand()]')).toBe(value('[rand(), rand()]'))
  expect(value('rand() = rand()')).toBe('false')
})
