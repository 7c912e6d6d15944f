/**
 * The only file that mints ids. All of them are derived from content, so that the same text gives the same ids on every
 * machine, in every order of documents and on every reading.
 */
declare const brand: unique symbol
type Branded<T extends string> = string & { readonly [brand]: T }

/** A document: hexadecimal digest of its text. */
export type DocumentId = Branded<'document'>
/** An entity or event within one document's extraction: a number in order of reading, prefixed by its kind. */
export type LocalId = Branded<'local'>
/** A node of the graph, such as `person:oskar-drell` or `event:attack:3f9a01c2`. */
export type NodeKey = Branded<'node'>
/** An edge of the graph, such as `met_with:5b0c77de91aa`. */
export type EdgeKey = Branded<'edge'>
/** An entry in the log of corrections. */
export type EntryId = Branded<'entry'>

/** @param digest at least 12 lower-case hexadecimal digits of the SHA-256 of the text */
export function documentId(digest: string): DocumentId {
  if (!/^[0-9a-f]{12,}$/.test(digest))
    throw new RangeError(`"${digest}" is not a hexadecimal digest of 12 digits or more`)
  return digest.slice(0, 12) as DocumentId
}

export const localId = (kind: 'entity' | 'event', ordinal: number): LocalId => `${kind}-${ordinal}` as LocalId

/**
 * Key of an actor or place.
 * @param distinction what tells two of one name and type apart; it becomes a suffix
 */
export const nodeKey = (type: string, name: string, distinction?: string): NodeKey =>
  `${type}:${slug(name)}${distinction === undefined ? '' : `~${slug(distinction)}`}` as NodeKey

/** Key of an event, from whatever identifies the happening. */
export const eventKey = (type: string, identity: readonly string[]): NodeKey =>
  `event:${type}:${fingerprint(identity.join('\u0000'))}` as NodeKey

export const isEventKey = (key: NodeKey): boolean => key.startsWith('event:')

export const edgeKey = (
  relation: string,
  source: NodeKey,
  target: NodeKey,
  qualifiers: readonly string[] = [],
): EdgeKey => `${relation}:${fingerprint([source, target, ...qualifiers].join('\u0000'))}` as EdgeKey

/**
 * Id of an entry in the log of corrections.
 * @param content all that the entry says
 * @param before id of the entry before it, so that the same correction made twice is two entries
 */
export const entryId = (content: string, before: EntryId | undefined): EntryId =>
  fingerprint(`${before ?? ''}\u0000${content}`) as EntryId

/** For keys that come back from outside (a URL, a file, a row of the library). */
export const asNodeKey = (text: string): NodeKey => text as NodeKey
export const asEdgeKey = (text: string): EdgeKey => text as EdgeKey
export const asDocumentId = (text: string): DocumentId => text as DocumentId
export const asEntryId = (text: string): EntryId => text as EntryId
export const asLocalId = (text: string): LocalId => text as LocalId

/** Lower-case words joined by hyphens; letters of every script are kept, diacritics are not. */
export function slug(name: string): string {
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’']s\b/g, '')
    .match(/[\p{L}\p{N}]+/gu)
  return words === null ? `x${fingerprint(name)}` : words.join('-')
}

/** Twelve hexadecimal digits of a 53-bit hash (cyrb53, public domain). Not for secrets. */
export function fingerprint(text: string): string {
  let a = 0xdeadbeef
  let b = 0x41c6ce57
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    a = Math.imul(a ^ unit, 2654435761)
    b = Math.imul(b ^ unit, 1597334677)
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909)
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909)
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(16).padStart(14, '0').slice(-12)
}
