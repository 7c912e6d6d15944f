/** Why one text was read as it was, on standard output. */
import { basename } from 'node:path'
import type { Explainer, Explanation, SentenceExplanation } from '../extract/explain/explanation.ts'
import { between, sentenceNumbered } from '../extract/explain/select.ts'
import type { SourceDocument } from '../model/document.ts'
import { InvalidInputError } from '../model/errors.ts'
import { inputOf } from '../read/inputs.ts'
import type { Console } from './console.ts'
import { eachText } from './each-text.ts'
import { renderEdge, renderSentence } from './explanation-text.ts'
import type { Asked } from './reading-options.ts'

export interface ExplainOptions extends Asked {
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

/**
 * @returns the exit status: 1 when the text could not be read
 * @throws InvalidInputError where a name or a number fits nothing in the text
 */
export async function explainText(
  file: string,
  options: ExplainOptions,
  { explainer, console }: Tools,
): Promise<0 | 1> {
  const edge = checkEdge(options.edge)
  const documents: SourceDocument[] = []
  const inputs = [inputOf(file, options.get)]
  const failed = await eachText({ inputs, reading: options.reading, originOf: basename }, console, {
    text: (document) => void documents.push(document),
  })
  for (const document of documents) explainOne(document, edge, options, { explainer, console })
  return failed > 0 ? 1 : 0
}

function explainOne(
  document: SourceDocument,
  edge: Edge | undefined,
  { sentence, json }: ExplainOptions,
  { explainer, console }: Tools,
): void {
  const explanation = explainer()(document)
  const selected = select(explanation, edge, sentence)
  if (json) console.print(`${JSON.stringify({ title: document.title, date: document.date, ...selected })}\n`)
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
