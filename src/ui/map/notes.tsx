/** In the corner of the map: what size means, and which places nobody could put there. */
import { ViewLink } from '../parts/link.tsx'
import { type MapSize, SIZES } from '../view/map-view.ts'
import { type Spot, type Spots, tollOf } from '../view/spots.ts'
import { counted } from '../view/words.ts'

const SIZE_LABELS: Readonly<Record<MapSize, string>> = { count: 'How much happened', toll: 'Killed and wounded' }

interface MapNotesProps {
  readonly placed: readonly Spot[]
  readonly unplaced: Spots['unplaced']
  readonly size: MapSize
  readonly onSize: (size: MapSize) => void
}

export function MapNotes({ placed, unplaced, size, onSize }: MapNotesProps) {
  return (
    <div class="map-notes">
      {(size === 'toll' || placed.some((spot) => tollOf(spot) > 0)) && (
        <fieldset class="segmented map-sizes">
          <legend class="unseen">What the size of a sign tells</legend>
          {SIZES.map((one) => (
            <label key={one}>
              <input type="radio" name="map-size" checked={one === size} onChange={() => onSize(one)} />
              <span>{SIZE_LABELS[one]}</span>
            </label>
          ))}
        </fieldset>
      )}
      {placed.length === 0 && (
        <p class="map-none" role="status">
          Nothing of what is shown is known to be anywhere on the map.
        </p>
      )}
      {unplaced.length > 0 && (
        <details class="map-unplaced">
          <summary>{counted(unplaced.length, 'place')} not on the map</summary>
          <ul>
            {unplaced.map(({ key, label }) => (
              <li key={key}>
                <ViewLink to={{ kind: 'node', key }}>
                  <bdi>{label}</bdi>
                </ViewLink>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}
