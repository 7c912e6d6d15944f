/** A graph → a file or standard output, in any format. */
import { closeSync, openSync, realpathSync, renameSync, rmSync, type Stats, statSync, writeSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { FORMATS, type FormatName } from '../graph/formats/formats.ts'
import type { KnowledgeGraph } from '../graph/knowledge-graph.ts'
import { layout, layoutInput } from '../graph/layout.ts'
import { DragomanError, InvalidInputError } from '../model/errors.ts'

export class UnwritableFileError extends DragomanError {}

/**
 * @param out path of the file; standard output, by `print`, where undefined
 * @throws UnwritableFileError
 */
export function writeGraph(
  graph: KnowledgeGraph,
  format: FormatName,
  out: string | undefined,
  print: (text: string) => void,
): void {
  const { write, positioned } = FORMATS[format]
  const pieces = batched(write(graph, positioned ? layout(layoutInput(graph)) : {}))
  if (out === undefined) for (const piece of pieces) print(piece)
  else writeFile(out, pieces)
}

/** @throws InvalidInputError where a graph would be written over what it comes from */
export function spareInputs(path: string, inputs: readonly string[]): void {
  if (inputs.some((input) => resolve(input) === resolve(path)))
    throw new InvalidInputError(
      'out',
      `The graph would be written over ${path}, from which it comes. Name another place with --out.`,
    )
}

/**
 * Says beforehand that a file cannot be written, so that nobody waits for a graph that then has no place.
 * @throws UnwritableFileError
 */
export function checkWritable(path: string): void {
  if (stats(path)?.isDirectory() === true || /[/\\]$/.test(path))
    throw new UnwritableFileError(`${path} is a folder. Name a file in it with --out.`)
  const folder = dirname(resolve(path))
  if (stats(folder)?.isDirectory() !== true)
    throw new UnwritableFileError(
      `${path} cannot be written: there is no folder ${folder}. Make it first, or name another place with --out.`,
    )
}

/** The file is complete, or as it was before. What is no plain file (a pipe, /dev/null) is written to and stays what it is. */
export function writeFile(path: string, pieces: Iterable<string>): void {
  checkWritable(path)
  const there = stats(path)
  try {
    if (there !== undefined && !there.isFile()) fill(path, pieces)
    else replace(there === undefined ? path : realpathSync(path), pieces)
  } catch (cause) {
    throw new UnwritableFileError(`${path} cannot be written: ${reason(cause)}.`, { cause })
  }
}

function replace(path: string, pieces: Iterable<string>): void {
  const partial = `${path}.${process.pid}.partial`
  try {
    fill(partial, pieces)
    renameSync(partial, path)
  } catch (error) {
    rmSync(partial, { force: true })
    throw error
  }
}

function fill(path: string, pieces: Iterable<string>): void {
  const file = openSync(path, 'w')
  try {
    for (const piece of pieces) writeWhole(file, Buffer.from(piece))
  } finally {
    closeSync(file)
  }
}

/** One call may write a part only, without saying why. */
function writeWhole(file: number, bytes: Buffer): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at)
}

export function reason(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return 'the disk is full. Free some space, or name another place with --out'
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return 'this user may not write there. Change the rights, or name another place with --out'
    case 'ENOTDIR':
      return 'a part of the path is a file, not a folder. Name another place with --out'
    default:
      return `${code ?? String(error)}. Name another place with --out`
  }
}

const stats = (path: string): Stats | undefined => {
  try {
    return statSync(path)
  } catch {
    return undefined
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
