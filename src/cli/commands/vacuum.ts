import { statSync } from 'node:fs'
import { Command } from 'commander'
import { type Context, withLibrary } from '../context.ts'
import { examples, libraryOption } from '../options.ts'

interface Flags {
  readonly library: string
}

export const vacuumCommand = ({ console }: Context): Command =>
  new Command('vacuum')
    .description('give back room that a library no longer uses, and overwrite what was in it')
    .addOption(libraryOption())
    .addHelpText('after', examples('dragoman vacuum', 'dragoman vacuum --library talks.db'))
    .action(({ library: path }: Flags) => {
      const megabytes = (): string => `${(statSync(path).size / 1024 / 1024).toFixed(1)} MB`
      withLibrary(path, {}, (library) => {
        const before = megabytes()
        library.vacuum()
        console.say(`${path}: ${before} before, ${megabytes()} now.`)
      })
    })
