/** Sentences as footnotes, each once, numbered in the order in which they are called. */
import type { EdgeAttributes, GraphEvidence, NodeAttributes } from '../../model/graph.ts'
import type { ListedGraph } from '../knowledge-graph.ts'
import { escapeMarkdown } from './markdown.ts'
import type { WriteOptions } from './options.ts'
import { documentWords } from './phrases.ts'

export interface Footnotes {
  /** ` [^1] [^2]`: the marks of all passages behind something. */
  readonly marks: (attributes: NodeAttributes | EdgeAttributes) => string
  /** The notes that were called. */
  readonly all: () => Iterable<string>
}

export function footnotesOf(graph: ListedGraph, { sentencesOf }: WriteOptions): Footnotes {
  const documents = new Map(graph.getAttributes().documents.map((document) => [document.id, document]))
  const numbers = new Map<string, number>()
  const notes: string[] = []

  const note = (item: GraphEvidence, sentence: string | undefined): string => {
    const document = documents.get(item.document)
    const [start, end] = item.sentence ?? [item.start, item.end]
    const where = document === undefined ? `document ${item.document}` : documentWords(document)
    const words = sentence === undefined || sentence === '' ? '' : `“${escapeMarkdown(sentence)}” — `
    return `${words}${escapeMarkdown(where)}, characters ${start} to ${end}.`
  }

  return {
    marks: (attributes) => {
      const sentences = sentencesOf?.(attributes)
      const called = attributes.evidence.map((item, i) => {
        const [start, end] = item.sentence ?? [item.start, item.end]
        const id = `${item.document} ${start} ${end}`
        const known = numbers.get(id)
        if (known !== undefined) return known
        notes.push(note(item, sentences?.[i]))
        numbers.set(id, notes.length)
        return notes.length
      })
      return [...new Set(called)].map((number) => `[^${number}]`).join('')
    },
    *all() {
      if (notes.length > 0) yield '\n## Sources\n\n'
      for (const [i, text] of notes.entries()) yield `[^${i + 1}]: ${text}\n`
    },
  }
}
