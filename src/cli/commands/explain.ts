import { Command, Option } from 'commander'
import type { Context } from '../context.ts'
import { explainText } from '../explain-text.ts'
import { type DateOption, dateOption, examples, parseOrdinal } from '../options.ts'

interface Flags {
  readonly date: DateOption
  readonly edge?: readonly string[]
  readonly sentence?: number
  readonly json?: boolean
}

export const explainCommand = (context: Context): Command =>
  new Command('explain')
    .description(
      'tell why a text was read as it was: the parse, who is meant, whose word it is, which frames fitted or nearly did',
    )
    .argument('<file>', 'a text in UTF-8')
    .addOption(dateOption())
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
    .action((file: string, { date, edge, sentence, json = false }: Flags) =>
      explainText(file, { date: date || null, edge, sentence, json }, context),
    )
