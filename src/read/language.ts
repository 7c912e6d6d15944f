/**
 * Which language a text is in. English is seen by its function words; only for other texts a table of letter sequences
 * is loaded (eld, 60 languages), which takes half a second. Offline and deterministic.
 */

const ENGLISH = new Set(
  `the of and to a that is was with for by as on at from has have had will said says were are this which who whom whose his
   her its their they he she it we you be been but not or an after before about would could should can than when where
   there into over between against during because while also more other some such these those what if no new first`
    .trim()
    .split(/\s+/),
)
/** Of English prose two of five words are on the list; of other languages at most one in eight ("a", "on", "is"). */
const ENGLISH_SHARE = 0.25
const SAMPLE = 6000
/** Fewer different words than this, names not counted, tell too little: a headline, a list of names. */
const FEWEST_WORDS = 8
/** So few do where not one of them is English. */
const FEWEST_FOREIGN = 6

/** @returns an ISO 639 code, or null where the text is too short to tell */
export async function detectLanguage(text: string): Promise<string | null> {
  const sample = middleOf(text)
  const letters = sample.match(/\p{L}/gu) ?? []
  if (letters.length === 0) return null
  const isLatin = letters.filter((letter) => /\p{Script=Latin}/u.test(letter)).length > letters.length / 2
  if (!isLatin) return (await letterSequences(sample)).language || 'und'
  const words = wordsOf(sample)
  const english = words.filter((word) => ENGLISH.has(word)).length
  if (new Set(words).size < (english === 0 ? FEWEST_FOREIGN : FEWEST_WORDS)) return null
  if (english >= words.length * ENGLISH_SHARE) return 'en'
  const found = await letterSequences(words.join(' '))
  return found.isReliable() && found.language !== '' ? found.language : null
}

const letterSequences = async (text: string) => (await import('eld/extrasmall')).eld.detect(text)

/** Words in small letters: names are alike in all languages. All words where a text, as of an old wire, is in capitals. */
function wordsOf(sample: string): readonly string[] {
  const small: readonly string[] = sample.match(/(?<!\p{L})\p{Ll}+(?!\p{L})/gu) ?? []
  const all: readonly string[] = sample.toLowerCase().match(/\p{L}+/gu) ?? []
  return small.length < all.length * 0.1 && !/\p{Lu}\p{Ll}/u.test(sample) ? all : small
}

/** Beginnings are full of names and datelines, so that a long text is judged by what follows. */
function middleOf(text: string): string {
  const start = text.length > 2 * SAMPLE ? Math.floor(text.length / 4) : 0
  return text.slice(start, start + SAMPLE)
}

/** `en-GB`, `English`, `eng` → `en`; undefined for what names no language. */
export function languageCode(name: string): string | undefined {
  const told = name.trim().toLowerCase()
  const [first = ''] = told.split(/[-_]/)
  if (/^[a-z]{2}$/.test(first)) return first
  return NAMES[told] ?? NAMES[first]
}

const NAMES: Readonly<Record<string, string>> = {
  eng: 'en', english: 'en', deu: 'de', ger: 'de', german: 'de', fra: 'fr', fre: 'fr', french: 'fr', spa: 'es', spanish: 'es',
  ita: 'it', italian: 'it', por: 'pt', portuguese: 'pt', nld: 'nl', dut: 'nl', dutch: 'nl', rus: 'ru', russian: 'ru',
  ukr: 'uk', ukrainian: 'uk', pol: 'pl', polish: 'pl', ara: 'ar', arabic: 'ar', fas: 'fa', per: 'fa', persian: 'fa',
  zho: 'zh', chi: 'zh', chinese: 'zh', jpn: 'ja', japanese: 'ja', kor: 'ko', korean: 'ko', tur: 'tr', turkish: 'tr',
} // biome-ignore format: one glance
