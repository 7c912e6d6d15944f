import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseCivilDate, parseCivilDay } from '../../../src/model/date.ts'
import { MODALITIES } from '../../../src/model/facts.ts'
import {
  allows,
  ENTITY_TYPES,
  isEntityType,
  isEventType,
  isRelationName,
  RELATIONS,
} from '../../../src/model/ontology.ts'
import { corpus } from './corpus.ts'

const FOLDER = import.meta.dirname
const GAZETTEER = join(FOLDER, '../../../data/gazetteer')
const PLACES = ['cities.tsv', 'countries.tsv', 'divisions.tsv', 'peoples.tsv', 'regions.tsv']

const times = (text: string, quote: string) => text.split(quote).length - 1
const bare = (name: string) => name.toLowerCase().replace(/^the /, '')
const twice = (values: readonly string[]) => values.filter((value, i) => values.indexOf(value) !== i)

/** Every name in the gazetteer's lists of places and peoples, in lower case. */
const realPlaces = new Set(
  PLACES.flatMap((file) => readFileSync(join(GAZETTEER, file), 'utf8').split('\n'))
    .filter((line) => !line.startsWith('#'))
    .flatMap((line) => line.toLowerCase().split(/[\t|]/)),
)

describe('the corpus of invented news', () => {
  it('has an annotation for every text and a text for every annotation', () => {
    const texts = readdirSync(FOLDER).filter((file) => file.endsWith('.txt'))
    expect(corpus.map(({ gold }) => gold.text)).toEqual(texts.sort())
    expect(corpus.map(({ gold }) => `${gold.doc}.txt`)).toEqual(texts)
    expect(texts).toHaveLength(12)
  })

  describe.each(corpus)('$gold.doc', ({ gold, text }) => {
    const types = new Map(gold.nodes.map(({ id, type }) => [id, type]))
    const quotes = [...gold.edges, ...gold.events].map(({ quote }) => quote)

    it('is a short text with a publication day', () => {
      expect(text).toMatch(/^\S[^\r\t]*[.”"]\n$/)
      expect(text.split(/\s+/).length).toBeGreaterThanOrEqual(120)
      expect(text.split(/\s+/).length).toBeLessThanOrEqual(250)
      expect(parseCivilDay(gold.date)).toBe(gold.date)
    })

    it('names each node once, in words of the text, with the kind that its type has', () => {
      expect(twice(gold.nodes.map(({ id }) => id))).toEqual([])
      expect(twice(gold.nodes.flatMap(({ names }) => [...new Set(names.map(bare))]))).toEqual([])
      for (const { kind, type, names } of gold.nodes) {
        expect(isEntityType(type) && ENTITY_TYPES[type].kind).toBe(kind)
        for (const name of names) expect(text).toContain(name)
      }
    })

    it('quotes the text character for character, and each passage only once', () => {
      for (const quote of [...quotes, ...gold.allowEvents]) expect([quote, times(text, quote)]).toEqual([quote, 1])
    })

    it('draws relations that the ontology knows and allows between such ends', () => {
      for (const { s, r, t, s_any = [s], t_any = [t], sym, modality = 'asserted' } of gold.edges) {
        for (const id of [s, t, ...s_any, ...t_any]) expect([...types.keys()]).toContain(id)
        expect([s_any[0], t_any[0]]).toEqual([s, t])
        expect(r.filter((name) => !isRelationName(name))).toEqual([])
        expect(r.some((name) => RELATIONS[name].symmetric)).toBe(sym === true)
        expect(MODALITIES).toContain(modality)
        expect([s, r[0], t, allows(r[0]!, types.get(s)!, types.get(t)!)]).toEqual([s, r[0], t, true])
      }
    })

    it('reports events with real dates, known places and participants, and whole tolls', () => {
      expect(twice(gold.events.map(({ id }) => id))).toEqual([])
      for (const { type, date, place = [], participants = [], participants_any = [], ...event } of gold.events) {
        expect(type.filter((name) => !isEventType(name))).toEqual([])
        expect(date === undefined || parseCivilDate(date) === date).toBe(true)
        for (const id of [...place, ...participants, ...participants_any]) expect([...types.keys()]).toContain(id)
        for (const toll of [event.killed, event.wounded, event.arrested]) expect(toll ?? 1).toBeGreaterThan(0)
        expect(MODALITIES).toContain(event.modality ?? 'asserted')
      }
    })

    it('lists the pairs that do not count once each', () => {
      for (const { s, t } of gold.allow) {
        expect([...types.keys()]).toContain(s)
        expect([...types.keys()]).toContain(t)
        expect(s).not.toBe(t)
      }
      expect(twice(gold.allow.map(({ s, t }) => [s, t].sort().join(' ')))).toEqual([])
    })

    it('plays in places that no gazetteer knows', () => {
      const places = gold.nodes.filter(({ kind, type }) => kind === 'place' || type === 'country')
      expect(places.flatMap(({ names }) => names).filter((name) => realPlaces.has(bare(name)))).toEqual([])
    })
  })
})
