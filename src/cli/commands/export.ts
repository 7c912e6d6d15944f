import { Command } from 'commander'
import { CATALOGUE, type FormatName } from '../../graph/formats/catalogue.ts'
import { FOCUSED_DEPTH } from '../../graph/formats/formats.ts'
import { sentencesFrom } from '../../graph/formats/options.ts'
import { type PartQuery, partOf } from '../../graph/queries/part.ts'
import { InvalidInputError } from '../../model/errors.ts'
import { Texts } from '../../server/texts.ts'
import { type Context, withLibrary } from '../context.ts'
import { addFilters, filtersFrom } from '../filter-options.ts'
import { libraryGraph } from '../library-graph.ts'
import {
  examples, formatFor, formatOption, formatsHelp, libraryOption, tableOption, withoutTextOption,
} from '../options.ts' // biome-ignore format: one glance
import { checkTarget, type Target, writeGraph } from '../write-graph.ts'

interface Flags {
  readonly library: string
  readonly format: FormatName
  readonly out?: string
  readonly table?: string
  readonly withoutText?: boolean
}

export const exportCommand = (context: Context): Command =>
  addFilters(
    new Command('export')
      .description('write the graph of a library, or a part of it, to a file')
      .addOption(libraryOption())
      .addOption(formatOption('gexf'))
      .option('--out <path>', 'file to write to instead of standard output; for several tables, a folder or a ZIP')
      .addOption(tableOption())
      .addOption(withoutTextOption()),
  )
    .addHelpText('after', formatsHelp())
    .addHelpText(
      'after',
      examples(
        'dragoman export --out graph.gexf',
        'dragoman export --out graph.html --kind actor,place --status asserted --from 2025-01',
        'dragoman export --format csv --out tables.zip',
        'dragoman export --format csv --table edges > edges.csv',
        'dragoman export --node "Ilsa Marrow" --out marrow.md',
        'dragoman export --node person:ilsa-marrow --depth 2 --without-text --out around.graphml',
      ),
    )
    .action((flags: Flags, self: Command) => {
      const { library, format: usual, out, table, withoutText = false } = flags
      const target: Target = { format: formatFor(self, usual, out), table, out }
      const { label, focused } = CATALOGUE[target.format]
      const query = filtersFrom(self.opts())
      if (focused && query.node === undefined)
        throw new InvalidInputError('node', `A ${label} is about one node. Name its key or its name with --node.`)
      checkTarget(target, [library])
      exportPart(library, focused ? { ...query, depth: FOCUSED_DEPTH } : query, target, !withoutText, context)
    })

function exportPart(
  path: string,
  query: PartQuery,
  target: Target,
  text: boolean,
  { console, generator }: Context,
): void {
  withLibrary(path, { readonly: true }, (library) => {
    const whole = libraryGraph(library, generator)
    const { graph, focus } = partOf(whole, query)
    const texts = new Texts(library)
    const options = {
      ...(text && { sentencesOf: sentencesFrom((id) => texts.get(id)) }),
      ...(focus !== undefined && { focus }),
      labelOf: (key: string) => (whole.hasNode(key) ? whole.getNodeAttribute(key, 'label') : undefined),
    }
    writeGraph(graph, target, options, console)
  })
}
