/** The places on the map: size by what happened, colours by family, dashed where it is only planned. */
import { useRef } from 'preact/hooks'
import { familyColor, PALETTES } from '../graph/palette.ts'
import { select } from '../state/actions.ts'
import { hovered, scheme } from '../state/store.ts'
import { STACK } from '../view/bins.ts'
import type { NamePlace } from '../view/label-places.ts'
import { reported, type Spot, slicesOf } from '../view/spots.ts'
import { nameOfSpot } from './words.ts'

export interface Placed {
  readonly spot: Spot
  readonly x: number
  readonly y: number
  readonly radius: number
}

interface SignsProps {
  readonly signs: readonly Placed[]
  readonly names: readonly NamePlace[]
  readonly selected: string | null
  /** Null: nothing is dimmed. */
  readonly lit: ReadonlySet<string> | null
  readonly onFocus: (spot: Spot) => void
}

/** Small ones lie on top, so that each can be hit; the tab key comes to the first, arrows go on from there. */
export function Signs({ signs, names, selected, lit, onFocus }: SignsProps) {
  const group = useRef<SVGGElement>(null)
  const focusAt = (place: number): void => {
    const { spot } = signs[(place + signs.length) % signs.length]!
    const target = [...(group.current?.querySelectorAll<SVGGElement>('[data-spot]') ?? [])].find(
      (element) => element.dataset['spot'] === spot.key,
    )
    onFocus(spot)
    target?.focus()
  }
  const onKey = (event: KeyboardEvent, place: number): void => {
    const steps: Readonly<Record<string, number>> = {
      ArrowRight: place + 1,
      ArrowDown: place + 1,
      ArrowLeft: place - 1,
      ArrowUp: place - 1,
      Home: 0,
      End: -1,
    }
    const next = steps[event.key]
    if (next !== undefined) focusAt(next)
    else if (event.key === 'Enter' || event.key === ' ') select({ kind: 'node', key: signs[place]!.spot.key }, true)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const chosen = signs.findIndex(({ spot }) => spot.key === selected)
  return (
    <g ref={group}>
      {signs.map((sign, place) => (
        // biome-ignore lint/a11y/useSemanticElements: a part of a drawing cannot be a button
        <g
          key={sign.spot.key}
          class="map-sign"
          data-spot={sign.spot.key}
          role="button"
          tabindex={place === Math.max(chosen, 0) ? 0 : -1}
          aria-label={nameOfSpot(sign.spot)}
          aria-pressed={sign.spot.key === selected}
          transform={`translate(${sign.x.toFixed(1)} ${sign.y.toFixed(1)})`}
          onClick={() => select({ kind: 'node', key: sign.spot.key }, true)}
          onKeyDown={(event) => onKey(event, place)}
          onPointerEnter={() => {
            hovered.value = { kind: 'node', key: sign.spot.key }
          }}
          onPointerLeave={() => {
            hovered.value = null
          }}
        >
          <SignBody
            sign={sign}
            isSelected={sign.spot.key === selected}
            isDim={lit !== null && !lit.has(sign.spot.key)}
          />
        </g>
      ))}
      <g>
        {names.map(({ key, x, y, anchor }) => (
          <text
            key={key}
            class={`map-name${lit !== null && !lit.has(key) ? ' map-dim' : ''}${key === selected ? ' map-chosen' : ''}`}
            x={x.toFixed(1)}
            y={y.toFixed(1)}
            text-anchor={anchor}
          >
            {signs.find(({ spot }) => spot.key === key)?.spot.label}
          </text>
        ))}
      </g>
    </g>
  )
}

interface BodyProps {
  readonly sign: Placed
  readonly isSelected: boolean
  readonly isDim: boolean
}

function SignBody({ sign: { spot, radius }, isSelected, isDim }: BodyProps) {
  const palette = PALETTES[scheme.value]
  const facts = reported(spot)
  const others = spot.happenings.length - facts.length
  return (
    <>
      {/* A finger needs more room than a small sign has. */}
      <circle r={Math.max(radius + 3, 12)} fill="transparent" />
      {isSelected && <circle class="map-ring" r={radius + 4} />}
      {facts.length === 0 ? (
        <circle
          class={others > 0 ? 'map-open map-planned' : 'map-open'}
          r={others > 0 ? 6 : 3.5}
          fill={palette.paper}
          stroke={isDim ? palette.inkSoft : palette.ink}
        />
      ) : (
        slicesOf(facts, STACK).map(({ family, from, to }) => (
          <path
            key={family}
            d={slicePath(radius, from, to)}
            fill={isDim ? palette.faded : familyColor(family, scheme.value)}
          />
        ))
      )}
      {facts.length > 0 && <circle class="map-edge" r={radius} stroke={isDim ? palette.inkSoft : palette.paper} />}
      {facts.length > 0 && !spot.isExact && <circle r={radius * 0.42} fill={palette.paper} />}
      {facts.length > 0 && others > 0 && (
        <circle
          class="map-open map-planned"
          r={radius + 2.5}
          fill="none"
          stroke={isDim ? palette.inkSoft : palette.ink}
        />
      )}
    </>
  )
}

/** A part of a disc, from twelve o'clock on. @param from, to shares of the circle */
export function slicePath(radius: number, from: number, to: number): string {
  if (to - from >= 0.999)
    return `M0 ${-radius}A${radius} ${radius} 0 1 1 0 ${radius}A${radius} ${radius} 0 1 1 0 ${-radius}z`
  const at = (share: number): string =>
    `${(radius * Math.sin(share * 2 * Math.PI)).toFixed(2)} ${(-radius * Math.cos(share * 2 * Math.PI)).toFixed(2)}`
  return `M0 0L${at(from)}A${radius} ${radius} 0 ${to - from > 0.5 ? 1 : 0} 1 ${at(to)}z`
}
