/** The dialog that reads a pasted text into the library. */
import { useEffect, useRef, useState } from 'preact/hooks'
import type { AddedAnswer } from '../../api/schemas.ts'
import { parseCivilDate } from '../../model/date.ts'
import { addDocument, inWords } from '../api-client.ts'
import { select } from '../state/actions.ts'
import { failed, IDLE, LOADING, type Loadable, ready } from '../state/loadable.ts'
import { isAdding, loadLibrary } from '../state/store.ts'
import { counted } from '../view/words.ts'
import { Glyph } from './glyph.tsx'

export function AddText() {
  const dialog = useRef<HTMLDialogElement>(null)
  const [state, setState] = useState<Loadable<AddedAnswer>>(IDLE)
  useEffect(() => dialog.current?.showModal(), [])

  const send = async (form: HTMLFormElement): Promise<void> => {
    const fields = new FormData(form)
    const text = String(fields.get('text') ?? '')
    const title = String(fields.get('title') ?? '').trim()
    const source = String(fields.get('source') ?? '').trim()
    const date = parseCivilDate(String(fields.get('date') ?? ''))
    if (text.trim() === '') {
      setState(failed('There is no text yet. Paste an article into the large field.'))
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
      setState(ready(answer))
    } catch (error) {
      setState(failed(inWords(error)))
    }
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
        onSubmit={(event) => {
          event.preventDefault()
          void send(event.currentTarget)
        }}
      >
        <header>
          <h2 id="add-text-title">Add text</h2>
          <button type="button" class="button icon-only" aria-label="Close" onClick={() => dialog.current?.close()}>
            <Glyph name="close" />
          </button>
        </header>
        {state.state === 'ready' ? (
          <Added answer={state.value} onClose={() => dialog.current?.close()} />
        ) : (
          <Fields isBusy={state.state === 'loading'} problem={state.state === 'failed' ? state.message : null} />
        )}
      </form>
    </dialog>
  )
}

function Fields({ isBusy, problem }: { readonly isBusy: boolean; readonly problem: string | null }) {
  return (
    <>
      <label class="field">
        Article
        <textarea name="text" rows={11} placeholder="Paste a news article in English" />
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
      <p class="quiet">
        The day of publication tells what “Tuesday” or “last week” means. The text stays on this machine.
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

function Added({ answer, onClose }: { readonly answer: AddedAnswer; readonly onClose: () => void }) {
  return (
    <>
      <p role="status">
        “{answer.document.title}” was read: {counted(answer.nodes.length, 'name or event', 'names and events')} and{' '}
        {counted(answer.edges.length, 'relation')}.
      </p>
      {answer.notes.map((note) => (
        <p class="note" key={note}>
          {note}
        </p>
      ))}
      <footer>
        <button
          type="button"
          class="button primary"
          onClick={() => {
            onClose()
            select({ kind: 'document', key: answer.document.id }, false)
          }}
        >
          Open the document
        </button>
        <button type="button" class="button" onClick={onClose}>
          Done
        </button>
      </footer>
    </>
  )
}
