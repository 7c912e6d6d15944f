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
  // A former president may be any state's.
  if (!isNationalOffice(phrase.role.name) || phrase.former) return undefined
  const isFree = (entity: number): boolean => discourse.entity(entity).type === 'country' && !taken.has(entity)
  const near = discourse
    .between(bearer.sentence - SENTENCES_BACK, bearer.sentence)
    .filter(({ start, entity }) => start < bearer.start && isFree(entity))
  const here = near.filter(({ sentence }) => sentence === bearer.sentence)
  for (const around of [here, near]) if (new Set(around.map((anchor) => anchor.entity)).size === 1) return around.at(-1)
  const [first, second] = discourse.entities
    .filter(({ index }) => isFree(index))
    .map(({ index }) => discourse.of(index))
    .sort((a, b) => b.length - a.length)
  if (first === undefined || first.length < LEAD * Math.max(1, second?.length ?? 0)) return undefined
  return near.findLast((anchor) => anchor.entity === first[0]?.entity) ?? first[0]
}
