/** Lower case, without diacritics, straight apostrophes: what remains equal between the spellings of one name. */
export function fold(form: string): string {
  const lower = form.toLowerCase()
  // Most names are plain ASCII, which needs no more.
  if (/^[\x00-\x7f]*$/.test(lower)) return lower
  return lower
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[’‘ʼʻ`]/g, "'")
    .replace(/ø/g, 'o')
    .replace(/ł/g, 'l')
    .replace(/đ/g, 'd')
    .replace(/ı/g, 'i')
    .replace(/ß/g, 'ss')
    .replace(/æ/g, 'ae')
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

/** The first token of a folded name, as the tokenizer cuts it. */
export const firstToken = (folded: string): string => /^[^ /-]+?(?='s\b)|^[^ /-]+/.exec(folded)?.[0] ?? folded

/** No fewer tokens than the tokenizer makes of a folded name. */
export function tokenBound(folded: string): number {
  let bound = 1
  for (let i = 0; i < folded.length; i++) {
    const unit = folded.charCodeAt(i)
    if (unit === 0x20 || unit === 0x27 || unit === 0x2e) bound++
    else if (unit === 0x2d || unit === 0x2f || unit === 0x26) bound += 2
  }
  return bound
}
