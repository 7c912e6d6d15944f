/** What can be measured of a graph's shape; without the algorithms, so that a description need not load them. */
export const MEASURES = ['degree', 'betweenness', 'pagerank', 'communities', 'components'] as const
export type Measure = (typeof MEASURES)[number]

/** More would take minutes: the work grows with nodes times edges. */
export const MOST_FOR_BETWEENNESS = { nodes: 5000, edges: 50_000 } as const
