/** A field for one node: a combobox that searches names as one types. */
import { useEffect, useId, useRef, useState } from 'preact/hooks'
import type { NodeHit } from '../../api/schemas.ts'
import { isAbort, search } from '../api-client.ts'
import { nameOf } from '../state/actions.ts'
import { Glyph } from './glyph.tsx'
import { NodeResult } from './search-results.tsx'

interface NodePickerProps {
  readonly label: string
  /** Key of the node that is chosen. */
  readonly value: string | null
  readonly onChoose: (key: string) => void
}

const PAUSE_MS = 70

export function NodePicker({ label, value, onChoose }: NodePickerProps) {
  const id = useId()
  const chosen = value === null ? '' : nameOf(value)
  const [words, setWords] = useState<string | null>(null)
  const [hits, setHits] = useState<readonly NodeHit[]>([])
  const [active, setActive] = useState(0)
  const box = useRef<HTMLDivElement>(null)
  const isOpen = words !== null && words.trim() !== ''

  useEffect(() => {
    if (words === null || words.trim() === '') return setHits([])
    const abort = new AbortController()
    const timer = setTimeout(() => {
      search(words, abort.signal).then(
        ({ nodes }) => {
          setHits(nodes.slice(0, 8))
          setActive(0)
        },
        (error) => {
          if (!isAbort(error)) setHits([])
        },
      )
    }, PAUSE_MS)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [words])

  const choose = (hit: NodeHit | undefined): void => {
    if (hit === undefined) return
    setWords(null)
    onChoose(hit.key)
  }
  const onKey = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (by !== 0 && hits.length > 0) {
      event.preventDefault()
      setActive((active + by + hits.length) % hits.length)
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
          onFocus={(event) => event.currentTarget.select()}
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
      {isOpen && hits.length === 0 && <p class="picker-none quiet">No name found yet.</p>}
    </div>
  )
}
