/** The steps that led to what is drawn, each a way back, with undo and redo. */
import { resetView } from '../state/actions.ts'
import { showAllHidden } from '../state/step-actions.ts'
import { library, steps } from '../state/store.ts'
import { canRedo, canUndo, goToMoment, moments, redo, undo } from '../state/trail.ts'
import { counted, number } from '../view/words.ts'
import { Glyph } from './glyph.tsx'

/** More would push the graph aside; the first one is always there. */
const LAST = 3

export function StepsBar() {
  const trail = moments.value
  const hidden = steps.value.hidden.size
  if (trail.length === 1 && !canRedo.value && hidden === 0 && !isCut()) return null
  const crumbs = trail.map(({ label }, at) => ({ label: at === 0 ? startLabel() : label, at }))
  const shown = crumbs.length <= LAST + 1 ? crumbs : [crumbs[0]!, ...crumbs.slice(-LAST)]
  return (
    <div class="steps-bar">
      <button
        type="button"
        class="button icon-only"
        aria-label="Undo the last step"
        title="Undo (Ctrl-Z)"
        disabled={!canUndo.value}
        onClick={undo}
      >
        <Glyph name="undo" />
      </button>
      <button
        type="button"
        class="button icon-only"
        aria-label="Redo the step"
        title="Redo (Ctrl-Shift-Z)"
        disabled={!canRedo.value}
        onClick={redo}
      >
        <Glyph name="redo" />
      </button>
      <nav aria-label="Steps">
        <ol class="crumbs">
          {shown.map(({ label, at }, i) => (
            <li key={at} class={i === 1 && at > 1 ? 'crumb-gap' : ''}>
              {at === trail.length - 1 ? (
                <span class="crumb" aria-current="step">
                  <bdi>{label}</bdi>
                </span>
              ) : (
                <button type="button" class="crumb" onClick={() => (at === 0 ? resetView() : goToMoment(at))}>
                  <bdi>{label}</bdi>
                </button>
              )}
            </li>
          ))}
        </ol>
      </nav>
      {hidden > 0 && (
        <button type="button" class="crumb crumb-hidden" onClick={showAllHidden}>
          {counted(hidden, 'hidden node')}: show
        </button>
      )}
    </div>
  )
}

function isCut(): boolean {
  const state = library.value
  return state.state === 'ready' && state.value.graph.order < state.value.total.nodes
}

function startLabel(): string {
  const state = library.value
  return isCut() && state.state === 'ready' ? `The ${number(state.value.graph.order)} most connected` : 'Whole library'
}
