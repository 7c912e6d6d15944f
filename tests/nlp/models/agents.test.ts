/** Who does it in a passive. */
import { expect, test } from 'vitest'
import { nameAgents, type WordReading } from '../../../src/nlp/model/agents.ts'

/** "word/UPOS/head/relation", heads counted from 0. */
const read = (text: string) => {
  const cells = text.split(' ').map((cell) => cell.split('/'))
  const words = cells.map(([, upos, head, deprel]) => ({ upos, xpos: '_', head: Number(head), deprel }) as WordReading)
  return nameAgents(
    cells.map(([form]) => form!),
    words,
  ).map(({ deprel }) => deprel)
}

test.each<[string, string]>([
  ['It/PRON/2/nsubj:pass was/AUX/2/aux:pass signed/VERB/-1/root by/ADP/4/case Korsk/PROPN/2/obl', 'obl:agent'],
  ['It/PRON/2/nsubj:pass was/AUX/2/aux:pass signed/VERB/-1/root by/ADP/4/case Monday/PROPN/2/obl', 'obl'],
  ['It/PRON/2/nsubj:pass was/AUX/2/aux:pass signed/VERB/-1/root in/ADP/4/case Torvik/PROPN/2/obl', 'obl'],
  ['It/PRON/1/nsubj stood/VERB/-1/root by/ADP/3/case Korsk/PROPN/1/obl', 'obl'],
])('%s', (text, relation) => {
  expect(read(text).at(-1)).toBe(relation)
})
