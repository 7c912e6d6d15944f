/** What was read in a text or in files that were added. */
import type { AddedAnswer, FileAnswer } from '../../api/schemas.ts'
import { select } from '../state/actions.ts'
import type { Loadable } from '../state/loadable.ts'
import { counted } from '../view/words.ts'

export interface AddedText {
  readonly kind: 'text'
  readonly answer: AddedAnswer
}

export interface AddedFile {
  readonly name: string
  readonly state: Loadable<FileAnswer>
}

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
  readonly files: readonly AddedFile[]
  readonly isDone: boolean
  readonly onClose: () => void
}

export function AddedFiles({ files, isDone, onClose }: AddedFilesProps) {
  const texts = files.flatMap(({ state }) => (state.state === 'ready' ? state.value.texts : []))
  const only = texts.length === 1 ? texts[0]?.document.id : undefined
  return (
    <>
      <ul class="added-files">
        {files.map((file, i) => (
          // Two files of one name may be chosen from different folders; their places do not change.
          <li key={i}>
            <FileRow file={file} />
          </li>
        ))}
      </ul>
      {isDone && (
        <p role="status">
          {counted(texts.length, 'text')} read, {counted(sum(texts.map(({ edges }) => edges)), 'relation')} found in{' '}
          {texts.length === 1 ? 'it' : 'them'}.
        </p>
      )}
      {isDone && <Closing document={only} onClose={onClose} />}
    </>
  )
}

function FileRow({ file: { name, state } }: { readonly file: AddedFile }) {
  if (state.state === 'failed')
    return (
      <>
        <strong>
          <bdi>{name}</bdi>
        </strong>
        <p class="problem" role="alert">
          {state.message}
        </p>
      </>
    )
  if (state.state !== 'ready')
    return (
      <>
        <strong>
          <bdi>{name}</bdi>
        </strong>{' '}
        <span class="quiet">Reading …</span>
      </>
    )
  const { texts, failures, notes } = state.value
  const had = texts.filter(({ outcome }) => outcome === 'unchanged').length
  return (
    <>
      <strong>
        <bdi>{name}</bdi>
      </strong>{' '}
      <span class="quiet">
        {counted(texts.length, 'text')}
        {had > 0 && ` (${had === texts.length ? 'there already' : `${had} there already`})`}
      </span>
      {failures.map((failure) => (
        <p class="problem" key={failure}>
          {failure}
        </p>
      ))}
      <Notes notes={[...new Set([...notes, ...texts.flatMap((text) => text.notes)])]} />
    </>
  )
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

const sum = (numbers: readonly number[]): number => numbers.reduce((total, value) => total + value, 0)
