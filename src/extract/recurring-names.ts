/**
 * Names that the finder knew in one sentence and missed in another, and states that it missed although the text has their
 * adjective ("Varnian President … in Varnia").
 */
import type { Name } from '../nlp/analysis.ts'
import { foldName, isDerivedFrom } from './names.ts'
import { isStateAdjective } from './states.ts'
import { type Tree, tokenAt } from './tree.ts'

export function completeNames(trees: readonly Tree[]): readonly Tree[] {
  const known = singleNames(trees)
  const adjectives = new Set(
    trees.flatMap(({ tokens }) =>
      tokens.flatMap(({ form }, i) => (isStateAdjective(form, tokens[i + 1]?.form) ? [form] : [])),
    ),
  )
  if (known.size + adjectives.size === 0) return trees
  return trees.map((tree) => {
    if (tree.sentence.form !== 'prose') return tree
    const missed = tree.tokens.flatMap((token, at): Name[] => {
      if (token.upos !== 'PROPN' || !/^\p{Lu}\p{Ll}{2,}/u.test(token.form) || isCovered(tree, at)) return []
      const name = known.get(token.form)
      if (name !== undefined) return [{ ...name, from: at, to: at + 1 }]
      const isState = [...adjectives].some((adjective) => isDerivedFrom(adjective, foldName(token.form)))
      return isState && !isPartOfName(tree, at) ? [{ from: at, to: at + 1, type: 'place' }] : []
    })
    if (missed.length === 0) return tree
    const names = [...tree.sentence.names, ...missed].sort((a, b) => a.from - b.from)
    return { ...tree, sentence: { ...tree.sentence, names } }
  })
}

/** Places and bodies of one word that were found, each with its type; what was found as two things is left out. */
function singleNames(trees: readonly Tree[]): ReadonlyMap<string, Name> {
  const found = new Map<string, Name>()
  const torn = new Set<string>()
  for (const tree of trees) {
    for (const name of tree.sentence.names) {
      if (name.to - name.from > 1 || name.type === 'person' || tree.sentence.form !== 'prose') continue
      const { form } = tokenAt(tree, name.from)
      const other = found.get(form)
      if (other !== undefined && other.type !== name.type) torn.add(form)
      found.set(form, name)
    }
  }
  for (const form of torn) found.delete(form)
  return found
}

const isCovered = ({ sentence }: Tree, at: number): boolean =>
  sentence.names.some(({ from, to }) => from <= at && at < to)

/** Beside other capitals it may be anything: "the Varnia Herald". */
const isPartOfName = (tree: Tree, at: number): boolean =>
  [at - 1, at + 1].some((beside) => {
    const token = tree.tokens[beside]
    return (
      token?.upos === 'PROPN' &&
      /^\p{Lu}/u.test(token.form) &&
      !/^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/.test(token.form)
    )
  })
