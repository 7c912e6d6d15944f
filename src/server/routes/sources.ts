/** What the server reads by itself: folders under its root, and the samples. Progress is told line by line. */
import type { Response } from 'express'
import type { SourcesLine, SourcesRequest } from '../../api/sources.ts'
import { InvalidInputError, NotFoundError } from '../../model/errors.ts'
import type { Pipeline } from '../../pipeline.ts'
import { listTexts } from '../../read/folders.ts'
import type { Library } from '../../store/library.ts'
import type { Binder } from '../bind.ts'
import { Refusal, toProblem } from '../problems.ts'
import { type FilesToRead, readFiles } from '../read-files.ts'
import type { ReadRoot } from '../read-root.ts'
import { NDJSON } from '../send.ts'

export interface OwnSources {
  /** Under which folders may be named; none may where there is no root. */
  readonly root?: ReadRoot
  readonly samples?: Samples
}

export interface Samples {
  /** Full paths. */
  readonly folders: readonly string[]
  /** In which the folders lie. */
  readonly under: string
  readonly originOf: (path: string) => string
}

type Log = (message: string, error: unknown) => void

export function bindSources(
  bind: Binder,
  { root, samples }: OwnSources,
  library: Library,
  pipeline: Pipeline,
  log: Log,
): void {
  let isReading = false
  let inSamples: number | undefined
  const countSamples = (): number => {
    inSamples ??= samples?.folders.reduce((sum, folder) => sum + listTexts(folder).texts.length, 0) ?? 0
    return inSamples
  }

  bind('sources', ({ query: { folder }, snapshot }) => {
    // Samples beside texts of one's own would be mixed with them for good.
    const isEmpty = snapshot.graph.getAttribute('documents').length === 0
    const about = { folder, samples: isEmpty ? countSamples() : 0 }
    if (root !== undefined) return { root: root.name, ...about, ...root.list(folder) }
    if (folder !== '') throw rootless()
    return { root: null, ...about, folders: [], texts: 0 }
  })

  bind('readSources', async ({ body, response }): Promise<undefined> => {
    const files = filesFor(body, root, samples, library)
    if (isReading)
      throw new Refusal(409, 'Busy', 'A folder is being read already. Wait until it is done, then ask again.')
    isReading = true
    try {
      await sendProgress(response, readFiles(files, library, pipeline), log)
    } finally {
      isReading = false
    }
  })
}

function filesFor(
  { folder, samples: wantsSamples, date, source }: SourcesRequest,
  root: ReadRoot | undefined,
  samples: Samples | undefined,
  library: Library,
): FilesToRead {
  if ((folder === undefined) === (wantsSamples === undefined))
    throw new InvalidInputError('folder', 'Name either a "folder" below the root, or "samples": true.')
  const given = { date: date ?? null, source: source ?? null }
  if (folder !== undefined) {
    if (root === undefined) throw rootless()
    const path = root.locate(folder)
    return { folders: [path], under: path, given, isAllowed: (inside) => root.holds(inside) }
  }
  if (samples === undefined) throw new NotFoundError('This server has no sample texts.', 'samples')
  if (library.stats().documents > 0)
    throw new Refusal(
      409,
      'Not empty',
      'This library has texts already. "dragoman serve --samples" shows the samples in a library of their own.',
    )
  return { ...samples, given }
}

const rootless = (): NotFoundError =>
  new NotFoundError('This server reads no folders. Start it with: dragoman serve --root FOLDER', 'folder')

/** Each line as soon as it is known. Whoever goes away ends the reading; what was read stays. */
async function sendProgress(response: Response, lines: AsyncIterable<SourcesLine>, log: Log): Promise<void> {
  // Compression would keep lines back, and so would what stands between.
  response.set('Cache-Control', 'no-cache, no-transform').type(`${NDJSON}; charset=utf-8`)
  const send = (line: SourcesLine): void => {
    response.write(`${JSON.stringify(line)}\n`)
  }
  try {
    for await (const line of lines) {
      if (response.destroyed) return
      send(line)
    }
  } catch (error) {
    const { status, detail } = toProblem(error)
    if (status >= 500) log('reading a folder', error)
    send({ kind: 'problem', detail })
  }
  response.end()
}
