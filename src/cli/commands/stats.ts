import { Command } from 'commander'
import { type Context, withLibrary } from '../context.ts'
import { libraryGraph } from '../library-graph.ts'
import { examples, libraryOption } from '../options.ts'

interface Flags {
  readonly library: string
  readonly json?: boolean
}

export const statsCommand = ({ console, generator }: Context): Command =>
  new Command('stats')
    .description('count what a library holds')
    .addOption(libraryOption())
    .option('--json', 'as one line of JSON')
    .addHelpText('after', examples('dragoman stats', 'dragoman stats --library talks.db --json'))
    .action(({ library, json = false }: Flags) => {
      const counts = withLibrary(library, { readonly: true }, (opened) => {
        const graph = libraryGraph(opened, generator)
        const events = graph.filterNodes((_, { kind }) => kind === 'event').length
        const { documents, sentences, characters } = opened.stats()
        return { documents, nodes: graph.order, edges: graph.size, events, sentences, characters }
      })
      console.print(json ? `${JSON.stringify(counts)}\n` : table(counts))
    })

const table = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .map(([name, value]) => `${name.padEnd(12)}${value.toLocaleString('en-GB')}\n`)
    .join('')
