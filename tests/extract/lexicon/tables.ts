/** The word lists as they ship: parsed, and as raw rows for what the parser does not keep. */
import { readFileSync } from 'node:fs'
import { type Frame, type Lexicon, type LexiconFile, parseLexicon } from '../../../src/extract/lexicon.ts'
import { dataPath } from '../../../src/resources.ts'

const textOf = (file: LexiconFile): string => readFileSync(dataPath('lexicon', `${file}.tsv`), 'utf8')

export const lexicon: Lexicon = parseLexicon(textOf)

/** The cells of each row, comments left out. */
export const rowsOf = (file: LexiconFile): readonly (readonly string[])[] =>
  textOf(file)
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'))

export interface FrameRow {
  readonly pos: 'verb' | 'noun'
  readonly frame: Frame
}

export const frameRows: readonly FrameRow[] = [
  ...[...lexicon.verbs.values()].flat().map((frame) => ({ pos: 'verb', frame }) as const),
  ...[...lexicon.nouns.values()].flat().map((frame) => ({ pos: 'noun', frame }) as const),
]
