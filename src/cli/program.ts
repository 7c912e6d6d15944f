/** The commands, their flags and their help. */

import { join } from 'node:path'
import { Command, CommanderError, Option } from 'commander'
import type { FormatName } from '../graph/formats/formats.ts'
import { DragomanError, InvalidInputError } from '../model/errors.ts'
import { graphOf } from '../pipeline.ts'
import { loadPipeline, PACKAGE_FOLDER, packageVersion } from '../resources.ts'
import type { Library } from '../store/library.ts'
import { openLibrary } from '../store/open.ts'
import type { Console } from './console.ts'
import { toldToEnd } from './ending.ts'
import { extractCommand } from './extract.ts'
import { describeSummary, ingest } from './ingest.ts'
import {
  type DateOption,
  DEFAULT_HOST,
  DEFAULT_LIBRARY,
  DEFAULT_PORT,
  parseDate,
  parseFormat,
  parsePort,
} from './options.ts'
import { openSamples } from './samples.ts'
import { checkHostOption, serveCommand } from './serve.ts'
import { writeGraph } from './write-graph.ts'

/** 0 done; 1 something was not done; 2 called wrongly. */
export type ExitStatus = 0 | 1 | 2

export async function run(args: readonly string[], console: Console): Promise<ExitStatus> {
  let status: ExitStatus = 0
  try {
    await program(console, (result) => {
      status = result
    }).parseAsync([...args], { from: 'user' })
    return status
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    if (!(error instanceof DragomanError)) throw error
    console.say(error.message)
    return error instanceof InvalidInputError ? 2 : 1
  }
}

function program(console: Console, end: (status: ExitStatus) => void): Command {
  const version = packageVersion()
  const generator = `dragoman ${version}`
  const pipeline = once(loadPipeline)
  const command = new Command('dragoman')
    .description(
      'Reads news text into a graph of people, places and events, in which every fact points to its sentence.',
    )
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .exitOverride()
    .configureOutput({ writeOut: console.print, writeErr: (text) => console.say(text.trimEnd()) })
    .showHelpAfterError('(dragoman --help tells how to call it)')
    .addHelpText(
      'after',
      examples(
        'dragoman extract article.txt --date 2025-12-04',
        'dragoman ingest articles/ && dragoman serve',
        'dragoman export --format gexf --out graph.gexf',
      ),
    )
  const library = (): Option => new Option('--library <file>', 'file of the library').default(DEFAULT_LIBRARY)
  const date = (): Option =>
    new Option('--date <day>', "publication day (YYYY-MM-DD) of the texts that carry none of their own; '' = unknown")
      .argParser(parseDate)
      .default('', 'unknown')
  const format = (value: FormatName): Option =>
    new Option('--format <name>', 'json or gexf').argParser(parseFormat).default(value)

  command
    .command('extract')
    .description('read texts and print one graph; nothing is stored')
    .argument('<file...>', 'texts in UTF-8')
    .addOption(date())
    .addOption(format('json'))
    .option('--each', 'one graph for each text, in the folder that --out names', false)
    .option('--out <path>', 'file to write to instead of standard output; with --each, a folder')
    .addHelpText(
      'after',
      examples(
        'dragoman extract article.txt --date 2025-12-04',
        'dragoman extract *.txt --format gexf --out graph.gexf',
        'dragoman extract --each --out graphs/ articles/*.txt',
      ),
    )
    .action((files: string[], options: { date: DateOption; format: FormatName; each: boolean; out?: string }) =>
      end(
        extractCommand(
          files,
          { ...options, date: options.date || null, out: options.out },
          { pipeline, generator, console },
        ),
      ),
    )

  command
    .command('ingest')
    .description('read texts, or folders of texts, into a library')
    .argument('<path...>', 'texts in UTF-8 and folders of .txt and .md files')
    .addOption(library())
    .addOption(date())
    .addHelpText(
      'after',
      examples('dragoman ingest articles/', 'dragoman ingest --library talks.db --date 2025-12-04 article.txt'),
    )
    .action((paths: string[], options: { library: string; date: DateOption }) => {
      const summary = withLibrary(options.library, false, (opened) =>
        ingest(paths, opened, pipeline(), { date: options.date || null }, console),
      )
      console.say(`${options.library}: ${describeSummary(summary)}.`)
      end(summary.failed > 0 ? 1 : 0)
    })

  command
    .command('serve')
    .description('show a library in the browser and answer programs over HTTP')
    .addOption(library())
    .addOption(
      new Option('--port <number>', 'port to listen on; the next free one when this is taken')
        .argParser(parsePort)
        .default(DEFAULT_PORT),
    )
    .option('--host <name>', 'address to listen on; others than this machine need DRAGOMAN_TOKEN', DEFAULT_HOST)
    .addOption(
      new Option('--samples', 'show the sample texts, in a library of their own').default(false).conflicts('library'),
    )
    .addHelpText(
      'after',
      examples('dragoman serve', 'dragoman serve --library talks.db --port 8080', 'dragoman serve --samples'),
    )
    .action(async (options: { library: string; port: number; host: string; samples: boolean }, self: Command) => {
      const token = process.env['DRAGOMAN_TOKEN'] || undefined
      checkHostOption(options.host, token)
      // From here on, so that a signal is also heard while the samples are read.
      const told = toldToEnd()
      const opened = options.samples ? openSamples(pipeline(), console) : openLibrary(options.library)
      try {
        if (opened.stats().documents === 0)
          console.say(`Note: ${options.library} is empty. Read texts into it with: dragoman ingest TEXTS`)
        await serveCommand(
          opened,
          pipeline(),
          {
            ...options,
            explicit: self.getOptionValueSource('port') === 'cli',
            token,
            version,
            uiFolder: join(PACKAGE_FOLDER, 'dist', 'ui'),
          },
          console,
          told,
        )
      } finally {
        opened.close()
      }
    })

  command
    .command('export')
    .description('write the graph of a library to a file')
    .addOption(library())
    .addOption(format('gexf'))
    .option('--out <file>', 'file to write to instead of standard output')
    .addHelpText(
      'after',
      examples('dragoman export --format gexf --out graph.gexf', 'dragoman export --format json > graph.json'),
    )
    .action((options: { library: string; format: FormatName; out?: string }) => {
      const graph = withLibrary(options.library, true, (opened) =>
        graphOf([...opened.readings()], { name: 'Dragoman', generator }),
      )
      writeGraph(graph, options.format, options.out, console.print)
    })

  command
    .command('stats')
    .description('count what a library holds')
    .addOption(library())
    .option('--json', 'as one line of JSON', false)
    .addHelpText('after', examples('dragoman stats', 'dragoman stats --library talks.db --json'))
    .action((options: { library: string; json: boolean }) => {
      const counts = withLibrary(options.library, true, (opened) => {
        const graph = graphOf([...opened.readings()], { name: 'Dragoman', generator })
        const { documents, sentences, characters } = opened.stats()
        const events = graph.filterNodes((_, { kind }) => kind === 'event').length
        return { documents, nodes: graph.order, edges: graph.size, events, sentences, characters }
      })
      console.print(
        options.json
          ? `${JSON.stringify(counts)}\n`
          : Object.entries(counts)
              .map(([name, value]) => `${name.padEnd(12)}${value.toLocaleString('en-GB')}\n`)
              .join(''),
      )
    })

  return command
}

function withLibrary<T>(path: string, readonly: boolean, use: (library: Library) => T): T {
  const library = openLibrary(path, { readonly })
  try {
    return use(library)
  } finally {
    library.close()
  }
}

const examples = (...lines: readonly string[]): string => `\nExamples:\n${lines.map((line) => `  ${line}\n`).join('')}`

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
