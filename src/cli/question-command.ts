/** Commands that ask a library what the API answers, with the same parameters. */
import { Command } from 'commander'
import type * as z from 'zod'
import type { OperationName } from '../api/operations.ts'
import type { Asking } from '../mcp/desk.ts'
import { openLibrary } from '../store/open.ts'
import type { Context } from './context.ts'
import { libraryDesk } from './library-desk.ts'
import { examples, libraryOption } from './options.ts'
import { addParameters, namedAsFlag, parametersFrom } from './schema-flags.ts'

export interface Question<A> {
  readonly name: string
  readonly operation: OperationName
  readonly description: string
  /** Arguments, with what they are. */
  readonly arguments: readonly (readonly [name: string, words: string])[]
  readonly schema: z.ZodObject
  readonly asking: (given: readonly string[], query: Readonly<Record<string, unknown>>) => Asking
  /** Parameters that the arguments stand for. */
  readonly besides: readonly string[]
  readonly text: (answer: A) => string
  readonly examples: readonly string[]
}

/** A command that asks a library one of the questions of the API. */
export const questionCommand =
  <A>(question: Question<A>) =>
  (context: Context): Command => {
    const made = new Command(question.name).description(question.description)
    for (const [name, words] of question.arguments) made.argument(name, words)
    made.addOption(libraryOption())
    addParameters(made, question.schema, question.besides)
    return made
      .option('--json', 'the whole answer for programs, as over HTTP')
      .addHelpText('after', examples(...question.examples))
      .action(async () => {
        const flags = made.opts<{ library: string; json?: boolean }>()
        const asking = question.asking(made.args, parametersFrom(flags, question.schema))
        const answer = await answered<A>(question.operation, asking, flags.library, context)
        context.console.print(flags.json ? `${JSON.stringify(answer, null, 2)}\n` : question.text(answer))
      })
  }

async function answered<A>(operation: OperationName, asking: Asking, path: string, context: Context): Promise<A> {
  const library = openLibrary(path, { readonly: true })
  try {
    const desk = libraryDesk(library, context, () => {})
    // Lists of an answer are made when they are written: that is now, while the library is open.
    return JSON.parse(JSON.stringify(await desk.perform(operation, asking))) as A
  } catch (error) {
    throw namedAsFlag(error)
  } finally {
    library.close()
  }
}
