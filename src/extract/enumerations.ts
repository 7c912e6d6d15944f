/** Names behind a colon that say who the counted are of whom the sentence tells. Names must be whole by then. */
import type { Token } from '../nlp/analysis.ts'
import { hang, type Repair } from './repair.ts'
import { baseRelation, countOf, isTree, type Tree, treeOf } from './tree.ts'

/** "sent two men to Dellin: Oskar Drell and Marek Solen", with the names adrift behind the colon: they are the two. */
const enumeration: Repair = (tokens, at) => {
  if (tokens[at]?.form !== ':') return undefined
  const counted = tokens.findLastIndex((token, i) => i < at && countOf(tokens, i) > 1 && token.xpos === 'NNS')
  const noun = tokens[counted]
  if (noun === undefined || !/^(?:nsubj(?::pass)?|obj|obl(?::agent)?)$/.test(noun.deprel)) return undefined
  const behind = tokens.slice(at + 1)
  if (behind.some(({ upos }) => upos === 'VERB' || upos === 'AUX')) return undefined
  const opens = ({ upos, deprel, head }: Token): boolean =>
    upos === 'PROPN' && (head <= at || baseRelation(deprel) === 'conj')
  const names = behind.flatMap((token, i) => (opens(token) ? [at + 1 + i] : []))
  const [first, ...others] = names
  if (first === undefined || names.length !== countOf(tokens, counted)) return undefined
  return hang(
    tokens,
    new Map([
      [first, { head: counted, deprel: 'appos' }],
      ...others.map((name) => [name, { head: first, deprel: 'conj' }] as const),
    ]),
  )
}

/** The tree with its enumerations hung on the nouns that they are of. */
export function hangEnumerations(tree: Tree): Tree {
  const colon = tree.tokens.findIndex(({ form }) => form === ':')
  const mended = colon < 1 ? undefined : enumeration(tree.tokens, colon)
  return mended !== undefined && isTree(mended) ? treeOf({ ...tree.sentence, tokens: mended }) : tree
}
