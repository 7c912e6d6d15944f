/** A field for one node: a combobox that searches names as one types. */
import { useEffect, useId, useRef, useState } from 'preact/hooks'
import { isAbort, search } from '../api-client.ts'
import { nameOf } from '../state/actions.ts'
import { namesHere, prepareNames } from '../state/names-here.ts'
import type { NameFound } from '../view/names-here.ts'
import { Glyph } from './glyph.tsx'
import { NodeResult } from './search-results.tsx'

interface NodePickerProps {
  readonly label: string
  /** Key of the node that is chosen. */
  readonly value: string | null
  readonly onChoose: (key: string) => void
}

const PAUSE_MS = 70
const MOST = 8

export function NodePicker({ label, value, onChoose }: NodePickerProps) {
  const id = useId()
  const chosen = value === null ? '' : nameOf(value)
  const [words, setWords] = useState<string | null>(null)
  const [answer, setAnswer] = useState<{ readonly to: string; readonly hits: readonly NameFound[] } | null>(null)
  // By its key: the list changes under the reader when the server answers. With other words nothing is chosen yet.
  const [choice, setChoice] = useState<{ readonly words: string; readonly key: string } | null>(null)
  const box = useRef<HTMLDivElement>(null)
  const sought = words?.trim() ?? ''
  const isOpen = sought !== ''
  // Names of the page at once; the server, which knows the whole library, may know more of them.
  const isAnswered = answer?.to === sought
  const hits = isOpen ? (isAnswered ? answer.hits : namesHere(sought)).slice(0, MOST) : []
  const active = Math.max(0, choice?.words === words ? hits.findIndex(({ key }) => key === choice?.key) : 0)

  useEffect(() => {
    if (sought === '') return
    const abort = new AbortController()
    const timer = setTimeout(() => {
      search(sought, abort.signal).then(
        ({ nodes }) => setAnswer({ to: sought, hits: nodes }),
        (error) => {
          // What the page knows itself stays.
          if (!isAbort(error)) setAnswer({ to: sought, hits: namesHere(sought) })
        },
      )
    }, PAUSE_MS)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [sought])

  const choose = (hit: NameFound | undefined): void => {
    if (hit === undefined) return
    setWords(null)
    onChoose(hit.key)
  }
  const onKey = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (by !== 0 && hits.length > 0) {
      event.preventDefault()
      setChoice({ words: words ?? '', key: hits[(active + by + hits.length) % hits.length]!.key })
    } else if (event.key === 'Enter') choose(hits[active])
    else if (event.key === 'Escape' && words !== null) {
      event.preventDefault()
      event.stopPropagation()
      setWords(null)
    }
  }
  return (
    <div
      class="picker"
      ref={box}
      onFocusOut={(event) => {
        if (!box.current?.contains(event.relatedTarget as Node | null)) setWords(null)
      }}
    >
      <label class="picker-label" for={id}>
        {label}
      </label>
      <div class="search-field picker-field">
        <Glyph name="search" />
        <input
          id={id}
          type="text"
          role="combobox"
          aria-expanded={isOpen && hits.length > 0}
          {...(isOpen && hits.length > 0 && { 'aria-controls': `${id}-hits` })}
          aria-autocomplete="list"
          {...(isOpen && hits[active] !== undefined && { 'aria-activedescendant': `${id}-${active}` })}
          placeholder="Type or click a name"
          autocomplete="off"
          spellcheck={false}
          value={words ?? chosen}
          onFocus={(event) => {
            prepareNames()
            event.currentTarget.select()
          }}
          onInput={(event) => setWords(event.currentTarget.value)}
          onKeyDown={onKey}
        />
      </div>
      {isOpen && hits.length > 0 && (
        <div id={`${id}-hits`} class="hits picker-hits" role="listbox" aria-label={`Names for “${label}”`}>
          {hits.map((hit, i) => (
            <div
              key={hit.key}
              id={`${id}-${i}`}
              class="hit"
              role="option"
              tabIndex={-1}
              aria-selected={i === active}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choose(hit)}
              onKeyDown={(event) => event.key === 'Enter' && choose(hit)}
            >
              <NodeResult hit={hit} />
            </div>
          ))}
        </div>
      )}
      {isOpen && hits.length === 0 && (
        <p class="picker-none quiet">{isAnswered ? 'There is no such name.' : 'Looking for names …'}</p>
      )}
    </div>
  )
}
