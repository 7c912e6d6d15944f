/** How two are connected: both ends, the paths between them, and the sentence of each step in order. */
import { useEffect, useRef } from 'preact/hooks'
import type { EdgeView, NodeSummary, Path } from '../../api/schemas.ts'
import { askPath, closePath, lookAtPath, onlyAsserted, seeksEnd, swapPath } from '../state/actions.ts'
import { hovered, isPhone, paths } from '../state/store.ts'
import type { PathQuestion } from '../view/route.ts'
import { counted, dates, readingFrom } from '../view/words.ts'
import { Evidence } from './evidence.tsx'
import { FactLine } from './fact-line.tsx'
import { Former, Status } from './fact-notes.tsx'
import { Glyph } from './glyph.tsx'
import { NodeLink, ViewLink } from './link.tsx'
import { NodePicker } from './node-picker.tsx'

export function PathPanel({ path }: { readonly path: PathQuestion }) {
  const ends = useRef<HTMLDivElement>(null)
  const isSought = seeksEnd.value
  useEffect(() => {
    if (!isSought) return
    seeksEnd.value = false
    const [from, to] = ends.current?.querySelectorAll<HTMLInputElement>('input') ?? []
    ;(path.from === null ? from : to)?.focus()
  }, [isSought, path])
  return (
    <article class="card path-card">
      <header class="card-head">
        <p class="card-type">
          <Glyph name="path" /> Path
        </p>
        <h2 class="card-title">How are two connected?</h2>
        <div class="path-ends" ref={ends}>
          <NodePicker label="From" value={path.from} onChoose={(key) => askPath(key, path.to)} />
          <button
            type="button"
            class="button icon-only path-swap"
            aria-label="Swap the two"
            disabled={path.from === null && path.to === null}
            onClick={swapPath}
          >
            <Glyph name="swap" />
          </button>
          <NodePicker label="To" value={path.to} onChoose={(key) => askPath(path.from, key)} />
        </div>
        <label class="switch path-switch">
          <input
            type="checkbox"
            checked={path.asserted}
            onChange={(event) => onlyAsserted(event.currentTarget.checked)}
          />
          <span class="facet-label">Only what is reported as a fact</span>
        </label>
      </header>
      <Answer path={path} />
    </article>
  )
}

function Answer({ path }: { readonly path: PathQuestion }) {
  const state = paths.value
  switch (state.state) {
    case 'idle':
      return (
        <p class="quiet path-hint">
          {isPhone.value
            ? 'Choose both ends: type a name, or tap a sign in the graph.'
            : 'Choose both ends: type a name, or click a sign in the graph. With one selected, shift-click another.'}
        </p>
      )
    case 'loading':
      return <p class="quiet">Looking for paths …</p>
    case 'failed':
      return (
        <p class="problem" role="alert">
          {state.message}
        </p>
      )
    case 'ready': {
      const { paths: found, from, to } = state.value
      const chosen = found[path.at] ?? found[0]
      if (chosen === undefined) return <NoPath from={from} to={to} asserted={path.asserted} />
      return <Found found={found} chosen={chosen} />
    }
  }
}

interface NoPathProps {
  readonly from: NodeSummary
  readonly to: NodeSummary
  readonly asserted: boolean
}

function NoPath({ from, to, asserted }: NoPathProps) {
  return (
    <div class="path-none">
      <p>
        Nothing that was read connects <bdi>{from.label}</bdi> and <bdi>{to.label}</bdi> in six steps or fewer.
      </p>
      {asserted && (
        <button type="button" class="button" onClick={() => onlyAsserted(false)}>
          Also look along what is planned, possible or asked for
        </button>
      )}
      <button type="button" class="button" onClick={closePath}>
        Back to the whole graph
      </button>
    </div>
  )
}

function Found({ found, chosen }: { readonly found: readonly Path[]; readonly chosen: Path }) {
  const at = found.indexOf(chosen)
  return (
    <section class="path-found" aria-label={`Path ${at + 1} of ${found.length}`}>
      <div class="path-choice">
        <h3>
          {counted(chosen.length, 'step')}
          {found.length > 1 && <span class="quiet">{` · path ${at + 1} of ${found.length}`}</span>}
        </h3>
        {found.length > 1 && (
          <span class="path-turn">
            <button
              type="button"
              class="button icon-only path-before"
              aria-label="Path before"
              onClick={() => lookAtPath(at - 1)}
            >
              <Glyph name="chevron" />
            </button>
            <button type="button" class="button icon-only" aria-label="Next path" onClick={() => lookAtPath(at + 1)}>
              <Glyph name="chevron" />
            </button>
          </span>
        )}
      </div>
      <ol class="path-steps">
        {chosen.edges.map((edge, i) => (
          <PathStep key={edge.key} edge={edge} from={chosen.nodes[i]!} to={chosen.nodes[i + 1]!} />
        ))}
      </ol>
    </section>
  )
}

interface StepProps {
  readonly edge: EdgeView
  readonly from: NodeSummary
  readonly to: NodeSummary
}

function PathStep({ edge, from, to }: StepProps) {
  const [before, after] = readingFrom(edge, edge.source.key === from.key)
  const target = { kind: 'edge', key: edge.key } as const
  const when = dates(edge.first, edge.last)
  return (
    <li
      class="path-step"
      onMouseEnter={() => {
        hovered.value = target
      }}
      onMouseLeave={() => {
        hovered.value = null
      }}
    >
      <p class="path-reading">
        <Former edge={edge} />
        <Status modality={edge.modality} />
        <NodeLink node={from} /> <span class="verb">{before}</span> <NodeLink node={to} />
        {after !== '' && <span class="verb"> {after}</span>}
        {edge.role !== undefined && edge.role !== 'participant' && <span class="role-note"> ({edge.role})</span>}
        {when !== null && <span class="relation-when"> {when}</span>}
      </p>
      <Evidence passages={edge.evidence.slice(0, 1)} />
      <p class="relation-more">
        <ViewLink to={target} class="quiet-link">
          {counted(edge.weight, 'statement')}
        </ViewLink>
        <FactLine edge={edge} />
      </p>
    </li>
  )
}
