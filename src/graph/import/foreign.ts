/** A graph as a file has it, before it is known what its words mean to us. */

export interface ForeignNode {
  readonly key: string
  readonly attributes: Readonly<Record<string, unknown>>
}

export interface ForeignEdge {
  /** Absent where the file gives none. */
  readonly key?: string | undefined
  readonly source: string
  readonly target: string
  /** The file says that it has no direction. */
  readonly undirected?: boolean
  readonly attributes: Readonly<Record<string, unknown>>
}

export interface ForeignGraph {
  /** Name, generator, date, documents, where the file has them. */
  readonly attributes: Readonly<Record<string, unknown>>
  readonly nodes: readonly ForeignNode[]
  readonly edges: readonly ForeignEdge[]
}

/** A file in which something is not as the format asks. */
export class BrokenFileError extends Error {
  override readonly name = 'BrokenFileError'
}
