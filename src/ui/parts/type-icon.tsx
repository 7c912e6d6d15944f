/** The sign of a type as the graph shows it: shape, colour, icon. */
import { useLayoutEffect, useRef } from 'preact/hooks'
import { ENTITY_TYPES, type EntityType, type EventType, isEventType } from '../../model/ontology.ts'
import { SHAPES } from '../graph/appearance.ts'
import { typeColor } from '../graph/palette.ts'
import { iconUrls } from '../icon-files.ts'
import { iconOf } from '../icons.ts'
import { scheme } from '../state/store.ts'

export function TypeIcon({ type }: { readonly type: EntityType | EventType }) {
  const sign = useRef<HTMLSpanElement>(null)
  const color = typeColor(type, scheme.value)
  const shape = SHAPES[isEventType(type) ? 'event' : ENTITY_TYPES[type].kind]
  // Set through the style object: the page's security policy forbids style attributes.
  useLayoutEffect(() => {
    sign.current?.style.setProperty('--sign', color)
    sign.current?.style.setProperty('--icon', `url("${iconUrls.get(iconOf(type))}")`)
  }, [color, type])
  return (
    <span ref={sign} class={`sign sign-${shape}`} aria-hidden="true">
      <span class="sign-icon" />
    </span>
  )
}
