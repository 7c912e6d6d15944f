/**
 * Which state a national office belongs to when the text leaves it out: "President Drell" in a report from Varnia. Read from
 * what is spoken of around it; where two states are as near, none is chosen.
 */
import type { Anchor, Discourse } from './discourse.ts'
import type { RoleStatement } from './roles.ts'

const NATIONAL =
  /^(?:(?:interim |acting |caretaker )?president|(?:deputy )?prime minister|premier|chancellor|king|queen|emperor|emir|sultan|shah|vice[- ]president|crown prince|first lady|secretary of state|foreign secretary|home secretary|attorney general|head of state|foreign minister|interior minister|.*minister)$/
const SENTENCES_BACK = 3
/** How much more often the chosen state must be named than the next. */
const LEAD = 2

export const isNationalOffice = (role: string): boolean => NATIONAL.test(role)

/** @param taken states that somebody else holds this office in */
export function homeState(
  discourse: Discourse,
  { bearer, phrase }: RoleStatement,
  taken: ReadonlySet<number>,
): Anchor | undefined {
  if (!isNationalOffice(phrase.role.name)) return undefined
  const states = discourse
    .anchors()
    .filter((anchor) => discourse.entity(anchor.entity).type === 'country' && !taken.has(anchor.entity))
  const near = states.filter(
    (anchor) => anchor.start < bearer.start && anchor.sentence >= bearer.sentence - SENTENCES_BACK,
  )
  const nearest = new Set(near.map((anchor) => anchor.entity))
  if (nearest.size === 1) return near.at(-1)
  const counts = new Map<number, number>()
  for (const { entity } of states) counts.set(entity, (counts.get(entity) ?? 0) + 1)
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])
  if (first === undefined || first[1] < LEAD * (second?.[1] ?? 0)) return undefined
  return near.findLast((anchor) => anchor.entity === first[0]) ?? states.find((anchor) => anchor.entity === first[0])
}
