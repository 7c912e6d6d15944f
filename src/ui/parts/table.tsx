/** The same relations as a table: sortable, with the sentence of each; all of it reachable by keyboard. */
import { useMemo, useRef, useState } from 'preact/hooks'
import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts'
import { select } from '../state/actions.ts'
import { documentSignal } from '../state/documents.ts'
import { graph, selection, visible } from '../state/store.ts'
import { COLUMNS, type Column, type Row, rowsOf, sorted } from '../view/table-rows.ts'
import { capital, counted, dates, MODALITY_LABELS } from '../view/words.ts'
import { Former, Status } from './fact-notes.tsx'
import { ViewLink } from './link.tsx'
import { type SeenRows, useRows } from './use-rows.ts'

/** Of a row whose sentence takes three lines. */
const USUAL_HEIGHT = 76

interface Order {
  readonly column: Column
  readonly descending: boolean
}

export function RelationTable() {
  const facts = graph.value
  const { edges } = visible.value
  const [order, setOrder] = useState<Order>({ column: 'date', descending: true })
  const rows = useMemo(
    () => (facts === null ? [] : sorted(rowsOf(facts, edges), order.column, order.descending)),
    [facts, edges, order],
  )
  const frame = useRef<HTMLElement>(null)
  const { indices, before, after, measure, onKeyDown } = useRows(frame, {
    count: rows.length,
    keyOf: (index) => rows[index]!.key,
    height: USUAL_HEIGHT,
  })
  if (facts === null) return null
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what can be scrolled can be reached.
    <section class="table-frame" ref={frame} tabIndex={0} aria-label="Relations" onKeyDown={onKeyDown}>
      <table aria-rowcount={rows.length + 1}>
        <caption>{counted(rows.length, 'relation')}</caption>
        <thead>
          <tr aria-rowindex={1}>
            {COLUMNS.map((column) => (
              <Head key={column} column={column} order={order} onOrder={setOrder} />
            ))}
            <th scope="col">Sentence</th>
          </tr>
        </thead>
        <tbody>
          <Room height={before} />
          {indices.map((index) => (
            <RelationRow key={rows[index]!.key} row={rows[index]!} index={index} measure={measure} facts={facts} />
          ))}
          <Room height={after} />
        </tbody>
      </table>
      {rows.length === 0 && <p class="quiet">No relation passes the filters.</p>}
    </section>
  )
}

/** Where rows are that nobody sees now. */
const Room = ({ height }: { readonly height: number }) =>
  height > 0 ? (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a row of nothing takes no focus
    <tr class="room" aria-hidden="true">
      <td colSpan={COLUMNS.length + 1} style={{ height: `${height}px` }} />
    </tr>
  ) : null

interface HeadProps {
  readonly column: Column
  readonly order: Order
  readonly onOrder: (order: Order) => void
}

function Head({ column, order, onOrder }: HeadProps) {
  const isChosen = order.column === column
  return (
    <th scope="col" aria-sort={!isChosen ? 'none' : order.descending ? 'descending' : 'ascending'}>
      <button type="button" onClick={() => onOrder({ column, descending: isChosen && !order.descending })}>
        {capital(column)}
        <span aria-hidden="true">{!isChosen ? '' : order.descending ? ' ↓' : ' ↑'}</span>
      </button>
    </th>
  )
}

interface RelationRowProps {
  readonly row: Row
  readonly index: number
  readonly measure: SeenRows['measure']
  readonly facts: KnowledgeGraph
}

function RelationRow({ row, index, measure, facts }: RelationRowProps) {
  const isSelected = selection.value?.key === row.key
  const { edge } = row
  return (
    <tr ref={measure} data-index={index} aria-rowindex={index + 2} class={isSelected ? 'selected' : ''}>
      <td class="cell-source">
        <ViewLink to={{ kind: 'node', key: row.source.key }}>
          <bdi>{row.source.label}</bdi>
        </ViewLink>
      </td>
      <td class="cell-relation">
        <Former edge={edge} />
        <button type="button" class="link" onClick={() => select({ kind: 'edge', key: row.key }, true)}>
          {edge.label}
        </button>
        {edge.role !== undefined && <span class="role-note"> ({edge.role})</span>}
      </td>
      <td class="cell-target">
        <ViewLink to={{ kind: 'node', key: row.target.key }}>
          <bdi>{row.target.label}</bdi>
        </ViewLink>
      </td>
      <td class="cell-status">
        {edge.modality === 'asserted' ? MODALITY_LABELS.asserted : <Status modality={edge.modality} />}
      </td>
      <td class="nowrap cell-date">{dates(edge.first, edge.last) ?? ''}</td>
      <td class="cell-speaker">{speakerName(facts, edge.attributedTo)}</td>
      <td class="sentence">
        <Sentence row={row} />
      </td>
    </tr>
  )
}

function Sentence({ row }: { readonly row: Row }) {
  const [first] = row.edge.evidence
  if (first === undefined) return null
  const state = documentSignal(first.document).value
  if (state.state !== 'ready') return <span class="quiet">…</span>
  const [start, end] = first.sentence ?? [first.start, first.end]
  return <bdi>{state.value.document.text.slice(start, end)}</bdi>
}

const speakerName = (facts: KnowledgeGraph, speaker: string | undefined): string =>
  speaker === undefined ? '' : facts.hasNode(speaker) ? facts.getNodeAttribute(speaker, 'label') : speaker
