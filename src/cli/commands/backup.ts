import { Command } from 'commander'
import { type Context, withLibrary } from '../context.ts'
import { examples, libraryOption } from '../options.ts'

interface Flags {
  readonly library: string
}

export const backupCommand = ({ console }: Context): Command =>
  new Command('backup')
    .description('write a consistent copy of a library, also while it is in use')
    .argument('<file>', 'where to; there must be no file yet')
    .addOption(libraryOption())
    .addHelpText('after', examples('dragoman backup dragoman-2025-12-04.db'))
    .action((file: string, { library: path }: Flags) => {
      withLibrary(path, { readonly: true }, (library) => library.backup(file))
      console.say(`${file} is a copy of ${path}.`)
    })
