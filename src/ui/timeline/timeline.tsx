/** When it happened: facts per day, week, month or year, and the window that filters the page. */
import './timeline.css'
import { useEffect, useState } from 'preact/hooks'
import { FAMILIES } from '../../model/ontology.ts'
import { familyColor } from '../graph/palette.ts'
import { Glyph } from '../parts/glyph.tsx'
import { filterBy } from '../state/actions.ts'
import { filters, prefersStill, scheme, view } from '../state/store.ts'
import { isPlaying, setWindow, showTime } from '../state/time.ts'
import { type Bin, type Binned, rangeOf, STACK, windowOf } from '../view/bins.ts'
import { counted, number } from '../view/words.ts'
import { Chart } from './chart.tsx'
import { timeline, total, units } from './moments.ts'
import { nameOf, rangeName, UNIT_LABELS } from './names.ts'
import { nextRange, play, type Range, stop } from './play.ts'
import { Sliders } from './sliders.tsx'

export function Timeline() {
  const shown = timeline.value
  const [hovered, setHovered] = useState<number | null>(null)
  useEffect(() => stop, [])
  if (shown === null) return <Nothing />
  const { bins, unit } = shown
  const range = rangeNow(bins)
  const over = hovered === null ? undefined : bins[hovered]
  return (
    <section class="timeline" aria-label={summaryOf(shown)}>
      <header class="timeline-head">
        <PlayButton />
        <p class="timeline-words">
          <WindowWords shown={shown} range={range} />
          {over !== undefined && <BinWords bin={over} name={nameOf(over, unit)} />}
        </p>
        <WindowActions bins={bins} range={range} />
        <Undated shown={shown} hasWindow={range !== undefined} />
        <Units unit={unit} />
      </header>
      <Chart bins={bins} range={range} onHover={setHovered} />
      <Sliders bins={bins} range={range} unit={unit} />
    </section>
  )
}

const rangeNow = (bins: readonly Bin[]): Range | undefined => {
  const { window } = filters.value
  return window === null ? undefined : rangeOf(bins, window)
}

function Nothing() {
  return (
    <section class="timeline timeline-none" aria-label="Timeline">
      <p class="quiet">
        {total.value === 0
          ? 'There is nothing to put in order of time.'
          : `None of ${counted(total.value, 'fact')} has a date.`}
      </p>
    </section>
  )
}

function summaryOf({ bins, unit }: Binned): string {
  const count = bins.reduce((sum, bin) => sum + bin.total, 0)
  const highest = bins.reduce((a, b) => (b.total > a.total ? b : a))
  return `Timeline: ${counted(count, 'dated fact')}, ${rangeName(bins, [0, bins.length - 1], unit)}; most in ${nameOf(highest, unit)} (${number(highest.total)})`
}

function WindowWords({ shown: { bins, unit }, range }: { readonly shown: Binned; readonly range: Range | undefined }) {
  const [first, last] = range ?? [0, bins.length - 1]
  const count = bins.slice(first, last + 1).reduce((sum, bin) => sum + bin.total, 0)
  return (
    <>
      <b>{rangeName(bins, [first, last], unit)}</b> {counted(count, 'fact')}
    </>
  )
}

function BinWords({ bin, name }: { readonly bin: Bin; readonly name: string }) {
  return (
    <span class="timeline-over">
      {name}: {number(bin.total)}
      {STACK.filter((family) => bin.families.has(family)).map((family) => (
        <span
          key={family}
          class="timeline-part"
          ref={(part) => part?.style.setProperty('--family', familyColor(family, scheme.value))}
        >
          {FAMILIES[family].label} {number(bin.families.get(family) ?? 0)}
        </span>
      ))}
    </span>
  )
}

function PlayButton() {
  const look = () => {
    const bins = timeline.value?.bins ?? []
    return { bins, range: rangeNow(bins) }
  }
  // Who asks for less motion moves the window by hand, one step at a time.
  if (prefersStill()) {
    const step = (): void => {
      const { bins, range } = look()
      setWindow(windowOf(bins, ...nextRange(bins.length, range)))
    }
    return <IconButton label="Next step in time" glyph="play" onClick={step} />
  }
  return isPlaying.value ? (
    <IconButton label="Stop" glyph="pause" onClick={stop} />
  ) : (
    <IconButton label="Play" glyph="play" onClick={() => play(look)} />
  )
}

const IconButton = ({
  label,
  glyph,
  onClick,
}: {
  readonly label: string
  readonly glyph: 'play' | 'pause'
  readonly onClick: () => void
}) => (
  <button type="button" class="button icon-only timeline-play" aria-label={label} title={label} onClick={onClick}>
    <Glyph name={glyph} />
  </button>
)

function WindowActions({ bins, range }: { readonly bins: readonly Bin[]; readonly range: Range | undefined }) {
  const { shown } = view.value.time
  return (
    <>
      {range !== undefined && (range[0] > 0 || range[1] < bins.length - 1) && (
        <button type="button" class="link" onClick={() => showTime({ shown: windowOf(bins, ...range), unit: null })}>
          Zoom in
        </button>
      )}
      {shown !== null && (
        <button type="button" class="link" onClick={() => showTime({ shown: null, unit: null })}>
          Show all years
        </button>
      )}
      {filters.value.window !== null && (
        <button
          type="button"
          class="link"
          onClick={() => {
            stop()
            setWindow(null)
          }}
        >
          Any time
        </button>
      )}
    </>
  )
}

function Undated({
  shown: { undated, vague, unit },
  hasWindow,
}: {
  readonly shown: Binned
  readonly hasWindow: boolean
}) {
  if (undated + vague === 0) return null
  const words = [
    ...(undated > 0 ? [`${number(undated)} undated`] : []),
    ...(vague > 0 ? [`${number(vague)} without a ${unit === 'week' ? 'day' : unit}`] : []),
  ].join(', ')
  if (!hasWindow) return <p class="timeline-undated quiet">{words}</p>
  return (
    <label class="timeline-undated">
      <input
        type="checkbox"
        checked={filters.value.undated}
        onChange={({ currentTarget }) => filterBy({ undated: currentTarget.checked })}
      />
      with {words}
    </label>
  )
}

function Units({ unit }: { readonly unit: Binned['unit'] }) {
  if (units.value.length < 2) return null
  return (
    <fieldset class="segmented timeline-units">
      <legend class="unseen">A bar for each</legend>
      {units.value.map((one) => (
        <label key={one}>
          <input type="radio" name="per" checked={one === unit} onChange={() => showTime({ unit: one })} />
          <span>{UNIT_LABELS[one]}</span>
        </label>
      ))}
    </fieldset>
  )
}
