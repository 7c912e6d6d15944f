/** How found attributions are compared with annotated ones. */
import { describe, expect, it } from 'vitest'
import { compare, figures } from '../../../training/attribution-scores.ts'

const span = (start: number, end: number) => ({ start, end })
const annotated = [
  { source: [span(0, 10)], cue: [span(11, 15)], content: [span(16, 30)] },
  { source: [], cue: [span(40, 45)], content: [span(46, 60)] },
]

describe('a comparison', () => {
  it('takes overlapping cues and a source inside the annotated one for the same', () => {
    const { sources, cues, missed, wrong } = compare(
      [
        { source: [span(5, 10)], cue: [span(12, 15)] },
        { source: [], cue: [span(40, 42)] },
      ],
      annotated,
    )
    expect({ sources, cues }).toEqual({
      sources: { right: 1, found: 1, annotated: 1 },
      cues: { right: 2, found: 2, annotated: 2 },
    })
    expect({ missed, wrong }).toEqual({ missed: [], wrong: [] })
  })

  it('counts an attribution once, however often it is found', () => {
    const twice = [
      { source: [span(0, 3)], cue: [span(11, 12)] },
      { source: [span(0, 3)], cue: [span(11, 15)] },
    ]
    const { sources, wrong } = compare(twice, annotated)
    expect(sources).toEqual({ right: 1, found: 2, annotated: 1 })
    expect(wrong).toEqual([0])
  })

  it.each([
    ['another source', { source: [span(20, 25)], cue: [span(11, 15)] }],
    ['another cue', { source: [span(0, 10)], cue: [span(16, 20)] }],
  ])('tells %s', (_, candidate) => {
    const { sources, missed, wrong } = compare([candidate], annotated)
    expect(sources.right).toBe(0)
    expect(missed).toEqual([annotated[0]])
    expect(wrong).toEqual([0])
  })

  it('gives precision, recall and F1 of weighted counts', () => {
    const counts = [
      [{ right: 1, found: 2, annotated: 1 }, 1],
      [{ right: 2, found: 2, annotated: 4 }, 0.5],
    ] as const
    expect(figures(counts)).toEqual({ precision: 2 / 3, recall: 2 / 3, f1: 2 / 3 })
    expect(figures([])).toEqual({ precision: 0, recall: 0, f1: 0 })
  })
})
