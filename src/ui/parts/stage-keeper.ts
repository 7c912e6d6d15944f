/** Lays the graph out, opens the stage and keeps it in step with the view until it is told to stop. */
import { effect, type ReadonlySignal, signal } from '@preact/signals'
import type { Position } from '../../graph/layout.ts'
import { toDrawing } from '../graph/drawing.ts'
import { createLayoutClient } from '../graph/layout-client.ts'
import { isOutgrown, layoutOf, type Plan, placesOf, taskOf } from '../graph/plan.ts'
import type { Target } from '../graph/reducers.ts'
import type { Stage, StageHandlers } from '../graph/stage.ts'
import { askPath, chooseEnd, select } from '../state/actions.ts'
import { pathShown, stageView, surroundings } from '../state/stage-view.ts'
import { pinNode } from '../state/step-actions.ts'
import {
  announcement,
  approached,
  baseNodes,
  canDraw,
  filters,
  graph,
  hovered,
  prefersStill,
  selection,
  setView,
  shownPaths,
  stagePlace,
  steps,
  view,
  visible,
} from '../state/store.ts'
import { counted } from '../view/words.ts'

/** Hooks for tests and for pictures: where something is on the screen, and how large. */
export interface StageElement extends HTMLDivElement {
  scale?: () => number
  locate?: (target: Target) => { x: number; y: number } | undefined
}

export interface Keeper {
  readonly stage: Stage
  stop(): void
}

const layouts = createLayoutClient()

/**
 * Undefined when the page has moved on meanwhile, or where there is no WebGL.
 * @throws when the layout or the drawing fails
 */
export async function keepStage(container: StageElement, isGone: () => boolean): Promise<Keeper | undefined> {
  const aspect = signal(view.peek().camera?.aspect ?? shapeOf(container))
  const first = planNow()
  if (first === null) return undefined
  const layingOut = layouts.arrange(taskOf(first, aspect.peek()))
  // Whoever waits for it below hears of a failure; until then it must not count as unheard.
  layingOut.catch(() => {})
  const { createStage } = await import('../graph/stage.ts')
  if (isGone()) return undefined
  let camera = view.peek().camera
  const handlers: StageHandlers = {
    onClick,
    onHover: (target) => {
      hovered.value = target
    },
    onDrawn: () => {
      container.dataset['ready'] = 'true'
    },
    onCamera: (outlook) => {
      camera = { ...outlook, aspect: aspect.peek() }
      setView({ camera }, false)
    },
    onPut: pinNode,
  }
  const stage = openStage(() => createStage(container, stageView.peek(), handlers))
  if (stage === undefined) return undefined
  const laidOut = await layingOut
  const plan = planNow()
  if (isGone() || laidOut === undefined || plan === null) {
    stage.destroy()
    return undefined
  }
  stage.show(stageView.peek())
  stage.fill(toDrawing(plan.facts, placesOf(plan, laidOut)))
  container.locate = stage.locate
  container.scale = stage.scale
  stagePlace.value = stage.placeOf
  const takeUp = (glide = false): void => {
    const { camera: sought } = view.peek()
    if (sought !== null) stage.look(sought)
    else lookWhereItMatters(stage, glide)
  }
  // All of it is in view already.
  if (camera !== null || pathShown.peek() !== null || stageView.peek().selected !== null) takeUp()
  const stops = [
    followFacts(stage, aspect, laidOut, layoutOf(first), takeUp),
    effect(() => stage.show(stageView.value)),
    effect(() => stage.hold(prefersStill())),
    effect(() => {
      const sought = view.value.camera
      if (sought !== null && sought !== camera) stage.look(sought)
      camera = sought
    }),
    ...followTargets(stage),
    effect(() => {
      const { nodes, edges } = visible.value
      announcement.value = `${counted(nodes.size, 'sign')} and ${counted(edges.size, 'relation')} shown`
    }),
    watchSize(container, stage, takeUp),
    watchTurn(() => {
      setView({ camera: null }, false)
      aspect.value = shapeOf(container)
    }),
  ]
  return {
    stage,
    stop() {
      for (const stop of stops) stop()
      approached.value = null
      stagePlace.value = null
      stage.destroy()
    },
  }
}

/** Whether there is WebGL shows itself here: a trial of it takes as long as the first frame. */
function openStage(create: () => Stage): Stage | undefined {
  try {
    return create()
  } catch (error) {
    if (offersWebGL()) throw error
    canDraw.value = false
    return undefined
  }
}

function planNow(): Plan | null {
  const facts = graph.value
  if (facts === null) return null
  const chosen = selection.value
  const guests = [...shownPaths.value.flatMap(({ nodes }) => nodes), ...(chosen?.kind === 'node' ? [chosen.key] : [])]
  const { lens, loose } = filters.value
  return {
    facts,
    base: baseNodes.value,
    filters: { lens, loose },
    steps: steps.value,
    guests: [...new Set(guests)],
  }
}

/**
 * Draws anew when facts, lens or steps change; lays out anew when it must.
 * @param takeUp moves the camera to where it belongs, which the reader may have moved while nodes were gliding
 */
function followFacts(
  stage: Stage,
  aspect: ReadonlySignal<number>,
  first: ReadonlyMap<string, Position>,
  firstLayout: string,
  takeUp: (glide: boolean) => void,
): () => void {
  let laidOut = first
  const named = (layout: string, shape: number): string => `${shape} ${layout}`
  let layout = named(firstLayout, aspect.peek())
  let drawn: string | null = null
  let lastFacts: Plan['facts'] | null = null
  return effect(() => {
    const plan = planNow()
    if (plan === null) return
    const shape = aspect.value
    const wanted = named(layoutOf(plan), shape)
    if (wanted !== layout || (lastFacts !== plan.facts && isOutgrown(plan, laidOut))) {
      layout = wanted
      drawn = null
      lastFacts = plan.facts
      void layouts.arrange(taskOf(plan, shape)).then(async (positions) => {
        if (positions === undefined) return
        laidOut = positions
        const now = planNow() ?? plan
        const moved = stage.draw(toDrawing(now.facts, placesOf(now, laidOut)), !prefersStill())
        await moved
        takeUp(!prefersStill())
      })
      return
    }
    const sign = JSON.stringify([
      plan.facts.order,
      plan.facts.size,
      plan.steps.added,
      [...plan.steps.pinned],
      plan.guests,
    ])
    const isSame = drawn === sign && lastFacts === plan.facts
    drawn = sign
    lastFacts = plan.facts
    if (!isSame) void stage.draw(toDrawing(plan.facts, placesOf(plan, laidOut)), false)
  })
}

/** The path that was asked for, what is selected, or else all. */
function lookWhereItMatters(stage: Stage, glide: boolean): void {
  const path = pathShown.peek()
  const { selected } = stageView.peek()
  if (path !== null) stage.approach(path.chosen.nodes, glide)
  else if (selected !== null && surroundings(selected).length > 0) stage.approach(surroundings(selected), glide)
  else stage.fit(glide)
}

function followTargets(stage: Stage): (() => void)[] {
  let isFirst = true
  return [
    effect(() => {
      const target = approached.value
      if (target !== null) stage.approach(surroundings(target), !prefersStill())
    }),
    effect(() => {
      const path = pathShown.value
      if (path !== null && !(isFirst && view.peek().camera !== null)) stage.approach(path.chosen.nodes, !prefersStill())
      isFirst = false
    }),
  ]
}

function onClick(target: Target | null, adding: boolean): void {
  const chosen = selection.value
  if (target?.kind === 'node' && chooseEnd(target.key)) return
  if (target?.kind === 'node' && adding && chosen?.kind === 'node') askPath(chosen.key, target.key)
  else select(target, false)
}

function watchSize(container: HTMLElement, stage: Stage, takeUp: () => void): () => void {
  const observer = new ResizeObserver(() => {
    stage.resize()
    takeUp()
  })
  observer.observe(container)
  return () => observer.disconnect()
}

/** A phone that is turned wants another layout; a sheet that opens, or a window that is dragged, does not. */
function watchTurn(onTurn: () => void): () => void {
  const upright = matchMedia('(orientation: portrait)')
  // The stage has its new size with the next frame.
  const turned = (): void => void requestAnimationFrame(onTurn)
  upright.addEventListener('change', turned)
  return () => upright.removeEventListener('change', turned)
}

/** Width by height, in steps, so that windows of nearly one shape share a layout. */
function shapeOf({ clientWidth, clientHeight }: HTMLElement): number {
  if (clientHeight === 0 || clientWidth === 0) return 1.4
  return Math.min(Math.max(Math.round((clientWidth / clientHeight) * 10) / 10, 0.4), 2.4)
}

function offersWebGL(): boolean {
  try {
    const canvas = document.createElement('canvas')
    const gl = canvas.getContext('webgl2') ?? canvas.getContext('webgl')
    // Browsers count the living contexts; the trial one is given back.
    gl?.getExtension('WEBGL_lose_context')?.loseContext()
    return gl !== null
  } catch {
    return false
  }
}
