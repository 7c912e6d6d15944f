/** Corrections made one after the other, as a person makes them: each in terms of the graph as it then is. */

import { assemble } from '../../src/graph/build/assemble.ts'
import type { Assembly } from '../../src/graph/build/assembly.ts'
import { toAct } from '../../src/graph/corrections/anchor.ts'
import { controlFor, readLog } from '../../src/graph/corrections/log.ts'
import type { Act, Anchor, Control, Entry, Wish } from '../../src/model/corrections.ts'
import type { EdgeKey, NodeKey } from '../../src/model/ids.ts'
import { asEdgeKey, asNodeKey, entryId } from '../../src/model/ids.ts'
import type { EdgeName } from '../../src/model/ontology.ts'
import { type Reading, stored } from './extractions.ts'
import { IMPRINT, triples } from './graphs.ts'

export class Desk {
  readings: readonly Reading[]
  readonly entries: Entry[] = []
  constructor(readings: readonly Reading[]) {
    this.readings = readings
  }

  get assembly(): Assembly {
    return assemble(this.readings.map(stored), readLog(this.entries).holding, IMPRINT)
  }

  get triples(): string[] {
    return triples(this.assembly.graph)
  }

  /** Corrections that find nothing to correct. */
  get waiting(): string[] {
    const { met } = this.assembly
    return readLog(this.entries)
      .holding.filter(({ id }) => !met.has(id))
      .map(({ act }) => act.act)
  }

  correct(wish: Wish, why: string | null = null): Entry {
    return this.append(toAct(wish, this.assembly), why)
  }

  undo(entry?: Entry): Entry {
    return this.append(controlFor('undo', this.entries, entry?.id))
  }

  redo(entry?: Entry): Entry {
    return this.append(controlFor('redo', this.entries, entry?.id))
  }

  append(what: Act | Control, why: string | null = null): Entry {
    const said = { at: '2031-05-01T08:00:00Z', by: 'tester', why, what }
    const entry = { id: entryId(JSON.stringify(said), this.entries.at(-1)?.id), ...said }
    this.entries.push(entry)
    return entry
  }

  edge(source: string, relation: EdgeName, target: string): EdgeKey {
    const { graph } = this.assembly
    const found = graph.findEdge(
      (_, attributes, from, to) => from === source && to === target && attributes.relation === relation,
    )
    if (found === undefined) throw new Error(`no ${source} ${relation} ${target}`)
    return asEdgeKey(found)
  }

  /** The only event of a type. */
  event(type: string): NodeKey {
    const { graph } = this.assembly
    const [found, ...others] = graph.filterNodes((_, { kind, type: own }) => kind === 'event' && own === type)
    if (found === undefined || others.length > 0)
      throw new Error(`there are ${others.length + 1} events of type ${type}`)
    return asNodeKey(found)
  }

  /** Mentions of a node in one document. */
  mentions(key: NodeKey, { document }: Reading): Anchor[] {
    return this.assembly.graph
      .getNodeAttribute(key, 'evidence')
      .filter((item) => item.document === document.id)
      .map(({ document: id, start, end }) => ({ document: id, start, end }))
  }
}
