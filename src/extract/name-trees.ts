/**
 * Names as single branches of the tree. Parsers hang "Prime Minister Tamra Vell" in many ways; here a name always hangs where
 * its whole phrase does, with the title below it, so that rules need to know one shape only.
 */
import type { Name, Sentence, Token } from '../nlp/analysis.ts'
import type { Lexicon } from './lexicon.ts'
import { baseRelation, headOf, isTree, treeOf } from './tree.ts'
import type { World } from './world.ts'

const LONGEST_TITLE = 7

/** The sentence with `names` in place of its own, titles hung below the names that they stand before, recipients on their verbs. */
export function hangTitles(sentence: Sentence, names: readonly Name[], lexicon: Lexicon, world: World): Sentence {
  let tokens = liftTrailingSpeech(liftAttribution(sentence.tokens), names, lexicon)
  for (const name of names) {
    if (name.type !== 'person') continue
    const lifted = liftName(tokens, name, headOf(treeOf({ ...sentence, tokens }), name.from, name.to))
    if (isTree(lifted)) tokens = lifted
    const flat = flatten(tokens, name, headOf(treeOf({ ...sentence, tokens }), name.from, name.to))
    if (isTree(flat)) tokens = flat
    const last = titleBefore(tokens, name.from, lexicon)
    if (last === undefined) continue
    // "former president Sheikh Varga": one title before the other.
    const title = titleBefore(tokens, last, lexicon) ?? last
    // "Soviet Foreign Minister Molotov": the adjective goes with the title, whatever the parser made of it.
    const before = tokens[title - 1]
    const isPeople =
      world.demonym(before?.form ?? '') !== undefined ||
      (before?.upos === 'ADJ' && names.some((other) => other.to === title && other.to - other.from === 1))
    const from = title > 0 && isPeople ? title - 1 : title
    const changed = rehang(tokens, from, name, headOf(treeOf({ ...sentence, tokens }), name.from, name.to))
    if (isTree(changed)) tokens = changed
  }
  return { ...sentence, tokens: freeRecipients(tokens, names), names }
}

/** "…, according to regional leader Drell": said of the whole clause, however near to a noun it stands. */
function liftAttribution(tokens: readonly Token[]): readonly Token[] {
  const at = tokens.findIndex((token, i) => /^according$/i.test(token.form) && /^to$/i.test(tokens[i + 1]?.form ?? ''))
  const root = tokens.findIndex((token) => token.head < 0)
  if (at < 0 || root < 0 || at === 0) return tokens
  const head = tokens.findIndex((token, i) => i > at + 1 && token.head >= 0 && token.head < at)
  if (head < 0 || tokens[head]?.upos === 'PUNCT' || tokens.slice(at + 2, head).some(({ form }) => form === ','))
    return tokens
  const lifted = tokens.map((token, i) => {
    if (i === head) return { ...token, head: root, deprel: 'obl' }
    if (i === at) return { ...token, head, deprel: 'case' }
    return i === at + 1 ? { ...token, head: at, deprel: 'fixed' } : token
  })
  return isTree(lifted) ? lifted : tokens
}

const LONGEST_SPEAKER = 10
const LONGEST_TAIL = 8

/** "Varnia attacked Dellin, Colonel Dmitar Soll said.": parsers often draw the speaker into what he says. */
function liftTrailingSpeech(tokens: readonly Token[], names: readonly Name[], lexicon: Lexicon): readonly Token[] {
  const said = tokens.findLastIndex((token) => /^VB[DZ]$/.test(token.xpos) && token.upos === 'VERB')
  const comma = tokens.findIndex((token, i) => i > said && token.form === ',')
  const tail = (comma < 0 ? tokens.length : comma) - said
  if (said < 3 || tail > LONGEST_TAIL || !lexicon.speech.has(tokens[said]?.lemma ?? '')) return tokens
  const before = tokens[said - 1]?.form === ',' ? said - 1 : said
  const opening = tokens.findLastIndex((token, i) => i < before && token.form === ',')
  const speaker = tokens.slice(opening + 1, before)
  if (opening < 2 || speaker.length === 0 || speaker.length > LONGEST_SPEAKER) return tokens
  if (
    speaker.some(
      ({ upos, form }) =>
        upos === 'VERB' || upos === 'AUX' || upos === 'SCONJ' || /^(?:who|which|that|and)$/i.test(form),
    )
  )
    return tokens
  const name = names.findLast(({ from, to, type }) => type === 'person' && from > opening && to <= before)
  const subject =
    name?.from ??
    tokens.findLastIndex(({ upos }, i) => i > opening && i < before && ['NOUN', 'PROPN', 'PRON'].includes(upos))
  const isSaid = (head: number): boolean => head > opening
  const roots = tokens.map((_, i) => i).filter((i) => i < opening && tokens[i]?.upos === 'VERB')
  const main =
    tokens.findIndex((token, i) => i < opening && token.head < 0) >= 0
      ? tokens.findIndex((token) => token.head < 0)
      : roots.find((i) => isSaid(tokens[i]?.head ?? -1))
  if (subject <= opening || main === undefined) return tokens
  const lifted = tokens.map((token, i): Token => {
    if (i === main) return { ...token, head: -1, deprel: 'root' }
    if (i === said) return { ...token, head: main, deprel: 'parataxis' }
    if (i === subject) return { ...token, head: said, deprel: 'nsubj' }
    if (i > opening && i < before && (token.head <= opening || token.head >= before))
      return {
        ...token,
        head: subject,
        deprel: token.upos === 'PUNCT' ? 'punct' : token.upos === 'DET' ? 'det' : 'nmod:desc',
      }
    // "… by the chief of staff, Andrei Sorn, the press service said": the name explains the noun before it.
    const noun = namedBefore(tokens, i)
    if (i < opening && i > main && isSaid(token.head) && noun !== undefined)
      return { ...token, head: noun, deprel: 'appos' }
    if (i < opening && isSaid(token.head))
      return {
        ...token,
        head: main,
        deprel: token.upos === 'PUNCT' ? 'punct' : i < main ? 'nsubj' : token.deprel === 'nsubj' ? 'obj' : token.deprel,
      }
    return token
  })
  return isTree(lifted) ? lifted : tokens
}

/** The head of a phrase of a common noun that ends with the comma before a name. */
function namedBefore(tokens: readonly Token[], name: number): number | undefined {
  if (tokens[name]?.upos !== 'PROPN' || tokens[name - 1]?.form !== ',') return undefined
  let at = name - 2
  while (
    at > 0 &&
    name - (tokens[at]?.head ?? -1) < 7 &&
    ['nmod', 'compound'].includes(baseRelation(tokens[at]?.deprel ?? ''))
  )
    at = tokens[at]?.head ?? 0
  return tokens[at]?.upos === 'NOUN' ? at : undefined
}

const DITRANSITIVE =
  /^(?:promise|give|offer|lend|grant|send|tell|pay|sell|supply|award|hand|owe|show|deny|pledge|guarantee|ask)$/

/** What may be given without an article. */
const GIFT =
  /^(?:aid|help|assistance|support|asylum|weapon|arm|money|troop|permission|access|credit|protection|relief|food|shelter)$/

/** "promised Varnia a loan", "lent Varnia two billion": parsers take the recipient for a part of what it gets. */
function freeRecipients(tokens: readonly Token[], names: readonly Name[]): readonly Token[] {
  let changed = tokens
  for (const name of names) {
    const article = /^the$/i.test(tokens[name.from - 1]?.form ?? '') ? 1 : 0
    const verb = name.from - 1 - article
    const next = tokens[name.to]
    if (tokens[verb]?.upos !== 'VERB' || !DITRANSITIVE.test(tokens[verb]?.lemma ?? '')) continue
    const isGift =
      next !== undefined &&
      (next.upos === 'DET' ||
        next.upos === 'NUM' ||
        next.upos === 'SYM' ||
        next.xpos === 'PRP$' ||
        GIFT.test(next.lemma))
    if (!isGift) continue
    const head = headOf(
      treeOf({ start: 0, end: 0, form: 'prose', paragraph: 0, names: [], tokens: changed }),
      name.from,
      name.to,
    )
    const attached = changed[head]
    if (attached === undefined || attached.head === verb) continue
    const rehung = changed.map((token, at) => (at === head ? { ...token, head: verb, deprel: 'iobj' } : token))
    if (isTree(rehung)) changed = rehung
  }
  return changed
}

/** Where the role's words that end right before token `end` begin. */
function titleBefore(tokens: readonly Token[], end: number, lexicon: Lexicon): number | undefined {
  for (let from = Math.max(0, end - LONGEST_TITLE); from < end; from++) {
    const words = tokens.slice(from, end)
    const key = words
      .map((token) => token.form.toLowerCase())
      .join(' ')
      .replaceAll(' - ', '-')
    if (lexicon.roles.has(key) && words.every(({ upos }) => upos !== 'VERB')) return from
  }
  return undefined
}

/** "UN Secretary General Anton Gutel", with the person as a part of the body's name: the body goes with the title. */
function liftName(tokens: readonly Token[], { from }: Name, head: number): readonly Token[] {
  const name = tokens[head]
  const body = tokens[name?.head ?? -1]
  if (name?.deprel !== 'flat' || body === undefined || body.upos !== 'PROPN' || name.head >= from - 1) return tokens
  return tokens.map((token, at): Token => {
    if (at === head) return { ...token, head: body.head, deprel: body.deprel }
    if (at === name.head) return { ...token, head, deprel: 'compound' }
    return token.head === name.head && (at > head || /^(?:case|cc|det|mark|punct)$/.test(token.deprel))
      ? { ...token, head }
      : token
  })
}

/** A name's first word carries the others, as Universal Dependencies have it. */
function flatten(tokens: readonly Token[], { from, to }: Name, head: number): readonly Token[] {
  const carrier = tokens[head]
  if (head === from || carrier === undefined) return tokens
  const isInside = (at: number): boolean => at >= from && at < to
  return tokens.map((token, at): Token => {
    if (at === from) return { ...token, head: carrier.head, deprel: carrier.deprel }
    if (isInside(at)) return { ...token, head: from, deprel: token.upos === 'PUNCT' ? 'punct' : 'flat' }
    return isInside(token.head) ? { ...token, head: from } : token
  })
}

function rehang(tokens: readonly Token[], from: number, name: Name, head: number): readonly Token[] {
  const inTitle = (at: number): boolean => at >= from && at < name.from
  const inName = (at: number): boolean => at >= name.from && at < name.to
  const nameToken = tokens[head] as Token
  // The title's own place in the tree, if the name hangs on the title or beside it.
  const top = tokens.slice(from, name.from).find((token) => !inTitle(token.head) && !inName(token.head))
  const hangsOnTitle = inTitle(nameToken.head)
  // A title that is coordinated while its name hangs elsewhere has the name's true place.
  // "met Varnian President Drell", with the adjective as the object.
  const misplaced = top?.upos === 'ADJ' && ['obj', 'nsubj', 'obl', 'nmod'].includes(baseRelation(top.deprel))
  // "a meeting with former Varnian president Drell", with the name beside its title instead of below it.
  const isCased = (at: number): boolean =>
    tokens.some((token) => token.deprel === 'case' && token.head === at && token.xpos !== 'POS')
  const isBeside =
    top !== undefined &&
    nameToken.head >= 0 &&
    nameToken.head === top.head &&
    !['nsubj', 'obj'].includes(baseRelation(nameToken.deprel)) &&
    isCased(tokens.indexOf(top)) &&
    !isCased(head)
  const place = top !== undefined && (hangsOnTitle || top.deprel === 'conj' || misplaced || isBeside) ? top : undefined
  return tokens.map((token, at): Token => {
    if (at === head && place !== undefined) return { ...token, head: place.head, deprel: place.deprel }
    if (inName(at)) return at === head ? token : { ...token, head, deprel: token.upos === 'PUNCT' ? 'punct' : 'flat' }
    if (inTitle(at)) {
      const attached = !inTitle(token.head) || token.head === at
      return attached ? { ...token, head, deprel: token.upos === 'PUNCT' ? 'punct' : 'nmod:desc' } : token
    }
    // What hung on the title from outside hangs on the name, but for its own modifiers to the left.
    if (inTitle(token.head) && (at >= name.to || ['case', 'cc', 'punct', 'mark'].includes(token.deprel)))
      return { ...token, head }
    return token
  })
}
