/** Reads GEXF 1.1 to 1.3, of Gephi, of ourselves and of others. Looks are left out; nested nodes stand beside the others. */
import { DOCUMENT_INSTRUCTION, GRAPH_INSTRUCTION } from '../formats/gexf.ts'
import { BrokenFileError, type ForeignEdge, type ForeignGraph, type ForeignNode } from './foreign.ts'
import { parseJson, readXml, type XmlAttributes } from './xml.ts'

/** @throws BrokenFileError */
export function readGexf(chunks: Iterable<string>): ForeignGraph {
  const titles = { node: new Map<string, string>(), edge: new Map<string, string>() }
  const defaults = { node: {} as Record<string, string>, edge: {} as Record<string, string> }
  const nodes: ForeignNode[] = []
  const edges: ForeignEdge[] = []
  const documents: unknown[] = []
  let attributes: Record<string, unknown> = {}
  let declared: 'node' | 'edge' = 'node'
  let title = ''
  /** Attributes of the elements that are open, the innermost last. */
  const open: Record<string, unknown>[] = []
  let words = ''
  let isGexf = false
  let usual = 'directed'

  const start = (name: string, given: XmlAttributes): void => {
    words = ''
    switch (name) {
      case 'gexf':
        isGexf = true
        return
      case 'graph':
        usual = given['defaultedgetype'] ?? usual
        return
      case 'attributes':
        declared = given['class'] === 'edge' ? 'edge' : 'node'
        return
      case 'attribute':
        title = given['title'] ?? given['id'] ?? ''
        titles[declared].set(given['id'] ?? '', title)
        return
      case 'node': {
        const own: Record<string, unknown> = { ...defaults.node, ...spellOf(given), label: given['label'] }
        nodes.push({ key: required(given, 'id', 'node'), attributes: own })
        open.push(own)
        return
      }
      case 'edge': {
        const { id, source, target, type, label, weight, kind } = given
        const own: Record<string, unknown> = { ...defaults.edge, ...spellOf(given), label, weight, kind, type }
        const ends = {
          source: source ?? required(given, 'source', 'edge'),
          target: target ?? required(given, 'target', 'edge'),
        }
        const undirected = (type ?? usual) === 'undirected'
        edges.push({ key: id, ...ends, undirected, attributes: own })
        open.push(own)
        return
      }
      case 'attvalue': {
        const own = open.at(-1)
        const of = edges.at(-1)?.attributes === own ? 'edge' : 'node'
        const id = given['for'] ?? given['id'] ?? ''
        if (own !== undefined) own[titles[of].get(id) ?? id] = given['value']
        return
      }
      case 'spell':
        Object.assign(open.at(-1) ?? {}, spellOf(given))
    }
  }

  readXml(chunks, {
    open: start,
    close: (name) => {
      if (name === 'node' || name === 'edge') open.pop()
      else if (name === 'default') defaults[declared][title] = words
      else if (name === 'creator') attributes = { generator: words, ...attributes }
      else if (name === 'description') attributes = { name: words, ...attributes }
    },
    text: (text) => {
      words += text
    },
    instruction: (target, body) => {
      if (target === GRAPH_INSTRUCTION) attributes = { ...(parseJson(body, `<?${target}?>`) as object) }
      if (target === DOCUMENT_INSTRUCTION) documents.push(parseJson(body, `<?${target}?>`))
    },
  })
  if (!isGexf) throw new BrokenFileError('there is no <gexf> in it')
  return { attributes: { ...attributes, documents }, nodes, edges }
}

/** Dates of the file, which `first` and `last` of our own overrule. */
function spellOf({ start, end }: XmlAttributes): Record<string, unknown> {
  return { ...(start !== undefined && { 'spell start': start }), ...(end !== undefined && { 'spell end': end }) }
}

function required(given: XmlAttributes, name: string, element: string): string {
  const value = given[name]
  if (value === undefined) throw new BrokenFileError(`a <${element}> has no ${name}`)
  return value
}
