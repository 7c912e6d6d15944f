/** Reads GraphML, of NetworkX, igraph, yEd, Cytoscape, Gephi and of ourselves. Nested graphs are read as one. */
import { BrokenFileError, type ForeignEdge, type ForeignGraph, type ForeignNode } from './foreign.ts'
import { parseJson, readXml, type XmlAttributes } from './xml.ts'

/** @throws BrokenFileError */
export function readGraphml(chunks: Iterable<string>): ForeignGraph {
  const names = new Map<string, string>()
  let usual = 'directed'
  const defaults: Record<'node' | 'edge', Record<string, string>> = { node: {}, edge: {} }
  const nodes: ForeignNode[] = []
  const edges: ForeignEdge[] = []
  const about: Record<string, unknown> = {}
  const open: Record<string, unknown>[] = [about]
  let key: XmlAttributes = {}
  let words = ''
  let isGraphml = false

  readXml(chunks, {
    open: (name, given) => {
      words = ''
      if (name === 'graphml') isGraphml = true
      else if (name === 'graph') usual = given['edgedefault'] ?? usual
      else if (name === 'key') {
        key = given
        names.set(given['id'] ?? '', given['attr.name'] ?? given['id'] ?? '')
      } else if (name === 'data') key = given
      else if (name === 'node') {
        const own: Record<string, unknown> = { ...defaults.node }
        nodes.push({ key: required(given, 'id', name), attributes: own })
        open.push(own)
      } else if (name === 'edge') {
        const own: Record<string, unknown> = { ...defaults.edge }
        const ends = { source: required(given, 'source', name), target: required(given, 'target', name) }
        const undirected = given['directed'] === undefined ? usual === 'undirected' : given['directed'] === 'false'
        edges.push({ key: given['id'], ...ends, undirected, attributes: own })
        open.push(own)
      } else if (name === 'hyperedge') throw new BrokenFileError('it has hyperedges, which join more than two nodes')
    },
    close: (name) => {
      if (name === 'node' || name === 'edge') open.pop()
      else if (name === 'data') {
        const own = open.at(-1)
        const id = key['key'] ?? ''
        if (own !== undefined) own[names.get(id) ?? id] = words
      } else if (name === 'default') {
        const owner = key['for'] === 'edge' ? 'edge' : 'node'
        defaults[owner][key['attr.name'] ?? ''] = words
      }
    },
    text: (text) => {
      words += text
    },
  })
  if (!isGraphml) throw new BrokenFileError('there is no <graphml> in it')
  const { documents } = about
  return {
    attributes: {
      ...about,
      documents: typeof documents === 'string' ? parseJson(documents, 'the list of documents') : [],
    },
    nodes,
    edges,
  }
}

function required(given: XmlAttributes, name: string, element: string): string {
  const value = given[name]
  if (value === undefined) throw new BrokenFileError(`a <${element}> has no ${name}`)
  return value
}
