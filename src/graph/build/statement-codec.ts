/** What documents state, as bytes and back. */
import type { CivilDate } from '../../model/date.ts'
import type { Modality } from '../../model/facts.ts'
import type { GraphEvidence } from '../../model/graph.ts'
import type { NodeKey } from '../../model/ids.ts'
import type { EdgeName } from '../../model/ontology.ts'
import type { ByteWriter } from '../packed/bytes.ts'
import { ByteReader } from '../packed/bytes.ts'
import { readEvidence, writeEvidence } from '../packed/evidence-codec.ts'
import { readOptional, readText, writeOptional, writeText } from '../packed/parts.ts'
import type { Place } from '../packed/records.ts'
import type { Strings } from '../packed/strings.ts'
import { inOrder } from './evidence.ts'
import type { Statement } from './statements.ts'

/** What all statements of one edge have in common. */
export type EdgeHead = Pick<
  Statement,
  'relation' | 'source' | 'target' | 'modality' | 'attributedTo' | 'former' | 'role'
>

export function writeHead(to: ByteWriter, strings: Strings, head: EdgeHead): void {
  for (const value of [head.relation, head.source, head.target, head.modality]) writeText(to, strings, value)
  writeOptional(to, strings, head.attributedTo)
  to.number(Number(head.former))
  writeOptional(to, strings, head.role)
}

export function readHead(from: ByteReader, strings: Strings): EdgeHead {
  const relation = readText<EdgeName>(from, strings)
  const [source, target] = [readText<NodeKey>(from, strings), readText<NodeKey>(from, strings)]
  const modality = readText<Modality>(from, strings)
  const attributedTo = readOptional(from, strings)
  const former = from.number() === 1
  const role = readOptional(from, strings)
  return {
    relation,
    source,
    target,
    modality,
    ...(attributedTo !== undefined && { attributedTo }),
    former,
    ...(role !== undefined && { role }),
  }
}

/** What is its own: to be written as a part. */
export function writeStatement(to: ByteWriter, strings: Strings, said: Statement): void {
  for (const value of [said.rule, String(said.confidence)]) writeText(to, strings, value)
  for (const value of [said.date, said.endDate, said.event]) writeOptional(to, strings, value)
  to.number(Number(said.confirmed ?? false))
  writeEvidence(to, strings, said.evidence)
}

export function readStatement(from: ByteReader, strings: Strings, head: EdgeHead): Statement {
  from.number()
  from.number()
  const [rule, confidence] = [readText(from, strings), Number(readText(from, strings))]
  const date = readOptional<CivilDate>(from, strings) ?? null
  const endDate = readOptional<CivilDate>(from, strings) ?? null
  const event = readOptional<NodeKey>(from, strings)
  const confirmed = from.number() === 1
  return {
    ...head,
    date,
    endDate,
    rule,
    confidence,
    ...(event !== undefined && { event }),
    evidence: readEvidence(from, strings),
    ...(confirmed && { confirmed }),
  }
}

/** Numbers that `writeHead` writes, and those that a statement has before its evidence, with the two that begin a part. */
const [HEAD, BEFORE_EVIDENCE] = [7, 8]

/** All evidence of an edge. The rest is passed over: to put statements together takes ten times as long. */
export const evidenceIn =
  (strings: Strings) =>
  ({ buffer, start, end }: Place): readonly GraphEvidence[] => {
    const reader = new ByteReader(buffer, start, end)
    pass(reader, HEAD)
    const found: GraphEvidence[] = []
    while (!reader.done) {
      pass(reader, BEFORE_EVIDENCE)
      found.push(...readEvidence(reader, strings))
    }
    return inOrder(found)
  }

function pass(reader: ByteReader, numbers: number): void {
  for (let rest = numbers; rest > 0; rest--) reader.number()
}
