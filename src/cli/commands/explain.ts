import { Command, Option } from 'commander'
import type { Context } from '../context.ts'
import { explainText } from '../explain-text.ts'
import { examples, parseOrdinal } from '../options.ts'
import { addReadingOptions, askedBy, type ReadingFlags } from '../reading-options.ts'

interface Flags extends ReadingFlags {
  readonly edge?: readonly string[]
  readonly sentence?: number
  readonly json?: boolean
}

export const explainCommand = (context: Context): Command =>
  addReadingOptions(new Command('explain'))
    .description(
      'tell why a text was read as it was: the parse, who is meant, whose word it is, which frames fitted or nearly did',
    )
    .argument('<file>', 'a file of any format that is read')
    .addOption(new Option('--edge <names...>', 'only the sentences that speak of these two').conflicts('sentence'))
    .addOption(new Option('--sentence <number>', 'only this sentence, counted from 1').argParser(parseOrdinal))
    .option('--json', 'as one line of JSON')
    .addHelpText(
      'after',
      examples(
        "dragoman explain article.txt --date 2025-12-04 --edge 'Orla Venn' 'Norway'",
        'dragoman explain article.txt --sentence 3',
      ),
    )
    .action(async (file: string, flags: Flags, self: Command) => {
      const { edge, sentence, json = false } = flags
      context.end(await explainText(file, { ...askedBy(self, flags, context.version), edge, sentence, json }, context))
    })
