/** Whole numbers and decimals, in figures and words. */
const ONES: ReadonlyMap<string, number> = new Map(
  `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen`
    .split(' ')
    .map((word, value): [string, number] => [word, value]),
)
const TENS: ReadonlyMap<string, number> = new Map(
  'twenty thirty forty fifty sixty seventy eighty ninety'
    .split(' ')
    .map((word, i): [string, number] => [word, (i + 2) * 10]),
)
const SCALES: ReadonlyMap<string, number> = new Map([
  ['dozen', 12],
  ['hundred', 100],
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
  ['mn', 1e6],
  ['bn', 1e9],
])

/** Figures, with commas every three digits and a decimal point if any. */
export const FIGURES = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$|^\d+(?:\.\d+)?$/

export interface Cardinal {
  /** Index of the token behind it. */
  readonly to: number
  readonly value: number
  /** "a dozen", "half a million": round by nature. */
  readonly round: boolean
}

/**
 * The number that begins at token `at`, as far as it goes: "138", "1.5 million", "two hundred and six", "twenty-five",
 * "half a dozen".
 * @param forms words in lower case
 */
export function readCardinal(forms: readonly string[], at: number): Cardinal | undefined {
  if (forms[at] === 'half' && forms[at + 1] === 'a' && SCALES.has(forms[at + 2] ?? '')) {
    return { to: at + 3, value: SCALES.get(forms[at + 2]!)! / 2, round: true }
  }
  if ((forms[at] === 'a' || forms[at] === 'an') && SCALES.has(forms[at + 1] ?? '')) {
    return readScales(forms, at + 1, 1, true)
  }
  const simple = readSimple(forms, at)
  if (simple === undefined) return SCALES.has(forms[at] ?? '') ? readScales(forms, at, 1, true) : undefined
  if (forms[simple.to] === 'and' && forms[simple.to + 1] === 'a' && forms[simple.to + 2] === 'half') {
    if (SCALES.has(forms[simple.to + 3] ?? '')) return readScales(forms, simple.to + 3, simple.value + 0.5, false)
  }
  return readScales(forms, simple.to, simple.value, false)
}

/** "138", "six", "twenty-five" (three tokens). */
function readSimple(forms: readonly string[], at: number): { to: number; value: number } | undefined {
  const form = forms[at] ?? ''
  if (FIGURES.test(form)) return { to: at + 1, value: Number(form.replaceAll(',', '')) }
  const one = ONES.get(form)
  if (one !== undefined) return { to: at + 1, value: one }
  const ten = TENS.get(form)
  if (ten === undefined) return undefined
  const hyphen = forms[at + 1] === '-' ? 1 : 0
  const unit = ONES.get(forms[at + 1 + hyphen] ?? '')
  return unit !== undefined && unit > 0 && unit < 10
    ? { to: at + 2 + hyphen, value: ten + unit }
    : { to: at + 1, value: ten }
}

/** The scales behind a number, and what they add: "two" → "two hundred thousand and six". */
function readScales(forms: readonly string[], at: number, first: number, round: boolean): Cardinal {
  let [to, total, part, isRound] = [at, 0, first, round]
  let lowest = Number.POSITIVE_INFINITY
  for (;;) {
    const scale = SCALES.get(forms[to] ?? '')
    if (scale === undefined) break
    if (scale === 12) isRound = true
    part *= scale
    to++
    if (scale >= 1000) {
      total += part
      lowest = scale
      part = 0
    }
    const joined = forms[to] === 'and' ? 1 : 0
    const next = readSimple(forms, to + joined)
    const limit = part === 0 ? lowest : 100
    if (scale === 12 || next === undefined || next.value >= limit || FIGURES.test(forms[to + joined]!)) continue
    part += next.value
    to = next.to
    isRound = false
  }
  return { to, value: total + part, round: isRound }
}
