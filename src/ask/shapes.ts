/** Questions that are known by their shape rather than by their verb. */
import { EVENT_TYPES, type EventType, RELATIONS, type RelationName } from '../model/ontology.ts'
import { eventPhrase, officePhrase, sortAtStart } from './phrases.ts'
import type { DeedQuery, EventsQuery, Sort, Thing, Understanding } from './query.ts'
import { bounds, NAME, notUnderstood, type Plain, understood } from './reading.ts'
import { plural } from './sentences.ts'

type Shape = (plain: Plain) => Understanding | undefined

const N = NAME
const pattern = (source: string): RegExp => new RegExp(`^(?:${source})[?.! ]*$`)
const named = ({ names }: Plain, ...words: readonly (string | undefined)[]): readonly Thing[] =>
  words.flatMap((word) => names.get(word ?? '')?.things ?? [])

// ------------------------------------------------------------------------------------------------------------ connections

const TIED = '(?:connected|linked|related|tied|associated|acquainted)'
const CONNECTIONS = [
  `(?:how|in what way|through whom|through what|via whom) (?:is|are|was|were) (${N})(?: and (${N}))? ${TIED}(?: (?:to|with|and) (${N}))?`,
  `(?:how|in what way|through whom) (${N}) (?:is|are|was|were) ${TIED}(?: (?:to|with) (${N}))?`,
  `(?:is|are|was|were) (${N})(?: and (${N}))? ${TIED}(?: (?:to|with) (${N}))?`,
  `(${N})(?: and)? (${N}) (?:connections?|relationship|relations?|links?|ties?|path)`,
  `how (?:does|do|did) (${N}) know (${N}|each other)`,
  `(?:what|who) (?:connects?|links?|ties|relates?|binds) (${N})(?: (?:and|to|with) (${N}))?`,
  `(?:(?:what|which) (?:is|are|was) )?(?:there )?(?:the |a |any )?(?:shortest )?(?:path|paths|connections?|links?|ties|chain|relationship|relations?|way) (?:between|from|of) (${N})(?: (?:and|to|with) (${N}))?`,
].map(pattern)

const connection: Shape = (plain) => {
  for (const shape of CONNECTIONS) {
    const match = shape.exec(plain.text)
    if (match === null) continue
    const [from, to, ...more] = named(plain, ...match.slice(1))
    if (from === undefined || to === undefined || more.length > 0)
      return notUnderstood('A connection is between two; name both.')
    if (from.key === to.key) return notUnderstood(`Both names mean ${from.name}.`)
    return understood({ kind: 'path', from, to })
  }
  return undefined
}

// --------------------------------------------------------------------------------------------------------------- profiles

const PROFILES = [
  `(?:who|what|where) (?:is|was|are|were) (${N})`,
  `(?:what is |what do (?:we|you|they) know |what does the library (?:know|say) |everything |anything |something )?about (${N})`,
  `(?:what (?:is|was) )?(${N})['’]s (?:role|office|job|position|title)`,
  `(?:what|which) (?:office|role|job|position|title) (?:does|did|has) (${N}) (?:hold|have|held|had)`,
  `(${N})`,
].map(pattern)

const profile: Shape = (plain) => {
  const match = PROFILES.map((shape) => shape.exec(plain.text)).find((found) => found !== null)
  if (match === undefined || match === null) return undefined
  const [thing, ...more] = named(plain, match[1])
  if (thing === undefined || more.length > 0 || plain.names.get(match[1]!)?.adjective) return undefined
  if (/^where/.test(plain.text) && thing.kind !== 'place' && thing.type !== 'country') return undefined
  return understood({ kind: 'profile', thing })
}

// ------------------------------------------------------------------------------------------------------------ what happened

const HAPPENED =
  /^what (?:else )?(?:(?:has|had|have|is|was) )?(?:happened|happen|happening|occurred|took place|taken place|gone on|went on|going on|been happening|been going on)\b(.*)$/

/** "What did Venn do in Oslo?" */
const DONE = new RegExp(
  `^what (?:else )?(?:did|does|do|has|have|is|are|was|were) (${N}) (?:do|done|doing|up to)\\b(.*)$`,
)

const AHEAD =
  /^what (?:else )?(?:is|are|will|was|were) (?:be )?(?:planned|scheduled|going to happen|about to happen|happen)\b(.*)$/

const happenings: Shape = (plain) => {
  const ahead = AHEAD.exec(plain.text)?.[1]
  if (ahead !== undefined) return eventsQuery(plain, `events${ahead}`, 'list', { planned: true })
  const [, doer, how = ''] = DONE.exec(plain.text) ?? []
  const rest = doer === undefined ? HAPPENED.exec(plain.text)?.[1] : ` with ${doer}${how}`
  if (rest === undefined) return undefined
  return (
    eventsQuery(plain, `events${rest}`, 'list', { deeds: doer !== undefined }) ??
    notUnderstood('It is not clear where, or with whom, it should have happened.')
  )
}

/** What is done with what happens, active and passive. */
const HOLD =
  '(?:have|had|hold|held|make|made|sign|signed|attend|attended|carry out|carried out|conduct|conducted|reach|reached|conclude|concluded|launch|launched|stage|staged|chair|chaired|pay|paid)'
const HELD =
  '(?:held|made|signed|carried out|conducted|reached|concluded|launched|staged|reported|paid|convened|organized|organised)'

const EVENTS_BY_SHAPE: readonly (readonly [RegExp, EventsQuery['asks'], counts?: boolean])[] = [
  [/^(?:is|are|was|were|has|have) there (?:been )?(.*)$/, 'whether'],
  [new RegExp(`^(?:which|what) (.*?) (?:did|does|has|have|had) (${N}) ${HOLD}\\b(.*)$`), 'list'],
  [new RegExp(`^how many (.*?) (?:did|does|has|have|had) (${N}) ${HOLD}\\b(.*)$`), 'list', true],
  [new RegExp(`^(?:which|what) (.*?) (?:was|were|is|are|have been|has been) ${HELD}\\b(.*)$`), 'list'],
  [new RegExp(`^how many (.*?) (?:was|were|have been|has been) ${HELD}\\b(.*)$`), 'list', true],
  [new RegExp(`^(?:was|were) (.*?) ${HELD}\\b(.*)$`), 'whether'],
  [/^how many (.*?) (?:(?:were|are|have|has) there(?: been)?|happened|took place|occurred)\b(.*)$/, 'list', true],
  [
    /^(?:which|what) (.*?) (?:(?:were|are|have|has) there(?: been)?|happened|took place|occurred|have taken place|were held)\b(.*)$/,
    'list',
  ],
  [/^when (?:will|would|was|were|is|are) (.*?) (?:be held|held|be signed|planned|scheduled)\b(.*)$/, 'when'],
  [/^(?:which|what) (.*?) (?:are|were|is|was) (?:planned|scheduled)\b(.*)$/, 'list'],
  [/^when (?:was|were|is|are) (.*)$/, 'when'],
  [/^when (?:did|does|will) (.*?) (?:happen|take place|occur)\b(.*)$/, 'when'],
  [/^where (?:was|were|is|are) (.*?)(?: held)?[?.! ]*$/, 'where'],
  [/^where (?:did|does|will) (.*?) (?:happen|take place|occur)\b(.*)$/, 'where'],
  [/^who (?:took part|takes part|participated|was present|were present) (?:in|at) (.*)$/, 'who'],
  [/^who (?:attended|joined) (.*)$/, 'who'],
]

const events: Shape = (plain) => {
  for (const [shape, asks, counts = false] of EVENTS_BY_SHAPE) {
    const match = shape.exec(plain.text)
    const found = match === null ? undefined : eventsQuery(plain, phraseOf(match.slice(1), plain), asks, { counts })
    if (found !== undefined) return found
  }
  return undefined
}

/** "meetings" with "Venn" and what else: "meetings with Venn in Oslo". */
const phraseOf = (parts: readonly string[], { names }: Plain): string =>
  parts.map((part) => (names.has(part) ? ` with ${part}` : part)).join('')

/** "attacks on Dellin", asked for alone: "List attacks on Dellin". */
export const listed: Shape = (plain) => eventsQuery(plain, plain.text, 'list') ?? office(plain) ?? holders(plain)

/** "List all envoys": whoever is one, of whatever. */
const holders: Shape = ({ text, ...plain }) => {
  const sorted = sortAtStart(text.replace(/[?.! ]+$/, ''), plain.names, plain.context.vocabulary)
  if (sorted === undefined || sorted.rest !== '' || sorted.sort.of !== null) return undefined
  const role = plain.context.vocabulary.role(sorted.sort.words.split(' '))?.role
  if (role === undefined || role.relation === null || role.inverted) return undefined
  return understood({
    kind: 'deed',
    asks: 'agent',
    counts: false,
    relation: role.relation,
    kinship: role.kinship,
    title: null,
    event: null,
    agent: { is: 'asked', sort: sorted.sort },
    target: { is: 'open' },
    ...bounds({ text, ...plain }),
  })
}

function eventsQuery(
  plain: Plain,
  text: string,
  asks: EventsQuery['asks'],
  { counts = false, deeds = false, planned = false } = {},
): Understanding | undefined {
  const words = text
    .replace(/\b(?:last|first|next|latest|ever|planned|scheduled|in total|in all|altogether|so far)\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const phrase = eventPhrase(words, plain.names, plain.context.vocabulary)
  if (phrase === undefined) return undefined
  const { types, parts, places } = phrase
  const isOpen = parts.length === 0 && places.length === 0 && plain.period === null && types.type === null
  if (isOpen && !planned) return undefined
  const status = planned || /\b(?:planned|scheduled|next|will)\b/.test(plain.text) ? 'planned' : 'asserted'
  return understood({
    kind: 'events',
    deeds,
    asks,
    counts,
    types: types.type === null ? [] : [types.type],
    parts,
    ...bounds(plain, { places, status }),
  })
}

// ---------------------------------------------------------------------------------------------------------------- offices

const office: Shape = (plain) => {
  const { names, context } = plain
  const asked = /^(?:(?:who|what) (?:is|was|are|were) )?(.*?)[?.! ]*$/.exec(plain.text)?.[1] ?? ''
  const phrase = officePhrase(asked, names, context.vocabulary)
  if (phrase !== undefined) return officeQuery(plain, phrase, null)
  const whether = new RegExp(`^(?:is|was|are|were) (${N}) (.*?)[?.! ]*$`).exec(plain.text)
  const claimed = whether === null ? undefined : officePhrase(whether[2]!, names, context.vocabulary)
  if (claimed !== undefined) return officeQuery(plain, claimed, named(plain, whether![1]))
  const whose = new RegExp(`^(?:whose|of (?:whom|what)|of which \\S+) (.+?) (?:is|was) (${N})[?.! ]*$`).exec(plain.text)
  const role = whose === null ? undefined : context.vocabulary.role(whose[1]!.split(' '))
  if (role === undefined) return undefined
  return officeQuery(plain, { role, of: [] }, named(plain, whose![2]))
}

/** @param bearers who is said to be it; null where that is asked */
function officeQuery(
  plain: Plain,
  { role: { role, words }, of }: NonNullable<ReturnType<typeof officePhrase>>,
  bearers: readonly Thing[] | null,
): Understanding | undefined {
  if (role.relation === null) return undefined
  const sort: Sort | undefined = plain.context.vocabulary.sort(words.split(' '), null)
  const holder: DeedQuery['agent'] =
    bearers === null ? { is: 'asked', sort: sort ?? null } : { is: 'named', things: bearers, every: true }
  const body: DeedQuery['target'] =
    of.length === 0 ? { is: 'asked', sort: null } : { is: 'named', things: of, every: false }
  const [agent, target] = role.inverted ? [body, holder] : [holder, body]
  return understood({
    kind: 'deed',
    asks:
      bearers === null
        ? role.inverted
          ? 'target'
          : 'agent'
        : of.length === 0
          ? role.inverted
            ? 'agent'
            : 'target'
          : 'whether',
    counts: false,
    relation: role.relation,
    kinship: role.kinship,
    title: bearers !== null && sort !== undefined && sort.tie === null ? sort.title : null,
    event: null,
    agent,
    target,
    ...bounds(plain),
  })
}

// ------------------------------------------------------------------------------------------- the ontology's own words

interface Label {
  readonly relation: RelationName
  readonly asks: 'agent' | 'target'
  readonly shape: RegExp
}

/** "Who is part of …?", "What got aid from …?": every relation can be asked for as it reads, from either end. */
const LABELS: readonly Label[] = (Object.keys(RELATIONS) as RelationName[]).flatMap((relation): Label[] => {
  const { label, inverse, symmetric } = RELATIONS[relation]
  const shapeOf = (words: string): RegExp => {
    const forms = [words, plural(words)].map((form) => form.replace(' … ', ' '))
    return new RegExp(`^(?:who|whom|what) (?:${[...new Set(forms)].join('|')}) (?:the )?(${N})[?.! ]*$`)
  }
  const forth: Label = { relation, asks: 'agent', shape: shapeOf(label) }
  return symmetric ? [forth] : [forth, { relation, asks: 'target', shape: shapeOf(inverse) }]
})

const labelled: Shape = (plain) => {
  for (const { relation, asks, shape } of LABELS) {
    const things = named(plain, shape.exec(plain.text)?.[1])
    if (things.length === 0) continue
    const { context, names } = plain
    const event = (Object.keys(EVENT_TYPES) as EventType[]).find((type) => context.vocabulary.tells(type, relation))
    const every = names.get(shape.exec(plain.text)![1]!)!.every
    const ends = [
      { is: 'asked', sort: null },
      { is: 'named', things, every },
    ] as const
    const [agent, target] = asks === 'agent' ? ends : ends.toReversed()
    return understood({
      kind: 'deed',
      asks,
      counts: false,
      relation,
      kinship: null,
      title: null,
      event: event ?? null,
      agent: agent!,
      target: target!,
      ...bounds(plain),
    })
  }
  return undefined
}

const SHAPES: readonly Shape[] = [connection, happenings, events, labelled, office, profile]

/** Undefined where the question has none of these shapes. */
export function byShape(plain: Plain): Understanding | undefined {
  for (const shape of SHAPES) {
    const found = shape(plain)
    if (found !== undefined) return found
  }
  return undefined
}
