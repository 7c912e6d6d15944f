import { Command } from 'commander'
import { once } from '../../graph/once.ts'
import { formatsInWords } from '../../read/kinds.ts'
import type { Library } from '../../store/library.ts'
import { openLibrary } from '../../store/open.ts'
import type { Context } from '../context.ts'
import { describeSpeed, describeSummary, ingestTexts } from '../ingest-texts.ts'
import { keptGraph } from '../library-graph.ts'
import { examples, libraryOption, threadsOption } from '../options.ts'
import { addReadingOptions, askedBy, type ReadingFlags } from '../reading-options.ts'

interface Flags extends ReadingFlags {
  readonly library: string
  readonly threads: number
}

export const ingestCommand = (context: Context): Command =>
  addReadingOptions(new Command('ingest').addOption(libraryOption()))
    .description('read texts, or folders of texts, into a library')
    .argument(
      '<path...>',
      "files of any format that is read, folders of them, addresses (https://…), '-' for standard input",
    )
    .addOption(threadsOption())
    .addHelpText(
      'after',
      `\nFormats: ${formatsInWords()}.\n${examples(
        'dragoman ingest articles/',
        'dragoman ingest --library talks.db --date 2025-12-04 article.txt report.pdf',
        'dragoman ingest export.csv --text body --date published --title headline',
        'dragoman ingest --follow https://example.org/feed.xml',
      )}`,
    )
    .action(async (paths: string[], flags: Flags, self: Command) => {
      const { library, threads } = flags
      const { pipeline, readers, console, version, generator } = context
      const asked = {
        ...askedBy(self, flags, version),
        ...(readers !== undefined && threads > 1 && { readers: () => readers(threads) }),
      }
      let opened: Library | undefined
      const open = once(() => {
        opened = openLibrary(library)
        return opened
      })
      try {
        const began = performance.now()
        const summary = await ingestTexts(paths, open, pipeline, asked, console)
        console.say(`${library}: ${describeSummary(summary)}.${describeSpeed(summary, performance.now() - began)}`)
        if (opened !== undefined && summary.added + summary.changed > 0) keptGraph(opened, generator, console).keep()
        context.end(summary.failed > 0 ? 1 : 0)
      } finally {
        opened?.close()
      }
    })
