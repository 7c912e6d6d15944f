/** The same relations as a table: sortable, with the sentence of each; all of it reachable by keyboard. */
import { useMemo, useState } from 'preact/hooks'
import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts'
import { select } from '../state/actions.ts'
import { documentSignal } from '../state/documents.ts'
import { graph, selection, visible } from '../state/store.ts'
import { COLUMNS, type Column, type Row, rowsOf, sorted } from '../view/table-rows.ts'
import { capital, counted, dates, MODALITY_LABELS, number } from '../view/words.ts'
import { Former, Status } from './fact-notes.tsx'
import { ViewLink } from './link.tsx'

/** Rows shown at first and added by each "more"; each row may need the text of its document. */
const PAGE = 60

interface Order {
  readonly column: Column
  readonly descending: boolean
}

export function RelationTable() {
  const facts = graph.value
  const { edges } = visible.value
  const [order, setOrder] = useState<Order>({ column: 'date', descending: true })
  const [pages, setPages] = useState(1)
  const rows = useMemo(
    () => (facts === null ? [] : sorted(rowsOf(facts, edges), order.column, order.descending)),
    [facts, edges, order],
  )
  if (facts === null) return null
  const shown = rows.slice(0, pages * PAGE)
  return (
    <div class="table-frame">
      <table>
        <caption>{counted(rows.length, 'relation')}</caption>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <Head key={column} column={column} order={order} onOrder={setOrder} />
            ))}
            <th scope="col">Sentence</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <RelationRow key={row.key} row={row} facts={facts} />
          ))}
        </tbody>
      </table>
      {rows.length === 0 && <p class="quiet">No relation passes the filters.</p>}
      {shown.length < rows.length && (
        <button type="button" class="button" onClick={() => setPages(pages + 1)}>
          Show {number(Math.min(PAGE, rows.length - shown.length))} more of {number(rows.length - shown.length)}
        </button>
      )}
    </div>
  )
}

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

function RelationRow({ row, facts }: { readonly row: Row; readonly facts: KnowledgeGraph }) {
  const isSelected = selection.value?.key === row.key
  const { edge } = row
  return (
    <tr class={isSelected ? 'selected' : ''}>
      <td>
        <ViewLink to={{ kind: 'node', key: row.source.key }}>
          <bdi>{row.source.label}</bdi>
        </ViewLink>
      </td>
      <td>
        <Former edge={edge} />
        <button type="button" class="link" onClick={() => select({ kind: 'edge', key: row.key }, true)}>
          {edge.label}
        </button>
        {edge.role !== undefined && <span class="role-note"> ({edge.role})</span>}
      </td>
      <td>
        <ViewLink to={{ kind: 'node', key: row.target.key }}>
          <bdi>{row.target.label}</bdi>
        </ViewLink>
      </td>
      <td>{edge.modality === 'asserted' ? MODALITY_LABELS.asserted : <Status modality={edge.modality} />}</td>
      <td class="nowrap">{dates(edge.first, edge.last) ?? ''}</td>
      <td>{speakerName(facts, edge.attributedTo)}</td>
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
