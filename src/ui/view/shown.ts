/** What is drawn and listed: what passes the filters, after the reader's steps, with the paths that were asked for. */
import type { PathsAnswer } from '../../api/schemas.ts'
import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts'
import { type Visible, visibleIn } from './filters.ts'
import type { View } from './route.ts'
import { afterSteps } from './steps.ts'

export interface ShownPath {
  readonly nodes: readonly string[]
  readonly edges: readonly string[]
}

/** @param base nodes that are drawn before anybody brings one in */
export function shownIn(
  graph: KnowledgeGraph,
  { filters, steps }: Pick<View, 'filters' | 'steps'>,
  base: ReadonlySet<string>,
  paths: readonly ShownPath[],
): Visible {
  const shown = afterSteps(graph, visibleIn(graph, filters), steps, base)
  if (paths.length === 0) return shown
  const nodes = paths.flatMap((path) => path.nodes).filter((key) => graph.hasNode(key))
  const edges = paths.flatMap((path) => path.edges).filter((key) => graph.hasEdge(key))
  return { nodes: new Set([...shown.nodes, ...nodes]), edges: new Set([...shown.edges, ...edges]) }
}

export const pathsOf = ({ paths }: PathsAnswer): readonly ShownPath[] =>
  paths.map(({ nodes, edges }) => ({ nodes: nodes.map(({ key }) => key), edges: edges.map(({ key }) => key) }))
