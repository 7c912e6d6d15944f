/** The page: bar, rail, stage and panel side by side; on a phone the graph under a sheet, with tabs below. */
import { useEffect, useState } from 'preact/hooks'
import { closePath, select } from '../state/actions.ts'
import { lastCorrection } from '../state/corrections.ts'
import { announcement, canDraw, graph, isAdding, isPhone, type Sheet, selection, sheet, view } from '../state/store.ts'
import { redo, undo } from '../state/trail.ts'
import { number } from '../view/words.ts'
import { Bar } from './bar.tsx'
import { Centre } from './centre.tsx'
import { CutOff } from './cut-off.tsx'
import { Facets } from './facets.tsx'
import { Glyph, type GlyphName } from './glyph.tsx'
import { lazily } from './lazy.tsx'
import { Panel } from './panel.tsx'
import { SearchBox } from './search-box.tsx'
import { Timeline, TimelineDock } from './timeline-dock.tsx'

const Documents = lazily(async () => (await import('./documents.tsx')).Documents, 'documents')

const AddText = lazily(async () => (await import('./add-text.tsx')).AddText, 'form')

export function App() {
  useShortcuts()
  return (
    <div class="app">
      <Bar />
      <CutOff />
      {isPhone.value ? <PhoneBody /> : <DeskBody />}
      <p class="unseen" role="status" aria-live="polite">
        {announcement.value}
      </p>
      {isAdding.value && <AddText />}
    </div>
  )
}

function DeskBody() {
  // A table needs the width more than it needs the overview; an empty library has nothing to say in the panel. But what was
  // corrected can be undone there.
  const isBare =
    selection.value === null &&
    view.value.path === null &&
    lastCorrection.value === null &&
    (view.value.screen === 'table' || (view.value.screen === 'graph' && !canDraw.value) || graph.value?.order === 0)
  return (
    <div class={isBare ? 'body body-wide' : 'body'}>
      <aside class="rail" aria-label="Search and filters">
        <SearchBox />
        <Rail />
      </aside>
      <div class="middle">
        <Centre />
        <TimelineDock />
      </div>
      {!isBare && (
        <aside class="panel" aria-label="Details">
          <Panel />
        </aside>
      )}
    </div>
  )
}

/** The legend, or the documents. */
function Rail() {
  const [isLegend, setLegend] = useState(true)
  if (graph.value === null || graph.value.order === 0) return null
  const documents = graph.value.getAttribute('documents').length
  return (
    <>
      <fieldset class="segmented rail-tabs">
        <legend class="unseen">In this column</legend>
        <label>
          <input type="radio" name="rail" checked={isLegend} onChange={() => setLegend(true)} />
          <span>Legend</span>
        </label>
        <label>
          <input type="radio" name="rail" checked={!isLegend} onChange={() => setLegend(false)} />
          <span>
            Documents <span class="tab-count">{number(documents)}</span>
          </span>
        </label>
      </fieldset>
      {isLegend ? (
        <div class="rail-scroll">
          <Facets />
        </div>
      ) : (
        <Documents />
      )}
    </>
  )
}

const TABS: readonly { readonly sheet: Sheet; readonly label: string; readonly glyph: GlyphName }[] = [
  { sheet: 'graph', label: 'Graph', glyph: 'graph' },
  { sheet: 'search', label: 'Search', glyph: 'search' },
  { sheet: 'details', label: 'Details', glyph: 'details' },
  { sheet: 'timeline', label: 'Timeline', glyph: 'timeline' },
]

function PhoneBody() {
  const open = sheet.value
  return (
    <>
      <div class="body">
        <Centre />
        {open !== 'graph' && (
          <aside class={`sheet sheet-${open}`} aria-label={TABS.find((tab) => tab.sheet === open)!.label}>
            {open === 'search' && (
              <>
                <SearchBox />
                <Rail />
              </>
            )}
            {open === 'details' && <Panel />}
            {open === 'timeline' && <Timeline />}
          </aside>
        )}
      </div>
      <nav class="tabs" aria-label="Parts of the page">
        {TABS.map((tab) => (
          <button
            key={tab.sheet}
            type="button"
            aria-pressed={open === tab.sheet}
            onClick={() => {
              sheet.value = tab.sheet
            }}
          >
            <Glyph name={tab.glyph} />
            {tab.label}
          </button>
        ))}
      </nav>
    </>
  )
}

/** `/` and Ctrl-K go to the search, Ctrl-Z undoes a step; Escape lets go of what is selected, then of the path. */
function useShortcuts(): void {
  useEffect(() => {
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [])
}

function onKey(event: KeyboardEvent): void {
  if (isAdding.value || event.altKey) return
  const typing = event.target instanceof HTMLElement && event.target.matches('input, textarea, select')
  const key = event.key.toLowerCase()
  if (event.ctrlKey || event.metaKey) {
    const action =
      key === 'k'
        ? goToSearch
        : typing
          ? undefined
          : key === 'y'
            ? redo
            : key === 'z'
              ? event.shiftKey
                ? redo
                : undo
              : undefined
    if (action === undefined) return
    event.preventDefault()
    action()
  } else if (key === '/' && !typing) {
    event.preventDefault()
    goToSearch()
  } else if (key === 'escape' && !typing) {
    if (view.value.selection !== null) select(null, false)
    else if (view.value.path !== null) closePath()
  }
}

function goToSearch(): void {
  const focus = (): void => document.querySelector<HTMLInputElement>('input[type="search"]')?.focus()
  // At once where the field is there already: what is typed next must not get lost while a frame is slow.
  focus()
  if (!isPhone.value) return
  sheet.value = 'search'
  requestAnimationFrame(focus)
}
