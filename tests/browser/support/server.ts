/** The real app on a free port, with a library in memory and a reader that needs no language models. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import type { Locate } from '../../../src/model/place.ts'
import { createApp } from '../../../src/server/app.ts'
import { type Listening, listen } from '../../../src/server/listen.ts'
import type { OwnSources } from '../../../src/server/routes/sources.ts'
import type { Library } from '../../../src/store/library.ts'
import { MEMORY, openLibrary } from '../../../src/store/open.ts'
import { type Reading, reading } from '../../support/extractions.ts'

let page: Promise<string> | undefined

/** Builds the page as it is now, once, into a folder of its own, so that no test looks at yesterday's. */
async function buildPage(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'dragoman-page-'))
  const configFile = join(import.meta.dirname, '../../../vite.config.ts')
  await build({ configFile, logLevel: 'warn', build: { outDir: folder, emptyOutDir: true } })
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A sentence that the reader of these tests understands, and what it finds in it. */
export const READABLE = 'Oda Brandt met Pell Iversen.'
const understood = reading({
  sentences: [READABLE],
  entities: [
    { type: 'person', name: 'Oda Brandt' },
    { type: 'person', name: 'Pell Iversen' },
  ],
  relations: [{ in: 0, is: ['Oda Brandt', 'met_with', 'Pell Iversen'] }],
})

interface Terms {
  readonly port?: number
  readonly token?: string
  readonly locate?: Locate
  readonly sources?: OwnSources
}

/** @returns also the library, for what others do to it */
export async function serve(
  readings: readonly Reading[],
  { port = 0, token, locate, sources }: Terms = {},
): Promise<Listening & { readonly library: Library }> {
  page ??= buildPage()
  const uiFolder = await page
  const library = openLibrary(MEMORY)
  for (const { document, extraction } of readings) library.put(document, extraction, 'test')
  const app = createApp({
    library,
    version: '0.0.0-test',
    uiFolder,
    ...(token !== undefined && { token }),
    ...(locate !== undefined && { locate }),
    ...(sources !== undefined && { sources }),
    changesEvery: 100,
    pipeline: {
      version: 'test',
      read: ({ text }) =>
        text.includes(READABLE)
          ? understood.extraction
          : { ...understood.extraction, sentences: [], entities: [], relations: [], notes: ['The text names nobody.'] },
    },
  })
  const listening = await listen(app, { host: '127.0.0.1', port, explicit: true })
  return {
    ...listening,
    library,
    close: async () => {
      await listening.close()
      library.close()
    },
  }
}
