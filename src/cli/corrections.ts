/** What the commands that correct the graph have in common. */
import { userInfo } from 'node:os'
import { Option } from 'commander'
import { toAct } from '../graph/corrections/anchor.ts'
import { controlFor } from '../graph/corrections/log.ts'
import { sentenceOf } from '../graph/corrections/sentence.ts'
import type { Act, Control, Entry, Wish } from '../model/corrections.ts'
import { isControl } from '../model/corrections.ts'
import type { EntryId } from '../model/ids.ts'
import type { LibraryGraph } from '../store/kept-graph.ts'
import type { Library } from '../store/library.ts'
import { type Context, withLibrary } from './context.ts'
import { keptGraph } from './library-graph.ts'

export interface Said {
  readonly library: string
  readonly by: string
  readonly why?: string
}

export const byOption = (): Option =>
  new Option('--by <name>', 'who decides').default(userName(), 'the user of this machine')
export const whyOption = (): Option => new Option('--why <reason>', 'why, for the log')

/** Who works at this machine, as it is known to the machine. */
export function userName(): string {
  try {
    return userInfo().username
  } catch {
    return 'somebody'
  }
}

/** One line of the log: what does not hold is in brackets, and what fits nothing bears a question mark. */
export function describeEntry(entry: Entry, { log, met, graph, findNode }: LibraryGraph): string {
  const { id, at, by, why, what } = entry
  const state = log.states.get(id)
  const words = sentenceOf(what, (key) => {
    const found = findNode(key)
    return found && graph.getNodeAttribute(found, 'label')
  })
  const mark = state === 'undone' ? '-' : state === 'holds' && !met.has(id) ? '?' : isControl(what) ? ' ' : '+'
  return `${mark} ${id}  ${at.slice(0, 16).replace('T', ' ')}  ${by}: ${words}${why === null ? '' : ` (${why})`}`
}

/** Makes a correction and says what it did. */
export const correct = (wish: Wish, said: Said, context: Context): void =>
  append(said, context, (_, assembly) => toAct(wish, assembly))

/** Takes a correction back, or brings it back. */
export const control = (act: 'undo' | 'redo', entry: EntryId | undefined, said: Said, context: Context): void =>
  append(said, context, ({ entries }) => controlFor(act, entries, entry))

function append(
  { library: path, by, why }: Said,
  { console, generator }: Context,
  decide: (log: { readonly entries: readonly Entry[] }, assembly: LibraryGraph) => Act | Control,
): void {
  withLibrary(path, {}, (library: Library) => {
    const kept = keptGraph(library, generator)
    const before = kept.current()
    const entry = library.append({ by, why: why ?? null, what: decide(before, before) })
    const after = kept.current()
    const meant = entry.what.act === 'undo' || entry.what.act === 'redo' ? entry.what.entry : entry.id
    console.say(describeEntry(after.entries.find(({ id }) => id === meant) ?? entry, after))
  })
}
