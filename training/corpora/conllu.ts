/**
 * Treebanks in the CoNLL-U format of Universal Dependencies (universaldependencies.org/format.html).
 */
import type { Upos } from '../../src/nlp/analysis.ts'

export interface TreebankSentence {
  readonly document: string
  readonly text: string
  readonly forms: readonly string[]
  readonly lemmas: readonly string[]
  readonly upos: readonly Upos[]
  readonly xpos: readonly string[]
  /** Index of the head, -1 for the root. */
  readonly heads: readonly number[]
  readonly deprels: readonly string[]
  /** The last column, where GUM writes its entities. */
  readonly misc: readonly string[]
}

/** The sentences of a file; multiword ranges and empty nodes are left out. Throws on a line that is none of the format. */
export function parseConllu(source: string): TreebankSentence[] {
  const sentences: TreebankSentence[] = []
  let document = ''
  for (const block of source.replaceAll('\r', '').split(/\n\n+/)) {
    let text = ''
    const rows: string[][] = []
    for (const line of block.split('\n')) {
      if (line.startsWith('# newdoc id =')) document = line.slice(13).trim()
      else if (line.startsWith('# text =')) text = line.slice(8).trim()
      if (line === '' || line.startsWith('#')) continue
      const row = line.split('\t')
      if (row.length < 8) throw new Error(`no line of CoNLL-U: ${line}`)
      if (/^\d+$/.test(row[0]!)) rows.push(row)
    }
    if (rows.length === 0) continue
    sentences.push({
      document,
      text,
      forms: rows.map((row) => row[1]!),
      lemmas: rows.map((row) => row[2]!),
      upos: rows.map((row) => row[3] as Upos),
      xpos: rows.map((row) => row[4]!),
      heads: rows.map((row) => Number(row[6]) - 1),
      deprels: rows.map((row) => row[7]!),
      misc: rows.map((row) => row[9] ?? '_'),
    })
  }
  return sentences
}
