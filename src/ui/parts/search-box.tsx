/** Search as you type over names, aliases and texts: a combobox with a list of results below it. */
import { useEffect, useRef, useState } from 'preact/hooks'
import type { DocumentHit, NodeHit, SearchAnswer } from '../../api/schemas.ts'
import { seek, select } from '../state/actions.ts'
import type { Loadable } from '../state/loadable.ts'
import { announcement, found, hovered, view } from '../state/store.ts'
import type { Selection } from '../view/route.ts'
import { counted, date, MODALITY_LABELS, typeLabel } from '../view/words.ts'
import { Glyph } from './glyph.tsx'
import { TypeIcon } from './type-icon.tsx'

type Hit = { readonly kind: 'node'; readonly hit: NodeHit } | { readonly kind: 'document'; readonly hit: DocumentHit }

const hitsOf = (state: Loadable<SearchAnswer>): readonly Hit[] =>
  state.state === 'ready'
    ? [
        ...state.value.nodes.map((hit): Hit => ({ kind: 'node', hit })),
        ...state.value.documents.map((hit): Hit => ({ kind: 'document', hit })),
      ]
    : []

const selectionOf = (item: Hit): Selection =>
  item.kind === 'node' ? { kind: 'node', key: item.hit.key } : { kind: 'document', key: item.hit.id }

export function SearchBox() {
  const { query } = view.value
  const state = found.value
  const hits = hitsOf(state)
  const [active, setActive] = useState(-1)
  const [isOpen, setOpen] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const showList = isOpen && query.trim() !== ''

  useEffect(() => {
    setActive(-1)
    if (state.state === 'ready') announcement.value = `${counted(hits.length, 'result')} for ${query}`
  }, [state])

  useEffect(() => {
    const item = hits[active]
    hovered.value = item?.kind === 'node' ? { kind: 'node', key: item.hit.key } : null
    box.current?.querySelector(`#hit-${active}`)?.scrollIntoView({ block: 'nearest' })
  }, [active])

  const choose = (item: Hit): void => {
    setOpen(false)
    select(selectionOf(item), true)
  }

  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      setOpen(true)
      if (hits.length > 0)
        setActive((active + (event.key === 'ArrowDown' ? 1 : active < 0 ? 0 : -1) + hits.length) % hits.length)
    } else if (event.key === 'Enter') {
      const item = hits[active] ?? hits[0]
      if (item !== undefined) choose(item)
    } else if (event.key === 'Escape') {
      event.preventDefault()
      if (showList) setOpen(false)
      else seek('')
    }
  }

  return (
    <div
      class="search"
      ref={box}
      onFocusOut={(event) => {
        if (!box.current?.contains(event.relatedTarget as Node | null)) setOpen(false)
      }}
    >
      <div class="search-field">
        <Glyph name="search" />
        <input
          type="search"
          role="combobox"
          aria-label="Search names and texts"
          aria-expanded={showList}
          aria-controls="hits"
          aria-autocomplete="list"
          {...(showList && hits[active] !== undefined && { 'aria-activedescendant': `hit-${active}` })}
          placeholder="Search the library"
          autocomplete="off"
          spellcheck={false}
          value={query}
          onInput={(event) => {
            setOpen(true)
            seek(event.currentTarget.value)
          }}
          onFocus={() => setOpen(true)}
          onKeyDown={onKey}
        />
        <span class="search-key" aria-hidden="true">
          /
        </span>
      </div>
      {showList && <Results state={state} hits={hits} active={active} onChoose={choose} />}
    </div>
  )
}

interface ResultsProps {
  readonly state: Loadable<SearchAnswer>
  readonly hits: readonly Hit[]
  readonly active: number
  readonly onChoose: (item: Hit) => void
}

function Results({ state, hits, active, onChoose }: ResultsProps) {
  if (state.state === 'failed') return <p class="search-note">{state.message}</p>
  if (state.state === 'ready' && hits.length === 0)
    return <p class="search-note">Nothing of that name, and no text with these words.</p>
  return (
    <div id="hits" class="hits" role="listbox" aria-label="Results">
      {hits.map((item, i) => (
        <div
          key={item.kind === 'node' ? item.hit.key : item.hit.id}
          id={`hit-${i}`}
          class="hit"
          role="option"
          tabIndex={-1}
          aria-selected={i === active}
          // Before the field loses its focus, and the list closes.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(item)}
          onKeyDown={(event) => event.key === 'Enter' && onChoose(item)}
        >
          {item.kind === 'node' ? <NodeResult hit={item.hit} /> : <DocumentResult hit={item.hit} />}
        </div>
      ))}
    </div>
  )
}

function NodeResult({ hit }: { readonly hit: NodeHit }) {
  const modality = hit.modality ?? 'asserted'
  const notes = [hit.role ?? typeLabel(hit.type), hit.date && date(hit.date), counted(hit.degree, 'relation')]
  return (
    <>
      <TypeIcon type={hit.type} />
      <span class="hit-text">
        <span class="hit-name">
          <bdi>{hit.label}</bdi>
          {modality !== 'asserted' && <span class={`badge badge-${modality}`}>{MODALITY_LABELS[modality]}</span>}
        </span>
        <span class="hit-note">
          {hit.matched !== hit.label && <>“{hit.matched}” · </>}
          {notes.filter(Boolean).join(' · ')}
        </span>
      </span>
    </>
  )
}

function DocumentResult({ hit }: { readonly hit: DocumentHit }) {
  return (
    <>
      <span class="sign sign-document" aria-hidden="true">
        <Glyph name="document" />
      </span>
      <span class="hit-text">
        <span class="hit-name">
          <bdi>{hit.title}</bdi>
        </span>
        <span class="hit-note hit-snippet">
          {hit.snippet.map((part, i) => (part.hit ? <mark key={i}>{part.text}</mark> : part.text))}
        </span>
      </span>
    </>
  )
}
