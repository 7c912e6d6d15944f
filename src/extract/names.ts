/** Names as strings: how they are compared, shortened and turned into acronyms and adjectives. */

const PARTICLES = new Set([
  'al',
  'el',
  'bin',
  'ibn',
  'bint',
  'van',
  'von',
  'de',
  'der',
  'den',
  'du',
  'da',
  'dos',
  'del',
  'della',
  'di',
  'la',
  'le',
  'ter',
  'abu',
  'ben',
  'af',
])
const SUFFIXES = new Set(['jr', 'jr.', 'sr', 'sr.', 'ii', 'iii', 'iv'])

const ASCII = /^[\x20-\x7e]*$/

const withoutMarks = (name: string): string => (ASCII.test(name) ? name : name.normalize('NFKD').replace(/\p{M}/gu, ''))

/** Lower case, without diacritics, leading article and possessive ending. */
export const foldName = (name: string): string =>
  withoutMarks(name)
    .toLowerCase()
    .replace(/[’']s?$/u, '')
    .replace(/^the\s+/, '')
    .replace(/\s+/g, ' ')
    .trim()

/** A name as it is shown: without article and possessive ending, white space made even. */
export const displayName = (name: string): string =>
  name
    .replace(/\s+/g, ' ')
    .replace(/^[tT]he\s+(?=\S)/, '')
    .replace(/[’']s$|(?<=s)[’']$/u, '')
    .trim()

const ARTICLE = /^(?:al|el|ad|as|ash|ar|an|at|az)-(?=\p{L}{3})/u

/** Words of a folded name, the article that Arabic joins to them left out ("al-Sarraj"). */
const parts = (name: string): string[] =>
  foldName(name)
    .split(/[\s]+/)
    .filter((part) => part !== '')
    .map((part) => part.replace(ARTICLE, ''))

/** What spellings of one personal name have in common. */
export const personKey = (name: string): string => parts(name).join(' ')

/** Surname with its particles ("von der Leyen"), suffixes such as "Jr." left out. */
export function surname(name: string): string {
  const words = parts(name).filter((word) => !SUFFIXES.has(word))
  let from = words.length - 1
  while (from > 1 && PARTICLES.has(words[from - 1] as string)) from--
  return words.slice(Math.max(0, from)).join(' ')
}

/**
 * Whether `short` may stand for `full`, a longer personal name: it is its end ("Leyen", "von der Leyen"), its beginning
 * ("Xi"), or leaves out middle names and initials ("John Smith" for "John A. Smith").
 */
export function isShortFor(short: string, full: string): boolean {
  const a = parts(short)
  const b = parts(full)
  if (a.length === 0 || a.length >= b.length) return false
  const ends = a.every((word, i) => word === b[b.length - a.length + i])
  const begins = a.every((word, i) => word === b[i])
  return ends || begins || (a.length > 1 && a[0] === b[0] && surname(short) === surname(full))
}

/** Whether two full personal names are spellings of one ("Mahmoud" and "Mahmud"): one word differs, by a letter or two. */
export function isVariant(one: string, other: string): boolean {
  const a = parts(one)
  const b = parts(other)
  if (a.length !== b.length || a.length < 2) return false
  const differing = a.map((word, i) => [word, b[i] as string] as const).filter(([x, y]) => x !== y)
  return (
    differing.length === 1 &&
    differing.every(([x, y]) => x.length > 4 && y.length > 4 && x[0] === y[0] && distance(x, y) <= 2)
  )
}

/** Initials of a name, small words with and without: "International Atomic Energy Agency" → IAEA. */
export function acronyms(name: string): readonly string[] {
  const words = displayName(name)
    .split(/[\s-]+/)
    .filter((word) => /\p{L}/u.test(word))
  if (words.length < 2) return []
  const initials = (list: readonly string[]): string => list.map((word) => word[0]?.toUpperCase() ?? '').join('')
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word))
  return [...new Set([initials(capitals), initials(words)])].filter((acronym) => acronym.length > 1)
}

export const isAcronym = (name: string): boolean => /^(?:\p{Lu}\.?){2,7}s?$/u.test(name)

/** Whether `adjective` can be the adjective of the place `name`: Varnia – Varnian, Kosto – Kostoese, Marn – Marnish. */
export function isDerivedFrom(adjective: string, name: string): boolean {
  const a = foldName(adjective).replace(/s$/, '')
  const n = foldName(name)
  if (n.length < 4 || n.includes(' ') || n === 'republic') return false
  const stem = n.replace(/(?:[aeiouy]|[aeiou]{2}|land|stan)$/, '')
  if (stem.length < 3 || !a.startsWith(stem)) return false
  return /^(?:[aeiou]?n|i?an|[aeio]?nian|i?ese|i|ish|ic|er|lander|stani|ite|landic)$/.test(a.slice(stem.length))
}

/** Levenshtein's edit distance. */
export function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const substitution = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(substitution, (row[j] as number) + 1, (next[j - 1] as number) + 1))
    }
    row = next
  }
  return row[b.length] as number
}
