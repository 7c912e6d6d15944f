/** Text → tree, with errors that a person can use. */
import { syntaxError } from '../errors.ts'
import type { Query } from './ast.ts'
import type { Expectation, GrammarError } from './grammar.generated.js'
import { SyntaxError as GrammarSyntaxError, parse as parseText } from './grammar.generated.js'

/** More than any query that a person or a program in its right mind writes. */
const MOST_CHARACTERS = 100_000

/** @throws CypherError */
export function parse(query: string): Query {
  if (query.length > MOST_CHARACTERS)
    throw syntaxError(
      'QueryTooLong',
      `The query has ${query.length} characters; at most ${MOST_CHARACTERS} are read`,
      0,
    )
  try {
    return parseText(query)
  } catch (error) {
    if (error instanceof GrammarSyntaxError) throw fromGrammar(error, query)
    if (error instanceof RangeError)
      throw syntaxError('QueryTooDeep', 'The brackets of the query are nested too deeply', 0)
    throw error
  }
}

function fromGrammar({ expected, message, location }: GrammarError, query: string) {
  const at = location.start.offset
  if (expected === null) return syntaxError(detailOf(message), message, at)
  const found = foundAt(query, at)
  if (/^"['"]/.test(found) && found.at(-2) !== found[1])
    return syntaxError('UnexpectedSyntax', `The text that begins here has no closing ${found[1]}`, at)
  const meant = meantBy(found.slice(1, -1), expected)
  if (meant !== undefined)
    return syntaxError('UnexpectedSyntax', `${found} is not expected here; is ${meant} meant?`, at)
  const wanted = words(expected)
  return syntaxError(
    'UnexpectedSyntax',
    `${found} is not expected here${wanted.length > 0 ? `; ${oneOf(wanted)} would be` : ''}`,
    at,
  )
}

const detailOf = (message: string): string =>
  message.startsWith('A number')
    ? 'InvalidNumberLiteral'
    : message.startsWith('\\')
      ? 'InvalidUnicodeLiteral'
      : 'UnexpectedSyntax'

/** What stands there, as a whole word. */
function foundAt(query: string, at: number): string {
  const rest = query.slice(at)
  if (rest === '') return 'The end of the query'
  const [word = ''] = /^(?:[\p{L}\p{N}_$]+|'[^'\n]*'?|"[^"\n]*"?|.)/u.exec(rest) ?? []
  return `"${word.trim() === '' ? JSON.stringify(rest[0]).slice(1, -1) : word}"`
}

/** A word of the language that could stand there and is written nearly so. */
function meantBy(word: string, expected: readonly Expectation[]): string | undefined {
  const written = withoutOne(word.toUpperCase())
  return word.length < 3
    ? undefined
    : expected
        .map(nameOf)
        .find((name) => /^[A-Z]{3,}$/.test(name) && withoutOne(name).some((form) => written.includes(form)))
}

/** The word itself and the word without each of its letters: words with one of these in common differ by a slip. */
const withoutOne = (word: string): string[] => [
  word,
  ...Array.from(word, (_, i) => word.slice(0, i) + word.slice(i + 1)),
]

const MOST_WORDS = 8
/** What begins an expression: named one by one they would drown the rest. */
const STARTS_EXPRESSION = ['$', '[', '{', '(', 'CASE', 'NULL']

/** What may go on behind an expression; a person who forgot a bracket does not look for these. */
const GOES_ON = new Set('. [ : ^ * / % + - IN STARTS ENDS CONTAINS =~ IS = <> < <= > >= AND OR XOR & | ( e'.split(' '))

function words(expected: readonly Expectation[]): string[] {
  const named = new Set(expected.map(nameOf).filter((word) => word !== ''))
  if (STARTS_EXPRESSION.every((word) => named.has(word))) return ['an expression']
  const operators = named.has('XOR') || named.has('CONTAINS')
  const rest = [...named].filter((word) => !operators || !GOES_ON.has(word))
  return [...rest.slice(0, MOST_WORDS).map(quoted), ...(operators ? ['an operator'] : [])]
}

function nameOf({ type, text, description }: Expectation): string {
  if (type === 'end') return 'the end of the query'
  if (type === 'literal') return text ?? ''
  return type === 'other' && description !== 'white space' ? (description ?? '') : ''
}

const quoted = (word: string): string => (/^[^\p{L}]+$/u.test(word) ? `"${word}"` : word)

const oneOf = (items: readonly string[]): string =>
  items.length === 1 ? items[0]! : `${items.slice(0, -1).join(', ')} or ${items.at(-1)}`
