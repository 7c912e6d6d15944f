/**
 * 32-bit integer hashes, the names of features inside the linear models. Only integer arithmetic, so that every
 * machine computes the same.
 */
const FNV_OFFSET = 0x811c9dc5
const FNV_PRIME = 0x01000193

/** FNV-1a over the UTF-16 code units of `text`, as a signed 32-bit integer. */
export function hashString(text: string, seed = 0): number {
  let hash = FNV_OFFSET ^ seed
  for (let i = 0; i < text.length; i++) hash = extendHash(hash, text.charCodeAt(i))
  return hash ^ (hash >>> 15)
}

/** One more code unit into a running FNV-1a hash. */
export const extendHash = (hash: number, unit: number): number => Math.imul(hash ^ unit, FNV_PRIME)

/** Of two numbers one, in which their order matters. */
export const combine = (a: number, b: number): number =>
  Math.imul(a, 0x2c1b3c6d) ^ Math.imul((b + 0x7ed55d16) | 0, 0x27d4eb2f)

/** Spreads a hash over all 32 bits (the finaliser of MurmurHash3, shortened); never 0, which marks an empty slot. */
export function scatter(hash: number): number {
  let h = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) | 0 || 1
}
