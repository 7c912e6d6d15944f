/**
 * Where names begin and end, put right by what surrounds them: titles and peoples' adjectives are no part of a person's name,
 * "of Belmora" is no surname, and "region", "air base" or "parliament" beside a name belong to it.
 */

import type { RelationName } from '../model/ontology.ts'
import type { Name } from '../nlp/analysis.ts'
import { isCalendarWord } from './calendar-word.ts'
import type { Lexicon } from './lexicon.ts'
import { type Tree, tokenAt } from './tree.ts'
import type { World } from './world.ts'

const LONGEST_TITLE = 4
const NAME_PARTICLE =
  /^(?:al|el|bin|ibn|bint|van|von|de|der|den|du|da|dos|del|della|di|la|le|ter|abu|ben|af|ul|ur|y|e|-|’|')$/i
/** Titles that also begin the names of bodies: "General Assembly", "Secretary General", "Director of Public Works". */
const ALSO_IN_BODIES =
  /^(?:general|secretary|director|judge|speaker|member|police|city|council|fellow|guard|captain|officer|trainer|doctor|editor|coach|teacher|student|chief|critic|rival|host|agent|author|founder|partner|ally|rebel|veteran|pilot|soldier|commissioner|prefect|count|marshal|justice|counsel)$/i

/**
 * Headlines in title case make names of common words ("Talks Enter Final Round"): there a name counts only if the text below, or a word
 * list, knows one of its words.
 */
export function dropHeadlineNames(trees: readonly Tree[], world: World): readonly Tree[] {
  const known = new Set(
    trees
      .filter((tree) => tree.sentence.form === 'prose')
      .flatMap((tree) =>
        tree.sentence.names.flatMap((name) => tree.tokens.slice(name.from, name.to).map((token) => token.form)),
      ),
  )
  if (known.size === 0) return trees
  return trees.map((tree) => {
    if (tree.sentence.form !== 'headline' || !isTitleCase(tree)) return tree
    const names = tree.sentence.names.flatMap((name) => {
      const text = words(tree, name.from, name.to)
      const listed =
        world.state(text) !== undefined ||
        world.demonym(text) !== undefined ||
        world.city(text) !== undefined ||
        world.body(text) !== undefined ||
        world.seat(text) !== undefined
      if (listed) return [name]
      const inside = tree.tokens.slice(name.from, name.to).map((token) => known.has(token.form))
      const [first, last] = [inside.indexOf(true), inside.lastIndexOf(true)]
      return first < 0 ? [] : [{ ...name, from: name.from + first, to: name.from + last + 1 }]
    })
    return { ...tree, sentence: { ...tree.sentence, names } }
  })
}

/** Whether most of the longer words begin with a capital. */
function isTitleCase(tree: Tree): boolean {
  const long = tree.tokens.filter((token) => /^\p{L}{4,}$/u.test(token.form))
  return long.length > 2 && long.filter((token) => isCapital(token.form)).length > 0.7 * long.length
}

export function repairNames(tree: Tree, lexicon: Lexicon, world: World): readonly Name[] {
  const cut = withKnown(tree, world)
    .flatMap((name) => splitPossessor(tree, name, world))
    .flatMap((name) => trim(tree, name, lexicon, world))
  const extended = cut.map((name) => extend(tree, withParticles(tree, name, cut), lexicon, world))
  const kept = extended.filter(
    (name, i) =>
      !extended.some(
        (other, j) =>
          j !== i &&
          other.from <= name.from &&
          name.to <= other.to &&
          (other.to - other.from > name.to - name.from || j < i),
      ),
  )
  const found = [...kept, ...titled(tree, kept, lexicon)]
  const bodies = institutions(tree, found, world)
  // "the Varnian army" names the army; of a state that no list knows the adjective alone is no name.
  const isBare = (name: Name): boolean =>
    name.to - name.from === 1 &&
    bodies.some((body) => body.from === name.from) &&
    world.demonym(form(tree, name.from)) === undefined &&
    isPeopleWord(form(tree, name.from), world)
  return [...found.filter((name) => !isBare(name)), ...bodies, ...coalitions(tree, found, world)].sort(
    (a, b) => a.from - b.from,
  )
}

/** What the lists know for sure takes the place of what the finder made of the same words, unless that is a person or longer. */
function withKnown(tree: Tree, world: World): readonly Name[] {
  const { names } = tree.sentence
  const known = world
    .namesIn(tree.tokens.map((token) => token.form))
    .filter(
      ({ from, to }) =>
        !names.some(
          (name) => name.from <= from && to <= name.to && (name.type === 'person' || name.to - name.from > to - from),
        ),
    )
  const overlaps = (name: Name): boolean => known.some(({ from, to }) => name.from < to && from < name.to)
  const added = known.map(({ from, to, type }): Name => {
    const place = type === 'country' || type === 'city' || type === 'region' || type === 'facility'
    return { from, to, type: place ? 'place' : 'organization', ...(type === 'organization' ? {} : { finer: type }) }
  })
  return [...names.filter((name) => !overlaps(name)), ...added].sort((a, b) => a.from - b.from)
}

const form = (tree: Tree, at: number): string => tokenAt(tree, at).form
const isCapital = (word: string): boolean => /^\p{Lu}/u.test(word)

/** "Hallam's National Union" names two. */
function splitPossessor(tree: Tree, name: Name, world: World): Name[] {
  for (let at = name.from + 1; at < name.to - 1; at++) {
    if (tokenAt(tree, at).xpos !== 'POS') continue
    const left = words(tree, name.from, at)
    const known = world.state(left) !== undefined || world.city(left) !== undefined
    const owner: Name = {
      from: name.from,
      to: at,
      type: known ? 'place' : name.type === 'place' ? 'place' : 'person',
      ...(world.state(left) === undefined ? {} : { finer: 'country' as const }),
    }
    return isCapital(form(tree, at + 1)) ? [owner, { ...name, from: at + 1 }] : [owner]
  }
  return [name]
}

function trim(tree: Tree, name: Name, lexicon: Lexicon, world: World): Name[] {
  let { from, to, type } = name
  while (to - from > 1 && /^(?:[’']s?|,|\.|-|–|and|of|the|"|“|”)$/iu.test(form(tree, to - 1))) to--
  while (to - from > 1 && (/^(?:the|an?|"|“|-|–)$/i.test(form(tree, from)) || isPlainWord(tree, from))) from++
  // "Varnian bank Sandar": the adjective and the kind are no part of it.
  if (
    type !== 'person' &&
    to - from > 2 &&
    world.demonym(form(tree, from)) !== undefined &&
    isPlainWord(tree, from + 1) &&
    isCapital(form(tree, to - 1))
  )
    while (to - from > 1 && (from === name.from || isPlainWord(tree, from))) from++
  // "Sunni Varnaq", "Maoist Drelli": a faith or creed before the name of one group.
  if (type !== 'person' && to - from === 2 && /^(?:Shi.?ite|Shia|Sunni|Islamist|Maoist)$/.test(form(tree, from))) from++
  if (type !== 'person') {
    to = withoutPlainTail(tree, from, to, world)
    // "Varnian Defence" before "Minister" is half a title.
    const next = tree.tokens[to]?.form ?? ''
    if (to - from > 1 && lexicon.roles.has(`${form(tree, to - 1)} ${next}`.toLowerCase())) to--
    else if (to - from > 1 && /^minister$/i.test(next)) to--
    // "Varnia's Defense Minister": an office, no place.
    else if (to - from === 1 && /^(?:minister|ministry|secretary)$/i.test(next) && PORTFOLIO.test(form(tree, from)))
      return []
  }
  // "King David Hotel" is no king.
  if (type === 'person' && to - from > 1 && FACILITY.test(form(tree, to - 1)))
    return [{ from, to, type: 'place', finer: 'facility' }]
  if (
    type === 'organization' &&
    to - from > 1 &&
    /^(?:NGO|group|party|company|agency|newspaper|broadcaster)$/i.test(form(tree, from)) &&
    isCapital(form(tree, from + 1))
  ) {
    if (!isCapital(form(tree, from)) || form(tree, from) === 'NGO') from++
  }
  if (type !== 'place' && to - from > 1) {
    // "Varnian Foreign Minister Drell" taken whole for a person.
    if (
      type === 'person' &&
      (world.demonym(form(tree, from)) !== undefined ||
        ((isPeopleWord(form(tree, from), world) || /^\p{Lu}\p{L}+(?:an|i|ic)$/u.test(form(tree, from))) &&
          isCapital(form(tree, from + 1)) &&
          titleAt(tree, from + 1, to, lexicon) > 0))
    )
      from++
    const title = titleAt(tree, from, to, lexicon)
    if (title > 0 && (type === 'person' || (!ALSO_IN_BODIES.test(form(tree, from)) && to - from - title <= 3))) {
      from += title
      type = 'person'
    }
  }
  // "Ostmarian Chancellor" without a name names nobody.
  if (
    type === 'person' &&
    to - from < 4 &&
    ((to - from > 1 && lexicon.roles.has(words(tree, from, to).toLowerCase())) ||
      // "Neville Chamberlain" and "John Major" bear titles for surnames.
      (isPeopleWord(form(tree, from), world) && lexicon.roles.has(words(tree, from + 1, to).toLowerCase())))
  )
    return []
  // "Secretary" alone, left over from "General Secretary of …".
  if (
    type === 'person' &&
    to - from === 1 &&
    /^(?:Secretary|Minister|President|Government|Chancellor|Ambassador|Governor|Attorney|Senator|Commissioner)$/.test(
      form(tree, from),
    )
  )
    return []
  if (type === 'organization') to = beforeTitle(tree, from, to, lexicon)
  if (from >= to) return []
  return type === 'person'
    ? cutAtPreposition(tree, { from, to, type })
    : [type === name.type && name.finer !== undefined ? { from, to, type, finer: name.finer } : { from, to, type }]
}

/** "Ostmarian", but not "Christian" or "Neville". */
const isPeopleWord = (word: string, world: World): boolean =>
  world.demonym(word) !== undefined ||
  (/^\p{Lu}\p{L}+(?:ian|ese|ish|ani|avi|ari)$/u.test(word) && world.gender(word) === undefined)

/** A common adjective or noun in small letters that the finder took along: "*southern* Pelora". */
function isPlainWord(tree: Tree, at: number): boolean {
  const { form: word, upos } = tokenAt(tree, at)
  return (
    /^\p{Ll}/u.test(word) &&
    !NAME_PARTICLE.test(word) &&
    !/^(?:al|el|ad|as|an|ash|ar)-/i.test(word) &&
    ['ADJ', 'NOUN', 'ADV', 'VERB', 'DET', 'ADP', 'PRON', 'NUM'].includes(upos)
  )
}

/** Number of tokens of the title at `from`, which leaves at least one token of a name. */
function titleAt(tree: Tree, from: number, to: number, lexicon: Lexicon): number {
  for (let length = Math.min(LONGEST_TITLE, to - from - 1); length > 0; length--) {
    const key = words(tree, from, from + length).toLowerCase()
    if (lexicon.roles.has(key) && isCapital(form(tree, from + length))) return length
  }
  return 0
}

/** "UN Special Envoy for Yemen", "UN Secretary General": the body ends where the title begins. */
function beforeTitle(tree: Tree, from: number, to: number, lexicon: Lexicon): number {
  for (let at = from + 1; at < to; at++) {
    if (/^(?:of|for)$/i.test(form(tree, at - 1))) continue
    for (let length = Math.min(LONGEST_TITLE, to - at); length > 1; length--) {
      const role = lexicon.roles.get(words(tree, at, at + length).toLowerCase())
      const ends = at + length === to || /^(?:of|for|to|in)$/i.test(form(tree, at + length))
      if (ends && (role?.relation === 'leader_of' || role?.relation === 'official_of' || role?.relation === 'envoy_of'))
        return at
    }
    const single = lexicon.roles.get(form(tree, at).toLowerCase())
    if (at === to - 1 && (single?.relation === 'leader_of' || single?.relation === 'envoy_of')) return at
  }
  return to
}

/** "Varpress *news*", "Varnian *region*": words in small letters that tell no kind of place or body. */
function withoutPlainTail(tree: Tree, from: number, to: number, world: World): number {
  const adjective = world.demonym(form(tree, from)) !== undefined
  let end = to
  while (end - from > 1 && isPlainWord(tree, end - 1)) {
    const word = form(tree, end - 1)
    if (!adjective && (FACILITY.test(word) || REGION.test(word) || BODY.test(word))) break
    if (adjective && BODY.test(word)) break
    end--
  }
  return end
}

const LONGEST_NAME = 4

/** "Foreign Minister *Ilva Torr*": capitals behind a title are a person's name, whether the finder knew or not. */
function titled(tree: Tree, names: readonly Name[], lexicon: Lexicon): Name[] {
  const isTaken = (at: number): boolean => names.some((name) => name.from <= at && at < name.to)
  const capitals = (from: number): number => {
    let to = from
    while (to < from + LONGEST_NAME && !isTaken(to) && isNamePart(tree, to)) to++
    return to
  }
  return tree.tokens.flatMap((token, at): Name[] => {
    // "Radio Lodesk", "the town of Lodesk"
    if (token.form === 'Radio' && !isTaken(at) && isNamePart(tree, at + 1))
      return [{ from: at, to: at + 2, type: 'organization', finer: 'media' }]
    if (KIND_OF_PLACE.test(token.form) && tree.tokens[at + 1]?.form === 'of' && capitals(at + 2) > at + 2)
      return [{ from: at + 2, to: capitals(at + 2), type: 'place' }]
    const role = lexicon.roles.get(token.form.toLowerCase())
    if (role === undefined || isTaken(at) || !['NOUN', 'PROPN', 'ADJ'].includes(token.upos)) return []
    const isLower = !isCapital(token.form)
    // "journalist Mira Sandor" is one, "rebel Varnia" is none.
    if (isLower && (token.xpos === 'NNS' || (!LOWER_TITLE.has(role.relation) && ALSO_IN_BODIES.test(token.form))))
      return []
    const to = capitals(at + 1)
    const isName = to > at + 2 || (to === at + 2 && isCapital(token.form))
    if (!isName || lexicon.roles.has(form(tree, at + 1).toLowerCase())) return []
    return [{ from: at + 1, to, type: 'person' }]
  })
}

const KIND_OF_PLACE = /^(?:city|town|village|port|island|suburb)s?$/

const LOWER_TITLE = new Set<RelationName | null>(['leader_of', 'official_of', 'envoy_of', 'commander_of'])

const isNamePart = (tree: Tree, at: number): boolean => {
  const token = tree.tokens[at]
  return (
    token?.upos === 'PROPN' &&
    /^\p{Lu}\p{Ll}/u.test(token.form) &&
    !isCalendarWord(token.form) &&
    !BODY.test(token.form)
  )
}

/** "Ursel *von der* Marn", "*de* la Torre", "*Radio* Lodesk": what stands before a name and belongs to it. */
function withParticles(tree: Tree, name: Name, names: readonly Name[]): Name {
  const isFree = (at: number): boolean =>
    at >= 0 && !names.some((other) => other !== name && other.from <= at && at < other.to)
  const before = tree.tokens[name.from - 1]
  if (name.type === 'place' && /^(?:Radio|Televisi[oó]n|TV)$/.test(before?.form ?? '') && isFree(name.from - 1))
    return { from: name.from - 1, to: name.to, type: 'organization', finer: 'media' }
  let { from } = name
  while (
    isFree(from - 1) &&
    /^(?:von|van|der|den|de|la|del|della|di|du|dos|da|bin|ibn|al|el|ter)$/i.test(form(tree, from - 1))
  )
    from--
  if (from === name.from && !/^(?:von|van|de|bin|ibn|di|du|da)$/i.test(form(tree, from))) return name
  const first = tree.tokens[from - 1]
  const given = first !== undefined && isFree(from - 1) && first.upos === 'PROPN' && isCapital(first.form)
  return from === name.from && !given ? name : { from: given ? from - 1 : from, to: name.to, type: 'person' }
}

const BODY =
  /^(?:party|commission|ministry|court|parliament|council|committee|army|navy|coalition|alliance|bank|university|agency|police|guard|force|union|movement|government|administration|federation|group|company|front|militia|brigade)$/i

const NOBLE =
  /^(?:Duke|Duchess|Earl|Prince|Princess|Count|Countess|Marquis|Marquess|Viscount|Baron|Baroness|Margrave|Landgrave)$/

function cutAtPreposition(tree: Tree, name: Name): Name[] {
  for (let at = name.from + 1; at < name.to - 1; at++) {
    const word = form(tree, at)
    const verb =
      /^\p{Ll}{3,}$/u.test(word) && !NAME_PARTICLE.test(word) && /^(?:VERB|AUX)$/.test(tokenAt(tree, at).upos)
    if (!verb && !/^(?:of|in|from|at|and|with|for|to)$/.test(word)) continue
    // "Duke of Wellington" is a name.
    if (/^of$/.test(form(tree, at)) && NOBLE.test(form(tree, at - 1))) continue
    const rest: Name = { from: at + 1, to: name.to, type: verb || word === 'and' ? 'person' : 'place' }
    return [{ ...name, to: at }, ...(isCapital(form(tree, at + 1)) ? [rest] : [])]
  }
  return [name]
}

const FACILITY =
  /^(?:airport|airbase|base|prison|jail|camp|port|harbou?r|bridge|plant|hospital|stadium|palace|mosque|church|cathedral|hotel|dam|crossing|checkpoint|square|station|barracks|airfield|refinery|mine|monastery|temple|terminal|shipyard|reactor|embassy)$/i
const REGION =
  /^(?:region|province|oblast|district|governorate|peninsula|valley|island|islands|state|county|prefecture|sea|river|strait|mountains|plateau|basin|gulf|desert|archipelago|enclave)$/i
const MODIFIER =
  /^(?:air|naval|military|international|nuclear|thermal|power|train|bus|railway|refugee|oil|border|football|central|sea|army|detention|prison|high-security|hydroelectric|autonomous)$/i

/** "Ostrel air base", "Marn region": the kind of place stands behind its name. */
function extend(tree: Tree, name: Name, lexicon: Lexicon, world: World): Name {
  if (name.type === 'person') {
    const next = tree.tokens[name.to]
    const hangs =
      next !== undefined &&
      next.upos === 'PROPN' &&
      next.deprel === 'flat' &&
      next.head >= name.from &&
      next.head < name.to
    return hangs && isCapital(next.form) && !isCalendarWord(next.form) && !lexicon.roles.has(next.form.toLowerCase())
      ? { ...name, to: name.to + 1 }
      : name
  }
  if (name.type === 'organization') {
    const next = tree.tokens[name.to]?.form ?? ''
    return /^(?:TV|Television|Radio|News|Party|Agency|Group|Bank|Council|Movement|Front|Union|Foundation|Institute)$/.test(
      next,
    )
      ? { ...name, to: name.to + 1 }
      : name
  }
  if (name.finer === 'country' && name.type === 'place') return name
  if (name.to - name.from === 1 && world.demonym(form(tree, name.from)) !== undefined) return name
  let to = name.to
  for (let step = 0; step < 3 && to < tree.tokens.length; step++) {
    const word = form(tree, to)
    if (FACILITY.test(word)) return { from: name.from, to: to + 1, type: 'place', finer: 'facility' }
    if (REGION.test(word) && name.type === 'place' && name.finer !== 'region')
      return { from: name.from, to: to + 1, type: 'place', finer: 'region' }
    if (!MODIFIER.test(word)) break
    to++
  }
  return name
}

const PORTFOLIO =
  /^(?:foreign|defen[cs]e|interior|finance|health|justice|education|energy|economy|economics|culture|agriculture|transport|environment|trade|labou?r|prime|home|treasury|development|information)$/i
const INSTITUTION = /^(?:parliament|army|navy|senate|cabinet|judiciary)$/i
const COMPOUND_INSTITUTION: readonly (readonly [RegExp, RegExp])[] = [
  [/^(?:air|special|security|coast|national|border|presidential|republican|royal)$/i, /^(?:force|guard|guards)$/i],
  [/^(?:supreme|constitutional|high|military|federal)$/i, /^court$/i],
  [/^central$/i, /^bank$/i],
  [
    /^(?:foreign|defen[cs]e|interior|finance|health|justice|education|energy|economy|economics|culture|agriculture|transport|environment|trade|labou?r|emergency)$/i,
    /^ministry$/i,
  ],
]
const ARMED = /^(?:army|navy|force|guard|guards)$/i

/** "The Varnian air force", "Varnia's supreme court": a body that the state's name makes definite. */
function institutions(tree: Tree, names: readonly Name[], world: World): Name[] {
  const inside = (at: number): Name | undefined => names.find((name) => name.from <= at && at < name.to)
  return tree.tokens.flatMap((token, head): Name[] => {
    if (token.upos !== 'NOUN' && token.upos !== 'PROPN') return []
    if (
      token.xpos === 'NNS' ||
      inside(head) !== undefined ||
      tokenAt(tree, Math.min(head + 1, tree.tokens.length - 1)).upos === 'PROPN'
    )
      return []
    const pair =
      head > 0 &&
      COMPOUND_INSTITUTION.some(([first, last]) => last.test(token.form) && first.test(form(tree, head - 1)))
    if (!pair && !INSTITUTION.test(token.form)) return []
    const start = pair ? head - 1 : head
    const owner = start - (start > 0 && tokenAt(tree, start - 1).xpos === 'POS' ? 2 : 1)
    if (owner < 0) return []
    const state = inside(owner)
    const compass = owner > 0 && /^(?:South|North|East|West)$/.test(form(tree, owner - 1)) ? 1 : 0
    const from = state?.from ?? owner - compass
    const text = words(tree, from, owner + 1)
    if (
      world.state(text) === undefined &&
      world.demonym(text) === undefined &&
      state?.finer !== 'country' &&
      !isPeopleWord(text, world)
    )
      return []
    return [
      {
        from,
        to: head + 1,
        type: 'organization',
        ...(ARMED.test(token.form) ? { finer: 'armed_force' as const } : {}),
      },
    ]
  })
}

/** "The Varnia-led military coalition": a body that is called by whoever leads it. */
function coalitions(tree: Tree, names: readonly Name[], world: World): Name[] {
  return tree.tokens.flatMap((token, head): Name[] => {
    if (!/^(?:coalition|alliance)$/i.test(token.form)) return []
    let led = head - 1
    while (led > 1 && ['ADJ', 'NOUN', 'PROPN'].includes(tokenAt(tree, led).upos) && form(tree, led) !== 'led') led--
    if (led < 2 || form(tree, led) !== 'led' || !/^[-–]$/.test(form(tree, led - 1))) return []
    const leader = names.find((name) => name.from < led - 1 && led - 1 <= name.to)
    const from = leader?.from ?? led - 2
    const state = world.state(words(tree, from, led - 1)) ?? world.demonym(words(tree, from, led - 1))
    return state === undefined && leader?.finer !== 'country'
      ? []
      : [{ from, to: head + 1, type: 'organization', finer: 'armed_force' }]
  })
}

const words = (tree: Tree, from: number, to: number): string =>
  tree.tokens
    .slice(from, to)
    .map((token) => token.form)
    .join(' ')
    .replaceAll(' - ', '-')
