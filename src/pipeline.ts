/**
 * The recipe: text → sentences → mentions → entities, relations, events → graph. Pure; models and word lists are handed in.
 */
import type { Extractor } from './extract/extract.ts'
import { assemble } from './graph/build/assemble.ts'
import type { Imprint } from './graph/build/canvas.ts'
import type { Correction } from './graph/corrections/log.ts'
import { type EditableGraph, type StoredDocument, toGraphDocument } from './graph/knowledge-graph.ts'
import { snapshotOf } from './graph/queries/subgraph.ts'
import type { SourceDocument } from './model/document.ts'
import type { Extraction } from './model/facts.ts'
import { isAnalysed, languageName } from './model/language.ts'
import type { Analyzer } from './nlp/analysis.ts'

export interface Pipeline {
  /** Changes whenever the same document may give other facts. */
  readonly version: string
  /** One text → its sentences, entities, relations and events, each with evidence; nothing but a note in a language that is not understood. */
  readonly read: (document: SourceDocument) => Extraction
}

export function createPipeline(analyzer: Analyzer, extractor: Extractor): Pipeline {
  return {
    version: extractor.version,
    read: (document) => {
      const { language = null } = document.provenance ?? {}
      if (language !== null && !isAnalysed(language)) return unanalysed(language)
      const sentences = analyzer.analyze(document)
      return extractor.extract(document, sentences)
    },
  }
}

const unanalysed = (language: string): Extraction => ({
  sentences: [],
  entities: [],
  unresolved: [],
  relations: [],
  events: [],
  notes: [
    `Not analysed: the text is in ${languageName(language)}, and only English is understood so far. It can be searched.`,
  ],
})

/** One text → what a graph is built from. */
export const toReading = (pipeline: Pipeline, document: SourceDocument): StoredDocument => ({
  document: toGraphDocument(document),
  extraction: pipeline.read(document),
})

/** Readings of any number of texts, and what people have corrected in them → one graph. */
export function graphOf(
  readings: readonly StoredDocument[],
  imprint: Imprint,
  corrections: readonly Correction[] = [],
): EditableGraph {
  return snapshotOf(assemble(readings, corrections, imprint).graph)
}
