/**
 * The invented corpus as a floor: how far the reading agrees with its annotations. The figures below may only rise; whoever
 * betters them raises them.
 */
import { describe, expect, it } from 'vitest'
import { type Agreement, add, agreement, f1, precision, recall } from './agreement.ts'
import { corpus } from './corpus/corpus.ts'
import { expectSound } from './sound.ts'
import { readText } from './support.ts'

const FLOOR = {
  'nodes, F1': 0.96,
  'nodes of the right type': 0.91,
  'edges, precision': 0.94,
  'edges, recall': 0.48,
  'events, F1': 0.79,
  'status right': 0.97,
  'status right of what is not asserted': 0.96,
} as const

const read = corpus.map((annotated) => {
  const extraction = readText(annotated.text, { date: annotated.gold.date })
  return { ...annotated, extraction, found: agreement(annotated, extraction) }
})

const total = (part: keyof Agreement) => read.map(({ found }) => found[part]).reduce(add)

describe('the corpus of invented news', () => {
  it.each(read)('$gold.doc is read soundly', ({ text, extraction }) => {
    expectSound(text, extraction)
  })

  const figures = {
    'nodes, F1': f1(total('nodes')),
    'nodes of the right type': recall(total('types')),
    'edges, precision': precision(total('edges')),
    'edges, recall': recall(total('edges')),
    'events, F1': f1(total('events')),
    'status right': recall(total('status')),
    'status right of what is not asserted': recall(total('guarded')),
  } satisfies Record<keyof typeof FLOOR, number>

  it.each(Object.entries(FLOOR))('agrees with its annotations: %s at least %d', (name, floor) => {
    const figure = figures[name as keyof typeof FLOOR]
    console.info(`${name}: ${figure.toFixed(3)} (floor ${floor})`)
    expect(figure).toBeGreaterThanOrEqual(floor)
  })
})
