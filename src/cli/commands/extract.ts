import { Command } from 'commander'
import { CATALOGUE, type FormatName } from '../../graph/formats/catalogue.ts'
import { InvalidInputError } from '../../model/errors.ts'
import { formatsInWords } from '../../read/kinds.ts'
import type { Context } from '../context.ts'
import { extractTexts } from '../extract-texts.ts'
import { examples, formatFor, formatOption, formatsHelp, tableOption, withoutTextOption } from '../options.ts'
import { addReadingOptions, askedBy, type ReadingFlags } from '../reading-options.ts'

interface Flags extends ReadingFlags {
  readonly format: FormatName
  readonly each?: boolean
  readonly out?: string
  readonly table?: string
  readonly withoutText?: boolean
}

export const extractCommand = (context: Context): Command =>
  addReadingOptions(new Command('extract'))
    .description('read texts and print one graph; nothing is stored')
    .argument('<file...>', "files of any format that is read, addresses (https://…), '-' for standard input")
    .addOption(formatOption('json'))
    .option('--each', 'one graph for each text, in the folder that --out names')
    .option('--out <path>', 'file to write to instead of standard output; with --each, a folder')
    .addOption(tableOption().conflicts('each'))
    .addOption(withoutTextOption())
    .addHelpText('after', formatsHelp())
    .addHelpText(
      'after',
      `\nReads: ${formatsInWords()}.\n${examples(
        'dragoman extract article.txt --date 2025-12-04',
        'dragoman extract *.pdf --format gexf --out graph.gexf',
        'dragoman extract --each --out graphs/ articles/*.txt',
        'pdftotext report.pdf - | dragoman extract -',
      )}`,
    )
    .action(async (files: string[], flags: Flags, self: Command) => {
      const { format: usual, each = false, out, table, withoutText = false } = flags
      const format = each ? usual : formatFor(self, usual, out)
      const { focused, label } = CATALOGUE[format]
      if (focused) throw new InvalidInputError('format', `A ${label} is about a library: use "dragoman export".`)
      const asked = askedBy(self, flags, context.version)
      context.end(await extractTexts(files, { ...asked, format, each, out, table, text: !withoutText }, context))
    })
