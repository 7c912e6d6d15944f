/** What a place on the map is called when it is read out. */
import { MODALITIES } from '../../model/facts.ts'
import { reported, type Spot, tollOf } from '../view/spots.ts'
import { counted, MODALITY_LABELS, number } from '../view/words.ts'

/** `Velmont: 3 happenings, 1 planned; 12 killed or wounded` */
export function nameOfSpot(spot: Spot): string {
  const facts = reported(spot).length
  const others = MODALITIES.filter((modality) => modality !== 'asserted').flatMap((modality) => {
    const count = spot.happenings.filter((happening) => happening.modality === modality).length
    return count > 0 ? [`${number(count)} ${MODALITY_LABELS[modality].toLowerCase()}`] : []
  })
  const parts = [...(facts > 0 || others.length === 0 ? [counted(facts, 'happening')] : []), ...others]
  const toll = tollOf(spot)
  return `${spot.label}: ${parts.join(', ')}${toll > 0 ? `; ${number(toll)} killed or wounded` : ''}`
}
