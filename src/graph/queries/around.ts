/** The part of a graph around one node: who it is connected with, and how they are connected among each other. */
import { InvalidInputError, NotFoundError } from '../../model/errors.ts'
import type { KnowledgeGraph } from '../knowledge-graph.ts'
import type { EdgeFilter, NodeFilter } from './filter.ts'
import { edgeTest, nodeTest } from './filter.ts'
import { foldedWords } from './name-index.ts'
import { copy } from './subgraph.ts'

export interface AroundQuery {
  /** Steps from the node. */
  readonly depth: number
  /** Which edges may be stepped along, and are kept. */
  readonly edges: EdgeFilter
  /** Which nodes are kept besides the first; steps lead through the others all the same. */
  readonly nodes: NodeFilter
}

export function around(graph: KnowledgeGraph, start: string, { depth, edges, nodes }: AroundQuery): KnowledgeGraph {
  const [nodeFits, edgeFits] = [nodeTest(nodes), edgeTest(graph, edges)]
  const reached = new Set([start])
  let frontier = [start]
  for (let step = 0; step < depth; step++) {
    const next = new Set<string>()
    for (const node of frontier)
      graph.forEachEdge(node, (_, attributes, source, target) => {
        const other = source === node ? target : source
        if (!reached.has(other) && edgeFits(attributes)) next.add(other)
      })
    for (const node of next) reached.add(node)
    frontier = [...next]
  }
  const kept = new Set([...reached].filter((node) => node === start || nodeFits(graph.getNodeAttributes(node))))
  return copy(
    graph,
    kept,
    graph.filterEdges((_, attributes, source, target) => kept.has(source) && kept.has(target) && edgeFits(attributes)),
  )
}

/**
 * The key of the node that a person means by a key, a name or an alias, whatever the case and the diacritics.
 * @throws NotFoundError, or InvalidInputError where several have the name
 */
export function nodeNamed(graph: KnowledgeGraph, name: string): string {
  if (graph.hasNode(name)) return name
  const wanted = foldedWords(name).join(' ')
  const having = (names: (key: string) => readonly string[]): string[] =>
    graph.filterNodes((key) => wanted !== '' && names(key).some((one) => foldedWords(one).join(' ') === wanted))
  const labelled = having((key) => [graph.getNodeAttribute(key, 'label')])
  const found = labelled.length > 0 ? labelled : having((key) => graph.getNodeAttribute(key, 'aliases'))
  const [first, ...others] = found.sort()
  if (first === undefined)
    throw new NotFoundError(`There is no node "${name}". Give its key or its name, as the graph has them.`, 'node')
  if (others.length > 0)
    throw new InvalidInputError('node', `"${name}" may be any of: ${found.join(', ')}. Give the key of one.`)
  return first
}
