import type { Token } from '../analysis.ts'

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))

const MONTHS = words(`january february march april may june july august september october november december
  jan jan. feb feb. mar mar. apr apr. jun jun. jul jul. aug aug. sep sep. sept sept. oct oct. nov nov. dec dec.`)
const TIME_UNITS =
  words(`year years month months week weeks day days hour hours minute minutes second seconds decade decades
  century centuries yrs yr hrs hr mins night nights weekend weekends quarter quarters`)
const SHARES = words('% percent per-cent percentage pct')
const CURRENCIES = words('$ € £ ¥ us$ c$ a$ hk$ ₽ ₹ ₴ ₪ usd eur gbp')
const MONEY =
  words(`dollar dollars euro euros pound pounds ruble rubles rouble roubles yuan yen hryvnia hryvnias rupee rupees franc francs
  cents krona kronor lira rial rials riyals dinars pesos reais`)
const MEASURES =
  words(`km kilometer kilometers kilometre kilometres mile miles meter meters metre metres kg kilogram kilograms ton tons tonne
  tonnes degrees acre acres hectare hectares feet foot inches barrels megawatts mw gigawatts mph am pm a.m. p.m. o'clock gmt`)
const FRACTIONS = /^(?:half|halves|thirds?|quarters?|fourths?|fifths?|sixths?|tenths?)$/
const LABELS =
  words(`no no. nos. number article articles chapter section resolution clause paragraph page pages phase line room route highway
  flight unit channel version type class category level grade size stage step point part group act round track title verse volume`)

/**
 * Whether the number in tokens `from` up to `to` counts things, rather than saying when, how long, how old, how much, what
 * share, or which one.
 */
export function isCount(tokens: readonly Token[], forms: readonly string[], from: number, to: number): boolean {
  const [before, after] = [forms[from - 1] ?? '', forms[to] ?? '']
  if (SHARES.has(after) || (after === 'per' && forms[to + 1] === 'cent')) return false
  if (CURRENCIES.has(before) || CURRENCIES.has(after) || MONEY.has(after) || MONEY.has(forms[to + 1] ?? ''))
    return false
  if (TIME_UNITS.has(after) || MEASURES.has(after) || FRACTIONS.test(after)) return false
  if (after === 'and' && forms[to + 1] === 'a' && forms[to + 2] === 'half') return false
  if (/^(?:more|full|long|straight|consecutive|whole|square|cubic|nautical|-)$/.test(after)) {
    const next = forms[to + 1] ?? ''
    if (TIME_UNITS.has(next) || MEASURES.has(next)) return false
  }
  if (isHyphened(tokens, forms, from, to)) return false
  if (LABELS.has(before) || before === '#') return false
  return (
    !isDate(tokens, forms, from, to) &&
    !isAge(tokens, forms, from, to) &&
    !isYear(tokens, forms, from, to) &&
    !isLabel(tokens, from, to)
  )
}

/** "28-member", "F-16", "Su-24": parts of words. */
function isHyphened(tokens: readonly Token[], forms: readonly string[], from: number, to: number): boolean {
  const joinsAfter =
    forms[to] === '-' && tokens[to]?.start === tokens[to - 1]?.end && tokens[to + 1]?.start === tokens[to]?.end
  const joinsBefore =
    forms[from - 1] === '-' &&
    tokens[from - 1]?.end === tokens[from]?.start &&
    tokens[from - 2]?.end === tokens[from - 1]?.start
  return joinsAfter || joinsBefore
}

function isDate(tokens: readonly Token[], forms: readonly string[], from: number, to: number): boolean {
  if (to - from > 1) return false
  const figure = Number(forms[from])
  if (!Number.isInteger(figure) || figure < 1 || figure > 31) return false
  return MONTHS.has(forms[from - 1] ?? '') || (MONTHS.has(forms[to] ?? '') && /^\p{Lu}/u.test(tokens[to]!.form))
}

/** "aged 5", "at age 40", and ", 68," behind a person's name. */
function isAge(tokens: readonly Token[], forms: readonly string[], from: number, to: number): boolean {
  if (/^(?:aged|age|ages|turned|turns)$/.test(forms[from - 1] ?? '')) return true
  const figure = Number(forms[from])
  return (
    to - from === 1 &&
    figure > 0 &&
    figure < 120 &&
    forms[from - 1] === ',' &&
    (forms[to] === ',' || forms[to] === '.' || to >= tokens.length) &&
    tokens[from - 2]?.upos === 'PROPN'
  )
}

/** Four figures that read as a year, unless they stand before what they count ("2014 people", but "the 2014 protests"). */
function isYear(tokens: readonly Token[], forms: readonly string[], from: number, to: number): boolean {
  if (to - from > 1 || !/^(?:1[0-9]|20)\d\d$/.test(forms[from] ?? '')) return false
  const next = tokens[to]
  const counts = next?.xpos === 'NNS' && tokens[from]?.deprel === 'nummod'
  const given =
    /^(?:the|its|his|her|their|this|that|in|since|by|until|till|during|of|from|late|early|mid|before|after|a|an)$/
  return !counts || given.test(forms[from - 1] ?? '') || tokens[from - 1]?.xpos === 'POS'
}

/** A number behind the name or noun that it belongs to: "Boeing 737", "Group of 20". */
function isLabel(tokens: readonly Token[], from: number, to: number): boolean {
  const [token, previous] = [tokens[from]!, tokens[from - 1]]
  if (to - from > 1 || previous === undefined || !/^\d/.test(token.form)) return false
  if (previous.form === 'of' && /^(?:Group|G)$/.test(tokens[from - 2]?.form ?? '')) return true
  return (
    previous.upos === 'PROPN' && token.head === from - 1 && tokens[to]?.upos !== 'NOUN' && tokens[to]?.upos !== 'ADJ'
  )
}
