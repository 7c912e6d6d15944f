/**
 * Headlines tell little by their capitals: "Envoy Signals Doubts", "ENVOY SIGNALS DOUBTS", "envoy signals doubts". Before
 * the models read such a sentence its words are given the letters that the document's prose gives them.
 */

/** How often the prose of a document writes a word in lower case, and with a capital inside a sentence. */
export interface Casing {
  readonly lower: ReadonlySet<string>
  /** Lower-cased word → the way it is written with a capital. */
  readonly capitalised: ReadonlyMap<string, string>
}

export type Style = 'prose' | 'title' | 'upper' | 'lower'

const FEWEST_WORDS = 4

/** How a sentence is capitalised. */
export function styleOf(forms: readonly string[]): Style {
  const words = forms.filter((form) => /^\p{L}{2}/u.test(form))
  if (words.length < FEWEST_WORDS) return 'prose'
  const share = (pattern: RegExp) => words.filter((word) => pattern.test(word)).length / words.length
  if (share(/^[^\p{Ll}]+$/u) > 0.8) return 'upper'
  if (share(/^\p{Lu}/u) === 0) return 'lower'
  const long = words.filter((word) => word.length > 3)
  return long.length > 2 && long.filter((word) => /^\p{Lu}/u.test(word)).length / long.length > 0.8 ? 'title' : 'prose'
}

/** What sentences of ordinary style show of the letters of words; the first word of each shows nothing. */
export function readCasing(sentences: readonly (readonly string[])[]): Casing {
  const lower = new Set<string>()
  const capitalised = new Map<string, string>()
  for (const forms of sentences)
    for (const [i, form] of forms.entries()) {
      if (/^\p{Ll}/u.test(form)) lower.add(form)
      else if (/^\p{Lu}/u.test(form) && i > 0 && !/^["“‘']$/.test(forms[i - 1]!)) {
        const key = form.toLowerCase()
        if (!capitalised.has(key)) capitalised.set(key, form)
      }
    }
  return { lower, capitalised }
}

/**
 * The forms as prose would write them.
 * @param isCommon whether a lower-cased word is known never to be a proper noun
 */
export function recase(
  forms: readonly string[],
  style: Style,
  casing: Casing,
  isCommon: (word: string) => boolean,
): readonly string[] {
  if (style === 'prose') return forms
  return forms.map((form, i) => {
    const word = form.toLowerCase()
    const known = casing.capitalised.get(word)
    if (known !== undefined && !casing.lower.has(word)) return known
    if (style === 'lower') return form
    // Acronyms in a title stay as they are; in a line of capitals nothing tells them from words.
    if (style === 'title' && form.length > 1 && form === form.toUpperCase()) return form
    const common = casing.lower.has(word) || isCommon(word)
    if (common) return i === 0 ? capitalise(word) : word
    return style === 'upper' && /^\p{L}+$/u.test(form) ? capitalise(word) : form
  })
}

const capitalise = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)
