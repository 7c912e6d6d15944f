import { fold } from '../../src/nlp/gazetteer/fold.ts'

/**
 * Given names, folded, with their usual gender.
 * @param genders name (lower case) → "male" | "female", one map a language
 * @param own lines "f name name ..." and "m name name ..." that add to them and overrule them
 */
export function buildGivenNames(
  genders: readonly ReadonlyMap<string, string>[],
  commonWords: ReadonlySet<string>,
  own: string,
): string {
  const votes = new Map<string, { m: number; f: number }>()
  for (const names of genders) {
    for (const [written, gender] of names) {
      const name = fold(written)
      const vote = votes.get(name) ?? { m: 0, f: 0 }
      if (gender === 'male') vote.m++
      else vote.f++
      votes.set(name, vote)
    }
  }
  const found = new Map<string, string>()
  for (const [name, { m, f }] of votes) {
    if (!isPlausible(name)) continue
    const isWord = commonWords.has(name)
    if (m + f < 2 && (isWord || genders[0]?.has(name) !== true)) continue
    found.set(name, `${m === f ? 'u' : m > f ? 'm' : 'f'}${isWord ? 'w' : ''}`)
  }
  for (const line of own.split('\n')) {
    const [gender, ...names] = line.trim().split(/\s+/)
    if (gender !== 'm' && gender !== 'f' && gender !== 'u') continue
    for (const name of names) found.set(fold(name), gender + (commonWords.has(fold(name)) ? 'w' : ''))
  }
  const rows = [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, mark]) => `${name}\t${mark}`)
  return `${['# name\tm=male f=female u=either, w=also a common word', ...rows].join('\n')}\n`
}

const isPlausible = (name: string): boolean => /^\p{L}[\p{L}'-]{2,20}$/u.test(name)
