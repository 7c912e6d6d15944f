import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Command, Option } from 'commander'
import { LibraryError } from '../../model/errors.ts'
import { PACKAGE_FOLDER } from '../../resources.ts'
import { ReadRoot } from '../../server/read-root.ts'
import type { Library } from '../../store/library.ts'
import { openLibrary } from '../../store/open.ts'
import type { Console } from '../console.ts'
import type { Context } from '../context.ts'
import { toldToEnd } from '../ending.ts'
import { DEFAULT_HOST, DEFAULT_PORT, examples, libraryOption, parsePort } from '../options.ts'
import { openSamples } from '../samples.ts'
import { checkHostOption, serveLibrary } from '../serve-library.ts'

interface Flags {
  readonly library: string
  readonly port: number
  readonly host: string
  readonly samples?: boolean
  readonly root?: string
}

export const serveCommand = (context: Context): Command =>
  new Command('serve')
    .description('show a library in the browser and answer programs over HTTP')
    .addOption(libraryOption())
    .addOption(
      new Option('--port <number>', 'port to listen on; unless you name one, the next free one where this is taken')
        .argParser(parsePort)
        .default(DEFAULT_PORT),
    )
    .option('--host <name>', 'address to listen on; others than this machine need DRAGOMAN_TOKEN', DEFAULT_HOST)
    .option('--root <folder>', 'let the page read folders below this one into the library')
    .addOption(new Option('--samples', 'show the sample texts, in a library of their own').conflicts('library'))
    .addHelpText(
      'after',
      examples(
        'dragoman serve',
        'dragoman serve --library talks.db --port 8080',
        'dragoman serve --samples',
        'dragoman serve --root ~/articles',
      ),
    )
    .action((flags: Flags, self: Command) => serve(flags, self.getOptionValueSource('port') === 'cli', context))

async function serve(
  { library: path, port, host, samples = false, root: folder }: Flags,
  explicit: boolean,
  { console, pipeline, language, version, measurer }: Context,
): Promise<void> {
  const token = process.env['DRAGOMAN_TOKEN'] || undefined
  checkHostOption(host, token)
  const root = folder === undefined ? undefined : new ReadRoot(folder)
  // From here on, so that a signal is also heard while the samples are read.
  const told = toldToEnd()
  const library = samples ? await openSamples(pipeline(), console) : openToServe(path, console)
  try {
    if (library.stats().documents === 0)
      console.say(`Note: ${library.path} is empty. Read texts into it with: dragoman ingest --library ${path} TEXTS`)
    const uiFolder = join(PACKAGE_FOLDER, 'dist', 'ui')
    const thread = measurer?.()
    const options = {
      host,
      port,
      explicit,
      token,
      version,
      uiFolder,
      language,
      ...(root && { root }),
      ...(thread && { measurer: thread.measure }),
    }
    await serveLibrary(library, pipeline(), options, console, told)
    await thread?.close()
  } finally {
    library.close()
  }
}

/** A library that cannot be written can be looked at all the same. */
function openToServe(path: string, console: Console): Library {
  try {
    return openLibrary(path)
  } catch (error) {
    if (!(error instanceof LibraryError) || !existsSync(path)) throw error
    let library: Library
    try {
      library = openLibrary(path, { readonly: true })
    } catch {
      throw error
    }
    console.say(`Note: ${path} cannot be written. It is shown, and nothing can be added or corrected.`)
    return library
  }
}
