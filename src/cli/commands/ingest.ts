import { Command } from 'commander'
import { once } from '../../graph/once.ts'
import type { Library } from '../../store/library.ts'
import { openLibrary } from '../../store/open.ts'
import type { Context } from '../context.ts'
import { describeSummary, ingestTexts } from '../ingest-texts.ts'
import { type DateOption, dateOption, examples, libraryOption, threadsOption } from '../options.ts'

interface Flags {
  readonly library: string
  readonly date: DateOption
  readonly threads: number
}

export const ingestCommand = (context: Context): Command =>
  new Command('ingest')
    .description('read texts, or folders of texts, into a library')
    .argument('<path...>', 'texts in UTF-8, and folders of .txt and .md files')
    .addOption(libraryOption())
    .addOption(dateOption())
    .addOption(threadsOption())
    .addHelpText(
      'after',
      examples('dragoman ingest articles/', 'dragoman ingest --library talks.db --date 2025-12-04 article.txt'),
    )
    .action(async (paths: string[], { library, date, threads }: Flags) => {
      let opened: Library | undefined
      const open = once(() => {
        opened = openLibrary(library)
        return opened
      })
      try {
        const { readers } = context
        const summary = await ingestTexts(
          paths,
          open,
          context.pipeline,
          { date: date || null, ...(readers !== undefined && threads > 1 && { readers: () => readers(threads) }) },
          context.console,
        )
        context.console.say(`${library}: ${describeSummary(summary)}.`)
        context.end(summary.failed > 0 ? 1 : 0)
      } finally {
        opened?.close()
      }
    })
