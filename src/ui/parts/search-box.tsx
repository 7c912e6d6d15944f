/** Search as you type over names, aliases and texts, and the palette of commands: a combobox with its list below it. */
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Answered } from '../api-client.ts'
import { chooseEnd, seek, select } from '../state/actions.ts'
import { answered } from '../state/ask.ts'
import { commandsFor } from '../state/commands.ts'
import type { Loadable } from '../state/loadable.ts'
import { foundHere, prepareNames } from '../state/names-here.ts'
import { type Recent, recents, remember } from '../state/recent.ts'
import { announcement, type Found, found, hovered, view } from '../state/store.ts'
import type { NameFound } from '../view/names-here.ts'
import type { Selection } from '../view/route.ts'
import { counted } from '../view/words.ts'
import { Glyph } from './glyph.tsx'
import { type Hit, idOf, Result } from './search-results.tsx'

/** Beside names and texts; the palette of an empty field shows all. */
const MOST_COMMANDS = 3
const MOST_ANSWERS = 5

function hitsOf(query: string, state: Loadable<Found>): readonly Hit[] {
  const asCommands = commandsFor(query).map((command): Hit => ({ kind: 'command', command }))
  if (query.trim() === '') return [...recents.value.map((recent): Hit => ({ kind: 'recent', recent })), ...asCommands]
  const documents = state.state === 'ready' ? state.value.documents : []
  return [
    ...answersOf(answered.value),
    ...namesFor(query.trim(), state).map((hit): Hit => ({ kind: 'node', hit })),
    ...documents.map((hit): Hit => ({ kind: 'document', hit })),
    ...(query.trim().length > 1 ? asCommands.slice(0, MOST_COMMANDS) : []),
  ]
}

/** Those of the page until the server has looked through the whole library; what it found before stays rather than nothing. */
function namesFor(words: string, state: Loadable<Found>): readonly NameFound[] {
  const answer = state.state === 'ready' ? state.value : null
  if (answer?.words === words) return answer.nodes
  return foundHere.value.length > 0 ? foundHere.value : (answer?.nodes ?? [])
}

/** The answer to a question and what it rests on; each leads to its node or sentence. */
function answersOf(answer: Answered | null): readonly Hit[] {
  if (answer === null || answer.outcome === 'not understood') return []
  const results = answer.results.slice(0, MOST_ANSWERS)
  return [
    { kind: 'answer', answer, to: results[0] === undefined ? null : placeOf(results[0]) },
    ...results.map((result): Hit => ({ kind: 'result', result, to: placeOf(result) })),
  ]
}

function placeOf({ node, facts: [fact] }: Answered['results'][number]): Selection | null {
  if (fact?.edge !== undefined) return { kind: 'edge', key: fact.edge }
  const key = fact?.event ?? node?.key
  return key === undefined ? null : { kind: 'node', key }
}

function choose(item: Hit): void {
  if (item.kind === 'command') {
    seek('')
    item.command.run()
    return
  }
  if (item.kind === 'answer' || item.kind === 'result') {
    if (item.to !== null) select(item.to, true)
    return
  }
  const to = targetOf(item)
  remember(to)
  if (to.kind === 'node' && chooseEnd(to.key)) return
  select({ kind: to.kind, key: to.key }, true)
}

function targetOf(item: Extract<Hit, { readonly kind: 'node' | 'document' | 'recent' }>): Recent {
  if (item.kind === 'recent') return item.recent
  return item.kind === 'node'
    ? { kind: 'node', key: item.hit.key, label: item.hit.label }
    : { kind: 'document', key: item.hit.id, label: item.hit.title }
}

export function SearchBox() {
  const { query } = view.value
  const state = found.value
  const hits = hitsOf(query, state)
  // By its name: the list changes under the reader when the server answers. With other words nothing is chosen yet.
  const [choice, setChoice] = useState<{ readonly words: string; readonly id: string } | null>(null)
  const chosen = choice?.words === query ? choice.id : null
  const active = chosen === null ? -1 : hits.findIndex((item) => idOf(item) === chosen)
  const [isOpen, setOpen] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const hasList = isOpen && hits.length > 0 && state.state !== 'failed'
  const showList = isOpen && (hits.length > 0 || (query.trim() !== '' && state.state !== 'idle'))

  useEffect(() => {
    if (state.state === 'ready' && query.trim() !== '')
      announcement.value = `${counted(state.value.nodes.length + state.value.documents.length, 'result')} for ${query}`
  }, [state])

  useEffect(() => {
    const item = hits[active]
    hovered.value = item?.kind === 'node' ? { kind: 'node', key: item.hit.key } : null
    box.current?.querySelector(`#hit-${active}`)?.scrollIntoView({ block: 'nearest' })
  }, [chosen, active])

  const take = (item: Hit): void => {
    setOpen(false)
    setChoice(null)
    choose(item)
  }

  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      setOpen(true)
      const next = hits[(active + (event.key === 'ArrowDown' ? 1 : active < 0 ? 0 : -1) + hits.length) % hits.length]
      if (next !== undefined) setChoice({ words: query, id: idOf(next) })
    } else if (event.key === 'Enter') {
      const item = hits[active] ?? (query.trim() === '' ? undefined : hits[0])
      if (item !== undefined) take(item)
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
          aria-expanded={hasList}
          {...(hasList && { 'aria-controls': 'hits' })}
          aria-autocomplete="list"
          aria-keyshortcuts="/ Control+K"
          {...(hasList && hits[active] !== undefined && { 'aria-activedescendant': `hit-${active}` })}
          placeholder="Search the library"
          autocomplete="off"
          spellcheck={false}
          value={query}
          onInput={(event) => {
            setOpen(true)
            seek(event.currentTarget.value)
          }}
          onFocus={() => {
            prepareNames()
            setOpen(true)
          }}
          onMouseDown={() => setOpen(true)}
          onKeyDown={onKey}
        />
        <span class="search-key" aria-hidden="true">
          /
        </span>
      </div>
      {showList && <Results query={query} state={state} hits={hits} active={active} onChoose={take} />}
    </div>
  )
}

interface ResultsProps {
  readonly query: string
  readonly state: Loadable<Found>
  readonly hits: readonly Hit[]
  readonly active: number
  readonly onChoose: (item: Hit) => void
}

function Results({ query, state, hits, active, onChoose }: ResultsProps) {
  if (state.state === 'failed') return <p class="search-note">{state.message}</p>
  if (hits.length === 0)
    return state.state === 'ready' && query.trim() !== '' ? (
      <p class="search-note">Nothing of that name, and no text with these words.</p>
    ) : null
  return (
    <div id="hits" class="hits" role="listbox" aria-label="Results">
      {hits.map((item, i) => (
        <div
          key={idOf(item)}
          id={`hit-${i}`}
          class={`hit hit-${item.kind}`}
          role="option"
          tabIndex={-1}
          aria-selected={i === active}
          // Before the field loses its focus, and the list closes.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(item)}
          onKeyDown={(event) => event.key === 'Enter' && onChoose(item)}
        >
          <Result item={item} />
        </div>
      ))}
    </div>
  )
}
