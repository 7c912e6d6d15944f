import { Command } from 'commander'
import type { FormatName } from '../../graph/formats/formats.ts'
import type { Context } from '../context.ts'
import { extractTexts } from '../extract-texts.ts'
import { type DateOption, dateOption, examples, formatFor, formatOption } from '../options.ts'

interface Flags {
  readonly date: DateOption
  readonly format: FormatName
  readonly each?: boolean
  readonly out?: string
}

export const extractCommand = (context: Context): Command =>
  new Command('extract')
    .description('read texts and print one graph; nothing is stored')
    .argument('<file...>', 'texts in UTF-8')
    .addOption(dateOption())
    .addOption(formatOption('json'))
    .option('--each', 'one graph for each text, in the folder that --out names')
    .option('--out <path>', 'file to write to instead of standard output; with --each, a folder')
    .addHelpText(
      'after',
      examples(
        'dragoman extract article.txt --date 2025-12-04',
        'dragoman extract *.txt --format gexf --out graph.gexf',
        'dragoman extract --each --out graphs/ articles/*.txt',
      ),
    )
    .action(async (files: string[], { date, format: usual, each = false, out }: Flags, self: Command) => {
      const format = each ? usual : formatFor(self, usual, out)
      context.end(await extractTexts(files, { date: date || null, format, each, out }, context))
    })
