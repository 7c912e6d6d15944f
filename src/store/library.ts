/** What keeps documents and what was read in them. One suite of tests holds for every implementation. */
import type { StoredDocument } from '../graph/knowledge-graph.ts'
import type { Draft, Entry } from '../model/corrections.ts'
import type { SourceDocument } from '../model/document.ts'
import type { Extraction } from '../model/facts.ts'
import type { GraphDocument } from '../model/graph.ts'
import type { DocumentId } from '../model/ids.ts'

/**
 * What `put` did: `added` a text that was not there; `replaced` the older text of the same origin; `reread` the same text
 * with other facts or metadata; `unchanged`: all was there already.
 */
export type PutOutcome =
  | { readonly outcome: 'added' | 'reread' | 'unchanged' }
  | { readonly outcome: 'replaced'; readonly replaced: DocumentId }

export interface SnippetPart {
  readonly text: string
  readonly hit: boolean
}

export interface TextHit {
  readonly document: GraphDocument
  /** The passage around the words that were found, in parts. */
  readonly snippet: readonly SnippetPart[]
}

export interface LibraryStats {
  readonly documents: number
  /** UTF-16 code units of all texts. */
  readonly characters: number
  readonly sentences: number
}

/** Stands for the version of the extractor where facts were not read in a text, but came with an imported graph. */
export const IMPORTER = 'import'

/** Every method throws a LibraryError that names the file when it cannot be read or written. */
export interface Library {
  /** Where it lies; ':memory:' for one that is gone when closed. */
  readonly path: string
  readonly readonly: boolean

  /** Changes whenever documents or corrections change, also by another process. The same word never means another content. */
  version(): string
  stats(): LibraryStats

  /** Newest first, those without a date last, ties by id. */
  documents(): readonly GraphDocument[]
  document(id: DocumentId): SourceDocument | undefined
  /** That of a document; quicker than all of it. */
  text(id: DocumentId): string | undefined
  extraction(id: DocumentId): Extraction | undefined
  /** What was read in a document. */
  reading(id: DocumentId): StoredDocument | undefined
  /** All readings, by id, a few in memory at a time. */
  readings(): IterableIterator<StoredDocument>
  /** A number for each document, which changes whenever what was read in it, or what is known of it, changes. */
  revisions(): ReadonlyMap<DocumentId, number>
  /** Copies of reports: copy → report. Any document that comes or goes may change which is the report. */
  copies(): ReadonlyMap<DocumentId, DocumentId>
  /** Documents that contain all words of `query`, of which the last may be unfinished; the best match first. */
  search(query: string, limit: number): readonly TextHit[]

  /** Whether this text is here under its origin, with its metadata, read by this version of the extractor. */
  knows(document: SourceDocument, extractor: string): boolean
  /** Documents that another version of the extractor read; imported graphs, which none has read, are not among them. */
  outdated(extractor: string): readonly DocumentId[]

  /**
   * Stores a document with what was read in it, in one transaction. A text is kept once, whatever number of origins it
   * came from; an origin that brings another text than before gives up the old one, which goes when no other origin has it.
   * Corrections that were made in it then hold in the new one, wherever their passages are still there.
   * @param extractor version of what read it
   */
  put(document: SourceDocument, extraction: Extraction, extractor: string): PutOutcome
  /** Removes a document with all its facts; false when it was not there. */
  drop(id: DocumentId): boolean

  /**
   * Removes a document so that nothing of its text is left in the file: not in the index of words, not in the write-ahead log, not in
   * the log of corrections, from which anchors in it, names that only it uses and reasons that quote it are taken out.
   * @throws LibraryError where the text is removed, but somebody who is reading keeps the write-ahead log from being emptied
   */
  forget(id: DocumentId): boolean
  /** The document that an id or an origin means. */
  find(idOrOrigin: string): DocumentId | undefined
  /** What is wrong with the file, in sentences. */
  problems(): readonly string[]
  /** Writes a consistent copy to a path where no file is yet. */
  backup(path: string): void
  /** Gives back room that is no longer used, and overwrites what was in it. */
  vacuum(): void

  /** The log of corrections, from the first entry to the last. It only grows. */
  corrections(): readonly Entry[]
  /** Appends an entry, and gives it its id and its time. */
  append(draft: Draft): Entry
  /** Appends the entries of another log that are not here yet, in their order; how many those were. */
  appendAll(entries: readonly Entry[]): number
  /** The graph as it was last worked out, for whoever made this stamp; undefined where there is none. */
  graph(stamp: string): Uint8Array | undefined
  keepsGraph(stamp: string): boolean
  /**
   * Keeps a graph for the next time. It goes with the first document that is forgotten.
   * @param stamp names all on which it depends but the library
   * @param version of the library that it is the graph of
   * @returns false where the library has another version by now: then nothing is kept
   */
  keepGraph(bytes: Uint8Array, stamp: string, version: string): boolean
  close(): void
}
