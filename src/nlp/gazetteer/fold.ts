/** Lower case, without diacritics, straight apostrophes: what remains equal between the spellings of one name. */
export function fold(form: string): string {
  const lower = form.toLowerCase()
  if (isAscii(lower)) return lower
  let folded = ''
  for (let i = 0; i < lower.length; i++) {
    const unit = lower.charCodeAt(i)
    folded += unit < 0x80 ? lower.charAt(i) : foldUnit(unit)
  }
  return folded
}

/** Letters that no decomposition takes apart, and the apostrophes that transcriptions use. */
const PLAIN: Readonly<Record<string, string>> = {
  ø: 'o', ł: 'l', đ: 'd', ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th', ð: 'd', ə: 'a',
  '’': "'", '‘': "'", ʼ: "'", ʻ: "'", '´': "'",
} // biome-ignore format: one glance

/** Folds of single UTF-16 units, filled as they are met; surrogates stay as they are. */
const units: string[] = []

function foldUnit(unit: number): string {
  const known = units[unit]
  if (known !== undefined) return known
  const letter = String.fromCharCode(unit)
  const folded = PLAIN[letter] ?? letter.normalize('NFD').replace(/\p{M}/gu, '')
  units[unit] = folded
  return folded
}

/** Most names are plain ASCII, which needs no more. */
function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x7f) return false
  return true
}

/** Tokens folded and joined as names are written: nothing around hyphens and slashes, nothing before "'s". */
export function joinFolded(folded: readonly string[], from: number, to: number): string {
  let key = folded[from] ?? ''
  for (let i = from + 1; i < to; i++) {
    const word = folded[i]!
    key += attaches(word) || attaches(folded[i - 1]!) || word.startsWith("'") ? word : ` ${word}`
  }
  return key
}

const attaches = (word: string): boolean => word === '-' || word === '/' || word === '–'

/**
 * What the first token of a folded name can be: all up to the first space, or, where the tokenizer cuts at a hyphen, a slash or
 * an apostrophe ("austria|-|hungary", but "sub-saharan"; "people|'s", "workers|'", but "n'djamena"), what stands before it.
 */
export function firstTokens(folded: string): readonly string[] {
  const space = folded.indexOf(' ')
  const chunk = space < 0 ? folded : folded.slice(0, space)
  for (let i = 1; i < chunk.length; i++) {
    const unit = chunk.charCodeAt(i)
    if (unit === HYPHEN || unit === SLASH) return [chunk, chunk.slice(0, i)]
    if (unit === APOSTROPHE && (i === chunk.length - 1 || chunk.endsWith("'s"))) return [chunk, chunk.slice(0, i)]
  }
  return [chunk]
}

/** No fewer tokens than the tokenizer makes of a folded name. */
export function tokenBound(folded: string): number {
  let bound = 1
  for (let i = 0; i < folded.length; i++) {
    const unit = folded.charCodeAt(i)
    if (unit === SPACE || unit === APOSTROPHE || unit === FULL_STOP) bound++
    else if (unit === HYPHEN || unit === SLASH || unit === AMPERSAND) bound += 2
  }
  return bound
}

const [SPACE, AMPERSAND, APOSTROPHE, HYPHEN, FULL_STOP, SLASH] = [0x20, 0x26, 0x27, 0x2d, 0x2e, 0x2f]
