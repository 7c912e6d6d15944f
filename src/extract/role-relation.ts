/**
 * What a role says of its bearer, given what it is a role in: "Varnian journalist" tells where she comes from, "Varnian president"
 * what he heads, "Liberal minister" his party.
 */
import type { RelationName } from '../model/ontology.ts'
import type { Anchor, Discourse } from './discourse.ts'
import type { RolePhrase } from './roles.ts'
import type { Tree } from './tree.ts'

/** Callings that say nothing of whom one serves. */
const CALLING =
  /^(?:actor|actress|artist|billionaire|blogger|businessman|businesswoman|cleric|dissident|filmmaker|footballer|man|novelist|oligarch|philosopher|poet|refugee|singer|student|woman|writer|warlord|(?:rebel|militia|guerrilla|insurgent|separatist|jihadist|opposition) (?:commander|figure|leader|chief|politician))$/
/** Callings in which one serves whoever stands before them. */
const IN_SERVICE =
  /^(?:agent|spy|soldier|officer|policem[ae]n|policewoman|pilot|bodyguard|attorney|interpreter|fighter|coach|trainer|manager)$/
/** Those whose state's name before them is what they know, not where they come from: "a Varnia expert". */
const KNOWING = /^(?:expert|analyst|scholar|historian|correspondent|specialist|researcher|editor|reporter|observer)$/
/** Offices that can head a state. */
const HEADS_STATE =
  /president|minister|premier|chancellor|king|queen|emperor|empress|emir|sultan|shah|ts?ar|tsarina|kaiser|monarch|sovereign|regent|leader|ruler|dictator|strongman|head of (?:state|government)|taoiseach|pope|governor|duke|doge|viceroy|vizier|lama|chief executive|^head$|^chief$|imam|prefect|captain-general/
const POLITICIAN =
  /minister|senator|lawmaker|legislator|deputy|^mp$|member of parliament|congress(?:man|woman)|governor|mayor|councill?or|^premier$|chancellor/
const CONTINENT = /^(?:Africa|Asia|Europe|(?:North|South|Latin) America|Middle East|Oceania|Antarctica|Arctic)$/

/** Null where the role ties its bearer to nothing. */
export function relationOfRole(
  discourse: Discourse,
  tree: Tree,
  { role, from, roleFrom, sentence }: RolePhrase,
  target: Anchor,
): RelationName | null {
  const { relation, name } = role
  const { type, name: home } = discourse.entity(target.entity)
  const before = target.sentence === sentence && target.from >= from && target.to <= roleFrom
  const isPossessed = tree.tokens[target.to]?.xpos === 'POS'
  if (type === 'party' && (relation === 'official_of' || relation === 'leader_of') && POLITICIAN.test(name))
    return 'member_of'
  if (relation === 'leader_of' && CONTINENT.test(home)) return null
  if (type !== 'country') return relation
  if (relation === 'leader_of' && !HEADS_STATE.test(name)) return before && !isPossessed ? 'from' : null
  const isCalling =
    CALLING.test(name) || ((relation === 'works_for' || relation === 'member_of') && !IN_SERVICE.test(name))
  if (!isCalling || !before || isPossessed) return relation
  return KNOWING.test(name) && target.form !== 'adjective' ? null : 'from'
}
