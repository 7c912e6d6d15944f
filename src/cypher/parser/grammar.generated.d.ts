import type { Query } from './ast.ts'

/** What peggy throws. */
export interface GrammarError extends Error {
  readonly expected: readonly Expectation[] | null
  readonly found: string | null
  readonly location: { readonly start: { readonly offset: number } }
}
export interface Expectation {
  readonly type: 'literal' | 'class' | 'any' | 'end' | 'other'
  readonly text?: string
  readonly description?: string
}
declare const GrammarSyntaxError: { new (): GrammarError; readonly prototype: GrammarError }
export function parse(text: string): Query
export { GrammarSyntaxError as SyntaxError }
