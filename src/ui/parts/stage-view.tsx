/** The graph on the screen, with what stands around it: zoom, steps, a word on what the mouse is over, a list to walk along. */
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Stage } from '../graph/stage.ts'
import { prefersStill, setView, visible } from '../state/store.ts'
import { counted } from '../view/words.ts'
import { Glyph } from './glyph.tsx'
import { GraphSummary } from './graph-summary.tsx'
import { HoverCard } from './hover-card.tsx'
import { keepStage, type StageElement } from './stage-keeper.ts'
import { StepsBar } from './steps-bar.tsx'
import { Walk, walkInto } from './walk.tsx'

export function StageView() {
  const box = useRef<StageElement>(null)
  const [stage, setStage] = useState<Stage | null>(null)
  const [problem, setProblem] = useState<string | null>(null)

  useEffect(() => {
    const container = box.current!
    let isGone = false
    let stop = (): void => {}
    keepStage(container, () => isGone)
      .then((keeper) => {
        if (keeper === undefined) return
        stop = keeper.stop
        if (isGone) stop()
        else setStage(keeper.stage)
      })
      .catch((error: unknown) => {
        if (!isGone) setProblem(error instanceof Error ? error.message : String(error))
      })
    return () => {
      isGone = true
      setStage(null)
      delete container.dataset['ready']
      stop()
    }
  }, [])

  const shown = visible.value
  const name = `Graph of ${counted(shown.nodes.size, 'sign')} and ${counted(shown.edges.size, 'relation')}. The table lists the same relations.`
  return (
    <div class="stage-frame">
      <div
        ref={box}
        class="stage"
        role="application"
        aria-label={name}
        aria-describedby="graph-summary"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the keys + - 0 and the arrows move the camera.
        tabIndex={0}
        onKeyDown={(event) => stage !== null && onKey(event, stage)}
      />
      <GraphSummary />
      <Walk />
      {problem !== null && (
        <p class="centre-note problem" role="alert">
          The graph could not be drawn: {problem}
        </p>
      )}
      <StepsBar />
      <HoverCard />
      <div class="stage-tools">
        <button type="button" class="button icon-only" aria-label="Zoom in" onClick={() => zoom(stage, CLOSER)}>
          <Glyph name="plus" />
        </button>
        <button type="button" class="button icon-only" aria-label="Zoom out" onClick={() => zoom(stage, 1 / CLOSER)}>
          <Glyph name="minus" />
        </button>
        <button type="button" class="button icon-only" aria-label="Fit everything" onClick={() => showAll(stage)}>
          <Glyph name="fit" />
        </button>
      </div>
    </div>
  )
}

const CLOSER = 1.5
const zoom = (stage: Stage | null, factor: number): void => stage?.zoom(factor, !prefersStill())

function showAll(stage: Stage | null): void {
  stage?.fit(!prefersStill())
  setView({ camera: null }, false)
}

function onKey(event: KeyboardEvent, stage: Stage): void {
  const actions: Readonly<Record<string, () => void>> = {
    '+': () => zoom(stage, CLOSER),
    '=': () => zoom(stage, CLOSER),
    '-': () => zoom(stage, 1 / CLOSER),
    '0': () => showAll(stage),
    ArrowLeft: () => stage.pan(-60, 0),
    ArrowRight: () => stage.pan(60, 0),
    ArrowUp: () => stage.pan(0, -60),
    ArrowDown: () => stage.pan(0, 60),
    Enter: walkInto,
  }
  const action = actions[event.key]
  if (action === undefined || event.ctrlKey || event.metaKey) return
  event.preventDefault()
  action()
}
