/** A folder that lies where the server is, below the root that it was started with: by its name, or step by step. */
import { useEffect, useState } from 'preact/hooks'
import type { SourcesAnswer } from '../../api/sources.ts'
import { fetchSources, inWords } from '../api-client.ts'
import { failed, LOADING, type Loadable, ready } from '../state/loadable.ts'
import { counted } from '../view/words.ts'
import { Glyph } from './glyph.tsx'

interface FolderPickerProps {
  readonly isBusy: boolean
  readonly onFolder: (folder: string) => void
}

/** Nothing where the server was given no root. */
export function FolderPicker({ isBusy, onFolder }: FolderPickerProps) {
  const [folder, setFolder] = useState('')
  const [listing, setListing] = useState<Loadable<SourcesAnswer>>(LOADING)
  const [hasRoot, setHasRoot] = useState(false)
  useEffect(() => {
    let isOld = false
    fetchSources(folder).then(
      (answer) => {
        if (isOld) return
        setHasRoot(answer.root !== null)
        setListing(ready(answer))
      },
      (error: unknown) => {
        if (!isOld) setListing(failed(inWords(error)))
      },
    )
    return () => {
      isOld = true
    }
  }, [folder])
  if (!hasRoot) return null
  const known = listing.state === 'ready' ? listing.value : null
  const isKnown = !isBusy && known?.folder === folder
  return (
    <fieldset class="folder-picker">
      <legend>Or read a folder{known?.root == null ? '' : ` of “${known.root}”`}</legend>
      <div class="folder-row">
        <label class="field">
          <span class="unseen">Folder</span>
          <input
            value={folder}
            placeholder="2025/march; all of it when empty"
            autocomplete="off"
            spellcheck={false}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return
              // Not the whole form, which is about a pasted text.
              event.preventDefault()
              if (isKnown) onFolder(folder)
            }}
            onInput={({ currentTarget }) => setFolder(currentTarget.value)}
          />
        </label>
        <button type="button" class="button" disabled={!isKnown} onClick={() => onFolder(folder)}>
          Read the folder
        </button>
      </div>
      {listing.state === 'failed' && (
        <p class="problem" role="alert">
          {listing.message}
        </p>
      )}
      {known !== null && <Inside listing={known} onFolder={setFolder} />}
    </fieldset>
  )
}

interface InsideProps {
  readonly listing: SourcesAnswer
  readonly onFolder: (folder: string) => void
}

function Inside({ listing: { folder, folders, texts }, onFolder }: InsideProps) {
  return (
    <>
      <ul class="folders" aria-label="Folders in it">
        {folder !== '' && (
          <li>
            <button type="button" class="chip" onClick={() => onFolder(folder.replace(/(^|\/)[^/]*\/?$/, ''))}>
              <Glyph name="undo" /> One up
            </button>
          </li>
        )}
        {folders.map(({ name, folder: inside }) => (
          <li key={inside}>
            <button type="button" class="chip" onClick={() => onFolder(inside)}>
              <bdi>{name}</bdi>
            </button>
          </li>
        ))}
      </ul>
      <p class="quiet">
        {counted(texts, 'file')} to read here
        {folders.length > 0 && `, and what lies in ${counted(folders.length, 'folder')} below`}.
      </p>
    </>
  )
}
