/** A graph → a file or standard output, in any format; a file is complete or not there. */
import { closeSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { FORMATS, type FormatName } from '../graph/formats/formats.ts'
import type { KnowledgeGraph } from '../graph/knowledge-graph.ts'
import { layout, layoutInput } from '../graph/layout.ts'
import { DragomanError } from '../model/errors.ts'

export class UnwritableFileError extends DragomanError {}

export function writeGraph(
  graph: KnowledgeGraph,
  format: FormatName,
  out: string | undefined,
  print: (text: string) => void,
): void {
  const { write, positioned } = FORMATS[format]
  const pieces = write(graph, positioned ? layout(layoutInput(graph)) : {})
  if (out === undefined) for (const piece of batched(pieces)) print(piece)
  else writeFile(out, batched(pieces))
}

/** @throws UnwritableFileError */
function writeFile(path: string, pieces: Iterable<string>): void {
  const partial = `${path}.partial`
  try {
    const file = openSync(partial, 'w')
    try {
      for (const piece of pieces) writeSync(file, piece)
    } finally {
      closeSync(file)
    }
    renameSync(partial, path)
  } catch (cause) {
    rmSync(partial, { force: true })
    throw new UnwritableFileError(
      `${path} cannot be written (${(cause as NodeJS.ErrnoException).code ?? 'unknown error'}). Name another place with --out.`,
      { cause },
    )
  }
}

/** Few large pieces are written faster than many small ones. */
function* batched(pieces: Iterable<string>): Generator<string> {
  let batch = ''
  for (const piece of pieces) {
    batch += piece
    if (batch.length > 65536) {
      yield batch
      batch = ''
    }
  }
  if (batch !== '') yield batch
}
