/**
 * Titles and roles beside a name: "Varnian President Oskar Drell", "Mirela Hantov, Varnia's lead negotiator", "the
 * envoy, Mirela Hantov". Each yields who bears the role, the role's words, and the token that names what it is a role in.
 */

import type { Modality } from '../model/facts.ts'
import { isCalendarWord } from './calendar-word.ts'
import type { Anchor, Discourse } from './discourse.ts'
import type { Lexicon, Role } from './lexicon.ts'
import { baseRelation, dependent, dependents, firstConjunct, preposition, type Tree, tokenAt } from './tree.ts'

export interface RolePhrase {
  readonly sentence: number
  readonly role: Role
  /** Tokens of the whole phrase, modifiers included. */
  readonly from: number
  readonly to: number
  /** The role noun itself. */
  readonly head: number
  /** Where the role noun's own words begin ("foreign minister"). */
  readonly roleFrom: number
  readonly former: boolean
  readonly modality: Modality
}

/** A role phrase that the text applies to a named bearer. */
export interface RoleStatement {
  readonly bearer: Anchor
  readonly phrase: RolePhrase
  readonly rule: string
}

const LONGEST_ROLE = 6
const FORMER = new Set([
  'former',
  'ex',
  'then',
  'late',
  'ousted',
  'deposed',
  'onetime',
  'one-time',
  'erstwhile',
  'past',
  'previous',
  'disgraced',
  'retired',
  'ex-president',
])
const FUTURE = new Set(['elect', 'designate', 'incoming', 'future', 'would-be', 'president-elect'])

export function findRoleStatements(discourse: Discourse, lexicon: Lexicon): readonly RoleStatement[] {
  return discourse.anchors().flatMap((anchor) => {
    const { type } = discourse.entity(anchor.entity)
    if (anchor.form !== 'name' || type !== 'person') return []
    const tree = discourse.trees[anchor.sentence] as Tree
    return [
      ...beforeName(tree, anchor, lexicon),
      ...apposition(tree, anchor, lexicon),
      ...predicated(tree, anchor, lexicon),
    ]
  })
}

/** "British Prime Minister Tony Blair", "UN envoy and former premier Tony Blair". */
function beforeName(tree: Tree, bearer: Anchor, lexicon: Lexicon): RoleStatement[] {
  const found: RoleStatement[] = []
  let end = bearer.from
  while (end > 0) {
    const phrase = phraseEndingAt(tree, bearer.sentence, end, lexicon)
    if (phrase === undefined) break
    found.push({ bearer, phrase, rule: 'title before name' })
    const conjunction = phrase.from - 1
    if (conjunction < 1 || !/^and$/i.test(tokenAt(tree, conjunction).form)) break
    // "envoy and former premier Blair" names one person, "Varga and Prime Minister Drell" two.
    if (tree.sentence.names.some((name) => name.type === 'person' && name.from < conjunction && conjunction <= name.to))
      break
    end = conjunction
  }
  return found
}

/** Where the noun phrase that ends before `end` begins: at the first word to the left that cannot be part of it. */
function leftEdge(tree: Tree, end: number): number {
  let from = end
  while (from > 0) {
    const token = tokenAt(tree, from - 1)
    const part =
      ['NOUN', 'PROPN', 'ADJ', 'NUM', 'DET'].includes(token.upos) ||
      token.xpos === 'POS' ||
      token.xpos === 'PRP$' ||
      token.xpos === 'HYPH' ||
      token.form === '-' ||
      (token.upos === 'ADP' && tree.tokens[from]?.form === '-') ||
      (token.upos === 'VERB' && (token.deprel === 'amod' || token.xpos === 'VBN')) ||
      (token.upos === 'ADV' && /^(?:then|newly|currently|long-time)$/i.test(token.form))
    // "In May 1994 President Drell": a day or a year before the title is none of it.
    if (!part || isCalendarWord(token.form) || /^\d{4}$/.test(token.form)) break
    from--
    if (token.upos === 'DET') break
  }
  return from
}

/** The role whose words end right before `end`, the longest one. */
function phraseEndingAt(tree: Tree, sentence: number, end: number, lexicon: Lexicon): RolePhrase | undefined {
  const edge = leftEdge(tree, end)
  for (let roleFrom = Math.max(0, end - LONGEST_ROLE); roleFrom < end; roleFrom++) {
    const role = lookup(tree, roleFrom, end, lexicon)
    if (role === undefined) continue
    // "Secretary of State": the preposition is part of the role, and the phrase goes on to its left.
    const from = roleFrom < edge ? leftEdge(tree, roleFrom) : edge
    return describe(tree, sentence, lowered(tree, role, from, roleFrom, lexicon), from, end, end - 1, roleFrom)
  }
  return undefined
}

function lookup(tree: Tree, from: number, to: number, lexicon: Lexicon): Role | undefined {
  const words = tree.tokens.slice(from, to)
  const forms = words.map((token) => token.form.toLowerCase())
  const joined = forms.join(' ').replaceAll(' - ', '-')
  return (
    lexicon.roles.get(joined) ??
    lexicon.roles.get(
      [...forms.slice(0, -1), words.at(-1)?.lemma.toLowerCase() ?? ''].join(' ').replaceAll(' - ', '-'),
    ) ??
    (words.length === 1 ? lexicon.roles.get(joined.replace(/^(?:ex|then|vice)-/, '')) : undefined)
  )
}

/** A chief of a policy field, or a deputy, holds an office but does not head what the phrase names. */
function lowered(tree: Tree, role: Role, from: number, roleFrom: number, lexicon: Lexicon): Role {
  if (role.relation !== 'leader_of') return role
  const before = tree.tokens.slice(from, roleFrom).map((token) => token.form.toLowerCase())
  const official = lexicon.roles.get('official')
  if (official === undefined) return role
  if (before.some((word) => /^(?:deputy|vice|assistant|associate|shadow)$/.test(word)))
    return { ...official, name: role.name }
  if (
    before.some((word) =>
      /^(?:opposition|faction|protest|community|tribal|religious|spiritual|student|union)$/.test(word),
    )
  )
    return { ...role, relation: null }
  if (
    before.some((word) =>
      /^(?:policy|rights|affairs|security|intelligence|finance|trade|defen[cs]e|humanitarian|climate|health|energy|economics?|press|communications|emergency|investment|research|peacekeeping)$/.test(
        word,
      ),
    )
  ) {
    return { ...official, name: role.name }
  }
  return role
}

function describe(
  tree: Tree,
  sentence: number,
  role: Role,
  from: number,
  to: number,
  head: number,
  roleFrom: number,
): RolePhrase {
  const words = tree.tokens.slice(from, to).map((token) => token.form.toLowerCase())
  const former = words.some((word) => FORMER.has(word) || /^(?:ex|then)-/.test(word))
  const future = words.some((word) => FUTURE.has(word) || /-(?:elect|designate)$/.test(word))
  return { sentence, role, from, to, head, roleFrom, former, modality: future ? 'planned' : 'asserted' }
}

/** As the tree has it; where the parse is torn, as the commas have it. */
function apposition(tree: Tree, bearer: Anchor, lexicon: Lexicon): RoleStatement[] {
  const found = apposed(tree, bearer, lexicon)
  const all = found.length > 0 ? found : betweenCommas(tree, bearer, lexicon)
  // "wounded a woman, according to Drell" does not call Drell a woman.
  return all.filter(({ phrase }) => !ANYBODY.test(phrase.role.name))
}

const LONGEST_APPOSITION = 14
const ANYBODY =
  /^(?:man|woman|boy|girl|victim|prisoner|hostage|refugee|suspect|attacker|gunman|soldier|fighter|worker|student)$/

/** "the finance minister of Costa Verda, Rafaela Quint," and "Rafaela Quint, the finance minister of Costa Verda,". */
function betweenCommas(tree: Tree, bearer: Anchor, lexicon: Lexicon): RoleStatement[] {
  const before =
    bearer.from > 1 && tokenAt(tree, bearer.from - 1).form === ',' ? roleBefore(tree, bearer, lexicon) : undefined
  // "Marek Solen, president of Varnia, Mira Sandor, president of Keldavia": the role is the first one's.
  const isTaken =
    before !== undefined &&
    tree.sentence.names.some(({ to, type }) => type === 'person' && to === before.from - 1) &&
    tree.tokens[before.from - 1]?.form === ','
  if (before !== undefined && !isTaken) return [{ bearer, phrase: before, rule: 'apposition' }]
  const comma = bearer.to < tree.tokens.length && tokenAt(tree, bearer.to).form === ','
  const after = comma ? roleAfter(tree, bearer, lexicon) : undefined
  return after === undefined ? [] : [{ bearer, phrase: after, rule: 'apposition' }]
}

const joins = (tree: Tree, at: number): boolean => {
  const { upos, form, xpos } = tokenAt(tree, at)
  return (
    ['NOUN', 'PROPN', 'ADJ', 'DET', 'ADP', 'NUM', 'PART'].includes(upos) ||
    form === '-' ||
    xpos === 'PRP$' ||
    xpos === 'VBG' ||
    xpos === 'POS'
  )
}

function roleBefore(tree: Tree, bearer: Anchor, lexicon: Lexicon): RolePhrase | undefined {
  let found: RolePhrase | undefined
  for (let at = bearer.from - 2; at >= Math.max(0, bearer.from - LONGEST_APPOSITION) && joins(tree, at); at--) {
    const phrase = isCommonNoun(tree, at) ? phraseAround(tree, bearer.sentence, at, lexicon) : undefined
    if (phrase === undefined || phrase.to !== at + 1) continue
    // Only "of" and the like may stand between the role and the comma.
    const next = tokenAt(tree, at + 1)
    if (next.form === ',' || TARGET_PREPOSITIONS.has(next.form.toLowerCase())) found = phrase
    if (tokenAt(tree, phrase.from).upos === 'DET' || phrase.from === 0) break
  }
  return found
}

function roleAfter(tree: Tree, bearer: Anchor, lexicon: Lexicon): RolePhrase | undefined {
  for (let at = bearer.to + 1; at < Math.min(tree.tokens.length, bearer.to + 8) && joins(tree, at); at++) {
    if (tokenAt(tree, at).upos === 'ADP') return undefined
    const next = tree.tokens[at + 1]
    const ends = next === undefined || ['PUNCT', 'ADP', 'PRON', 'AUX', 'VERB', 'CCONJ'].includes(next.upos)
    const phrase = ends && isCommonNoun(tree, at) ? phraseAround(tree, bearer.sentence, at, lexicon) : undefined
    if (phrase !== undefined && phrase.from > bearer.to) return phrase
  }
  return undefined
}

const isCommonNoun = (tree: Tree, at: number): boolean =>
  tokenAt(tree, at).upos === 'NOUN' || tokenAt(tree, at).upos === 'PROPN'

/** "Hantov, Varnia's lead negotiator" and "Varnia's lead negotiator, Mirela Hantov". */
function apposed(tree: Tree, bearer: Anchor, lexicon: Lexicon): RoleStatement[] {
  const heads = [...dependents(tree, bearer.head, 'appos', 'parataxis', 'list')]
  const { deprel, head } = tokenAt(tree, bearer.head)
  if (head >= 0 && ['appos', 'flat', 'list'].includes(baseRelation(deprel)) && head < bearer.from - 1) heads.push(head)
  return heads
    .filter((at) => at < bearer.from || at >= bearer.to)
    .filter((at) => at < bearer.from || !namedBetween(tree, bearer.to, at))
    .flatMap((at) => [at, ...dependents(tree, at, 'conj')])
    .flatMap((at) => {
      const phrase = phraseAround(tree, bearer.sentence, at, lexicon)
      return phrase === undefined || (phrase.from < bearer.to && bearer.from < phrase.to)
        ? []
        : [{ bearer, phrase, rule: 'apposition' }]
    })
}

/** "Varga and Drell, the president": the apposition is Drell's, though parsers hang it on the first of the two. */
const namedBetween = (tree: Tree, from: number, to: number): boolean =>
  tree.sentence.names.some(
    (name) => name.type === 'person' && name.from >= from && name.to <= to && tokenAt(tree, to).xpos !== 'NNS',
  )

/** "Varga is the president of Varnia", "Varga became envoy", "Varga, who served as envoy". */
function predicated(tree: Tree, bearer: Anchor, lexicon: Lexicon): RoleStatement[] {
  const { deprel, head } = tokenAt(tree, bearer.head)
  const clauses = dependents(tree, bearer.head, 'acl').filter(
    (clause) => tokenAt(tree, clause).deprel === 'acl:relcl' && isSubjectRelative(tree, clause),
  )
  if (head >= 0 && baseRelation(deprel) === 'nsubj') clauses.push(head)
  return clauses.flatMap((clause) => complementsOf(tree, bearer, clause, lexicon))
}

const isSubjectRelative = (tree: Tree, clause: number): boolean =>
  dependents(tree, clause, 'nsubj').some((child) => /^(?:who|which|that)$/i.test(tokenAt(tree, child).form))

const BECOMING = new Set(['become', 'remain', 'serve'])

function complementsOf(tree: Tree, bearer: Anchor, clause: number, lexicon: Lexicon): RoleStatement[] {
  const copula = dependent(tree, clause, 'cop') !== undefined
  const verb = copula ? undefined : tokenAt(tree, clause).lemma
  if (verb !== undefined && !BECOMING.has(verb)) return []
  const complement = copula
    ? clause
    : (dependent(tree, clause, 'xcomp') ??
      dependents(tree, clause, 'obl', 'obj').find((child) => verb === 'remain' || preposition(tree, child) === 'as'))
  if (complement === undefined) return []
  const negated = [clause, complement].some((at) =>
    dependents(tree, at, 'advmod').some((child) => /^(?:not|n[’']t|never|no)$/i.test(tokenAt(tree, child).form)),
  )
  const past = copula
    ? dependents(tree, clause, 'cop').some((child) => tokenAt(tree, child).xpos === 'VBD')
    : verb === 'serve' && /^VB[DN]$/.test(tokenAt(tree, clause).xpos)
  return [complement, ...dependents(tree, complement, 'conj')].flatMap((at) => {
    const phrase = phraseAround(tree, bearer.sentence, at, lexicon)
    if (phrase === undefined) return []
    return [
      {
        bearer,
        phrase: { ...phrase, modality: negated ? 'denied' : phrase.modality, former: phrase.former || past },
        rule: 'predicate noun',
      },
    ]
  })
}

/** The role phrase headed by the noun `head`, with what modifies it on both sides. */
export function phraseAround(tree: Tree, sentence: number, head: number, lexicon: Lexicon): RolePhrase | undefined {
  const token = tokenAt(tree, head)
  if (token.upos !== 'NOUN' && token.upos !== 'PROPN' && token.upos !== 'ADJ') return undefined
  // "John Major" is no major.
  if (tree.sentence.names.some((name) => name.type === 'person' && name.from <= head && head < name.to))
    return undefined
  const from = leftEdge(tree, head + 1)
  for (let to = Math.min(tree.tokens.length, head + LONGEST_ROLE); to > head; to--) {
    for (let roleFrom = Math.max(from, to - LONGEST_ROLE); roleFrom <= head; roleFrom++) {
      const role = lookup(tree, roleFrom, to, lexicon)
      if (role !== undefined)
        return describe(tree, sentence, lowered(tree, role, from, roleFrom, lexicon), from, to, head, roleFrom)
    }
  }
  return undefined
}

const TARGET_PREPOSITIONS = new Set(['of', 'to', 'for', 'in', 'at', 'from', 'with', 'on'])

/**
 * The token that names what the role is a role in: a possessor, a name before the role noun, or an object of "of", "to",
 * "for" however deep ("chair of the committee of the house of *parliament*").
 * @param named whether a token refers to an entity
 */
export function roleTarget(tree: Tree, phrase: RolePhrase, named: (token: number) => boolean): number | undefined {
  const owner = [phrase.head, firstConjunct(tree, phrase.head)]
    .flatMap((at) => dependents(tree, at, 'nmod:poss'))
    .find(named)
  if (owner !== undefined) return owner
  // "Moscow-installed leader": who installed him is not what he leads.
  // "the pro-Varnian president": whom he likes is not what he leads either.
  const isLiked = (at: number): boolean =>
    tree.tokens[at - 1]?.form === '-' && /^(?:pro|anti|non)$/i.test(tree.tokens[at - 2]?.form ?? '')
  for (let i = phrase.roleFrom - 1; i >= phrase.from; i--)
    if (named(i) && tree.tokens[i + 1]?.form !== '-' && !isLiked(i)) return i
  for (let i = phrase.roleFrom; i < phrase.head; i++) if (named(i)) return i
  return descend(tree, phrase.head, named, 0)
}

function descend(tree: Tree, at: number, named: (token: number) => boolean, depth: number): number | undefined {
  if (depth > 4) return undefined
  const phrases = dependents(tree, at, 'nmod', 'obl').filter(
    (child) => child > at && TARGET_PREPOSITIONS.has(preposition(tree, child)),
  )
  for (const child of phrases) {
    if (named(child)) return child
    // "director of Lodesk-based Aidwatch": where it sits is not what he directs.
    const modifier = dependents(tree, child, 'nmod:poss', 'compound', 'amod').find(
      (at) => named(at) && !/^[-–]$/.test(tree.tokens[at + 1]?.form ?? ''),
    )
    const deeper = descend(tree, child, named, depth + 1)
    if (deeper !== undefined) return deeper
    if (modifier !== undefined) return modifier
  }
  return undefined
}
