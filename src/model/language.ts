/** Languages by their ISO 639 codes: which of them are understood, and what they are called. */

/** Of those whose grammar is known; null is a text too short to tell, such as a headline. */
const ANALYSED: readonly (string | null)[] = ['en', null]

/** A text of another language is kept and can be searched, but nothing is read in it: its words would be taken for English ones. */
export const isAnalysed = (language: string | null | undefined): boolean => ANALYSED.includes(language ?? null)

const NAMES = new Intl.DisplayNames('en', { type: 'language', fallback: 'code' })

/** `de` → "German". */
export const languageName = (code: string): string =>
  code === 'und' ? 'another language' : /^[a-z]{2,3}$/.test(code) ? (NAMES.of(code) ?? code) : code
