/** The graph on the screen: lays it out, hands it to the stage, and keeps both in step with the view. */
import { effect } from '@preact/signals'
import { useEffect, useRef, useState } from 'preact/hooks'
import { importanceOf } from '../../graph/importance.ts'
import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts'
import { nodeSize } from '../graph/appearance.ts'
import type { LayoutTask } from '../graph/arrange.ts'
import { toDrawing } from '../graph/drawing.ts'
import { createLayoutClient } from '../graph/layout-client.ts'
import type { Target, StageView as View } from '../graph/reducers.ts'
import type { Stage } from '../graph/stage.ts'
import { select } from '../state/actions.ts'
import {
  announcement,
  approached,
  canDraw,
  filters,
  graph,
  hovered,
  type Library,
  prefersStill,
  scheme,
  selection,
  visible,
} from '../state/store.ts'
import { type Filters, NO_FILTERS, saidIn, visibleIn } from '../view/filters.ts'
import { counted } from '../view/words.ts'
import { Glyph } from './glyph.tsx'
import { HoverCard } from './hover-card.tsx'

/** Hook for tests and for scripts that take pictures: where something is on the screen. */
export interface StageElement extends HTMLDivElement {
  locate?: (target: Target) => { x: number; y: number } | undefined
}

const layouts = createLayoutClient()

const currentView = (): View => {
  const chosen = selection.value
  const facts = graph.value
  return {
    scheme: scheme.value,
    visible: visible.value,
    hovered: hovered.value,
    spotlight: chosen?.kind === 'document' && facts !== null ? saidIn(facts, chosen.key) : null,
    selected: chosen === null || chosen.kind === 'document' ? null : { kind: chosen.kind, key: chosen.key },
  }
}

export function StageView({ library }: { readonly library: Library }) {
  const box = useRef<StageElement>(null)
  const [stage, setStage] = useState<Stage | null>(null)
  const [problem, setProblem] = useState<string | null>(null)

  useEffect(() => {
    const container = box.current!
    let isGone = false
    const undo: (() => void)[] = []
    open(container, library, () => isGone)
      .then((opened) => {
        if (opened === undefined) return
        undo.push(keepInStep(opened, container, library), () => opened.destroy())
        setStage(opened)
        if (isGone) for (const step of undo) step()
      })
      .catch((error: unknown) => {
        if (!isGone) setProblem(error instanceof Error ? error.message : String(error))
      })
    return () => {
      isGone = true
      setStage(null)
      delete container.dataset['ready']
      for (const step of undo) step()
    }
  }, [library])

  const shown = visible.value
  const summary = `Graph of ${counted(shown.nodes.size, 'sign')} and ${counted(shown.edges.size, 'relation')}. The table lists the same relations.`
  return (
    <div class="stage-frame">
      <div
        ref={box}
        class="stage"
        role="application"
        aria-label={summary}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the keys + - 0 and the arrows move the camera.
        tabIndex={0}
        onKeyDown={(event) => stage !== null && onKey(event, stage)}
      />
      {problem !== null && (
        <p class="centre-note problem" role="alert">
          The graph could not be drawn: {problem}
        </p>
      )}
      <HoverCard />
      <div class="stage-tools">
        <button type="button" class="button icon-only" aria-label="Zoom in" onClick={() => stage?.zoom(1.5)}>
          <Glyph name="plus" />
        </button>
        <button type="button" class="button icon-only" aria-label="Zoom out" onClick={() => stage?.zoom(1 / 1.5)}>
          <Glyph name="minus" />
        </button>
        <button
          type="button"
          class="button icon-only"
          aria-label="Fit everything"
          onClick={() => stage?.fit(!prefersStill())}
        >
          <Glyph name="fit" />
        </button>
      </div>
    </div>
  )
}

/** Lays the graph out and draws it; undefined when the page has moved on meanwhile. */
async function open(container: StageElement, { graph }: Library, isGone: () => boolean): Promise<Stage | undefined> {
  if (!offersWebGL()) {
    canDraw.value = false
    return undefined
  }
  const [{ createStage }, positions] = await Promise.all([
    import('../graph/stage.ts'),
    layouts.arrange(taskFor(graph, filters.peek(), container)),
  ])
  if (isGone() || positions === undefined) return undefined
  const stage = createStage(container, toDrawing(graph, positions), currentView(), {
    onClick: (target) => select(target, false),
    onHover: (target) => {
      hovered.value = target
    },
    onDrawn: () => {
      container.dataset['ready'] = 'true'
    },
  })
  container.locate = stage.locate
  stage.fit(false)
  return stage
}

/** Follows the signals until it is told to stop. */
function keepInStep(stage: Stage, container: HTMLElement, { graph }: Library): () => void {
  let { lens, loose } = filters.peek()
  const stops = [
    effect(() => stage.show(currentView())),
    effect(() => {
      const target = approached.value
      if (target !== null) stage.approach(target, !prefersStill())
    }),
    effect(() => {
      const { nodes, edges } = visible.value
      announcement.value = `${counted(nodes.size, 'sign')} and ${counted(edges.size, 'relation')} shown`
    }),
    effect(() => {
      const chosen = filters.value
      if (chosen.lens === lens && chosen.loose === loose) return
      lens = chosen.lens
      loose = chosen.loose
      void layouts.arrange(taskFor(graph, chosen, container)).then(async (positions) => {
        if (positions === undefined) return
        await stage.move(positions, !prefersStill())
        stage.fit(!prefersStill())
      })
    }),
  ]
  const observer = new ResizeObserver(() => {
    stage.resize()
    const { selected } = currentView()
    if (selected !== null) stage.approach(selected, false)
  })
  observer.observe(container)
  return () => {
    observer.disconnect()
    for (const stop of stops) stop()
    approached.value = null
  }
}

/** What the lens shows is laid out; the other filters only hide, so that nothing jumps while one tries them. */
function taskFor(graph: KnowledgeGraph, { lens, loose }: Filters, container: HTMLElement): LayoutTask {
  const shown = visibleIn(graph, { ...NO_FILTERS, lens, loose })
  const { clientWidth, clientHeight } = container
  return {
    nodes: [...shown.nodes].map((key) => ({
      key,
      size: nodeSize(importanceOf(graph, key), graph.getNodeAttribute(key, 'kind')),
    })),
    edges: [...shown.edges].map((key) => {
      const [source, target] = graph.extremities(key)
      return { source, target, weight: graph.getEdgeAttribute(key, 'weight') }
    }),
    aspect: clientHeight > 0 ? Math.min(Math.max(clientWidth / clientHeight, 0.5), 2.2) : 1.4,
  }
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

function onKey(event: KeyboardEvent, stage: Stage): void {
  const actions: Readonly<Record<string, () => void>> = {
    '+': () => stage.zoom(1.5),
    '=': () => stage.zoom(1.5),
    '-': () => stage.zoom(1 / 1.5),
    '0': () => stage.fit(!prefersStill()),
    ArrowLeft: () => stage.pan(-60, 0),
    ArrowRight: () => stage.pan(60, 0),
    ArrowUp: () => stage.pan(0, -60),
    ArrowDown: () => stage.pan(0, 60),
  }
  const action = actions[event.key]
  if (action === undefined || event.ctrlKey || event.metaKey) return
  event.preventDefault()
  action()
}
