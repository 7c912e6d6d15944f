import type { Upos } from '../analysis.ts'
import { ADJECTIVES, ADVERBS, CLOSED, NOUNS, VERBS, WRITTEN_OUT } from './irregular-forms.ts'
import { restoreVerb } from './verb-stems.ts'

/**
 * The dictionary form of a word, as the English treebanks of Universal Dependencies write it: lower case but for names,
 * verbs in the infinitive, nouns in the singular, adjectives without comparison. Irregular forms come from tables, the rest
 * from spelling.
 *
 * @param upos tag of Universal Dependencies
 * @param xpos Penn Treebank tag, which says how the word is inflected
 */
export function lemmatize(form: string, upos: Upos, xpos: string): string {
  if (upos === 'PROPN') return properName(form, xpos)
  if (upos === 'NUM') return numeral(form)
  if (upos === 'PUNCT') return PLAIN_MARKS[form] ?? form
  if (upos === 'SYM' || upos === 'X' || isProper(form, upos, xpos)) return form
  const word = form.toLowerCase().replaceAll('\u00ad', '')
  const closed = CLOSED[upos]?.get(word)
  if (closed !== undefined) return closed
  switch (upos) {
    case 'VERB':
    case 'AUX':
      return verb(word, xpos)
    case 'NOUN':
      return xpos === 'NNS' ? singular(word) : word
    case 'ADJ':
      return compared(word, xpos, ADJECTIVES)
    case 'ADV':
      return xpos === 'RBR' || xpos === 'RBS' ? compared(word, xpos, ADVERBS) : word
    case 'PRON':
      return form === 'I' ? 'I' : word
    default:
      return word
  }
}

const PLAIN_MARKS: Readonly<Record<string, string>> = { '“': '"', '”': '"', '‘': "'", '’': "'", '–': '-', '—': '-' }

/** Adjectives of names keep their capital ("Norwegian", "United" in a name), short nouns in capitals are acronyms ("TV"). */
function isProper(form: string, upos: Upos, xpos: string): boolean {
  if (upos === 'ADJ') return (xpos === 'NNP' && /^\p{Lu}/u.test(form)) || OF_A_NAME.test(form)
  return upos === 'NOUN' && xpos === 'NN' && /^(?=.*\p{Lu})[\p{Lu}\d&]{2,5}$/u.test(form) && !/^[AP]M$/.test(form)
}

const OF_A_NAME =
  /^(?:[A-Z][a-z]*(?:ian|ican|ean|nese|mese|lese|[dk]ish|ani|aqi|eli|mani|laysian|gali|stani)|(?:Anti-|Pro-|Non-)?(?:American|African|European|Asian|Arabi?c?|Muslim|Moslem|Islamic|Islamist|Jewish|Christian|Catholic|Hindu|Sunni|Shiite|Shia|Kurdish|Greek|French|Dutch|Swiss|Czech|Afghan|Saudi|Swedish|Danish|British|English|Irish|Scottish|Welsh|Polish|Spanish|Finnish|German|Roman|Soviet|Nazi|Mexican|Republican|Democratic|Puerto|Cuban|Korean|Tamil|Turkish|Tibetan|Latin|Thai|Iraqi|Israeli|Yemeni|Kuwaiti|Emirati|Qatari|Omani|Bengali|Somali|Moroccan|Victorian|Zionist|Baathist))$/

/** "1,200" is 1200, "Two" two, "5m" in two words five million. */
function numeral(form: string): string {
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(form)) return form.replaceAll(',', '')
  return SHORT_NUMBERS[form] ?? (/^[A-Za-z][A-Za-z-]+$/.test(form) ? form.toLowerCase() : form)
}

const SHORT_NUMBERS: Readonly<Record<string, string>> = {
  m: 'million', M: 'million', mn: 'million', b: 'billion', bn: 'billion', k: 'thousand', K: 'thousand',
} // biome-ignore format: one glance

const PREFIX = /^(?:over|under|re|out|un|mis|fore|with|up|inter|pre|dis|co|counter|proof)-?(?=..)/

function verb(word: string, xpos: string): string {
  if (xpos === 'VB' || xpos === 'VBP') return xpos === 'VBP' || isClipped(word) ? (BE.get(word) ?? word) : word
  const irregular = VERBS.get(word) ?? withPrefix(word)
  if (irregular !== undefined) return irregular
  if (xpos === 'VBZ') return withoutS(word) || word
  if (xpos === 'VBG') return /.ing?'?$/.test(word) ? restoreVerb(word.replace(/(?:ing|in'?)$/, '')) : word
  if (/.ied$/.test(word)) return `${word.slice(0, -3)}y`
  if (/ee?d$/.test(word) && word.length > 3) return restoreVerb(word.slice(0, -2))
  return word
}

const isClipped = (word: string): boolean => /^['’]/.test(word)
/** Present forms of "be" and "have" that the tag VBP covers. */
const BE: ReadonlyMap<string, string> = new Map(
  ['am be', 'are be', "'m be", '’m be', "'re be", '’re be', "'ve have", '’ve have', 'is be', 'ai be'].map(
    (pair): [string, string] => {
      const [form, base] = pair.split(' ')
      return [form!, base!]
    },
  ),
)

/** "overcame" is inflected as "came" is. */
function withPrefix(word: string): string | undefined {
  const prefix = PREFIX.exec(word)?.[0]
  if (prefix === undefined || /(?:ach|[^i]ag|ow|ey|agre|targ|fre)e?(?:d|s|ing)$|^rel[yi]/.test(word)) return undefined
  const base = VERBS.get(word.slice(prefix.length))
  return base === undefined || base === 'be' || base.length < 3 ? undefined : prefix + base
}

function singular(word: string): string {
  const irregular = NOUNS.get(word)
  if (irregular !== undefined) return irregular
  if (/\d/.test(word)) return word
  const compound = /^(.{2,}?)((?:wo)?men|children|wives|knives|lives|mice|feet|people)$/.exec(word)
  if (compound !== null && compound[2] !== 'people') return compound[1]! + NOUNS.get(compound[2]!)!
  return /[^s]s$/.test(word) ? withoutS(word) || word : word
}

/** Takes off the "-s" of a plural or of the third person. */
function withoutS(word: string): string {
  if (/['’]s$/.test(word)) return word.slice(0, -2)
  if (/[^aeiou]ies$/.test(word) && word.length > 4) return `${word.slice(0, -3)}y`
  if (/(?:sh|[^aeiou]ch|[aeiou]ch|tch|ss|x|zz)es$/.test(word)) return word.slice(0, -2)
  if (/[^aeiou]oes$/.test(word)) return word.slice(0, -2)
  if (/[^s]s$/.test(word) && !/us$/.test(word)) return word.slice(0, -1)
  return word
}

/** Names are as they are; months and days are written out, and peoples and families lose their plural. */
function properName(form: string, xpos: string): string {
  if (xpos !== 'NNPS') return WRITTEN_OUT.get(form.toLowerCase().replace(/\.$/, '')) ?? form
  if (PLURAL_NAMES.test(form)) return form
  if (/[^aeiou]ies$/.test(form) && form.length > 4) return `${form.slice(0, -3)}y`
  if (/(?:sh|ch|ss|x)es$/.test(form)) return form.slice(0, -2)
  return /[^su]s$/.test(form) ? form.slice(0, -1) : form
}

/** Names that stand in the plural for good. */
const PLURAL_NAMES =
  /^(?:Netherlands|Philippines|Falls|Works|Affairs|Springs|Heights|Hills|Woods|Plains|Sports|Rockies|Alps|Andes|Himalayas|Balkans|Olympics|Services|Communications|Industries|Systems|Nations|Times|News|Beatles|Emirates|Maldives|Bahamas|Seychelles|Comoros|Hamptons|Dallas|Athletics)$/i

const COMPARED_E = new Set(
  `larg lat clos wid saf strang nic fin pur sur rar hug wis rud cut crud whit rip polit sever remot matur simpl gentl nobl subtl
  humbl abl brav fierc scarc dens intens loos tens cloud tam lam sag grav trit obscur secur sincer mor stabl feebl ampl idl littl
  strang sparc spars blu wholesom handsom`.split(/\s+/),
)

function compared(word: string, xpos: string, irregular: ReadonlyMap<string, string>): string {
  const comparative = xpos === 'JJR' || xpos === 'RBR'
  if (!comparative && xpos !== 'JJS' && xpos !== 'RBS') return word
  const known = irregular.get(word) ?? ADJECTIVES.get(word)
  if (known !== undefined) return known
  const stem = word.replace(comparative ? /er$/ : /est$/, '')
  if (stem === word || stem.length < 2) return word
  if (/[^aeiou]i$/.test(stem)) return `${stem.slice(0, -1)}y`
  if (/([bdgmnprt])\1$/.test(stem)) return stem.slice(0, -1)
  return COMPARED_E.has(stem) ? `${stem}e` : stem
}
