import type { NodeValue, PathValue, RelationshipValue, Value } from '../values/value.ts'
import { isNode, isPath, isRelationship, typeOf } from '../values/value.ts'
import { ANY, type FunctionRow, wrongArgument } from './function.ts'

const ofElement = (name: string, read: (element: NodeValue | RelationshipValue) => Value): FunctionRow => ({
  name,
  args: [['node', 'relationship']],
  returns: name === 'id' ? 'integer' : 'string',
  call: ([x = null]) => {
    if (isNode(x) || isRelationship(x)) return read(x)
    throw wrongArgument(name, 'a node or relationship', x)
  },
})

const ofRelationship = (
  name: string,
  returns: 'node' | 'string',
  read: (r: RelationshipValue) => Value,
): FunctionRow => ({
  name,
  args: [['relationship']],
  returns,
  call: ([x = null]) => {
    if (isRelationship(x)) return read(x)
    throw wrongArgument(name, 'a relationship', x)
  },
})

const ofPath = (name: string, returns: 'list' | 'relationships', read: (path: PathValue) => Value): FunctionRow => ({
  name,
  args: [['path']],
  returns,
  call: ([x = null]) => {
    if (isPath(x)) return read(x)
    throw wrongArgument(name, 'a path', x)
  },
})

export const GRAPH: readonly FunctionRow[] = [
  ofElement('id', ({ index }) => BigInt(index)),
  ofElement('elementId', ({ key }) => key),
  {
    name: 'labels',
    args: [['node']],
    returns: 'list',
    call: ([x = null]) => {
      if (isNode(x)) return x.labels
      throw wrongArgument('labels', 'a node', x)
    },
  },
  ofRelationship('type', 'string', ({ type }) => type),
  ofRelationship('startNode', 'node', ({ source }) => source),
  ofRelationship('endNode', 'node', ({ target }) => target),
  ofPath('nodes', 'list', ({ nodes }) => nodes),
  ofPath('relationships', 'relationships', ({ relationships }) => relationships),
  ofPath('rels', 'relationships', ({ relationships }) => relationships),
  { name: 'valueType', args: [ANY], returns: 'string', nullable: true, call: ([x = null]) => typeOf(x).toUpperCase() },
  {
    name: 'degree',
    args: [['node']],
    returns: 'integer',
    call: ([x = null], { graph }) => {
      if (isNode(x)) return BigInt(graph.outgoing(x).length + graph.incoming(x).length + graph.undirected(x).length)
      throw wrongArgument('degree', 'a node', x)
    },
  },
]
