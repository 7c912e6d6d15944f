import { resolve } from 'node:path'
import { Command } from 'commander'
import { NotFoundError } from '../../model/errors.ts'
import { FEW_BEHIND, type KeptGraph } from '../../store/kept-graph.ts'
import { type Context, withLibrary } from '../context.ts'
import { keptGraph } from '../library-graph.ts'
import { examples, libraryOption } from '../options.ts'

interface Flags {
  readonly library: string
}

export const removeCommand = ({ console, end, generator }: Context): Command =>
  new Command('remove')
    .description('remove texts from a library without a trace: from its index, its logs, and the log of corrections')
    .argument('<document...>', 'ids of documents, or the files or addresses that they were read from')
    .addOption(libraryOption())
    .addHelpText('after', examples('dragoman remove 3f9a01c25b0c', 'dragoman remove articles/secret.txt'))
    .action((documents: string[], { library: path }: Flags) =>
      withLibrary(path, {}, (library) => {
        let kept: KeptGraph | undefined
        for (const document of documents) {
          const id = library.find(document) ?? library.find(resolve(document))
          if (id === undefined) {
            console.say(new NotFoundError(`There is no document "${document}" in ${path}.`).message)
            end(1)
          } else {
            // Brought up to date first: what was kept goes with the text, and is then kept anew without it.
            if (library.stats().documents > FEW_BEHIND) {
              kept ??= keptGraph(library, generator, console)
              kept.current()
            }
            library.forget(id)
            console.say(`${document} is removed.`)
          }
        }
        kept?.keep()
      }),
    )
