/** The file formats that a graph can be written in. To add one, write its generator and add a row. */
import type { KnowledgeGraph } from '../knowledge-graph.ts'
import type { Position } from '../layout.ts'
import { writeGexf } from './gexf.ts'
import { writeJson } from './json.ts'

export interface GraphFormat {
  readonly label: string
  readonly mediaType: string
  /** Without the dot. */
  readonly extension: string
  /** Whether nodes are written with their positions, so that the caller should lay the graph out first. */
  readonly positioned: boolean
  readonly write: (graph: KnowledgeGraph, positions?: Readonly<Record<string, Position>>) => Iterable<string>
}

const rows = {
  json: {
    label: 'graphology JSON',
    mediaType: 'application/json',
    extension: 'json',
    positioned: false,
    write: writeJson,
  },
  gexf: {
    label: 'GEXF 1.3',
    mediaType: 'application/gexf+xml',
    extension: 'gexf',
    positioned: true,
    write: writeGexf,
  },
} as const satisfies Record<string, GraphFormat>

export type FormatName = keyof typeof rows
export const FORMATS: Readonly<Record<FormatName, GraphFormat>> = rows
export const isFormatName = (name: string): name is FormatName => Object.hasOwn(FORMATS, name)
