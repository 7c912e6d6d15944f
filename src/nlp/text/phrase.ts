import type { Sentence, Token } from '../analysis.ts'

/** The words of tokens `from` up to `to` as they were written; any white space between them is one space. */
export function textOf(tokens: readonly Token[], from: number, to: number): string {
  let text = ''
  for (let i = from; i < to; i++) {
    const token = tokens[i]!
    const previous = i > from ? tokens[i - 1] : undefined
    text += previous !== undefined && token.start > previous.end ? ` ${token.form}` : token.form
  }
  return text
}

/** A sentence's words in lower case, with plain apostrophes, for rules that go by the word. */
export const lowerForms = ({ tokens }: Sentence): readonly string[] =>
  tokens.map(({ form }) => form.toLowerCase().replaceAll('’', "'"))

/**
 * The longest of `phrases` that ends just before token `at`.
 * @param phrases words with one space between them
 */
export function phraseBefore(forms: readonly string[], at: number, phrases: ReadonlySet<string>, longest = 4): number {
  for (let length = Math.min(longest, at); length > 0; length--) {
    if (phrases.has(forms.slice(at - length, at).join(' '))) return length
  }
  return 0
}
