/** Talks to the server that the page came from. Every failure arrives as an `ApiError` with a sentence for the reader. */
import { signal } from '@preact/signals'
import type { CorrectedAnswer, SuggestionsAnswer } from '../api/corrections.ts'
import type {
  AddedAnswer,
  DocumentAnswer,
  EdgeView,
  FileAnswer,
  GraphAnswer,
  NewDocument,
  NodeAnswer,
  PathsAnswer,
  Problem,
  SearchAnswer,
} from '../api/schemas.ts'
import type { SourcesAnswer } from '../api/sources.ts'
import type { FormatName } from '../graph/formats/catalogue.ts'
import type { Wish } from '../model/corrections.ts'
import type { Modality } from '../model/facts.ts'
import type { DocumentId } from '../model/ids.ts'
import { FIRST_QUESTION } from './first-question.ts'

export class ApiError extends Error {
  /** HTTP status, or 0 when no answer came. */
  readonly status: number
  readonly parameter: string | undefined
  constructor(status: number, message: string, parameter?: string) {
    super(message)
    this.name = 'ApiError'
    this.status = status
    this.parameter = parameter
  }
}

/** What is to be written, besides the format. */
export interface ExportWish {
  /** Key of the node that a dossier is about. */
  readonly node?: string
  /** Whether the sentences of the texts go along. */
  readonly text: boolean
}

export const exportUrl = (format: FormatName, wish: ExportWish): string => address(exportPath(format, wish))

const exportPath = (format: FormatName, { node, text }: ExportWish): string => {
  const query = new URLSearchParams({ ...(node !== undefined && { node }), ...(!text && { text: 'false' }) })
  return `export.${format}${query.size > 0 ? `?${query}` : ''}`
}

export interface FetchedGraph {
  readonly answer: GraphAnswer
  /** Of the graph; null where the server does not tell. */
  readonly version: string | null
}

export async function fetchGraph(): Promise<FetchedGraph> {
  const response = await send(FIRST_QUESTION, {})
  return { answer: (await response.json()) as GraphAnswer, version: response.headers.get('Graph-Version') }
}

export const fetchNode = (key: string, signal?: AbortSignal): Promise<NodeAnswer> =>
  request(`nodes/${encodeURIComponent(key)}`, {}, signal)

export const fetchEdge = (key: string, signal?: AbortSignal): Promise<EdgeView> =>
  request(`edges/${encodeURIComponent(key)}`, {}, signal)

export const fetchDocument = (id: DocumentId | string, signal?: AbortSignal): Promise<DocumentAnswer> =>
  request(`documents/${encodeURIComponent(id)}`, {}, signal)

export const search = (words: string, signal?: AbortSignal): Promise<SearchAnswer> =>
  request(`search?${new URLSearchParams({ q: words, limit: '12' })}`, {}, signal)

export interface PathWish {
  readonly from: string
  readonly to: string
  /** Only along what was reported as a fact; otherwise also what is planned, possible or asked for, never what is denied. */
  readonly asserted: boolean
}

const MOST_PATHS = 12
const LONGEST_PATH = 6

export function fetchPaths({ from, to, asserted }: PathWish, signal?: AbortSignal): Promise<PathsAnswer> {
  const modality = asserted ? 'asserted' : 'asserted,planned,possible,requested'
  const query = { from, to, modality, limit: String(MOST_PATHS), maxLength: String(LONGEST_PATH) }
  return request(`paths?${new URLSearchParams(query)}`, {}, signal)
}

/** What the page shows of an answer to a question. */
export interface Answered {
  readonly outcome: string
  /** In a sentence or two. */
  readonly answer: string
  readonly results: readonly {
    readonly value: string
    readonly node?: { readonly key: string }
    readonly facts: readonly {
      readonly says: string
      readonly status: Modality
      readonly edge?: string
      readonly event?: string
    }[]
  }[]
}

export const fetchAnswer = (question: string, signal?: AbortSignal): Promise<Answered> =>
  request(`ask?${new URLSearchParams({ q: question })}`, {}, signal)

/** Paths of what the server can do. */
export const fetchOperations = async (): Promise<readonly string[]> =>
  Object.keys((await request<{ readonly paths: object }>('openapi.json', {})).paths)

export const addDocument = (document: NewDocument): Promise<AddedAnswer> =>
  request('documents', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(document),
  })

export interface FileFields {
  readonly date?: string
  readonly source?: string
}

/** Sends a file as it is; the server tells its format. */
export const addFile = (file: File, fields: FileFields, signal?: AbortSignal): Promise<FileAnswer> =>
  request(`documents?${new URLSearchParams({ name: file.name, ...fields })}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: file,
    ...(signal && { signal }),
  })

export const fetchSources = (folder: string): Promise<SourcesAnswer> =>
  request(`sources?${new URLSearchParams({ folder })}`, {})

export const fetchSuggestions = (): Promise<SuggestionsAnswer> => request('suggestions?limit=100', {})

export const sendCorrection = (what: Wish): Promise<CorrectedAnswer> => post('corrections', { what })

export const undoCorrection = (entry: string): Promise<CorrectedAnswer> => post('corrections/undo', { entry })

export const redoCorrection = (entry: string): Promise<CorrectedAnswer> => post('corrections/redo', { entry })

const post = <T>(path: string, body: unknown): Promise<T> =>
  request(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })

const address = (path: string): string => new URL(`api/v1/${path}`, document.baseURI).href

const TOKEN = 'dragoman.token'
let token = storedToken()

function storedToken(): string | null {
  try {
    return sessionStorage.getItem(TOKEN)
  } catch {
    return null
  }
}

/** The secret word that a server on a network asks for; kept until the window is closed. */
export function setToken(word: string): void {
  token = word
  try {
    sessionStorage.setItem(TOKEN, word)
  } catch {
    // Storage may be switched off; then the word lasts as long as the page.
  }
}

export const fetchExport = async (format: FormatName, wish: ExportWish): Promise<Blob> =>
  (await send(exportPath(format, wish), {})).blob()

/** Exactly these nodes and relations as a file. */
export const fetchPart = async (
  format: FormatName,
  { nodes, edges }: { readonly nodes: ReadonlySet<string>; readonly edges: ReadonlySet<string> },
  text: boolean,
): Promise<Blob> => {
  if (nodes.size === 0) throw new ApiError(0, 'Nothing is seen that could be taken along. Take the filters away first.')
  const body = JSON.stringify({ key: [...nodes], edge: [...edges], text })
  const headers = { 'content-type': 'application/json' }
  return (await send(`export/${format}`, { method: 'POST', headers, body })).blob()
}

const request = async <T>(path: string, init: RequestInit, signal?: AbortSignal): Promise<T> =>
  (await (await send(path, init, signal)).json()) as T

/** False after a request that nobody answered. */
export const reachable = signal(true)

/** Whether the server answers at all. */
export async function isAnswering(): Promise<boolean> {
  try {
    reachable.value = (await fetch(new URL('healthz', document.baseURI))).ok
  } catch {
    reachable.value = false
  }
  return reachable.value
}

/** @throws ApiError where there is no good answer */
export async function send(path: string, init: RequestInit, signal?: AbortSignal): Promise<Response> {
  const headers = new Headers(init.headers)
  if (token !== null) headers.set('authorization', `Bearer ${token}`)
  let response: Response
  try {
    response = await fetch(address(path), { ...init, headers, ...(signal && { signal }) })
  } catch (error) {
    if (isAbort(error)) throw error
    reachable.value = false
    throw new ApiError(0, 'The server does not answer. Is dragoman still running?')
  }
  if (!response.ok) throw await toError(response)
  return response
}

async function toError(response: Response): Promise<ApiError> {
  const problem = (await response.json().catch(() => undefined)) as Partial<Problem> | undefined
  const words =
    problem?.detail ?? problem?.title ?? `The server answered ${response.status} ${response.statusText}`.trim()
  return new ApiError(response.status, words, problem?.parameter)
}

export const isAbort = (error: unknown): boolean => error instanceof DOMException && error.name === 'AbortError'

export const inWords = (error: unknown): string => (error instanceof Error ? error.message : String(error))
