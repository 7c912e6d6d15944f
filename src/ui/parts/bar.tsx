/** The bar on top: name, lens, table or graph, and what one can do with the whole. */
import { filterBy, showScreen } from '../state/actions.ts'
import { chosenScheme, filters, isAdding, isPhone, library, scheme, view } from '../state/store.ts'
import { LENSES } from '../view/lens.ts'
import { SCREENS } from '../view/route.ts'
import { capital, LENS_LABELS, number } from '../view/words.ts'
import { Glyph } from './glyph.tsx'
import { TakeAlong } from './take-along.tsx'

export function Bar() {
  return (
    <header class="bar">
      <h1 class="brand">
        <Mark />
        Dragoman
      </h1>
      {!isPhone.value && <Size />}
      <div class="bar-middle">
        <Lenses />
      </div>
      <div class="bar-actions">
        <Screens />
        <button
          type="button"
          class="button"
          aria-label="Add text"
          onClick={() => {
            isAdding.value = true
          }}
        >
          <Glyph name="plus" />
          <span class="wide-only">Add text</span>
        </button>
        <TakeAlong />
        <SchemeSwitch />
      </div>
    </header>
  )
}

function Size() {
  const state = library.value
  if (state.state !== 'ready') return null
  const { graph, total } = state.value
  const cut = graph.order < total.nodes ? ` (the ${number(graph.order)} most connected shown)` : ''
  return (
    <p class="size">
      {number(graph.getAttribute('documents').length)} documents · {number(total.nodes)} names and events ·{' '}
      {number(total.edges)} relations{cut}
    </p>
  )
}

function Lenses() {
  return (
    <fieldset class="segmented">
      <legend class="unseen">What to look at</legend>
      {LENSES.map((lens) => (
        <label key={lens}>
          <input
            type="radio"
            name="lens"
            value={lens}
            checked={filters.value.lens === lens}
            onChange={() => filterBy({ lens })}
          />
          <span>{LENS_LABELS[lens]}</span>
        </label>
      ))}
    </fieldset>
  )
}

function Screens() {
  return (
    <fieldset class="segmented">
      <legend class="unseen">Shown as</legend>
      {SCREENS.map((screen) => (
        <label key={screen}>
          <input
            type="radio"
            name="screen"
            value={screen}
            checked={view.value.screen === screen}
            onChange={() => showScreen(screen)}
          />
          <span>
            <Glyph name={screen} />
            <span class="wide-only">{capital(screen)}</span>
            <span class="narrow-only unseen">{capital(screen)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}

function SchemeSwitch() {
  const next = scheme.value === 'dark' ? 'light' : 'dark'
  return (
    <button
      type="button"
      class="button icon-only"
      aria-label={`Switch to ${next} colours`}
      title={`Switch to ${next} colours`}
      onClick={() => {
        chosenScheme.value = next
      }}
    >
      <Glyph name={next === 'dark' ? 'moon' : 'sun'} />
    </button>
  )
}

const Mark = () => (
  <svg class="brand-mark" width="26" height="26" viewBox="0 0 32 32" aria-hidden="true">
    <path d="M9.5 10.5 22 8.5M9.5 10.5 16 23M22 8.5 16 23" />
    <circle class="mark-a" cx="9.5" cy="10.5" r="4" />
    <circle class="mark-b" cx="22" cy="8.5" r="3.2" />
    <circle class="mark-c" cx="16" cy="23" r="4.4" />
  </svg>
)
