/** The programs that draw signs and lines: all of them as they are at rest, and above them what stands out. */
import type { EdgeDisplayData, NodeDisplayData } from 'sigma/types'
import type { Drawing } from './drawing.ts'
import { createEdgeProgram, type EdgeLook } from './edge-program.ts'
import type { IconAtlas } from './icon-atlas.ts'
import { layered, type Numbers, type Renderer, raised } from './layered.ts'
import { createNodeProgram, type NodeLook } from './node-program.ts'
import { lightOf } from './palette.ts'
import { type Focus, lookOfEdge, lookOfNode, raisedIn, type StageView } from './reducers.ts'

/** What is looked at; asked at every frame. */
export interface Now {
  readonly view: () => StageView
  readonly focus: () => Focus | null
}

type NodeItem = [look: NodeDisplayData & NodeLook]
type EdgeItem = [source: NodeDisplayData, target: NodeDisplayData, look: EdgeDisplayData & EdgeLook]

export function createPrograms(drawing: Drawing, atlas: IconAtlas, { view, focus }: Now) {
  const below = () => lightOf(view().scheme, focus() !== null)
  const above = () => lightOf(view().scheme, false)

  const raisedNodes = (renderer: Renderer): (readonly [string, NodeItem])[] =>
    raisedIn(view(), focus()).nodes.flatMap((key) => {
      const place = renderer.getNodeDisplayData(key)
      if (place === undefined) return []
      const look = lookOfNode(key, drawing.getNodeAttributes(key), view(), focus(), atlas.cell)
      return [[key, [{ ...place, ...look, x: place.x, y: place.y } as NodeItem[0]]]]
    })

  const raisedEdges = (renderer: Renderer): (readonly [string, EdgeItem])[] =>
    raisedIn(view(), focus()).edges.flatMap((key) => {
      const known = renderer.getEdgeDisplayData(key)
      if (known === undefined) return []
      const [source, target] = drawing.extremities(key).map((end) => renderer.getNodeDisplayData(end))
      if (source === undefined || target === undefined) return []
      const look = lookOfEdge(key, drawing.getEdgeAttributes(key), view(), focus())
      return [[key, [source, target, { ...known, ...look } as EdgeItem[2]]]]
    })

  const numbers: Numbers = new Map()
  return {
    straight: createEdgeProgram('straight', below),
    curved: createEdgeProgram('curved', below),
    // Lines that stand out lie above signs that do not.
    thing: layered(createNodeProgram(atlas, below), numbers, [
      raised<EdgeItem>(createEdgeProgram('curved', above), raisedEdges, null),
      raised<NodeItem>(createNodeProgram(atlas, above), raisedNodes, numbers),
    ]),
  }
}
