/** How statuses pile up. */
import { describe, expect, it } from 'vitest'
import { combine } from '../../src/extract/status.ts'
import { MODALITIES, type Modality } from '../../src/model/facts.ts'

describe('a status under another', () => {
  const TABLE: readonly (readonly [inner: Modality, outer: Modality, both: Modality, words: string])[] = [
    ['asserted', 'planned', 'planned', 'plans to meet'],
    ['asserted', 'possible', 'possible', 'may meet'],
    ['asserted', 'requested', 'requested', 'must meet'],
    ['asserted', 'denied', 'denied', 'did not meet'],
    ['planned', 'denied', 'denied', 'does not plan to meet'],
    ['planned', 'possible', 'possible', 'may plan to meet'],
    ['possible', 'denied', 'denied', 'cannot meet'],
    ['possible', 'planned', 'possible', 'plans that he might meet'],
    ['requested', 'denied', 'denied', 'was not asked to meet'],
    ['denied', 'denied', 'possible', 'did not refuse to meet'],
    ['denied', 'planned', 'denied', 'plans not to meet'],
    ['denied', 'requested', 'denied', 'must not meet'],
    ['denied', 'possible', 'possible', 'may refuse to meet'],
  ]
  it.each(TABLE)('%s under %s is %s: "%s"', (inner, outer, both) => {
    expect(combine(inner, outer)).toBe(both)
  })

  it('is unchanged by what merely asserts it', () => {
    for (const status of MODALITIES) expect(combine(status, 'asserted')).toBe(status)
  })

  it('never becomes a fact by being put under something that is none', () => {
    for (const inner of MODALITIES)
      for (const outer of MODALITIES)
        if (inner !== 'asserted' || outer !== 'asserted')
          expect([inner, outer, combine(inner, outer)]).not.toEqual([inner, outer, 'asserted'])
  })
})
