/** From a piece of evidence, as it lies in the property `evidence`, to the words of the text. */

import type { Run } from '../run/run.ts'
import { fromPlain, isList, isMap, type MapValue, type Value } from '../values/value.ts'
import { type FunctionRow, wrongArgument } from './function.ts'

const row = (name: string, returns: 'string' | 'map', read: (evidence: MapValue, run: Run) => Value): FunctionRow => ({
  name,
  args: [['map']],
  returns,
  call: ([evidence = null], run) => {
    if (isMap(evidence)) return read(evidence, run)
    throw wrongArgument(name, 'a piece of evidence, such as r.evidence[0]', evidence)
  },
})

/** Offsets are UTF-16 code units. null where the text is not at hand. */
function passage(evidence: MapValue, start: Value, end: Value, { sources }: Run): Value {
  const document = evidence.get('document')
  if (typeof document !== 'string' || typeof start !== 'bigint' || typeof end !== 'bigint') return null
  return sources.text(document)?.slice(Number(start), Number(end)) ?? null
}

export const EVIDENCE: readonly FunctionRow[] = [
  row('evidence.text', 'string', (evidence, run) =>
    passage(evidence, evidence.get('start') ?? null, evidence.get('end') ?? null, run),
  ),
  row('evidence.sentence', 'string', (evidence, run) => {
    const sentence = evidence.get('sentence') ?? null
    const [start = null, end = null] = isList(sentence) ? sentence : [evidence.get('start'), evidence.get('end')]
    return passage(evidence, start, end, run)
  }),
  row('evidence.document', 'map', (evidence, { sources }) => {
    const id = evidence.get('document')
    return typeof id === 'string' ? fromPlain(sources.document(id) ?? null) : null
  }),
]
