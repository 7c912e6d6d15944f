/** The log of corrections, read from its first entry to its last: which of them hold, and where their passages lie now. */
import type { Act, Anchor, Control, Entry, StatementAnchor } from '../../model/corrections.ts'
import { isControl, mapAct } from '../../model/corrections.ts'
import { InvalidInputError, NotFoundError } from '../../model/errors.ts'
import type { EntryId } from '../../model/ids.ts'
import type { SpanPair } from '../../model/span.ts'

/** A correction that holds, with its anchors where they lie in the texts as they are now. */
export interface Correction extends Pick<Entry, 'id' | 'at' | 'by' | 'why'> {
  readonly act: Act
}

export type EntryState = 'holds' | 'undone' | 'forgotten'

export interface LogState {
  /** Those that hold, in the order in which they were made. */
  readonly holding: readonly Correction[]
  /** Of every correction; entries about other entries have none. */
  readonly states: ReadonlyMap<EntryId, EntryState>
  /** What "undo" takes back when no entry is named: the last that holds. */
  readonly undoable: EntryId | undefined
  /** What "redo" brings back when no entry is named: the last undone, unless something else was decided since. */
  readonly redoable: EntryId | undefined
}

/** @param entries in the order in which they were appended */
export function readLog(entries: readonly Entry[]): LogState {
  const states = new Map<EntryId, EntryState>()
  let corrections: Correction[] = []
  let undone: EntryId[] = []
  for (const { what, ...entry } of entries) {
    if (!isControl(what)) {
      corrections.push({ ...entry, act: what })
      states.set(entry.id, 'holds')
      undone = []
    } else if (what.act === 'undo') {
      states.set(what.entry, 'undone')
      undone.push(what.entry)
    } else if (what.act === 'redo') {
      states.set(what.entry, 'holds')
      undone = undone.filter((id) => id !== what.entry)
    } else if (what.act === 'moved') {
      const move = mover(what)
      corrections = corrections.map((correction) => ({ ...correction, act: mapAnchors(correction.act, move) }))
    } else {
      states.set(entry.id, 'forgotten')
    }
  }
  const holding = corrections.filter(({ id }) => states.get(id) === 'holds')
  return { holding, states, undoable: holding.at(-1)?.id, redoable: undone.at(-1) }
}

type Move = <A extends Anchor & Partial<StatementAnchor>>(anchor: A) => readonly A[]

/** The same act with each anchor replaced by what `move` makes of it; an empty list lets go of it. */
export function mapAnchors(act: Act, move: Move): Act {
  const all = <A extends Anchor>(at: readonly A[]): A[] => at.flatMap((anchor) => move(anchor))
  const moved = mapAct(
    act,
    (node) => ({ ...node, at: all(node.at) }),
    (edge) => ({ ...edge, at: all(edge.at) }),
  )
  if (moved.act === 'split')
    return { ...moved, parts: moved.parts.map((part) => ({ ...part, mentions: all(part.mentions) })) }
  if (moved.act === 'add-edge' || moved.act === 'add-event') return { ...moved, evidence: all(moved.evidence) }
  return moved
}

function mover({ from, to, spans }: Extract<Control, { act: 'moved' }>): Move {
  const places = new Map(
    spans.map(([start, end, newStart, newEnd]) => [`${start} ${end}`, [newStart, newEnd] as const]),
  )
  const placeOf = (start: number, end: number): SpanPair | undefined => places.get(`${start} ${end}`)
  return <A extends Anchor & Partial<StatementAnchor>>(anchor: A): readonly A[] => {
    if (anchor.document !== from) return [anchor]
    const place = placeOf(anchor.start, anchor.end)
    if (place === undefined) return []
    const { source: oldSource, target: oldTarget, ...rest } = anchor
    const source = oldSource && placeOf(...oldSource)
    const target = oldTarget && placeOf(...oldTarget)
    const moved = { ...rest, document: to, start: place[0], end: place[1] }
    return [{ ...moved, ...(source && { source }), ...(target && { target }) } as A]
  }
}

/**
 * What the log should say so that a correction no longer holds, or holds again.
 * @param entry the correction; the last one where it is undefined
 * @throws NotFoundError, InvalidInputError
 */
export function controlFor(act: 'undo' | 'redo', entries: readonly Entry[], entry: EntryId | undefined): Control {
  const { states, undoable, redoable } = readLog(entries)
  const meant = entry ?? (act === 'undo' ? undoable : redoable)
  if (meant === undefined) throw new InvalidInputError('entry', `There is nothing to ${act}.`)
  const state = states.get(meant)
  if (state === undefined) throw new NotFoundError(`There is no correction "${meant}".`, 'entry')
  if (state === 'forgotten')
    throw new InvalidInputError('entry', `What correction ${meant} said has been forgotten with its text.`)
  if (state === (act === 'undo' ? 'undone' : 'holds'))
    throw new InvalidInputError(
      'entry',
      `Correction ${meant} ${act === 'undo' ? 'is undone already' : 'holds already'}.`,
    )
  return { act, entry: meant }
}

/**
 * Whether entries of another log can be appended to this one: what they take back or bring back must be there.
 * @throws InvalidInputError
 */
export function checkLog(present: readonly Entry[], others: readonly Entry[]): void {
  const known = new Set(present.map(({ id }) => id))
  for (const { id, what } of others) {
    if ((what.act === 'undo' || what.act === 'redo') && !known.has(what.entry))
      throw new InvalidInputError(
        'lines',
        `Entry ${id} is about ${what.entry}, which stands neither before it nor here.`,
      )
    known.add(id)
  }
}
