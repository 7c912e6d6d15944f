/** FNV-1a over UTF-16 code units, in 32 bits, with its bits mixed once more, so that the low ones tell as much as the high ones. */

const [OFFSET, PRIME] = [0x811c9dc5, 0x01000193]

const mixed = (hash: number): number => (hash ^ (hash >>> 15)) >>> 0

export function hashOf(text: string): number {
  let hash = OFFSET
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), PRIME)
  return mixed(hash)
}

/** That of the text which these bytes are in ASCII. @param end behind the last one */
export function hashOfBytes(bytes: Uint8Array, start: number, end: number): number {
  let hash = OFFSET
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ bytes[at]!, PRIME)
  return mixed(hash)
}
