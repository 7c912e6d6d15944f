/** Texts on their way into the library. It goes on while the reader looks at the graph, and tells what was read. */
import { computed, signal } from '@preact/signals'
import type { AddedAnswer, FileAnswer, NewDocument } from '../../api/schemas.ts'
import type { SourcesLine, SourcesRequest } from '../../api/sources.ts'
import { addDocument, addFile, type FileFields, inWords, isAbort } from '../api-client.ts'
import { readSources } from '../api-streams.ts'
import { counted } from '../view/words.ts'
import { failed, IDLE, LOADING, type Loadable, ready } from './loadable.ts'
import { announcement, loadLibrary } from './store.ts'

/** What was read in a file. */
export interface FileNote {
  readonly name: string
  /** Null while it is being read. */
  readonly read: ReadCounts | null
  readonly failures: readonly string[]
  readonly notes: readonly string[]
  /** The text in it, where it is one, and the page may open it. */
  readonly only?: string
}

interface ReadCounts {
  readonly texts: number
  /** Of these, those that were there already. */
  readonly unchanged: number
  readonly relations: number
}

export interface FilesAdded {
  readonly kind: 'files'
  /** In the order in which they were read. */
  readonly files: readonly FileNote[]
  /** Null until it is known. */
  readonly total: number | null
  readonly isDone: boolean
  /** What concerns no single file. */
  readonly failures: readonly string[]
  readonly notes: readonly string[]
}

export type Addition = { readonly kind: 'text'; readonly answer: AddedAnswer } | FilesAdded

export const addition = signal<Loadable<Addition>>(IDLE)

/** What goes on at this moment. */
export const running = computed<FilesAdded | null>(() => {
  const state = addition.value
  return state.state === 'ready' && state.value.kind === 'files' && !state.value.isDone ? state.value : null
})

let abort = new AbortController()

/** Ends what goes on; what was read stays. */
export const stopAdding = (): void => abort.abort()

export function forgetAddition(): void {
  if (running.peek() === null) addition.value = IDLE
}

export const refuse = (why: string): void => {
  addition.value = failed(why)
}

export async function addText(document: NewDocument): Promise<void> {
  addition.value = LOADING
  try {
    const answer = await addDocument(document)
    await loadLibrary(true)
    addition.value = ready({ kind: 'text', answer })
  } catch (error) {
    addition.value = failed(inWords(error))
  }
}

const NOTHING_YET: FilesAdded = { kind: 'files', files: [], total: null, isDone: false, failures: [], notes: [] }

function update(change: (before: FilesAdded) => Partial<FilesAdded>): void {
  const { value: state } = addition
  if (state.state !== 'ready' || state.value.kind !== 'files') return
  addition.value = ready({ ...state.value, ...change(state.value) })
}

/** One after the other: each is a request of its own, so that a bad one keeps no other from being read. */
export async function addFiles(files: readonly File[], fields: FileFields): Promise<void> {
  abort = new AbortController()
  const { signal } = abort
  addition.value = ready({ ...NOTHING_YET, total: files.length })
  for (const file of files) {
    if (signal.aborted) break
    update(({ files }) => ({ files: [...files, { name: file.name, read: null, failures: [], notes: [] }] }))
    const note = await sendFile(file, fields, signal)
    update(({ files }) => ({ files: [...files.slice(0, -1), ...(note === null ? [] : [note])] }))
  }
  await end(signal)
}

async function sendFile(file: File, fields: FileFields, signal: AbortSignal): Promise<FileNote | null> {
  const { name } = file
  try {
    return noteOf(name, await addFile(file, fields, signal))
  } catch (error) {
    if (isAbort(error)) return null
    return { name, read: { texts: 0, unchanged: 0, relations: 0 }, failures: [inWords(error)], notes: [] }
  }
}

function noteOf(name: string, { texts, failures, notes }: FileAnswer): FileNote {
  const [first] = texts
  return {
    name,
    read: {
      texts: texts.length,
      unchanged: texts.filter(({ outcome }) => outcome === 'unchanged').length,
      relations: texts.reduce((sum, { edges }) => sum + edges, 0),
    },
    failures,
    notes: [...new Set([...notes, ...texts.flatMap((text) => text.notes)])],
    ...(texts.length === 1 && first !== undefined && { only: first.document.id }),
  }
}

/** Has the server read what lies on its side: a folder, or the samples. */
export async function addSources(what: SourcesRequest): Promise<void> {
  abort = new AbortController()
  const { signal } = abort
  addition.value = ready(NOTHING_YET)
  try {
    await readSources(what, take, signal)
  } catch (error) {
    if (!isAbort(error)) update(({ failures }) => ({ failures: [...failures, inWords(error)] }))
  }
  await end(signal)
}

function take(line: SourcesLine): void {
  update(({ files, failures }) => {
    switch (line.kind) {
      case 'begin':
        return { total: line.files, failures: line.failures, notes: line.notes }
      case 'file': {
        const { name, texts, unchanged, relations } = line
        const note = { name, read: { texts, unchanged, relations }, failures: line.failures, notes: line.notes }
        return { files: [...files, note] }
      }
      case 'problem':
        return { failures: [...failures, line.detail] }
      case 'end':
        return {}
    }
  })
}

async function end(signal: AbortSignal): Promise<void> {
  await loadLibrary(true)
  update(({ notes }) => ({
    isDone: true,
    notes: signal.aborted ? [...notes, 'Stopped. What was read by then is in the library.'] : notes,
  }))
  const state = addition.peek()
  if (state.state === 'ready' && state.value.kind === 'files')
    announcement.value = `Done: ${counted(state.value.files.length, 'file')} read.`
}
