import type { DemonymEntry } from './entries.ts'

type Forms = { adjective: boolean; singular: boolean; plural: boolean }

/** Adjectives, singulars and the plurals that follow from them: "Danish", "Dane", "Danes"; "Frenchmen"; "the Swiss". */
export function demonymsOf(
  of: DemonymEntry['of'],
  adjectives: readonly string[],
  people: readonly string[],
): readonly DemonymEntry[] {
  const forms = new Map<string, Forms>()
  const at = (form: string): Forms => {
    const known = forms.get(form) ?? { adjective: false, singular: false, plural: false }
    forms.set(form, known)
    return known
  }
  for (const form of adjectives) {
    at(form).adjective = true
    if (isCollective(form)) at(form).plural = true
  }
  for (const form of people) {
    at(form).singular = true
    at(plural(form)).plural = true
  }
  const country = of.country === undefined ? {} : { country: of.country }
  return [...forms].map(([name, { adjective, singular, plural: many }]) => {
    const noun = singular && many ? 'both' : many ? 'plural' : singular ? 'singular' : null
    return { type: 'demonym', name, of, adjective, noun, ...country }
  })
}

/** "the Irish", "the Chinese": adjectives that by themselves name a whole people. */
const isCollective = (form: string): boolean => /(?:ese|ish|ch|ss|tch)$/.test(form)

const plural = (form: string): string =>
  /(?:m[ae]n|woman)$/.test(form) && !/(?:German|Roman|Ottoman|Norman|Oman|Turkmen)$/.test(form)
    ? form.replace(/man$/, 'men')
    : isCollective(form) || /s$/.test(form)
      ? form
      : `${form}s`
