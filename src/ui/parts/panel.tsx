/** What is selected, with its evidence; the overview while nothing is. */
import { useEffect, useRef } from 'preact/hooks'
import { closePath, nameOf, select } from '../state/actions.ts'
import { details } from '../state/details.ts'
import '../state/extras.ts'
import '../state/paths.ts'
import { askedPath, selection } from '../state/store.ts'
import { CorrectionBar } from './correction-bar.tsx'
import { EdgePanel } from './edge-panel.tsx'
import { Glyph } from './glyph.tsx'
import { lazily } from './lazy.tsx'
import { NodePanel } from './node-panel.tsx'
import { Overview } from './overview.tsx'
import { Suggestions } from './suggestions.tsx'

const DocumentPanel = lazily(async () => (await import('./document-panel.tsx')).DocumentPanel, 'article')

const PathPanel = lazily(async () => (await import('./path-panel.tsx')).PathPanel, 'path')

export function Panel() {
  const chosen = selection.value
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (chosen?.kind !== 'document') box.current?.scrollTo(0, 0)
  }, [chosen?.key])
  const path = askedPath.value
  if (chosen === null && path !== null)
    return (
      <div class="panel-scroll">
        <button type="button" class="button icon-only panel-close" aria-label="Close the path" onClick={closePath}>
          <Glyph name="close" />
        </button>
        <CorrectionBar />
        <PathPanel path={path} />
      </div>
    )
  if (chosen === null) {
    return (
      <div class="panel-scroll">
        <CorrectionBar />
        <Overview />
        <Suggestions />
      </div>
    )
  }
  return (
    <div class="panel-scroll" ref={box}>
      <button
        type="button"
        class="button icon-only panel-close"
        aria-label="Close details"
        onClick={() => select(null, false)}
      >
        <Glyph name="close" />
      </button>
      {path !== null && (
        <button type="button" class="link panel-back" onClick={() => select(null, false)}>
          <Glyph name="path" /> Back to the path
          {path.from !== null && path.to !== null && (
            <span>
              <bdi>{nameOf(path.from)}</bdi> – <bdi>{nameOf(path.to)}</bdi>
            </span>
          )}
        </button>
      )}
      <CorrectionBar />
      <Content />
    </div>
  )
}

function Content() {
  const state = details.value
  switch (state.state) {
    case 'idle':
    case 'loading':
      return <p class="quiet">Looking it up …</p>
    case 'failed':
      return (
        <p class="problem" role="alert">
          {state.message}
        </p>
      )
    case 'ready': {
      const { value } = state
      if (value.kind === 'node') return <NodePanel answer={value.answer} />
      if (value.kind === 'edge') return <EdgePanel edge={value.answer} />
      return <DocumentPanel answer={value.answer} />
    }
  }
}
