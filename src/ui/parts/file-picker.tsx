/** Where files are dropped, or chosen by a dialog of the system; by keyboard too. */
import { useRef, useState } from 'preact/hooks'

interface FilePickerProps {
  readonly isBusy: boolean
  readonly onFiles: (files: readonly File[]) => void
}

export function FilePicker({ isBusy, onFiles }: FilePickerProps) {
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)
  const take = (files: FileList | null | undefined): void => {
    if (!isBusy && files != null && files.length > 0) onFiles([...files])
  }
  return (
    // The button and the field within are what keyboards and screen readers reach; dropping is one more way.
    // biome-ignore lint/a11y/noStaticElementInteractions: it only takes what is dropped
    <div
      class={isOver ? 'drop drop-over' : 'drop'}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        take(event.dataTransfer?.files)
      }}
    >
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label="Files"
        onChange={(event) => take(event.currentTarget.files)}
      />
      <button type="button" class="button" disabled={isBusy} onClick={() => input.current?.click()}>
        Choose files
      </button>
      <span class="quiet">or drop them here: PDF, web pages, Word, e-mail, tables …</span>
    </div>
  )
}
