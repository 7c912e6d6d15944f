/** What was read in a text, in files or in a folder that was added, while it goes on and when it is done. */
import type { AddedAnswer } from '../../api/schemas.ts'
import { select } from '../state/actions.ts'
import { type FileNote, type FilesAdded, stopAdding } from '../state/adding.ts'
import { counted, number } from '../view/words.ts'

export function AddedTextNote({ answer, onClose }: { readonly answer: AddedAnswer; readonly onClose: () => void }) {
  return (
    <>
      <p role="status">
        “{answer.document.title}” was read: {counted(answer.nodes.length, 'name or event', 'names and events')} and{' '}
        {counted(answer.edges.length, 'relation')}.
      </p>
      <Notes notes={answer.notes} />
      <Closing document={answer.document.id} onClose={onClose} />
    </>
  )
}

interface AddedFilesProps {
  readonly added: FilesAdded
  readonly onClose: () => void
}

/** Rows that are shown; of longer lists, those with something to say come first. */
const MOST_ROWS = 60

export function AddedFiles({ added, onClose }: AddedFilesProps) {
  const { files, isDone, failures, notes } = added
  const rows = rowsOf(files)
  return (
    <>
      <Progress added={added} />
      {failures.map((failure) => (
        <p class="problem" role="alert" key={failure}>
          {failure}
        </p>
      ))}
      <Notes notes={notes} />
      <ul class="added-files" aria-label="Files">
        {rows.map(({ file, at }) => (
          // Two files of one name may be chosen from different folders; their places do not change.
          <li key={at}>
            <FileRow file={file} />
          </li>
        ))}
      </ul>
      {rows.length < files.length && (
        <p class="quiet">… and {counted(files.length - rows.length, 'file')} about which there is nothing to say.</p>
      )}
      {isDone ? (
        <Closing document={onlyText(files)} onClose={onClose} />
      ) : (
        <footer>
          <button type="button" class="button primary" onClick={onClose}>
            Look at the graph meanwhile
          </button>
          <button type="button" class="button" onClick={stopAdding}>
            Stop
          </button>
        </footer>
      )}
    </>
  )
}

function rowsOf(files: readonly FileNote[]): readonly { readonly file: FileNote; readonly at: number }[] {
  const all = files.map((file, at) => ({ file, at }))
  if (all.length <= MOST_ROWS) return all
  const weight = ({ file: { read, failures, notes } }: (typeof all)[number]): number =>
    read === null ? 0 : failures.length > 0 ? 1 : notes.length > 0 ? 2 : 3
  return all.toSorted((a, b) => weight(a) - weight(b) || b.at - a.at).slice(0, MOST_ROWS)
}

export function Progress({ added: { files, total, isDone } }: { readonly added: FilesAdded }) {
  const read = files.filter((file) => file.read !== null)
  const sum = (of: (note: NonNullable<FileNote['read']>) => number): number =>
    read.reduce((all, { read }) => all + of(read!), 0)
  const texts = sum((counts) => counts.texts)
  if (isDone)
    return (
      <p role="status">
        {counted(texts, 'text')} read,{' '}
        {counted(
          sum(({ relations }) => relations),
          'relation',
        )}{' '}
        found in {texts === 1 ? 'it' : 'them'}.
      </p>
    )
  return (
    <>
      <label class="reading">
        {total === null
          ? 'Looking through the files …'
          : `Reading ${number(Math.min(read.length + 1, total))} of ${number(total)}`}
        <progress {...(total !== null && { max: total, value: read.length })} />
      </label>
      {read.length > 0 && <p class="quiet">{read.at(-1)!.name}</p>}
    </>
  )
}

function FileRow({ file: { name, read, failures, notes } }: { readonly file: FileNote }) {
  return (
    <>
      <strong>
        <bdi>{name}</bdi>
      </strong>{' '}
      <span class="quiet">{read === null ? 'Reading …' : read.texts > 0 ? countsOf(read) : ''}</span>
      {failures.map((failure) => (
        <p class="problem" role="alert" key={failure}>
          {failure}
        </p>
      ))}
      <Notes notes={notes} />
    </>
  )
}

function countsOf({ texts, unchanged }: NonNullable<FileNote['read']>): string {
  const had = unchanged === 0 ? '' : unchanged === texts ? ' (there already)' : ` (${number(unchanged)} there already)`
  return `${counted(texts, 'text')}${had}`
}

const MOST_NOTES = 5

const Notes = ({ notes }: { readonly notes: readonly string[] }) => (
  <>
    {notes.slice(0, MOST_NOTES).map((note) => (
      <p class="note" key={note}>
        {note}
      </p>
    ))}
    {notes.length > MOST_NOTES && <p class="note">… and {counted(notes.length - MOST_NOTES, 'more note')}.</p>}
  </>
)

function onlyText(files: readonly FileNote[]): string | undefined {
  const withTexts = files.filter(({ read }) => (read?.texts ?? 0) > 0)
  return withTexts.length === 1 ? withTexts[0]!.only : undefined
}

function Closing({ document, onClose }: { readonly document: string | undefined; readonly onClose: () => void }) {
  return (
    <footer>
      {document !== undefined && (
        <button
          type="button"
          class="button primary"
          onClick={() => {
            onClose()
            select({ kind: 'document', key: document }, false)
          }}
        >
          Open the document
        </button>
      )}
      <button type="button" class={document === undefined ? 'button primary' : 'button'} onClick={onClose}>
        Done
      </button>
    </footer>
  )
}
