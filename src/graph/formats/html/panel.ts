/** What stands beside the drawing: the graph as a whole, or one node with its facts and their sentences. It imports nothing. */
import type { PageEdge, PageNode, PagePassage } from './data.ts'
import type { CreatePanel } from './view.ts'

export const createPanel: CreatePanel = (data, place, view, select, make) => {
  const { nodes, edges, sentences, documents } = data
  const nodeOf = (i: number): PageNode => nodes[i] as PageNode
  const plural = (count: number, one: string): string =>
    `${count.toLocaleString('en-GB')} ${one}${count === 1 ? '' : 's'}`

  const dot = ({ shape, color }: PageNode): HTMLElement => {
    const sign = make('i', { class: `dot ${shape}`, 'aria-hidden': 'true' })
    sign.style.setProperty('--c', color[view.isDark() ? 1 : 0])
    return sign
  }

  const status = (name: string, words = name): HTMLElement => make('span', { class: `status ${name}` }, words)

  /** The sentence with its words marked, and the text that it comes from. */
  function quote([number, ...marks]: PagePassage): HTMLElement {
    const [words, document, start] = sentences[number] ?? ['', -1, 0]
    const parts: (Node | string)[] = []
    let at = 0
    for (const [from, to, kind] of marks) {
      if (from < at || words === '') continue
      parts.push(words.slice(at, from), make('mark', { class: `m${kind}` }, words.slice(from, to)))
      at = to
    }
    parts.push(words.slice(at))
    const source = documents[document] ?? 'a text that is not among these'
    return make(
      'blockquote',
      {},
      ...parts,
      make('cite', {}, words === '' ? `${source}, from character ${start}` : source),
    )
  }

  function fact(edge: PageEdge, from: number): HTMLElement {
    const outward = edge.source === from
    const [before, after] = outward ? edge.out : edge.in
    const other = outward ? edge.target : edge.source
    const name = make('span', { class: 'name' }, nodeOf(other).label)
    const marks = [
      ...(edge.former ? [status('former', 'formerly')] : []),
      ...(edge.status === 'asserted' ? [] : [status(edge.status)]),
      ...edge.notes.map((note) => status('note', note)),
    ]
    const words = make('summary', {}, `${before} `, name, after === '' ? '' : ` ${after}`, ...marks)
    const count = edge.weight > 1 ? plural(edge.weight, 'passage') : ''
    const small = [edge.when, count].filter((part) => part !== '').join(' · ')
    if (small !== '') words.append(make('span', { class: 'when' }, small))
    const details = make('details', { class: 'fact' }, words)
    // Sentences are put in when they are first asked for: a page of all of them would be slow.
    details.addEventListener('toggle', () => {
      if (!details.open || details.childElementCount > 1) return
      const go = make(
        'button',
        { class: 'go', type: 'button', click: () => select(other) },
        `All of ${nodeOf(other).label} →`,
      )
      details.append(...edge.passages.map(quote), go)
    })
    return details
  }

  function facts(title: string, list: readonly PageEdge[], from: number): Node[] {
    if (list.length === 0) return []
    return [
      make('h3', {}, `${title} (${list.length})`),
      make('ul', { class: 'list' }, ...list.map((edge) => make('li', {}, fact(edge, from)))),
    ]
  }

  function showNode(i: number): Node[] {
    const node = nodeOf(i)
    const own = (view.edgesAt[i] ?? []).map((edge) => edges[edge] as PageEdge)
    const dated = (list: PageEdge[]): PageEdge[] =>
      list.sort((a, b) =>
        a.date === b.date ? b.weight - a.weight : a.date === '' ? 1 : b.date === '' ? -1 : a.date < b.date ? -1 : 1,
      )
    const parts = own.filter(({ part }) => part)
    const direct = own.filter(({ part }) => !part)
    const terms = [...(node.also.length > 0 ? [['Also called', node.also.join(', ')] as const] : []), ...node.facts]
    return [
      make('button', { class: 'back', type: 'button', click: () => select(null) }, '← The whole graph'),
      make(
        'div',
        { class: 'kind' },
        dot(node),
        node.type,
        ...(node.status === 'asserted' ? [] : [status(node.status)]),
      ),
      make('h2', { tabindex: '-1' }, node.label),
      make('dl', {}, ...terms.flatMap(([name, value]) => [make('dt', {}, name), make('dd', {}, value)])),
      ...facts(
        'Offices and ties',
        direct.filter(({ tie }) => tie).sort((a, b) => b.weight - a.weight),
        i,
      ),
      ...facts('In order of time', dated(direct.filter(({ tie, date }) => !tie && date !== '')), i),
      ...facts(
        'Without a date',
        direct.filter(({ tie, date }) => !tie && date === ''),
        i,
      ),
      ...facts(node.event ? 'Who and where' : 'Events', dated(parts), i),
      make('h3', {}, `Mentions (${node.passages.length + node.more})`),
      ...node.passages.map(quote),
      ...(node.more > 0 ? [make('p', { class: 'faint' }, `and ${plural(node.more, 'more passage')}`)] : []),
    ]
  }

  function entry(i: number): HTMLElement {
    const node = nodeOf(i)
    const count = (view.edgesAt[i] ?? []).length
    return make(
      'li',
      {},
      make(
        'button',
        { class: 'entry', type: 'button', click: () => select(i) },
        dot(node),
        make('b', {}, node.label),
        make('span', { class: 'faint' }, node.date || plural(count, 'relation')),
      ),
    )
  }

  function showAll(): Node[] {
    const best = nodes
      .map((_, i) => i)
      .filter((i) => !nodeOf(i).event)
      .sort((a, b) => nodeOf(b).weight - nodeOf(a).weight)
    const happened = nodes.map((_, i) => i).filter((i) => nodeOf(i).event)
    happened.sort((a, b) => ((nodeOf(a).date || '9') < (nodeOf(b).date || '9') ? -1 : 1))
    const list = (title: string, items: readonly number[], most: number): Node[] =>
      items.length === 0
        ? []
        : [make('h3', {}, title), make('ul', { class: 'list' }, ...items.slice(0, most).map(entry))]
    return [
      make('h2', {}, 'What the texts say'),
      make(
        'p',
        { class: 'soft' },
        'Choose a name to see its relations, and a relation to read the sentences it was read in.',
      ),
      make(
        'p',
        { class: 'faint' },
        [plural(nodes.length, 'node'), plural(edges.length, 'edge'), plural(documents.length, 'text')].join(' · '),
      ),
      ...list('Most connected', best, 20),
      ...list('Events', happened, 60),
      ...(documents.length === 0
        ? []
        : [
            make('h3', {}, 'Texts'),
            make(
              'ul',
              { class: 'list' },
              ...documents.map((words) => make('li', {}, make('p', { class: 'soft' }, words))),
            ),
          ]),
      make('footer', {}, `Written by ${data.generator}. This file holds all its data, and asks nobody for anything.`),
    ]
  }

  const show = (): void => {
    place.replaceChildren(...(view.selected === null ? showAll() : showNode(view.selected)))
    place.scrollTop = 0
  }
  return { show }
}
