/** The dialog that has a pasted text, files, or a folder of the server read into the library. */
import { useEffect, useRef } from 'preact/hooks'
import { parseCivilDate } from '../../model/date.ts'
import { addFiles, addition, addSources, addText, forgetAddition, refuse } from '../state/adding.ts'
import { isAdding } from '../state/store.ts'
import { AddedFiles, AddedTextNote } from './added.tsx'
import { FilePicker } from './file-picker.tsx'
import { FolderPicker } from './folder-picker.tsx'
import { Glyph } from './glyph.tsx'

export function AddText() {
  const dialog = useRef<HTMLDialogElement>(null)
  const form = useRef<HTMLFormElement>(null)
  const state = addition.value
  useEffect(() => dialog.current?.showModal(), [])
  const close = (): void => dialog.current?.close()

  const sendText = (): void => {
    const { text, title, source, date } = fieldsOf(form.current)
    if (text.trim() === '') {
      refuse('There is no text yet. Paste an article into the large field, or choose files.')
      return
    }
    void addText({
      text,
      ...(title !== '' && { title }),
      ...(source !== '' && { source }),
      ...(date !== undefined && { date }),
    })
  }
  /** What holds for all files that do not say it themselves. */
  const given = () => {
    const { source, date } = fieldsOf(form.current)
    return { ...(source !== '' && { source }), ...(date !== undefined && { date }) }
  }

  return (
    <dialog
      ref={dialog}
      class="dialog"
      aria-labelledby="add-text-title"
      onClose={() => {
        isAdding.value = false
        // What goes on is told when the reader comes back; what was told is done with.
        forgetAddition()
      }}
    >
      <form
        ref={form}
        onSubmit={(event) => {
          event.preventDefault()
          sendText()
        }}
      >
        <header>
          <h2 id="add-text-title">Add text</h2>
          <button type="button" class="button icon-only" aria-label="Close" onClick={close}>
            <Glyph name="close" />
          </button>
        </header>
        {state.state !== 'ready' ? (
          <Fields
            isBusy={state.state === 'loading'}
            problem={state.state === 'failed' ? state.message : null}
            onFiles={(files) => void addFiles(files, given())}
            onFolder={(folder) => void addSources({ folder, ...given() })}
          />
        ) : state.value.kind === 'text' ? (
          <AddedTextNote answer={state.value.answer} onClose={close} />
        ) : (
          <AddedFiles added={state.value} onClose={close} />
        )}
      </form>
    </dialog>
  )
}

function fieldsOf(form: HTMLFormElement | null) {
  const fields = new FormData(form ?? undefined)
  const get = (name: string): string => String(fields.get(name) ?? '')
  return {
    text: get('text'),
    title: get('title').trim(),
    source: get('source').trim(),
    date: parseCivilDate(get('date')),
  }
}

interface FieldsProps {
  readonly isBusy: boolean
  readonly problem: string | null
  readonly onFiles: (files: readonly File[]) => void
  readonly onFolder: (folder: string) => void
}

function Fields({ isBusy, problem, onFiles, onFolder }: FieldsProps) {
  return (
    <>
      <label class="field">
        Article
        <textarea name="text" rows={8} placeholder="Paste a news article in English" />
      </label>
      <div class="field-row">
        <label class="field">
          Title
          <input name="title" maxLength={1000} autocomplete="off" />
        </label>
        <label class="field">
          Published by
          <input name="source" maxLength={1000} autocomplete="off" />
        </label>
        <label class="field">
          Published on
          <input name="date" type="date" />
        </label>
      </div>
      <FilePicker isBusy={isBusy} onFiles={onFiles} />
      <FolderPicker isBusy={isBusy} onFolder={onFolder} />
      <p class="quiet">
        The day of publication tells what “Tuesday” or “last week” means; where a file says its own, that counts. The
        text stays on this machine.
      </p>
      {problem !== null && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      <footer>
        <button type="submit" class="button primary" disabled={isBusy}>
          {isBusy ? 'Reading …' : 'Read it'}
        </button>
      </footer>
    </>
  )
}
