/** A picture of the graph as it is on the screen, as a file. */

import { fetchDocument } from '../api-client.ts'
import { focusOf } from '../graph/reducers.ts'
import { nameOf } from '../state/actions.ts'
import { pathShown, stageView } from '../state/stage-view.ts'
import { filters, graph, scheme, selection, visible } from '../state/store.ts'
import { isFiltering } from '../view/filters.ts'
import { type Picture, paint, pictureOf, toSvg } from '../view/picture.ts'
import { counted, date, dates } from '../view/words.ts'
import type { StageElement } from './stage-keeper.ts'

export type PictureFormat = 'png' | 'svg'

/** Sharp enough for print at the size of a column. */
const DENSITY = 2
/** More sentences would make a page of it. */
const MOST_NOTES = 10

/** @param withText whether sentences stand below the picture: of what is selected, else those behind most reports */
export async function takePicture(format: PictureFormat, withText: boolean): Promise<Blob> {
  const picture = await picturedNow(withText)
  if (format === 'svg') return new Blob([toSvg(picture)], { type: 'image/svg+xml' })
  const canvas = document.createElement('canvas')
  canvas.width = picture.width * DENSITY
  canvas.height = picture.height * DENSITY
  const pen = canvas.getContext('2d')
  if (pen === null) throw new Error('This browser cannot make a picture.')
  paint(picture, pen, DENSITY)
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob === null ? reject(new Error('The picture became too large.')) : resolve(blob)),
      'image/png',
    )
  })
}

async function picturedNow(withText: boolean): Promise<Picture> {
  const facts = graph.value
  const stage = document.querySelector<StageElement>('.stage')
  if (facts === null || stage === null) throw new Error('There is no graph on the screen to make a picture of.')
  const frame = stage.getBoundingClientRect()
  const shown = visible.value
  return pictureOf({
    graph: facts,
    visible: shown,
    placeOf: (key) => {
      const place = stage.locate?.({ kind: 'node', key })
      return place === undefined ? undefined : { x: place.x - frame.left, y: place.y - frame.top }
    },
    width: Math.round(frame.width),
    height: Math.round(frame.height),
    scale: stage.scale?.() ?? 1,
    lit: focusOf(facts, { ...stageView.value, hovered: null }),
    scheme: scheme.value,
    title: titleNow(),
    subtitle: subtitleNow(),
    notes: withText ? await notesNow() : [],
  })
}

function titleNow(): string {
  const chosen = selection.value
  const path = pathShown.value?.chosen.nodes
  if (path !== undefined) return `${nameOf(path[0]!)} – ${nameOf(path.at(-1)!)}`
  const facts = graph.value
  if (facts === null || chosen?.kind !== 'node' || !facts.hasNode(chosen.key)) return 'Who to whom'
  return facts.getNodeAttribute(chosen.key, 'label')
}

function subtitleNow(): string {
  const { nodes, edges } = visible.value
  const { window } = filters.value
  return [
    `${counted(nodes.size, 'sign')} and ${counted(edges.size, 'relation')}`,
    ...(window === null ? [] : [dates(window.from, window.to)]),
    ...(isFiltering(filters.value) ? ['filtered'] : []),
    `from ${counted(graph.value?.getAttribute('documents').length ?? 0, 'document')}`,
  ].join(' · ')
}

async function notesNow(): Promise<readonly string[]> {
  const facts = graph.value!
  const chosen = selection.value
  const path = pathShown.value?.chosen.edges
  if (path !== undefined) return sentencesOf(path)
  const isChosen = (key: string): boolean =>
    chosen?.kind === 'edge'
      ? key === chosen.key
      : chosen?.kind === 'node' && facts.extremities(key).includes(chosen.key)
  const edges = [...visible.value.edges]
    .filter((key) => chosen === null || chosen.kind === 'document' || isChosen(key))
    .sort((a, b) => facts.getEdgeAttribute(b, 'weight') - facts.getEdgeAttribute(a, 'weight') || (a < b ? -1 : 1))
    .slice(0, MOST_NOTES)
  return sentencesOf(edges)
}

/** One for each of the relations, numbered. */
function sentencesOf(edges: readonly string[]): Promise<readonly string[]> {
  const facts = graph.value!
  return Promise.all(
    edges.map(async (key, i) => {
      const [passage] = facts.getEdgeAttribute(key, 'evidence')
      const [source, target] = facts.extremities(key).map((end) => facts.getNodeAttribute(end, 'label'))
      const head = `${i + 1}. ${source} – ${target}`
      if (passage === undefined) return head
      const { document } = await fetchDocument(passage.document)
      const [start, end] = passage.sentence ?? [passage.start, passage.end]
      const when = document.date === null ? '' : `, ${date(document.date)}`
      return `${head}: “${document.text.slice(start, end).trim()}” (${document.title}${when})`
    }),
  )
}
