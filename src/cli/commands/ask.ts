import { Command, InvalidArgumentError, Option } from 'commander'
import { type CivilDate, parseCivilDay } from '../../model/date.ts'
import { InvalidInputError } from '../../model/errors.ts'
import { askQuestion } from '../ask-question.ts'
import type { Context } from '../context.ts'
import { examples, libraryOption } from '../options.ts'
import { addReadingOptions, askedBy, type ReadingFlags } from '../reading-options.ts'

interface Flags extends ReadingFlags {
  readonly library: string
  readonly graph?: string
  readonly asOf?: CivilDate
  readonly json?: boolean
}

export const askCommand = (context: Context): Command =>
  addReadingOptions(new Command('ask'))
    .description('ask a plain question in English, of a library or of texts')
    .argument('<question>', 'such as "Who met Orla Venn in December?"')
    .argument('[file...]', 'texts to be asked instead of a library; nothing is stored')
    .addOption(libraryOption())
    .addOption(
      new Option('--graph <file>', 'a graph that "extract" or "export" has written, instead of a library').conflicts(
        'library',
      ),
    )
    .addOption(
      new Option(
        '--as-of <day>',
        'the day from which "last week" and "in March" are told (default: that of the newest text)',
      ).argParser(parseDay),
    )
    .option('--json', 'the whole answer for programs')
    .addHelpText(
      'after',
      examples(
        'dragoman ask "Who met Orla Venn in December?"',
        'dragoman ask "How is Orla Venn connected to Ilsa Marrow?" --json',
        'dragoman ask "What happened in Lodesk last week?" --as-of 2025-12-04',
        'dragoman ask "Did Venn meet Marrow?" articles/*.txt',
      ),
    )
    .action(async (question: string, files: string[], flags: Flags, self: Command) => {
      const { library, graph, asOf, json = false } = flags
      if (files.length > 0 && (graph !== undefined || self.getOptionValueSource('library') === 'cli'))
        throw new InvalidInputError('file', 'Ask either texts, or a library or graph; not both.')
      const options = { ...askedBy(self, flags, context.version), library, graph, asOf, json }
      context.end(await askQuestion(question, files, options, context))
    })

function parseDay(value: string): CivilDate {
  const day = parseCivilDay(value)
  if (day === undefined)
    throw new InvalidArgumentError('Write a day of the calendar as YYYY-MM-DD, such as 2025-12-04.')
  return day
}
