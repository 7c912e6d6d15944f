/** Which node a person means. */
import { InvalidInputError, NotFoundError } from '../../model/errors.ts'
import { foldedWords } from './folded-words.ts'
import type { Links } from './links.ts'

const PER_TURN = 1000

/**
 * The key of the node that a person means by a key, a name or an alias, whatever the case and the diacritics.
 * @throws NotFoundError, or InvalidInputError where several have the name
 */
export function* namedInTurns(links: Links, name: string): Generator<void, string, void> {
  if (links.numberOf(name) !== undefined) return name
  const wanted = foldedWords(name).join(' ')
  const [labelled, called]: [string[], string[]] = [[], []]
  const isMeant = (text: string): boolean => wanted !== '' && foldedWords(text).join(' ') === wanted
  for (const [node, { label, aliases }] of links.nodes.entries()) {
    if (node % PER_TURN === 0) yield
    if (isMeant(label)) labelled.push(links.keys[node]!)
    else if (aliases.some(isMeant)) called.push(links.keys[node]!)
  }
  const found = labelled.length > 0 ? labelled : called
  const [first, ...others] = found
  if (first === undefined)
    throw new NotFoundError(`There is no node "${name}". Give its key or its name, as the graph has them.`, 'node')
  if (others.length > 0)
    throw new InvalidInputError('node', `"${name}" may be any of: ${found.join(', ')}. Give the key of one.`)
  return first
}
