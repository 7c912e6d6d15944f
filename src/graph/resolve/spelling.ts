/**
 * Ways of writing one name: diacritics, and how names of other alphabets are put into Latin letters. A key stands for all
 * spellings that the rules take for one; it is never shown.
 */

/** Letters that Unicode does not take apart. */
const LETTERS: Readonly<Record<string, string>> = {
  æ: 'ae', œ: 'oe', ø: 'o', å: 'a', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ß: 'ss', ı: 'i', ə: 'e', ħ: 'h', ŋ: 'n', ĸ: 'k',
} // biome-ignore format: one glance

/**
 * Rules in their order, on lower-case letters a to z. They hold for whole languages: German and Scandinavian digraphs for umlauts,
 * French and English ways of writing Arabic and Slavic sounds, and the many endings of Slavic adjectives.
 */
const RULES: readonly (readonly [from: RegExp, to: string])[] = [
  [/ph/g, 'f'],
  [/tsch|tch|cz/g, 'ch'],
  [/sch/g, 'sh'],
  [/dzh|dj/g, 'j'],
  [/kh/g, 'h'],
  [/gh/g, 'g'],
  [/dh/g, 'd'],
  [/zh/g, 'j'],
  [/ts|tz/g, 'c'],
  [/ck|q/g, 'k'],
  [/x/g, 'ks'],
  [/w/g, 'v'],
  [/ou|oo/g, 'u'],
  [/ee/g, 'i'],
  [/ae/g, 'a'],
  [/oe/g, 'o'],
  [/ue/g, 'u'],
  [/[jy]/g, 'i'],
  [/(.)\1+/g, '$1'],
  [/(?<=[aeiou])h$/, ''],
]

/** Spellings that differ in these too may be one name, where something else speaks for it. */
const LOOSE: readonly (readonly [from: RegExp, to: string])[] = [
  [/^ie(?=[lv])/, 'e'],
  [/^h(?=[aou])/, 'k'],
  [/g/g, 'k'],
  [/o/g, 'u'],
  [/e/g, 'a'],
  [/(.)\1+/g, '$1'],
]

const apply = (rules: readonly (readonly [RegExp, string])[], word: string): string =>
  rules.reduce((text, [from, to]) => text.replace(from, to), word)

/** Lower-case letters without diacritics; what is in another alphabet stays. */
export const plainLetters = (word: string): string =>
  word
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, (letter) => LETTERS[letter] ?? letter)

const strict = new Map<string, string>()
const loose = new Map<string, string>()
/** Names repeat: each is worked out once. A limit keeps a long-lived program from holding every word that it ever saw. */
const remember = (memory: Map<string, string>, word: string, make: (word: string) => string): string => {
  const known = memory.get(word)
  if (known !== undefined) return known
  if (memory.size > 200_000) memory.clear()
  const made = make(word)
  memory.set(word, made)
  return made
}

/** One key for "Zelenskyy", "Zelensky", "Zelenskiy"; for "Müller" and "Mueller". Short words are too alike to be put together. */
export const spellingKey = (word: string): string =>
  remember(strict, word, (text) =>
    plainLetters(text).length < 4 ? plainLetters(text) : apply(RULES, plainLetters(text)),
  )

/** One key for "Qaddafi", "Gadhafi", "Kadafi"; for "Mohammed" and "Muhammad". */
export const looseSpellingKey = (word: string): string =>
  remember(loose, word, (text) =>
    plainLetters(text).length < 4 ? plainLetters(text) : apply(LOOSE, spellingKey(text)),
  )
