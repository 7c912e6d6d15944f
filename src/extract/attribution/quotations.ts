/** Passages between quotation marks, over sentences and paragraphs. */
import type { Span } from '../../model/span.ts'
import { type Tree, tokenAt } from '../tree.ts'

/** Offsets include the marks. A quotation ends with its paragraph at the latest. */
export interface Quotation extends Span {
  readonly paragraph: number
  /** Sentences in which it begins and ends. */
  readonly first: number
  readonly last: number
  /** Whole clauses, not a word or title that is set in marks. */
  readonly clausal: boolean
}

const OPENING = /^(?:“|„|«|``)$/
const CLOSING = /^(?:”|»)$/
const STRAIGHT = /^(?:"|''|’’|‘‘)$/

export function findQuotations(trees: readonly Tree[]): readonly Quotation[] {
  const found: Quotation[] = []
  let open: { readonly sentence: number; readonly token: number } | undefined
  const close = (sentence: number, token: number): void => {
    if (open === undefined) return
    const from = trees[open.sentence] as Tree
    const to = trees[sentence] as Tree
    const [start, end] = [tokenAt(from, open.token).start, tokenAt(to, token).end]
    found.push({
      start,
      end,
      paragraph: from.sentence.paragraph,
      first: open.sentence,
      last: sentence,
      clausal: isClausal(trees, open, sentence, token),
    })
    open = undefined
  }
  trees.forEach((tree, sentence) => {
    const before = trees[sentence - 1]
    if (before !== undefined && before.sentence.paragraph !== tree.sentence.paragraph && open !== undefined) {
      // Where the next paragraph does not open anew, the closing mark was forgotten.
      const last = /^["“„«]$|^''$/.test(tree.tokens[0]?.form ?? '') ? sentence - 1 : open.sentence
      close(last, (trees[last] as Tree).tokens.length - 1)
    }
    tree.tokens.forEach(({ form }, token) => {
      if (OPENING.test(form)) open ??= { sentence, token }
      else if (CLOSING.test(form)) close(sentence, token)
      else if (STRAIGHT.test(form)) {
        if (opens(tree, token)) open = { sentence, token }
        else close(sentence, token)
      }
    })
  })
  if (open !== undefined) {
    const { sentence } = open as { readonly sentence: number }
    close(sentence, (trees[sentence] as Tree).tokens.length - 1)
  }
  return found
}

/** A straight mark that touches what follows it and not what stands before it. */
function opens(tree: Tree, token: number): boolean {
  const [before, mark, after] = [tree.tokens[token - 1], tokenAt(tree, token), tree.tokens[token + 1]]
  const apart = before === undefined || before.end < mark.start || /^[([—–-]$/.test(before.form)
  return apart && after !== undefined && after.start === mark.end
}

function isClausal(
  trees: readonly Tree[],
  open: { readonly sentence: number; readonly token: number },
  sentence: number,
  token: number,
): boolean {
  if (sentence > open.sentence) return true
  const words = (trees[sentence] as Tree).tokens.slice(open.token + 1, token)
  return (
    words.length > 1 && (words.some(({ upos }) => upos === 'VERB' || upos === 'AUX') || endsClause(words.at(-1)?.form))
  )
}

const endsClause = (form: string | undefined): boolean => form !== undefined && /^[,.?!…]+$/.test(form)
