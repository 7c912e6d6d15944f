/** Takes out of the log what it says of a text that is to be forgotten. */
import type { Act, Control, Entry } from '../../model/corrections.ts'
import { anchorsOf, isControl, mapAct } from '../../model/corrections.ts'
import type { DocumentId } from '../../model/ids.ts'
import { slug } from '../../model/ids.ts'
import { mapAnchors } from './log.ts'

export interface ForgottenText {
  readonly id: DocumentId
  readonly text: string
  /** Names and aliases that no other text uses. */
  readonly names: readonly string[]
}

/** So many words in a row, as they stand in the text, are a quotation. */
const QUOTED_WORDS = 4

/**
 * The entries that have to change, as they are to be. Passages of the text are taken out of the anchors; what then has nothing left
 * to hold on to, or bears a name that only this text uses, is forgotten whole. A reason that quotes the text is taken out.
 * @param isThere whether a document is still in the library; earlier versions of the text that are gone are forgotten too
 */
export function forget(
  entries: readonly Entry[],
  { id, text, names }: ForgottenText,
  isThere: (document: DocumentId) => boolean,
): readonly Entry[] {
  const versions = versionsOf(id, entries, isThere)
  const says = teller(text, names)
  return entries.flatMap((entry) => {
    const what = isControl(entry.what) ? controlAfter(entry.what, versions) : actAfter(entry.what, versions, says)
    const why = entry.why !== null && says(entry.why) ? null : entry.why
    return what === entry.what && why === entry.why ? [] : [{ ...entry, why, what }]
  })
}

/** The document, and what it replaced or was replaced by, as long as that is gone as well. */
function versionsOf(
  id: DocumentId,
  entries: readonly Entry[],
  isThere: (document: DocumentId) => boolean,
): ReadonlySet<DocumentId> {
  const found = new Set([id])
  for (let size = 0; size < found.size; ) {
    size = found.size
    for (const { what } of entries) {
      if (what.act !== 'moved' || !(found.has(what.from) || found.has(what.to))) continue
      for (const other of [what.from, what.to]) if (!isThere(other)) found.add(other)
    }
  }
  return found
}

const FORGOTTEN: Control = { act: 'forgotten' }

const controlAfter = (what: Control, versions: ReadonlySet<DocumentId>): Control =>
  what.act === 'moved' && (versions.has(what.from) || versions.has(what.to)) ? FORGOTTEN : what

function actAfter(act: Act, versions: ReadonlySet<DocumentId>, says: (words: string) => boolean): Act | Control {
  if (wordsOf(act).some(says)) return FORGOTTEN
  if (!anchorsOf(act).some(({ document }) => versions.has(document))) return act
  const rest = mapAnchors(act, (anchor) => (versions.has(anchor.document) ? [] : [anchor]))
  return holdsOn(act, rest) ? rest : FORGOTTEN
}

/** Whether each node, edge and part that had passages has some left. */
function holdsOn(before: Act, after: Act): boolean {
  const counts = (act: Act): number[] => {
    const found: number[] = []
    mapAct(
      act,
      ({ at }) => void found.push(at.length),
      ({ at }) => void found.push(at.length),
    )
    if (act.act === 'split') for (const { mentions } of act.parts) found.push(mentions.length)
    return found
  }
  const [had, has] = [counts(before), counts(after)]
  return had.every((count, i) => count === 0 || has[i]! > 0)
}

/** Everything in an act that was made from words: names, labels, and keys, which are made from names. */
function wordsOf(act: Act): string[] {
  const found: string[] = []
  JSON.stringify(act, (name, value: unknown) => {
    if (typeof value === 'string' && !['act', 'document', 'relation', 'type', 'modality', 'role'].includes(name))
      found.push(value)
    return value
  })
  return found
}

/** Tells whether words give away what only this text says: a name of its own, or several words in a row. */
function teller(text: string, names: readonly string[]): (words: string) => boolean {
  const runs = new Set(runsOf(text))
  const slugs = names.map(slug).filter((name) => name.length > 2)
  return (words) => {
    const plain = `-${slug(words)}-`
    return slugs.some((name) => plain.includes(`-${name}-`)) || runsOf(words).some((run) => runs.has(run))
  }
}

function runsOf(text: string): string[] {
  const words = slug(text).split('-')
  return words.slice(QUOTED_WORDS - 1).map((_, i) => words.slice(i, i + QUOTED_WORDS).join('-'))
}
