import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MODALITIES } from '../../src/model/facts.ts'
import { asDocumentId } from '../../src/model/ids.ts'
import { ENTITY_TYPES, type EntityType, FAMILIES, type Family } from '../../src/model/ontology.ts'
import { LENSES, NO_FILTERS } from '../../src/ui/view/filters.ts'
import { FIRST_VIEW, formatRoute, parseRoute, SCREENS, type View } from '../../src/ui/view/route.ts'

describe('the address', () => {
  test('of the first view is empty', () => {
    expect(formatRoute(FIRST_VIEW)).toBe('')
    expect(parseRoute('')).toEqual(FIRST_VIEW)
  })

  test('can be read by a person', () => {
    const view: View = {
      screen: 'table',
      selection: { kind: 'node', key: 'person:ilsa-marrow' },
      query: 'Marrow & Quist',
      filters: { ...NO_FILTERS, lens: 'events', withoutFamilies: new Set<Family>(['violence', 'dispute']) },
    }
    expect(formatRoute(view)).toBe(
      'view=table&node=person:ilsa-marrow&q=Marrow%20%26%20Quist&lens=events&without-families=dispute,violence',
    )
  })

  test.each([
    ['an unknown screen', '#view=hologram', FIRST_VIEW],
    ['an unknown lens and family', '#lens=x&without-families=x,violence', 'violence'],
    ['an offset that is none', '#document=abc&at=-1', { kind: 'document', key: 'abc' }],
    ['an empty selection', '#node=', null],
    ['broken encoding', '#q=%E0%A4%A', FIRST_VIEW.selection],
  ])('passes over %s', (_, fragment, expected) => {
    const view = parseRoute(fragment)
    if (typeof expected === 'string') expect([...view.filters.withoutFamilies]).toEqual([expected])
    else if (expected !== null && 'screen' in expected) expect(view).toEqual(expected)
    else expect(view.selection).toEqual(expected)
  })

  test('keeps every view', () => {
    const key = fc.string({ minLength: 1 })
    const setOf = <T>(values: readonly T[]) => fc.uniqueArray(fc.constantFrom(...values)).map((list) => new Set(list))
    const view: fc.Arbitrary<View> = fc.record({
      screen: fc.constantFrom(...SCREENS),
      selection: fc.oneof(
        fc.constant(null),
        fc.record({ kind: fc.constant('node' as const), key }),
        fc.record({ kind: fc.constant('edge' as const), key }),
        fc.record({ kind: fc.constant('document' as const), key, at: fc.nat() }),
      ),
      query: fc.string(),
      filters: fc.record({
        lens: fc.constantFrom(...LENSES),
        withoutTypes: setOf(Object.keys(ENTITY_TYPES) as EntityType[]),
        withoutFamilies: setOf(Object.keys(FAMILIES) as Family[]),
        withoutModalities: setOf(MODALITIES),
        documents: setOf(['3f9a01c25b0c', '7bc3321e273c'].map(asDocumentId)),
        loose: fc.boolean(),
      }),
    })
    fc.assert(
      fc.property(view, (original) => {
        expect(parseRoute(`#${formatRoute(original)}`)).toEqual(original)
      }),
      { seed: 7 },
    )
  })
})
