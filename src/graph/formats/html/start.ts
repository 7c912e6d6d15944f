/** Puts the page together. It imports nothing, for it runs in the page. */
import type { PageData, PageEdge, PageNode } from './data.ts'
import type { CreatePanel, CreateScene, Make, View } from './view.ts'

export function startPage(data: PageData, createScene: CreateScene, createPanel: CreatePanel): void {
  const { nodes, edges } = data
  const root = document.documentElement

  const make: Make = (tag, attributes = {}, ...children) => {
    const element = document.createElement(tag)
    for (const [name, value] of Object.entries(attributes))
      if (typeof value === 'string') element.setAttribute(name, value)
      else element.addEventListener(name, value)
    element.append(...children)
    return element
  }

  const edgesAt: number[][] = nodes.map(() => [])
  edges.forEach(({ source, target }, i) => {
    edgesAt[source]?.push(i)
    edgesAt[target]?.push(i)
  })
  const darkSystem = matchMedia('(prefers-color-scheme: dark)')
  const hidden = new Set<string>()
  const view: View = {
    selected: null,
    hovered: null,
    hidden,
    // Where there is nothing but events, they are what there is to see.
    events: nodes.every(({ event }) => event),
    edgesAt,
    isDark: () => (root.dataset['scheme'] ?? (darkSystem.matches ? 'dark' : 'light')) === 'dark',
    shows: (i) => {
      const { event, type } = nodes[i] as PageNode
      return i === view.selected || ((view.events || !event) && !hidden.has(type))
    },
    showsEdge: (i) => {
      const { source, target, status } = edges[i] as PageEdge
      return !hidden.has(status) && view.shows(source) && view.shows(target)
    },
  }

  const canvas = make('canvas', { role: 'img', 'aria-label': 'The graph, drawn; the same is told beside it' })
  const aside = make('aside', { 'aria-label': 'What is known' })
  const scene = createScene(data, canvas, view, (i) => select(i))
  const panel = createPanel(data, aside, view, (i) => select(i), make)

  function select(i: number | null, silent = false): void {
    view.selected = i
    const key = i === null ? '' : `#${encodeURIComponent(nodes[i]?.key ?? '')}`
    if (!silent) history.replaceState(null, '', key || location.pathname + location.search)
    panel.show()
    if (i === null) scene.draw()
    else scene.reveal()
  }

  function chip(name: string, sign: HTMLElement, words: string, count: number): HTMLElement {
    const button = make(
      'button',
      {
        class: 'chip',
        type: 'button',
        'aria-pressed': 'true',
        click: () => {
          if (!hidden.delete(name)) hidden.add(name)
          button.setAttribute('aria-pressed', String(!hidden.has(name)))
          scene.draw()
        },
      },
      sign,
      make('span', {}, words),
      make('small', {}, String(count)),
    )
    return button
  }

  function tally(values: readonly string[]): [string, number][] {
    const counts = new Map<string, number>()
    for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
    return [...counts].sort((a, b) => b[1] - a[1])
  }

  function legend(): HTMLElement {
    const dots: [HTMLElement, readonly [string, string]][] = []
    const types = tally(nodes.filter(({ event }) => !event).map(({ type }) => type)).map(([type, count]) => {
      const { shape, color } = nodes.find((node) => node.type === type && !node.event) as PageNode
      const sign = make('i', { class: `dot ${shape}` })
      dots.push([sign, color])
      return chip(type, sign, type, count)
    })
    const statuses = tally(edges.map(({ status }) => status)).map(([status, count]) =>
      chip(status, make('i', { class: `line ${status}` }), status === 'asserted' ? 'reported' : status, count),
    )
    recolor = () => {
      for (const [sign, color] of dots) sign.style.setProperty('--c', color[view.isDark() ? 1 : 0])
    }
    const events = nodes.filter(({ event }) => event).length
    const toggle = make(
      'button',
      {
        class: 'chip later',
        type: 'button',
        'aria-pressed': String(view.events),
        click: () => {
          view.events = !view.events
          toggle.setAttribute('aria-pressed', String(view.events))
          scene.showAll()
        },
      },
      make('i', { class: 'dot diamond event' }),
      make('span', {}, 'events'),
      make('small', {}, String(events)),
    )
    if (events > 0) types.push(toggle)
    const box = make(
      'details',
      { class: 'legend' },
      make('summary', {}, 'What is shown'),
      make('div', { class: 'rows' }, ...types),
      make('div', { class: 'rows' }, ...statuses),
    )
    box.open = innerWidth > 820
    return box
  }
  let recolor = (): void => {}

  const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  const names = nodes.map(({ label, also }) => [label, ...also].map(fold))

  function search(): HTMLElement {
    const list = make('ul', { class: 'hits', hidden: '' })
    const input = make('input', {
      type: 'search',
      placeholder: 'Find a name',
      'aria-label': 'Find a name',
      input: () => {
        const words = fold(input.value.trim())
        const found =
          words === '' ? [] : nodes.map((_, i) => i).filter((i) => names[i]?.some((name) => name.includes(words)))
        found.sort((a, b) => (nodes[b]?.weight ?? 0) - (nodes[a]?.weight ?? 0))
        list.replaceChildren(
          ...found.slice(0, 12).map((i) => {
            const { label, type } = nodes[i] as PageNode
            const pick = (): void => {
              input.value = ''
              list.hidden = true
              select(i)
            }
            return make(
              'li',
              {},
              make('button', { type: 'button', click: pick }, label, make('span', { class: 'faint' }, type)),
            )
          }),
          ...(words !== '' && found.length === 0 ? [make('li', { class: 'faint' }, 'Nothing has this name.')] : []),
        )
        list.hidden = words === ''
      },
    })
    const box = make('div', { class: 'search' }, input, list)
    box.addEventListener('keydown', (event) => {
      const buttons = [...list.querySelectorAll('button')]
      const at = buttons.indexOf(document.activeElement as HTMLButtonElement)
      if (event.key === 'Escape') list.hidden = true
      else if (event.key === 'Enter' && at < 0) buttons[0]?.click()
      else if (event.key === 'ArrowDown') buttons[Math.min(at + 1, buttons.length - 1)]?.focus()
      else if (event.key === 'ArrowUp') (at > 0 ? buttons[at - 1] : input)?.focus()
      else return
      event.preventDefault()
    })
    return box
  }

  const scheme = make(
    'button',
    {
      class: 'round',
      type: 'button',
      'aria-label': 'Light or dark',
      title: 'Light or dark',
      click: () => {
        root.dataset['scheme'] = view.isDark() ? 'light' : 'dark'
        refresh()
      },
    },
    '◐',
  )
  const refresh = (): void => {
    recolor()
    panel.show()
    scene.draw()
  }
  const zoom = (label: string, sign: string, click: () => void): HTMLElement =>
    make('button', { type: 'button', 'aria-label': label, title: label, click }, sign)

  const counts = `${nodes.length.toLocaleString('en-GB')} nodes · ${edges.length.toLocaleString('en-GB')} edges`
  document.body.append(
    make('header', {}, make('h1', {}, data.name), make('span', { class: 'count' }, counts), search(), scheme),
    make(
      'main',
      {},
      canvas,
      make(
        'div',
        { class: 'zoom' },
        zoom('Closer', '+', () => scene.zoom(1.4)),
        zoom('Farther', '−', () => scene.zoom(1 / 1.4)),
        zoom('All of it', '⤢', () => scene.showAll()),
      ),
      legend(),
    ),
    aside,
  )
  recolor()
  darkSystem.addEventListener('change', refresh)
  const told = (): void => {
    const at = nodes.findIndex(({ key }) => `#${encodeURIComponent(key)}` === location.hash)
    select(at < 0 ? null : at, true)
  }
  addEventListener('hashchange', told)
  told()
}
