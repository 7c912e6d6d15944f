import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Sentence, Token, Upos } from '../../../src/nlp/analysis.ts'

/**
 * Sentences of our own with a fixed analysis, so that what is tested is the reading of numbers and times and not the
 * models. Offsets are those of the text.
 */
const SENTENCES: ReadonlyMap<string, Sentence> = new Map(
  readFileSync(join(import.meta.dirname, 'fixtures/parsed.txt'), 'utf8')
    .split('\n\n')
    .filter((block) => block.includes('# text = '))
    .map((block) => {
      const text = /^# text = (.*)$/m.exec(block)![1]!
      const form = /^# form = (.*)$/m.exec(block)![1] as Sentence['form']
      let at = 0
      const tokens = block
        .split('\n')
        .filter((line) => line.includes('\t'))
        .map((line): Token => {
          const [word, lemma, upos, xpos, head, deprel] = line.split('\t')
          const start = text.indexOf(word!, at)
          at = start + word!.length
          return {
            start,
            end: at,
            form: word!,
            lemma: lemma!,
            upos: upos as Upos,
            xpos: xpos!,
            head: Number(head) - 1,
            deprel: deprel!,
          }
        })
      return [text, { start: 0, end: text.length, form, paragraph: 0, tokens, names: [] }]
    }),
)

export function parsed(text: string): Sentence {
  const sentence = SENTENCES.get(text)
  if (sentence === undefined) throw new Error(`fixtures/parsed.txt has no "${text}"`)
  return sentence
}
