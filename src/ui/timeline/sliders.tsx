/** The window by keyboard and for screen readers: where it begins, where it ends, and all of it at once. */
import { setWindow } from '../state/time.ts'
import { type Bin, windowOf } from '../view/bins.ts'
import type { Unit } from '../view/time-view.ts'
import { counted } from '../view/words.ts'
import { nameOf } from './names.ts'
import type { Range } from './play.ts'

interface SlidersProps {
  readonly bins: readonly Bin[]
  readonly range: Range | undefined
  readonly unit: Unit
}

export function Sliders({ bins, range, unit }: SlidersProps) {
  const last = bins.length - 1
  const [from, to] = range ?? [0, last]
  const inside = bins.slice(from, to + 1).reduce((sum, { total }) => sum + total, 0)
  const move = (first: number, end: number): void =>
    setWindow(first === 0 && end === last ? null : windowOf(bins, first, end))
  const words = (bin: number): string => `${nameOf(bins[bin]!, unit)}; ${counted(inside, 'fact')} in the window`
  return (
    <div class="timeline-sliders">
      <Slider
        label="From"
        value={from}
        most={last}
        text={words(from)}
        onMove={(value) => move(Math.min(value, to), to)}
      />
      <Slider
        label="To"
        value={to}
        most={last}
        text={words(to)}
        onMove={(value) => move(from, Math.max(value, from))}
      />
      {range !== undefined && (
        <Slider
          label="Window"
          value={from}
          most={last - (to - from)}
          text={words(from)}
          onMove={(value) => move(value, value + to - from)}
        />
      )}
    </div>
  )
}

interface SliderProps {
  readonly label: string
  readonly value: number
  readonly most: number
  readonly text: string
  readonly onMove: (value: number) => void
}

const Slider = ({ label, value, most, text, onMove }: SliderProps) => (
  <label>
    <span>{label}</span>
    <input
      type="range"
      min="0"
      max={most}
      step="1"
      value={value}
      aria-valuetext={text}
      onInput={({ currentTarget }) => onMove(Number(currentTarget.value))}
    />
  </label>
)
