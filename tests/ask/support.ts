/** Questions about the shipped sample texts, and about small invented libraries. */
import { readdirSync } from 'node:fs'
import { basename } from 'node:path'
import type { Answer, Result } from '../../src/ask/answer.ts'
import type { Asked } from '../../src/ask/ask.ts'
import { Asker } from '../../src/ask/asker.ts'
import { KNOWLEDGE } from '../../src/cypher/graph/knowledge.ts'
import { indexGraph } from '../../src/cypher/graph/property-graph.ts'
import type { StoredDocument } from '../../src/graph/knowledge-graph.ts'
import { toGraphDocument } from '../../src/graph/knowledge-graph.ts'
import { once } from '../../src/graph/once.ts'
import type { CivilDate } from '../../src/model/date.ts'
import { graphOf, toReading } from '../../src/pipeline.ts'
import { readDocuments } from '../../src/read/read.ts'
import { fileSource } from '../../src/read/source.ts'
import { dataPath, loadLanguage, loadPipeline, locate } from '../../src/resources.ts'
import type { Reading } from '../support/extractions.ts'

export type Ask = (question: string, asOf?: string) => Answer

const asker = once(() => new Asker(loadLanguage()))

function askOf(readings: readonly StoredDocument[], texts: ReadonlyMap<string, string>): Ask {
  const graph = graphOf(readings, { name: 'test', generator: 'test', locate })
  const documents = graph.getAttribute('documents')
  const byId = new Map(documents.map((document) => [document.id as string, document]))
  const asked: Asked = {
    graph: indexGraph(graph, KNOWLEDGE),
    documents,
    sources: { text: (id) => texts.get(id), document: (id) => ({ ...byId.get(id) }) },
    clock: () => 0,
  }
  return (question, asOf) => {
    const turns = asker().ask(question, asked, asOf as CivilDate | undefined)
    for (;;) {
      const { done, value } = turns.next()
      if (done === true) return value
    }
  }
}

/** Of invented readings. */
export const askReadings = (readings: readonly Reading[]): Ask =>
  askOf(
    readings.map(({ document, extraction }) => ({ document: toGraphDocument(document), extraction })),
    new Map(readings.map(({ document }) => [document.id as string, document.text])),
  )

/** Of the texts in `data/`, read anew. */
export async function askSamples(): Promise<Ask> {
  const pipeline = loadPipeline()
  const readings: StoredDocument[] = []
  const texts = new Map<string, string>()
  for (const folder of ['dispatches', 'history'])
    for (const file of readdirSync(dataPath(folder)).sort())
      for await (const outcome of readDocuments(await fileSource(dataPath(folder, file)), {
        originOf: () => basename(file),
      })) {
        if (outcome.kind !== 'document') throw new Error(`${file} cannot be read`)
        readings.push(toReading(pipeline, outcome.document))
        texts.set(outcome.document.id, outcome.document.text)
      }
  return askOf(readings, texts)
}

export const valuesOf = (results: readonly Result[]): string[] => results.map(({ value }) => value)
