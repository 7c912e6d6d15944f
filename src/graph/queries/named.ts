/** Which node a person means. */
import { InvalidInputError, NotFoundError } from '../../model/errors.ts'
import type { NodeEntry } from '../knowledge-graph.ts'
import { byText } from '../order.ts'
import { foldedWords } from './folded-words.ts'

/** Where names are looked for: the links of a graph, or the graph itself. */
export interface Named {
  /** Undefined where there is no such node. */
  numberOf(key: string): number | undefined
  nodeEntries(): Iterable<NodeEntry>
}

const PER_TURN = 1000

/**
 * The key of the node that a person means by a key, a name or an alias, whatever the case and the diacritics.
 * @throws NotFoundError, or InvalidInputError where several have the name
 */
export function* namedInTurns(links: Named, name: string): Generator<void, string, void> {
  if (links.numberOf(name) !== undefined) return name
  const wanted = foldedWords(name).join(' ')
  const [labelled, called]: [string[], string[]] = [[], []]
  const isMeant = (text: string): boolean => wanted !== '' && foldedWords(text).join(' ') === wanted
  let seen = 0
  for (const { node, attributes } of links.nodeEntries()) {
    if (seen++ % PER_TURN === 0) yield
    if (isMeant(attributes.label)) labelled.push(node)
    else if (attributes.aliases.some(isMeant)) called.push(node)
  }
  const found = labelled.length > 0 ? labelled : called
  const [first, ...others] = found
  if (first === undefined)
    throw new NotFoundError(`There is no node "${name}". Give its key or its name, as the graph has them.`, 'node')
  if (others.length > 0)
    throw new InvalidInputError(
      'node',
      `"${name}" may be any of: ${found.sort(byText).join(', ')}. Give the key of one.`,
    )
  return first
}
