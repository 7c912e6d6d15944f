/** The bar on top: name, lens, table or graph, and what one can do with the whole. */
import { filterBy, showScreen } from '../state/actions.ts'
import { addition, running } from '../state/adding.ts'
import { chosenScheme, filters, isAdding, isPhone, library, scheme, view } from '../state/store.ts'
import { LENSES } from '../view/lens.ts'
import { SCREENS } from '../view/route.ts'
import { capital, counted, LENS_LABELS, number } from '../view/words.ts'
import { Glyph } from './glyph.tsx'
import { TakeAlong } from './take-along.tsx'

export function Bar() {
  return (
    <header class="bar">
      <h1 class="brand">
        <Mark />
        <span class="brand-name">Dragoman</span>
      </h1>
      {!isPhone.value && <Size />}
      <div class="bar-middle">
        <Lenses />
      </div>
      <div class="bar-actions">
        <Screens />
        <AddButton />
        <TakeAlong />
        <SchemeSwitch />
      </div>
    </header>
  )
}

function Size() {
  const state = library.value
  if (state.state !== 'ready' || state.value.total.nodes === 0) return null
  const { graph, total } = state.value
  const texts = counted(graph.getAttribute('documents').length, 'document')
  const names = counted(total.nodes, 'name or event', 'names and events')
  const cut = graph.order < total.nodes ? `, of which the ${number(graph.order)} most connected are shown` : ''
  return (
    <p class="size" title={`${names}${cut}`}>
      {texts} · {counted(total.edges, 'relation')}
    </p>
  )
}

/** Tells how far a reading is that goes on behind the graph. */
function AddButton() {
  const going = running.value
  const [name, note] =
    going !== null
      ? [
          'Texts are being read',
          `Reading ${number(Math.min(going.files.length + 1, going.total ?? 1))} of ${number(going.total ?? 1)}`,
        ]
      : addition.value.state === 'ready' && !isAdding.value
        ? ['Texts were read', 'Done reading']
        : ['Add text', 'Add text']
  return (
    <button
      type="button"
      class="button"
      aria-label={name === note ? name : `${note}: ${name.toLowerCase()}`}
      onClick={() => {
        isAdding.value = true
      }}
    >
      <Glyph name="plus" />
      <span class="wide-only">{note}</span>
    </button>
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
