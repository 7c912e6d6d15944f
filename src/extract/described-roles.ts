/** Titles and roles that the text gives its entities, as their attributes. */
import type { Discourse } from './discourse.ts'
import type { RoleStatement } from './roles.ts'
import { spanOf, type Tree } from './tree.ts'

export function describeRoles(discourse: Discourse, statements: readonly RoleStatement[], text: string): void {
  for (const { bearer, phrase } of statements) {
    if (phrase.modality === 'denied') continue
    const tree = discourse.trees[phrase.sentence] as Tree
    const span = spanOf(tree, phrase.from, phrase.to)
    const words = text
      .slice(span.start, span.end)
      .replace(/\s+/g, ' ')
      .replace(/^(?:the|an?|his|her|its|their)\s+/i, '')
    const { roles } = discourse.entity(bearer.entity)
    if (!/^(?:mr|mrs|ms|miss)\.?$/i.test(words) && !roles.some((role) => role.text === words))
      roles.push({ text: words, former: phrase.former, span })
  }
}
