/** From what a person asks for, in terms of the graph as it is, to a correction that will hold when texts are read again. */
import type { Act, Anchor, EdgeAnchor, NodeAnchor, StatementAnchor, Wish } from '../../model/corrections.ts'
import { mapAct } from '../../model/corrections.ts'
import type { EdgeKey, NodeKey } from '../../model/ids.ts'
import { isEventKey } from '../../model/ids.ts'
import type { Assembly } from '../build/assembly.ts'
import { checkWish, requireNode } from './wishes.ts'

/** A node is anchored in so many documents: each of them is enough to find it again. */
const MOST_DOCUMENTS = 50

type Graph = Pick<Assembly, 'graph' | 'findNode' | 'statementsOf'>

/**
 * @throws NotFoundError where a node or an edge is not there
 * @throws InvalidInputError where the graph cannot say what is asked for; `field` names the part of the wish
 */
export function toAct(wish: Wish, assembly: Graph): Act {
  checkWish(wish, assembly)
  return mapAct<NodeKey, EdgeKey, NodeAnchor, EdgeAnchor>(
    named(wish, assembly),
    (key) => nodeAnchor(key, assembly),
    (key) => edgeAnchor(key, assembly),
  )
}

/** What leaves a node is called as the node is, unless told: another reading may know the node by another name. */
function named(wish: Wish, { graph, findNode }: Graph): Wish {
  if (wish.act !== 'split') return wish
  const name = graph.getNodeAttribute(requireNode(wish.node, findNode), 'label')
  return { ...wish, parts: wish.parts.map((part) => ({ name, ...part })) }
}

function nodeAnchor(key: NodeKey, { graph, findNode }: Graph): NodeAnchor {
  const found = requireNode(key, findNode)
  const seen = new Set<string>()
  const at: Anchor[] = []
  for (const { document, start, end, trigger } of graph.getNodeAttribute(found, 'evidence')) {
    if (isEventKey(found)) {
      at.push({ document, start: trigger?.[0] ?? start, end: trigger?.[1] ?? end })
    } else if (!seen.has(document) && seen.size < MOST_DOCUMENTS) {
      seen.add(document)
      at.push({ document, start, end })
    }
  }
  return { key: found, at }
}

function edgeAnchor(key: EdgeKey, { graph, statementsOf }: Graph): EdgeAnchor {
  const made = statementsOf(key).map((statement) => statement.read ?? statement)
  const added = made.flatMap((statement) => statement.added ?? [])
  const at = made
    .filter((statement) => statement.added === undefined)
    .flatMap(({ relation, evidence }) =>
      evidence.map(
        ({ document, start, end, source, target }): StatementAnchor => ({
          document,
          start,
          end,
          relation,
          ...(source && { source }),
          ...(target && { target }),
        }),
      ),
    )
  const [source, target] = graph.extremities(key) as [NodeKey, NodeKey]
  const { relation } = graph.getEdgeAttributes(key)
  return { key, relation, source, target, at, ...(added.length > 0 && { added }) }
}
