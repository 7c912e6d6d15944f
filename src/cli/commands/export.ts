import { Command } from 'commander'
import type { FormatName } from '../../graph/formats/formats.ts'
import { type Context, withLibrary } from '../context.ts'
import { libraryGraph } from '../library-graph.ts'
import { examples, formatFor, formatOption, libraryOption } from '../options.ts'
import { checkWritable, spareInputs, writeGraph } from '../write-graph.ts'

interface Flags {
  readonly library: string
  readonly format: FormatName
  readonly out?: string
}

export const exportCommand = ({ console, generator }: Context): Command =>
  new Command('export')
    .description('write the graph of a library to a file')
    .addOption(libraryOption())
    .addOption(formatOption('gexf'))
    .option('--out <file>', 'file to write to instead of standard output')
    .addHelpText(
      'after',
      examples('dragoman export --format gexf --out graph.gexf', 'dragoman export --format json > graph.json'),
    )
    .action(({ library, format: usual, out }: Flags, self: Command) => {
      const format = formatFor(self, usual, out)
      if (out !== undefined) {
        spareInputs(out, [library])
        checkWritable(out)
      }
      const graph = withLibrary(library, { readonly: true }, (opened) => libraryGraph(opened, generator))
      writeGraph(graph, format, out, console.print)
    })
