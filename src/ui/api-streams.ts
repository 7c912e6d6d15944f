/** Answers of the server that come piece by piece. */
import type { SourcesLine, SourcesRequest } from '../api/sources.ts'
import { ApiError, send } from './api-client.ts'

/**
 * Calls `onVersion` at once, and whenever the graph has changed. Read by `fetch`, because the browser's own reader of such
 * streams bears no secret word. Resolves when the server ends the stream.
 */
export async function listenToChanges(onVersion: (version: string) => void, signal: AbortSignal): Promise<void> {
  for await (const event of pieces(await send('changes', {}, signal), '\n\n')) {
    const data = /^data: (.*)$/m.exec(event)?.[1]
    if (data !== undefined) onVersion((JSON.parse(data) as { readonly revision: string }).revision)
  }
}

/** Has the server read a folder, or the samples, and tells each line of its progress. */
export async function readSources(
  what: SourcesRequest,
  onLine: (line: SourcesLine) => void,
  signal: AbortSignal,
): Promise<void> {
  const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(what) }
  let last: SourcesLine['kind'] = 'begin'
  for await (const text of pieces(await send('sources', init, signal), '\n')) {
    const line = JSON.parse(text) as SourcesLine
    last = line.kind
    onLine(line)
  }
  if (last !== 'end' && last !== 'problem')
    throw new ApiError(
      0,
      'The server stopped in the middle. What it has read is kept; read the folder again for the rest.',
    )
}

async function* pieces(response: Response, end: string): AsyncGenerator<string> {
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader()
  let rest = ''
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    const parts = (rest + value).split(end)
    rest = parts.pop() ?? ''
    yield* parts.filter((part) => part !== '')
  }
}
