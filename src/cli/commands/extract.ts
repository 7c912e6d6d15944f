import { Command } from 'commander'
import type { FormatName } from '../../graph/formats/formats.ts'
import { formatsInWords } from '../../read/kinds.ts'
import type { Context } from '../context.ts'
import { extractTexts } from '../extract-texts.ts'
import { examples, formatFor, formatOption } from '../options.ts'
import { addReadingOptions, askedBy, type ReadingFlags } from '../reading-options.ts'

interface Flags extends ReadingFlags {
  readonly format: FormatName
  readonly each?: boolean
  readonly out?: string
}

export const extractCommand = (context: Context): Command =>
  addReadingOptions(new Command('extract'))
    .description('read texts and print one graph; nothing is stored')
    .argument('<file...>', "files of any format that is read, addresses (https://…), '-' for standard input")
    .addOption(formatOption('json'))
    .option('--each', 'one graph for each text, in the folder that --out names')
    .option('--out <path>', 'file to write to instead of standard output; with --each, a folder')
    .addHelpText(
      'after',
      `\nFormats: ${formatsInWords()}.\n${examples(
        'dragoman extract article.txt --date 2025-12-04',
        'dragoman extract *.pdf --format gexf --out graph.gexf',
        'dragoman extract --each --out graphs/ articles/*.txt',
        'pdftotext report.pdf - | dragoman extract -',
      )}`,
    )
    .action(async (files: string[], flags: Flags, self: Command) => {
      const { format: usual, each = false, out } = flags
      const format = each ? usual : formatFor(self, usual, out)
      context.end(await extractTexts(files, { ...askedBy(self, flags, context.version), format, each, out }, context))
    })
