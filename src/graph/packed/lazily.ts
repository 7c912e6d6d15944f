/** Attributes of which the evidence is unpacked when somebody looks at it. */
import type { GraphEvidence } from '../../model/graph.ts'
import { ByteReader } from './bytes.ts'
import { readEvidence } from './evidence-codec.ts'
import type { Place } from './records.ts'
import type { Strings } from './strings.ts'

/** @param head all attributes, in their order, with any evidence */
export function lazily<A extends { readonly evidence: readonly GraphEvidence[] }>(
  head: A,
  { buffer, start, end }: Place,
  strings: Strings,
): A {
  let evidence: readonly GraphEvidence[] | undefined
  return Object.defineProperty({ ...head }, 'evidence', {
    enumerable: true,
    configurable: true,
    get: () => {
      evidence ??= readEvidence(new ByteReader(buffer, start, end), strings)
      return evidence
    },
  })
}
