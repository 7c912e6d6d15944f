/** Why one text was read as it was, on standard output. */
import { basename } from 'node:path'
import type { Explainer, Explanation, SentenceExplanation } from '../extract/explain/explanation.ts'
import { between, sentenceNumbered } from '../extract/explain/select.ts'
import type { CivilDate } from '../model/date.ts'
import { InvalidInputError } from '../model/errors.ts'
import { readDocument } from '../read/files.ts'
import type { Console } from './console.ts'
import { renderEdge, renderSentence } from './explanation-text.ts'

export interface ExplainOptions {
  readonly date: CivilDate | null
  /** Two names. */
  readonly edge: readonly string[] | undefined
  /** From 1. */
  readonly sentence: number | undefined
  readonly json: boolean
}

interface Tools {
  /** Loaded when the text is there to be read. */
  readonly explainer: () => Explainer
  readonly console: Console
}

/** @throws UnreadableDocumentError, InvalidInputError */
export function explainText(file: string, options: ExplainOptions, { explainer, console }: Tools): void {
  const edge = checkEdge(options.edge)
  const { document, problems } = readDocument(file, { date: options.date, origin: basename(file) })
  for (const problem of problems) console.say(`Note: ${file}: ${problem}.`)
  const explanation = explainer()(document)
  const selected = select(explanation, edge, options.sentence)
  if (options.json) console.print(`${JSON.stringify({ title: document.title, date: document.date, ...selected })}\n`)
  else console.print(render(explanation, edge, selected.sentences))
}

type Edge = readonly [one: string, other: string]

function checkEdge(edge: readonly string[] | undefined): Edge | undefined {
  if (edge === undefined) return undefined
  const [one, other, ...more] = edge
  if (one === undefined || other === undefined || more.length > 0)
    throw new InvalidInputError(
      'edge',
      `--edge takes two names, each in quotation marks, behind the file: dragoman explain article.txt --edge 'A' 'B'. It was given ${edge.length}.`,
    )
  return [one, other]
}

function select(
  explanation: Explanation,
  edge: Edge | undefined,
  sentence: number | undefined,
): { readonly sentences: readonly SentenceExplanation[] } {
  if (edge !== undefined) return between(explanation, ...edge)
  return { sentences: sentence === undefined ? explanation.sentences : [sentenceNumbered(explanation, sentence)] }
}

function render(explanation: Explanation, edge: Edge | undefined, sentences: readonly SentenceExplanation[]): string {
  const head = edge === undefined ? [] : [renderEdge(between(explanation, ...edge))]
  return `${[...head, ...sentences.map(renderSentence)].join('\n\n')}\n`
}
