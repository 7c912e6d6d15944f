/** Who met whom: a table of actors by actors; a number opens to the sentences that say so. */
import './matrix.css'
import { useMemo, useRef, useState } from 'preact/hooks'
import { Status } from '../parts/fact-notes.tsx'
import { ViewLink } from '../parts/link.tsx'
import { TypeIcon } from '../parts/type-icon.tsx'
import { select } from '../state/actions.ts'
import { documentSignal } from '../state/documents.ts'
import { filters, graph, selection } from '../state/store.ts'
import { type Actor, isReported, type Matrix, type Meeting, matrixOf } from '../view/matrix.ts'
import { counted, date, MODALITY_LABELS, number } from '../view/words.ts'

/** More would neither fit nor be read. */
const MOST_ACTORS = 60

interface Pair {
  readonly one: Actor
  readonly other: Actor
}

export function MeetingMatrix() {
  const facts = graph.value
  const matrix = useMemo(
    () => (facts === null ? null : matrixOf(facts, filters.value, MOST_ACTORS)),
    [facts, filters.value],
  )
  const [pair, setPair] = useState<Pair | null>(null)
  if (matrix === null) return null
  if (matrix.actors.length === 0)
    return (
      <p class="centre-note quiet" role="status">
        Nobody met anybody in what is shown.
      </p>
    )
  const open = (next: Pair): void => {
    setPair(next)
    const [first] = matrix.meetingsOf(next.one.key, next.other.key)
    if (first !== undefined) select({ kind: first.kind, key: first.key }, false)
  }
  return (
    <div class="matrix-frame">
      <Grid matrix={matrix} pair={pair} onOpen={open} />
      {pair !== null && (
        <Meetings
          pair={pair}
          meetings={matrix.meetingsOf(pair.one.key, pair.other.key)}
          onClose={() => setPair(null)}
        />
      )}
    </div>
  )
}

interface GridProps {
  readonly matrix: Matrix
  readonly pair: Pair | null
  readonly onOpen: (pair: Pair) => void
}

function Grid({ matrix, pair, onOpen }: GridProps) {
  const { actors, found } = matrix
  const table = useRef<HTMLTableElement>(null)
  const [stop, setStop] = useState<string | null>(null)
  const firstKey = firstFilled(matrix)
  const current = stop ?? firstKey
  const onKey = (event: KeyboardEvent): void => {
    const step = STEPS[event.key]
    const [row, column] = ((event.target as HTMLElement).dataset['cell'] ?? '').split(',').map(Number)
    if (step === undefined || row === undefined || column === undefined || Number.isNaN(row)) return
    event.preventDefault()
    const next = nextFilled(matrix, row, column, step)
    if (next === undefined) return
    setStop(next)
    table.current?.querySelector<HTMLButtonElement>(`[data-cell="${next}"]`)?.focus()
  }
  return (
    <table ref={table} class="matrix" onKeyDown={onKey}>
      <caption>
        Who met whom: {counted(actors.length, 'actor')}
        {found > actors.length && ` with the most meetings, of ${number(found)}`}. Arrow keys go from meeting to
        meeting.
      </caption>
      <thead>
        <tr>
          <td />
          {actors.map((actor) => (
            <th
              key={actor.key}
              scope="col"
              class={pair?.other.key === actor.key || pair?.one.key === actor.key ? 'matrix-on' : ''}
            >
              <span>
                <bdi>{actor.label}</bdi>
              </span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {actors.map((one, row) => (
          <tr key={one.key} class={row > 0 && actors[row - 1]!.community !== one.community ? 'matrix-part' : ''}>
            <th scope="row" class={selection.value?.key === one.key ? 'matrix-on' : ''}>
              <ViewLink to={{ kind: 'node', key: one.key }} class="node-link">
                <TypeIcon type={one.type} />
                <bdi>{one.label}</bdi>
              </ViewLink>
            </th>
            {actors.map((other, column) => (
              <Cell
                key={other.key}
                place={`${row},${column}`}
                isStop={`${row},${column}` === current}
                isFirst={column > 0 && actors[column - 1]!.community !== other.community}
                one={one}
                other={other}
                meetings={row === column ? null : matrix.meetingsOf(one.key, other.key)}
                most={matrix.most}
                onOpen={() => {
                  setStop(`${row},${column}`)
                  onOpen({ one, other })
                }}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type Step = readonly [rows: number, columns: number]
const STEPS: Readonly<Record<string, Step>> = {
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
}

/** The next cell that has something in it, in this direction. */
function nextFilled(
  { actors, meetingsOf }: Matrix,
  row: number,
  column: number,
  [down, right]: Step,
): string | undefined {
  for (
    let [i, j] = [row + down, column + right];
    actors[i] !== undefined && actors[j] !== undefined;
    i += down, j += right
  )
    if (i !== j && meetingsOf(actors[i]!.key, actors[j]!.key).length > 0) return `${i},${j}`
  return undefined
}

function firstFilled(matrix: Matrix): string | undefined {
  for (const row of matrix.actors.keys()) {
    const found = nextFilled(matrix, row, -1, [0, 1])
    if (found !== undefined) return found
  }
  return undefined
}

interface CellProps extends Pair {
  readonly place: string
  /** Where the tab key comes to. */
  readonly isStop: boolean
  /** Of a community. */
  readonly isFirst: boolean
  /** Null on the diagonal. */
  readonly meetings: readonly Meeting[] | null
  readonly most: number
  readonly onOpen: () => void
}

function Cell({ place, isStop, isFirst, one, other, meetings, most, onOpen }: CellProps) {
  const part = isFirst ? 'matrix-part' : ''
  if (meetings === null) return <td class={`matrix-self ${part}`} />
  if (meetings.length === 0) return <td class={part} />
  const count = meetings.filter(isReported).length
  const level = count === 0 ? 0 : Math.max(1, Math.ceil((count / most) * 5))
  return (
    <td class={part}>
      <button
        type="button"
        class={`matrix-cell matrix-${level}`}
        data-cell={place}
        tabIndex={isStop ? 0 : -1}
        aria-label={`${one.label} and ${other.label}: ${wordsFor(meetings)}`}
        title={`${one.label} and ${other.label}: ${wordsFor(meetings)}`}
        onClick={onOpen}
      >
        {count > 0 ? number(count) : ''}
      </button>
    </td>
  )
}

/** `2 meetings, 1 denied` */
function wordsFor(meetings: readonly Meeting[]): string {
  const count = meetings.filter(isReported).length
  const others = new Map<string, number>()
  for (const { modality } of meetings)
    if (modality !== 'asserted') others.set(modality, (others.get(modality) ?? 0) + 1)
  return [
    ...(count > 0 || others.size === 0 ? [counted(count, 'meeting')] : []),
    ...[...others].map(
      ([modality, many]) => `${number(many)} ${MODALITY_LABELS[modality as Meeting['modality']].toLowerCase()}`,
    ),
  ].join(', ')
}

interface MeetingsProps {
  readonly pair: Pair
  readonly meetings: readonly Meeting[]
  readonly onClose: () => void
}

function Meetings({ pair, meetings, onClose }: MeetingsProps) {
  return (
    <section class="matrix-meetings" aria-label={`Meetings of ${pair.one.label} and ${pair.other.label}`}>
      <header>
        <h2>
          <bdi>{pair.one.label}</bdi> and <bdi>{pair.other.label}</bdi>
        </h2>
        <button type="button" class="link" onClick={onClose}>
          Close
        </button>
      </header>
      <ol>
        {meetings.map((meeting) => (
          <MeetingRow key={meeting.key} meeting={meeting} />
        ))}
      </ol>
    </section>
  )
}

function MeetingRow({ meeting: { kind, key, modality, date: when } }: { readonly meeting: Meeting }) {
  const facts = graph.value
  if (facts === null || !(kind === 'node' ? facts.hasNode(key) : facts.hasEdge(key))) return null
  const about = kind === 'node' ? facts.getNodeAttributes(key) : facts.getEdgeAttributes(key)
  const [first] = about.evidence
  const document = first === undefined ? undefined : documentSignal(first.document).value
  const [start, end] = first === undefined ? [0, 0] : (first.sentence ?? [first.start, first.end])
  return (
    <li>
      <Status modality={modality} />
      <ViewLink to={{ kind, key }}>
        <bdi>{about.label}</bdi>
      </ViewLink>
      {when !== null && <span class="quiet"> · {date(when)}</span>}
      {document?.state === 'ready' && (
        <blockquote>
          <bdi>{document.value.document.text.slice(start, end)}</bdi>
        </blockquote>
      )}
    </li>
  )
}
