import { readFileSync } from 'node:fs'
import { Command } from 'commander'
import { parseLog, writeLog } from '../../api/corrections.ts'
import { checkLog } from '../../graph/corrections/log.ts'
import { UnreadableDocumentError } from '../../model/errors.ts'
import { type Context, withLibrary } from '../context.ts'
import { describeEntry } from '../corrections.ts'
import { assembleLibrary } from '../library-graph.ts'
import { examples, libraryOption } from '../options.ts'
import { checkWritable, spareInputs, writeFile } from '../write-graph.ts'

interface Flags {
  readonly library: string
  readonly export?: string | true
  readonly import?: string
}

export const logCommand = (context: Context): Command =>
  new Command('log')
    .description('show what people have corrected in a library, take it away as a file, or take over another log')
    .addOption(libraryOption())
    .option('--export [file]', 'write all entries as JSON, one a line, to a file or to standard output')
    .option('--import <file>', 'append the entries of an exported log that are not here yet')
    .addHelpText(
      'after',
      examples('dragoman log', 'dragoman log --export corrections.jsonl', 'dragoman log --import corrections.jsonl'),
    )
    .action(({ library, export: out, import: file }: Flags) => {
      if (file !== undefined) takeOver(library, file, context)
      else if (out !== undefined) takeAway(library, out, context)
      else show(library, context)
    })

function show(path: string, { console, generator }: Context): void {
  const { print, say } = console
  withLibrary(path, { readonly: true }, (library) => {
    const assembly = assembleLibrary(library, generator)
    for (const entry of assembly.entries) print(`${describeEntry(entry, assembly)}\n`)
    if (assembly.entries.length === 0) say('Nothing has been corrected yet.')
    const waiting = assembly.log.holding.filter(({ id }) => !assembly.met.has(id)).length
    if (waiting > 0)
      say(
        `${waiting} of the corrections fit nothing in the texts as they are now (marked "?"). They are kept, and hold again when it is back.`,
      )
  })
}

function takeAway(path: string, out: string | true, { console }: Context): void {
  if (out !== true) {
    spareInputs(out, [path])
    checkWritable(out)
  }
  const lines = withLibrary(path, { readonly: true }, (library) => writeLog(library.corrections()))
  if (out === true) console.print(lines)
  else writeFile(out, [lines])
}

function takeOver(path: string, file: string, { console }: Context): void {
  const entries = parseLog(readLines(file))
  withLibrary(path, {}, (library) => {
    checkLog(library.corrections(), entries)
    const added = library.appendAll(entries)
    console.say(`${path}: ${added} entries added, ${entries.length - added} known already.`)
  })
}

function readLines(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    throw new UnreadableDocumentError(file, `${file} cannot be read. Check its name and its rights.`, { cause })
  }
}
