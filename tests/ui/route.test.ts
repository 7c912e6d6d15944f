import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseCivilDate } from '../../src/model/date.ts'
import { MODALITIES } from '../../src/model/facts.ts'
import { asDocumentId } from '../../src/model/ids.ts'
import { ENTITY_TYPES, type EntityType, FAMILIES, type Family } from '../../src/model/ontology.ts'
import { CONFIDENCE_STEPS, NO_FILTERS } from '../../src/ui/view/filters.ts'
import { LENSES } from '../../src/ui/view/lens.ts'
import { FIRST_MAP, SIZES } from '../../src/ui/view/map-view.ts'
import { FIRST_VIEW, formatRoute, parseRoute, SCREENS, type View } from '../../src/ui/view/route.ts'
import { FIRST_TIME, UNITS } from '../../src/ui/view/time-view.ts'

describe('the address', () => {
  test('of the first view is empty', () => {
    expect(formatRoute(FIRST_VIEW)).toBe('')
    expect(parseRoute('')).toEqual(FIRST_VIEW)
  })

  test('can be read by a person', () => {
    const view: View = {
      ...FIRST_VIEW,
      screen: 'table',
      selection: { kind: 'node', key: 'person:ilsa-marrow' },
      query: 'Marrow & Quist',
      filters: { ...NO_FILTERS, lens: 'events', withoutFamilies: new Set<Family>(['violence', 'dispute']) },
      time: FIRST_TIME,
      map: FIRST_MAP,
    }
    expect(formatRoute(view)).toBe(
      'view=table&node=person:ilsa-marrow&q=Marrow%20%26%20Quist&lens=events&without-families=dispute,violence',
    )
  })

  test('of a path, of steps and of a moved camera can be read too', () => {
    const view: View = {
      ...FIRST_VIEW,
      path: { from: 'person:ilsa-marrow', to: 'person:bram-oduya', at: 1, asserted: true },
      steps: {
        alone: true,
        added: [['person:ilsa-marrow', 'person:bram-oduya'], ['country:talvia']],
        hidden: new Set(['city:velmont']),
        pinned: new Map([['country:talvia', { x: -12, y: 40 }]]),
      },
      camera: { x: 3, y: -4, span: 900, aspect: 1.25 },
    }
    expect(formatRoute(view)).toBe(
      'path-from=person:ilsa-marrow&path-to=person:bram-oduya&path=2&path-status=asserted&only=yes' +
        '&with=person:ilsa-marrow,person:bram-oduya;country:talvia&hidden=city:velmont&pinned=country:talvia@-12,40' +
        '&camera=3,-4,900,1.25',
    )
    expect(parseRoute(formatRoute(view))).toEqual(view)
  })

  test.each([
    ['a path without ends', '#path-from=&path-to=', { path: { from: null, to: null, at: 0, asserted: false } }],
    ['a path of number none', '#path-from=a&path=x', { path: { from: 'a', to: null, at: 0, asserted: false } }],
    ['a camera without room', '#camera=1,2,0,1', { camera: null }],
    ['a camera that is none', '#camera=1,2,three', { camera: null }],
    ['a pin without a place', '#pinned=a@1;b@1,2', { steps: { pinned: new Map([['b', { x: 1, y: 2 }]]) } }],
  ])('reads %s', (_, fragment, expected) => {
    expect(parseRoute(fragment)).toMatchObject(expected)
  })

  test.each([
    ['an unknown screen', '#view=hologram', FIRST_VIEW],
    ['an unknown lens and family', '#lens=x&without-families=x,violence', 'violence'],
    ['an offset that is none', '#document=abc&at=-1', { kind: 'document', key: 'abc' }],
    ['an empty selection', '#node=', null],
    ['a time that runs backwards, and a unit that is none', '#when=1945..1938&per=hour&time=x..y', FIRST_VIEW],
    ['a map beside the world', '#map=95,10,3&size=x', FIRST_VIEW],
    ['a map that is none', '#map=here', FIRST_VIEW],
    ['a confidence above one', '#confidence=7', FIRST_VIEW],
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
    const stretch = fc.constantFrom(
      null,
      { from: parseCivilDate('1938-09-29')!, to: parseCivilDate('1938-10-05')! },
      { from: parseCivilDate('1938')!, to: parseCivilDate('1938')! },
    )
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
        speakers: fc.uniqueArray(fc.string()).map((list) => new Set(list)),
        countries: fc.uniqueArray(key).map((list) => new Set(list)),
        minConfidence: fc.constantFrom(...CONFIDENCE_STEPS),
        window: stretch,
        undated: fc.boolean(),
        loose: fc.boolean(),
      }),
      path: fc.oneof(
        fc.constant(null),
        fc.record({ from: fc.oneof(key, fc.constant(null)), to: key, at: fc.nat({ max: 9 }), asserted: fc.boolean() }),
      ),
      steps: fc.record({
        alone: fc.boolean(),
        added: fc.array(fc.uniqueArray(key, { minLength: 1, maxLength: 3 }), { maxLength: 3 }),
        hidden: fc.uniqueArray(key, { maxLength: 3 }).map((keys) => new Set(keys)),
        pinned: fc
          .uniqueArray(fc.tuple(key, fc.record({ x: fc.nat(), y: fc.nat() })), {
            maxLength: 3,
            selector: ([name]) => name,
          })
          .map((entries) => new Map(entries)),
      }),
      camera: fc.constantFrom(null, { x: -10.5, y: 0, span: 400, aspect: 1.5 }),
      time: fc.record({
        isOpen: fc.boolean(),
        unit: fc.constantFrom(null, ...UNITS),
        shown: stretch,
      }),
      map: fc.record({
        camera: fc.constantFrom(null, { lat: -12.5, lon: 170, zoom: 1 }, { lat: 48.2, lon: 16.37, zoom: 22.5 }),
        size: fc.constantFrom(...SIZES),
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
