/** Merge, split, rename, retype, hide, confirm: what a reader can say of a node. */
import { useState } from 'preact/hooks'
import type { NodeAnswer, Passage } from '../../api/schemas.ts'
import type { NodeKey } from '../../model/ids.ts'
import { ENTITY_TYPES, type EntityType, EVENT_TYPES, type EventType } from '../../model/ontology.ts'
import { correct, lastCorrection, merging } from '../state/corrections.ts'
import { Glyph } from './glyph.tsx'

type Tool = 'rename' | 'type' | 'split'

export function NodeCorrections({ answer }: { readonly answer: NodeAnswer }) {
  const [isOpen, setOpen] = useState(false)
  // Whoever is about to merge needs the button of the other node at once.
  const isShown = isOpen || merging.value !== null
  const last = lastCorrection.value
  return (
    <div class="corrections">
      <button type="button" class="link" aria-expanded={isShown} onClick={() => setOpen(!isShown)}>
        <Glyph name="pencil" /> Correct …
      </button>
      {/* After a correction a form is about something else than what was filled in. */}
      {isShown && <Tools key={last === null ? '' : `${last.of.id} ${last.isUndone}`} answer={answer} />}
    </div>
  )
}

function Tools({ answer }: { readonly answer: NodeAnswer }) {
  const { node, attributes, evidence } = answer
  const [tool, setTool] = useState<Tool | null>(null)
  const isEvent = attributes.kind === 'event'
  const toggle = (name: Tool) => () => setTool(tool === name ? null : name)
  return (
    <div class="correction-tools">
      <MergeButton nodeKey={node.key} label={node.label} />
      <button type="button" class="button" aria-expanded={tool === 'rename'} onClick={toggle('rename')}>
        Rename
      </button>
      <button type="button" class="button" aria-expanded={tool === 'type'} onClick={toggle('type')}>
        Type
      </button>
      {!isEvent && evidence.length > 1 && (
        <button type="button" class="button" aria-expanded={tool === 'split'} onClick={toggle('split')}>
          Split
        </button>
      )}
      <button
        type="button"
        class="button"
        disabled={attributes.confirmed === true}
        onClick={() => void correct({ act: 'confirm', node: node.key })}
      >
        {attributes.confirmed ? 'Found right' : 'Right'}
      </button>
      <button
        type="button"
        class="button"
        title="It is no name at all: out of the graph for good"
        onClick={() => void correct({ act: 'hide', node: node.key })}
      >
        Hide
      </button>
      {tool === 'rename' && <Rename nodeKey={node.key} label={node.label} />}
      {tool === 'type' && <Retype nodeKey={node.key} type={node.type} isEvent={isEvent} />}
      {tool === 'split' && <Split nodeKey={node.key} evidence={evidence} />}
    </div>
  )
}

interface Of {
  readonly nodeKey: NodeKey
}

function MergeButton({ nodeKey, label }: Of & { readonly label: string }) {
  const first = merging.value
  if (first === null || first.key === nodeKey)
    return (
      <button
        type="button"
        class="button"
        aria-pressed={first !== null}
        onClick={() => {
          merging.value = first === null ? { key: nodeKey, label } : null
        }}
      >
        Merge …
      </button>
    )
  return (
    <button
      type="button"
      class="button primary"
      onClick={() => void correct({ act: 'merge', node: first.key as NodeKey, others: [nodeKey] })}
    >
      Merge with <bdi>{first.label}</bdi>
    </button>
  )
}

function Rename({ nodeKey, label }: Of & { readonly label: string }) {
  return (
    <form
      class="correction-form"
      onSubmit={(event) => {
        event.preventDefault()
        void correct({ act: 'rename', node: nodeKey, name: String(new FormData(event.currentTarget).get('name')) })
      }}
    >
      <label class="field">
        New name
        <input name="name" defaultValue={label} required maxLength={300} />
      </label>
      <button type="submit" class="button primary">
        Rename
      </button>
    </form>
  )
}

function Retype({ nodeKey, type, isEvent }: Of & { readonly type: string; readonly isEvent: boolean }) {
  const types: Readonly<Record<string, { readonly label: string }>> = isEvent ? EVENT_TYPES : ENTITY_TYPES
  return (
    <form
      class="correction-form"
      onSubmit={(event) => {
        event.preventDefault()
        const chosen = String(new FormData(event.currentTarget).get('type')) as EntityType | EventType
        void correct({ act: 'retype', node: nodeKey, type: chosen })
      }}
    >
      <label class="field">
        Type
        <select name="type" defaultValue={type}>
          {Object.entries(types).map(([name, row]) => (
            <option key={name} value={name} selected={name === type}>
              {row.label}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" class="button primary">
        Change the type
      </button>
    </form>
  )
}

function Split({ nodeKey, evidence }: Of & { readonly evidence: readonly Passage[] }) {
  const [leaving, setLeaving] = useState<ReadonlySet<number>>(new Set())
  return (
    <form
      class="correction-form"
      onSubmit={(event) => {
        event.preventDefault()
        const name = String(new FormData(event.currentTarget).get('name')).trim()
        const mentions = evidence
          .filter((_, i) => leaving.has(i))
          .map(({ document, start, end }) => ({ document: document.id, start, end }))
        void correct({ act: 'split', node: nodeKey, parts: [{ ...(name !== '' && { name }), mentions }] })
      }}
    >
      <fieldset>
        <legend>Which mentions are somebody or something else?</legend>
        <ul class="mentions">
          {evidence.map(({ document, sentence, start, end }, i) => (
            <li key={`${document.id} ${start} ${end}`}>
              <label>
                <input
                  type="checkbox"
                  checked={leaving.has(i)}
                  onChange={() =>
                    setLeaving(new Set(leaving.has(i) ? [...leaving].filter((n) => n !== i) : [...leaving, i]))
                  }
                />
                <span>
                  {sentence.text.slice(0, start - sentence.start)}
                  <mark class="mark mark-mention">
                    {sentence.text.slice(start - sentence.start, end - sentence.start)}
                  </mark>
                  {sentence.text.slice(end - sentence.start)}
                </span>
              </label>
            </li>
          ))}
        </ul>
      </fieldset>
      <label class="field">
        Their name, if it is another
        <input name="name" maxLength={300} />
      </label>
      <button type="submit" class="button primary" disabled={leaving.size === 0}>
        Split
      </button>
    </form>
  )
}
