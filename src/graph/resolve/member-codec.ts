/** What documents say of a thing, as bytes and back. */
import type { DocumentId, LocalId } from '../../model/ids.ts'
import type { EntityType } from '../../model/ontology.ts'
import { once } from '../once.ts'
import type { ByteReader, ByteWriter } from '../packed/bytes.ts'
import { readEvidence, writeEvidence } from '../packed/evidence-codec.ts'
import { readList, readOptional, readText, writeList, writeOptional, writeText } from '../packed/parts.ts'
import type { Strings } from '../packed/strings.ts'
import type { Member, Named } from './units.ts'

export function writeNamed(
  to: ByteWriter,
  strings: Strings,
  { id, type, name, aliases, roles, country, passages }: Named,
): void {
  for (const value of [id, type, name]) writeText(to, strings, value)
  writeList(to, strings, aliases)
  to.number(roles.length)
  for (const role of roles) to.number(2 * strings.numberOf(role.text) + Number(role.former))
  writeOptional(to, strings, country)
  to.number(passages.length)
  writeEvidence(to, strings, passages)
}

export function readMember(from: ByteReader, strings: Strings): Member {
  const document = readText<DocumentId>(from, strings)
  const part = from.part(from.number())
  const [id, type, name] = [
    readText<LocalId>(part, strings),
    readText<EntityType>(part, strings),
    readText(part, strings),
  ]
  const aliases = readList(part, strings)
  const roles = Array.from({ length: part.number() }, () => {
    const role = part.number()
    return { text: strings.textOf(Math.floor(role / 2)), former: role % 2 === 1 }
  })
  const country = readOptional(part, strings)
  const mentions = part.number()
  const passages = once(() => readEvidence(part, strings))
  return {
    document,
    entity: {
      id,
      type,
      name,
      aliases,
      roles,
      ...(country !== undefined && { country }),
      mentions,
      // Of thousands of members that are compared, few are drawn.
      get passages() {
        return passages()
      },
    },
  }
}

/** Of the part that begins there, without a look at the rest. */
export function readDocumentOf(from: ByteReader, strings: Strings): DocumentId {
  const document = readText<DocumentId>(from, strings)
  from.bytes(from.number())
  return document
}
