import { Command } from 'commander'
import { type Context, withLibrary } from '../context.ts'
import { assembleLibrary } from '../library-graph.ts'
import { examples, libraryOption } from '../options.ts'

interface Flags {
  readonly library: string
}

export const checkCommand = ({ console, end, generator, pipeline }: Context): Command =>
  new Command('check')
    .description('see whether a library is whole: the file, the texts, the index, the facts, the corrections')
    .addOption(libraryOption())
    .addHelpText('after', examples('dragoman check', 'dragoman check --library talks.db'))
    .action(({ library: path }: Flags) =>
      withLibrary(path, {}, (library) => {
        const problems = library.problems()
        for (const problem of problems) console.say(problem)
        if (problems.length > 0) {
          console.say(`${path} is not whole. Put a backup copy in its place, or read the texts into a new library.`)
          end(1)
          return
        }
        const { log, met } = assembleLibrary(library, generator)
        const waiting = log.holding.filter(({ id }) => !met.has(id)).length
        if (waiting > 0)
          console.say(`${waiting} corrections fit nothing in the texts as they are now; "dragoman log" shows them.`)
        const outdated = library.outdated(pipeline().version).length
        if (outdated > 0)
          console.say(
            `${outdated} texts were read by another version; "dragoman ingest" reads them again where their files are.`,
          )
        console.print(`${path} is whole: ${library.stats().documents} documents, ${log.holding.length} corrections.\n`)
      }),
    )
