/** The dialog that reads a pasted text, or files that are dropped or chosen, into the library. */
import { useEffect, useRef, useState } from 'preact/hooks'
import { parseCivilDate } from '../../model/date.ts'
import { addDocument, addFile, inWords } from '../api-client.ts'
import { failed, IDLE, LOADING, type Loadable, ready } from '../state/loadable.ts'
import { isAdding, loadLibrary } from '../state/store.ts'
import { type AddedFile, AddedFiles, type AddedText, AddedTextNote } from './added.tsx'
import { FilePicker } from './file-picker.tsx'
import { Glyph } from './glyph.tsx'

type Added = AddedText | { readonly kind: 'files'; readonly files: readonly AddedFile[]; readonly isDone: boolean }

export function AddText() {
  const dialog = useRef<HTMLDialogElement>(null)
  const form = useRef<HTMLFormElement>(null)
  const [state, setState] = useState<Loadable<Added>>(IDLE)
  useEffect(() => dialog.current?.showModal(), [])
  const close = (): void => dialog.current?.close()

  const sendText = async (): Promise<void> => {
    const { text, title, source, date } = fieldsOf(form.current)
    if (text.trim() === '') {
      setState(failed('There is no text yet. Paste an article into the large field, or choose files.'))
      return
    }
    setState(LOADING)
    try {
      const answer = await addDocument({
        text,
        ...(title !== '' && { title }),
        ...(source !== '' && { source }),
        ...(date !== undefined && { date }),
      })
      await loadLibrary()
      setState(ready({ kind: 'text', answer }))
    } catch (error) {
      setState(failed(inWords(error)))
    }
  }

  const sendFiles = async (files: readonly File[]): Promise<void> => {
    const { source, date } = fieldsOf(form.current)
    const fields = { ...(source !== '' && { source }), ...(date !== undefined && { date }) }
    const added: AddedFile[] = []
    // One after the other: each is a request of its own, so that a bad one keeps no other from being read.
    for (const file of files) {
      setState(ready({ kind: 'files', files: [...added, { name: file.name, state: LOADING }], isDone: false }))
      added.push({ name: file.name, state: await sendFile(file, fields) })
    }
    await loadLibrary()
    setState(ready({ kind: 'files', files: added, isDone: true }))
  }

  return (
    <dialog
      ref={dialog}
      class="dialog"
      aria-labelledby="add-text-title"
      onClose={() => {
        isAdding.value = false
      }}
    >
      <form
        ref={form}
        onSubmit={(event) => {
          event.preventDefault()
          void sendText()
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
            onFiles={(files) => void sendFiles(files)}
          />
        ) : state.value.kind === 'text' ? (
          <AddedTextNote answer={state.value.answer} onClose={close} />
        ) : (
          <AddedFiles files={state.value.files} isDone={state.value.isDone} onClose={close} />
        )}
      </form>
    </dialog>
  )
}

const sendFile = async (file: File, fields: Parameters<typeof addFile>[1]): Promise<AddedFile['state']> => {
  try {
    return ready(await addFile(file, fields))
  } catch (error) {
    return failed(inWords(error))
  }
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
}

function Fields({ isBusy, problem, onFiles }: FieldsProps) {
  return (
    <>
      <label class="field">
        Article
        <textarea name="text" rows={9} placeholder="Paste a news article in English" />
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
          On
          <input name="date" type="date" />
        </label>
      </div>
      <FilePicker isBusy={isBusy} onFiles={onFiles} />
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
