/** Attributes of which the evidence is unpacked when somebody looks at it. */
import type { GraphEvidence } from '../../model/graph.ts'
import type { Place } from './records.ts'

/** @returns what lies there */
export type Unpack = (place: Place) => readonly GraphEvidence[]

/** @param head all attributes, in their order, with any evidence @param place where the evidence lies packed */
export const lazily = <A extends { readonly evidence: readonly GraphEvidence[] }>(
  head: A,
  place: Place,
  unpack: Unpack,
): A => new Attributes(head, place, unpack) as unknown as A

/**
 * The evidence is a property of its own, as with plain objects. Its getter is the same for all: an object with a function of its own
 * takes five times the room, and there are hundreds of thousands. It is unpacked each time, since most is looked at once.
 */
class Attributes {
  readonly #place: Place
  readonly #unpack: Unpack
  readonly [name: string]: unknown
  constructor(head: object, place: Place, unpack: Unpack) {
    this.#place = place
    this.#unpack = unpack
    // One after the other: where a value is already there, the getter in its place makes the object a slow and large one.
    for (const name of Object.keys(head) as (keyof typeof head)[])
      if (name === 'evidence') Object.defineProperty(this, name, Attributes.#evidence)
      else (this as Record<string, unknown>)[name] = head[name]
  }

  static readonly #evidence: PropertyDescriptor = {
    enumerable: true,
    configurable: true,
    get(this: Attributes) {
      return this.#unpack(this.#place)
    },
  }
}
