/** The words that name a source, and what they stand for. */
import { baseRelation, conjuncts, dependents, preposition, spanOf, subtree, type Tree, tokenAt } from '../tree.ts'
import type { SourceMention } from './attribution.ts'

const LONGEST = 14

/** What a relative pronoun stands for, else the token itself. */
function antecedent(tree: Tree, token: number): number {
  if (!/^(?:who|whom|which|that|whose)$/i.test(tokenAt(tree, token).form)) return token
  for (let at = tokenAt(tree, token).head; at >= 0; at = tokenAt(tree, at).head)
    if (tokenAt(tree, at).deprel === 'acl:relcl') return tokenAt(tree, at).head
  return token
}

/** @param token the source, or a part of its name */
export function sourceMention(tree: Tree, sentence: number, token: number): SourceMention {
  let head = token
  while (baseRelation(tokenAt(tree, head).deprel) === 'flat') head = tokenAt(tree, head).head
  const { from, to } = wordsOf(tree, head)
  return { sentence, head, from, to, referent: antecedent(tree, head), ...plain(spanOf(tree, from, to)) }
}

const plain = ({ start, end }: { readonly start: number; readonly end: number }) => ({ start, end })

/** The words of a source: "a senior official", "officials and witnesses", without relative clauses and the like. */
export function wordsOf(tree: Tree, token: number): { readonly from: number; readonly to: number } {
  const right = dependents(tree, token, 'nmod', 'flat').filter(
    (child) => child > token && ['of', 'in', 'at', 'from', 'for', 'by', ''].includes(preposition(tree, child)),
  )
  const below = new Set(subtree(tree, token))
  const marked = dependents(tree, token, 'case', 'mark', 'cc').filter((child) => child < token)
  const first = 1 + Math.max(-1, ...marked.flatMap((child) => subtree(tree, child)))
  let from = token
  while (from > first && below.has(from - 1) && tokenAt(tree, from - 1).upos !== 'PUNCT') from--
  const to = Math.max(token, ...right.slice(0, 1).flatMap((child) => subtree(tree, child))) + 1
  const others = conjuncts(tree, token).filter((other) => other > token)
  const end = Math.max(to, ...others.map((other) => wordsOf(tree, other).to))
  return { from, to: Math.max(token + 1, Math.min(end, from + LONGEST)) }
}
