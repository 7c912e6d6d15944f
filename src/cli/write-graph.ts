/** A graph → a file or standard output, in any format. */
import {
  closeSync,
  mkdirSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeSync,
} from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { CATALOGUE, type FormatName } from '../graph/formats/catalogue.ts'
import { filesOf, tableOf } from '../graph/formats/formats.ts'
import type { WriteOptions } from '../graph/formats/options.ts'
import { inBlocks, zipped } from '../graph/formats/zip.ts'
import type { ListedGraph } from '../graph/knowledge-graph.ts'
import { layout, layoutInput, MOST_LAID_OUT, type Position } from '../graph/layout.ts'
import { DragomanError, InvalidInputError } from '../model/errors.ts'
import type { Console } from './console.ts'

export class UnwritableFileError extends DragomanError {}

export interface Target {
  readonly format: FormatName
  /** One table alone, of a format that has several. */
  readonly table?: string | undefined
  /** Path of the file, or for several tables of a folder or a ZIP; standard output, by `print`, where undefined. */
  readonly out: string | undefined
}

/**
 * Says beforehand that a graph has no place, so that nobody waits for it in vain.
 * @throws InvalidInputError, UnwritableFileError
 */
export function checkTarget({ format, table, out }: Target, inputs: readonly string[]): void {
  const { label, tables } = CATALOGUE[format]
  if (out !== undefined) spareInputs(out, inputs)
  if (table !== undefined) tableOf(format, table)
  const several = tables.length > 0 && table === undefined
  if (several && (out === undefined || !(isZip(out) || isFolder(out))))
    throw new InvalidInputError(
      'out',
      `${label} are several files. Name a ZIP or a folder with --out (tables.zip, tables/), or one of them with --table: ${tables.join(', ')}.`,
    )
  if (out !== undefined && !(several && isFolder(out))) checkWritable(out)
}

/** @throws UnwritableFileError, InvalidInputError */
export function writeGraph(
  graph: ListedGraph,
  { format, table, out }: Target,
  options: WriteOptions,
  { print, say }: Pick<Console, 'print' | 'say'>,
): void {
  const placed = CATALOGUE[format].positioned ? { ...options, positions: placesOf(graph, say) } : options
  const files = table === undefined ? filesOf(format) : [tableOf(format, table)]
  if (out !== undefined && files.length > 1) {
    if (isFolder(out)) {
      makeFolder(out)
      for (const { name, write } of files) writeFile(join(out, name), inBlocks(write(graph, placed)))
    } else writeFile(out, zipped(files, graph, placed))
    return
  }
  for (const { write } of files) {
    const pieces = inBlocks(write(graph, placed))
    if (out === undefined) for (const piece of pieces) print(piece)
    else writeFile(out, pieces)
  }
}

function placesOf(graph: ListedGraph, say: Console['say']): Readonly<Record<string, Position>> {
  if (graph.order <= MOST_LAID_OUT) return layout(layoutInput(graph))
  say(`Note: ${graph.order} nodes are more than are laid out (${MOST_LAID_OUT}); the file has no positions.`)
  return {}
}

const isZip = (path: string): boolean => /\.zip$/i.test(path)
/** There already, or named like one. */
const isFolder = (path: string): boolean => stats(path)?.isDirectory() === true || /[/\\]$/.test(path)

/** @throws InvalidInputError, UnwritableFileError */
export function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true })
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST')
      throw new InvalidInputError('out', `${path} is a file; with --each, --out names a folder.`, { cause })
    throw new UnwritableFileError(`The folder ${path} cannot be made: ${reason(cause)}.`, { cause })
  }
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
export function writeFile(path: string, pieces: Iterable<string | Uint8Array>): void {
  checkWritable(path)
  const there = stats(path)
  try {
    if (there !== undefined && !there.isFile()) fill(path, pieces)
    else replace(there === undefined ? path : realpathSync(path), pieces)
  } catch (cause) {
    throw new UnwritableFileError(`${path} cannot be written: ${reason(cause)}.`, { cause })
  }
}

function replace(path: string, pieces: Iterable<string | Uint8Array>): void {
  const partial = `${path}.${process.pid}.partial`
  try {
    fill(partial, pieces)
    renameSync(partial, path)
  } catch (error) {
    rmSync(partial, { force: true })
    throw error
  }
}

function fill(path: string, pieces: Iterable<string | Uint8Array>): void {
  const file = openSync(path, 'w')
  try {
    for (const piece of pieces) writeWhole(file, typeof piece === 'string' ? Buffer.from(piece) : piece)
  } finally {
    closeSync(file)
  }
}

/** One call may write a part only, without saying why. */
function writeWhole(file: number, bytes: Uint8Array): void {
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
