/** Trees made by hand, for rules about trees alone. */
import { type Tree, treeOf } from '../../src/extract/tree.ts'
import type { Token, Upos } from '../../src/nlp/analysis.ts'

/** `form/UPOS/xpos relation>head`, one token per element, heads counted from 0 and -1 for the root. */
export function tree(...rows: readonly string[]): Tree {
  let at = 0
  const tokens = rows.map((row): Token => {
    const [word = '', relation = ''] = row.split(' ')
    const [form = '', upos = '', xpos = ''] = word.split('/')
    const [deprel = '', head = ''] = relation.split('>')
    const start = at
    at += form.length + 1
    return {
      form,
      lemma: form.toLowerCase(),
      upos: upos as Upos,
      xpos,
      head: Number(head),
      deprel,
      start,
      end: start + form.length,
    }
  })
  return treeOf({ start: 0, end: at - 1, form: 'prose', paragraph: 0, names: [], tokens })
}
