import { Command } from 'commander'
import { CATALOGUE, type FormatName } from '../../graph/formats/catalogue.ts'
import { InvalidInputError } from '../../model/errors.ts'
import type { Context } from '../context.ts'
import { extractTexts } from '../extract-texts.ts'
import {
  type DateOption, dateOption, examples, formatFor, formatOption, formatsHelp, tableOption, withoutTextOption,
} from '../options.ts' // biome-ignore format: one glance

interface Flags {
  readonly date: DateOption
  readonly format: FormatName
  readonly each?: boolean
  readonly out?: string
  readonly table?: string
  readonly withoutText?: boolean
}

export const extractCommand = (context: Context): Command =>
  new Command('extract')
    .description('read texts and print one graph; nothing is stored')
    .argument('<file...>', 'texts in UTF-8')
    .addOption(dateOption())
    .addOption(formatOption('json'))
    .option('--each', 'one graph for each text, in the folder that --out names')
    .option('--out <path>', 'file to write to instead of standard output; with --each, a folder')
    .addOption(tableOption().conflicts('each'))
    .addOption(withoutTextOption())
    .addHelpText('after', formatsHelp())
    .addHelpText(
      'after',
      examples(
        'dragoman extract article.txt --date 2025-12-04',
        'dragoman extract *.txt --format gexf --out graph.gexf',
        'dragoman extract --each --out graphs/ articles/*.txt',
      ),
    )
    .action((files: string[], flags: Flags, self: Command) => {
      const { date, format: usual, each = false, out, table, withoutText = false } = flags
      const format = each ? usual : formatFor(self, usual, out)
      const { focused, label } = CATALOGUE[format]
      if (focused) throw new InvalidInputError('format', `A ${label} is about a library: use "dragoman export".`)
      const options = { date: date || null, format, each, out, table, text: !withoutText }
      context.end(extractTexts(files, options, context))
    })
