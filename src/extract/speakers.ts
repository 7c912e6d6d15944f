/** Who says so: verbs of speech above or beside a statement, and "according to". */

import { deepSubjects } from './arguments.ts'
import type { Lexicon } from './lexicon.ts'
import { baseRelation, dependents, preposition, subtree, type Tree, tokenAt } from './tree.ts'

/** The token that names the speaker, or undefined where the text itself speaks. */
export function speakerToken(tree: Tree, trigger: number, lexicon: Lexicon): number | undefined {
  // "Varnia-occupied" is the reporter's own word, whoever is quoted in the sentence.
  if (tokenAt(tree, trigger).deprel === 'amod') return undefined
  for (let at = trigger; at >= 0; at = tokenAt(tree, at).head) {
    const according = dependents(tree, at, 'obl', 'nmod', 'parataxis').find((child) =>
      /^according(?: to)?$/.test(preposition(tree, child)),
    )
    if (according !== undefined) return according
    const aside = dependents(tree, at, 'parataxis').find(
      (child) => child !== at && isSpeech(tree, child, lexicon) && deepSubjects(tree, child).length > 0,
    )
    if (aside !== undefined) return deepSubjects(tree, aside)[0]
    const { head, deprel } = tokenAt(tree, at)
    if (head < 0) break
    if (['ccomp', 'parataxis', 'xcomp', 'advcl'].includes(baseRelation(deprel)) && isSpeech(tree, head, lexicon)) {
      if (baseRelation(deprel) === 'ccomp' || (baseRelation(deprel) === 'parataxis' && quoted(tree, at)))
        return deepSubjects(tree, head)[0]
    }
  }
  return undefined
}

const isSpeech = (tree: Tree, at: number, lexicon: Lexicon): boolean => lexicon.speech.has(tokenAt(tree, at).lemma)

const quoted = (tree: Tree, at: number): boolean =>
  subtree(tree, at).some((token) => /^["“”„»«]|''|``$/.test(tokenAt(tree, token).form))

/** The words of a speaker who is no entity: "a senior official", without relative clauses and the like. */
export function speakerWords(tree: Tree, token: number): { readonly from: number; readonly to: number } {
  const left = dependents(tree, token, 'det', 'amod', 'compound', 'nmod:poss', 'nummod', 'nmod:desc').filter(
    (child) => child < token,
  )
  const of = dependents(tree, token, 'nmod', 'flat').filter(
    (child) => child > token && ['of', 'in', 'at', 'from', 'for', ''].includes(preposition(tree, child)),
  )
  const from = Math.min(token, ...left.flatMap((child) => subtree(tree, child)))
  const to = Math.max(token, ...of.slice(0, 1).flatMap((child) => subtree(tree, child))) + 1
  return { from, to: Math.min(to, from + 14) }
}
