/** Entries of the log in words. */
import type { Act, Control, NewEntity, NodeAnchor } from '../../model/corrections.ts'
import { isNew } from '../../model/corrections.ts'
import type { NodeKey } from '../../model/ids.ts'
import { EDGES, ENTITY_TYPES, EVENT_TYPES, isEntityType, isEventType } from '../../model/ontology.ts'

/**
 * @param nameOf what a node is called; undefined where it is gone
 * @param keys whether keys stand where names have changed: with names of before the correction nobody needs them
 */
export function sentenceOf(
  what: Act | Control,
  nameOf: (key: NodeKey) => string | undefined,
  keys: 'with keys' | 'names only' = 'with keys',
): string {
  const hasKeys = keys === 'with keys'
  const name = (key: NodeKey): string => nameOf(key) ?? key
  const end = (of: NodeAnchor | NewEntity): string => (isNew(of) ? of.name : name(of.key))
  switch (what.act) {
    case 'merge': {
      // Now that they are one, all go by its name.
      const other = ({ key }: NodeAnchor): string => (hasKeys && name(key) === name(what.node.key) ? key : name(key))
      const one = `${what.others.map(other).join(', ')} and ${end(what.node)} are the same`
      return hasKeys ? `${one} (${what.node.key})` : one
    }
    case 'distinct':
      return `${end(what.node)} and ${end(what.other)} are not the same`
    case 'split': {
      const count = what.parts.reduce((sum, { mentions }) => sum + mentions.length, 0)
      const names = what.parts.flatMap((part) => part.name ?? [])
      return `${count === 1 ? 'one mention' : `${count} mentions`} of ${end(what.node)} ${count === 1 ? 'is' : 'are'} somebody or something else${names.length > 0 ? `: ${names.join(', ')}` : ''}`
    }
    case 'rename':
      return `${hasKeys ? what.node.key : end(what.node)} is called "${what.name}"`
    case 'retype':
      return `${end(what.node)} is of type ${typeLabel(what.type)}`
    case 'hide':
      return `${end(what.node)} is not shown`
    case 'confirm':
      return `${end(what.node)} is right`
    case 'restate':
      return `${end(what.node)} is ${what.modality}`
    case 'drop-edge':
      return `"${edge(what.edge, name)}" is wrong`
    case 'confirm-edge':
      return `"${edge(what.edge, name)}" is right`
    case 'retype-edge':
      return `"${edge(what.edge, name)}" should read "${EDGES[what.relation].label}"`
    case 'turn-edge':
      return `"${edge(what.edge, name)}" is the other way round`
    case 'redirect-edge': {
      const ends = [what.source && `from ${end(what.source)}`, what.target && `to ${end(what.target)}`]
      return `"${edge(what.edge, name)}" goes ${ends.filter((part) => part !== undefined).join(' ')}`
    }
    case 'restate-edge':
      return `"${edge(what.edge, name)}" is ${what.modality}`
    case 'add-edge':
      return `added: ${end(what.source)} ${EDGES[what.relation].label} ${end(what.target)}`
    case 'add-event':
      return `added: ${what.label}`
    case 'undo':
    case 'redo':
      return `${what.act} ${what.entry}`
    case 'moved':
      return `text ${what.from} was replaced by ${what.to}; ${what.spans.length} passages of corrections were found in it`
    case 'forgotten':
      return 'forgotten with its text'
  }
}

const edge = (
  { source, relation, target }: Extract<Act, { act: 'drop-edge' }>['edge'],
  name: (key: NodeKey) => string,
): string => `${name(source)} ${EDGES[relation].label} ${name(target)}`

const typeLabel = (type: string): string =>
  isEntityType(type) ? ENTITY_TYPES[type].label : isEventType(type) ? EVENT_TYPES[type].label : type
