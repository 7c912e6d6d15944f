/** The word lists hold together: no row twice, every word as the lemmatiser gives it, every relation reachable. */
import { describe, expect, it } from 'vitest'
import { RELATIONS, type RelationName } from '../../../src/model/ontology.ts'
import { frameRows, lexicon, rowsOf } from './tables.ts'

const twice = (keys: readonly string[]): readonly string[] => keys.filter((key, i) => keys.indexOf(key) !== i)

const LISTS = ['frames', 'roles', 'governors', 'speech', 'light', 'collectives'] as const

describe('the word lists', () => {
  it.each(LISTS)('%s: are written in lower case and without stray blanks', (file) => {
    const odd = rowsOf(file)
      .map(([word = '']) => word)
      .filter((word) => (file !== 'collectives' && word !== word.toLowerCase()) || word !== word.trim() || word === '')
    expect(odd).toEqual([])
  })

  it.each(['roles', 'light', 'collectives'] as const)('%s: hold each word once', (file) => {
    expect(twice(rowsOf(file).map(([word = '']) => word))).toEqual([])
  })

  it('speech: hold each word once as verb, noun or adjective', () => {
    expect(twice(rowsOf('speech').map(([word, pos]) => `${word} ${pos}`))).toEqual([])
  })
})

describe('the frames', () => {
  it('hold each reading once', () => {
    const keys = rowsOf('frames').map(([word, pos, agent, target, relation, event]) =>
      [word, pos, agent, target, relation, event].join(' '),
    )
    expect(twice(keys)).toEqual([])
  })

  it('are many: at least 450 verbs and 200 nouns', () => {
    expect(lexicon.verbs.size).toBeGreaterThanOrEqual(450)
    expect(lexicon.nouns.size).toBeGreaterThanOrEqual(200)
  })

  it('each say something', () => {
    const mute = frameRows.filter(({ frame }) => frame.relation === null && frame.event === null)
    expect(mute.map(({ frame }) => frame.name)).toEqual([])
  })

  it('name two ends where they say a relation', () => {
    const oneSided = frameRows.filter(
      ({ frame }) =>
        frame.relation !== null &&
        (frame.agent.length === 0 || (frame.target.length === 0 && !RELATIONS[frame.relation].symmetric)),
    )
    expect(oneSided.map(({ frame }) => frame.name)).toEqual([])
  })

  it('name only dependents that their part of speech has', () => {
    const preposition = /^[a-z]+(?: [a-z]+)?$/
    const foreign = { verb: /^(?:poss|amod|compound)$/, noun: /^(?:obj|iobj)$/ }
    const odd = frameRows.flatMap(({ pos, frame }) =>
      [...frame.agent, ...frame.target]
        .filter((spec) => foreign[pos].test(spec) || !preposition.test(spec.replace(/@[a-z]+$/, '')))
        .map((spec) => `${pos} ${frame.name}: ${spec}`),
    )
    expect(odd).toEqual([])
  })

  it('name classes of words that there are', () => {
    const classes = frameRows.flatMap(({ frame }) =>
      [...frame.agent, ...frame.target, frame.object ?? ''].flatMap((spec) => spec.split('@')[1] ?? []),
    )
    expect(classes.filter((name) => !lexicon.objects.has(name))).toEqual([])
    expect([...lexicon.objects.keys()].filter((name) => name !== 'people' && !classes.includes(name))).toEqual([])
  })

  it('call the kinship wherever they say that two are family', () => {
    const kin = frameRows.filter(({ frame }) => (frame.relation === 'family_of') !== (frame.kinship !== null))
    expect(kin.map(({ frame }) => frame.name)).toEqual([])
  })
})

describe('the ontology', () => {
  it('has a frame or a role for every relation', () => {
    const told = new Set<RelationName | null>([
      ...frameRows.map(({ frame }) => frame.relation),
      ...[...lexicon.roles.values()].map((role) => role.relation),
    ])
    const untold = (Object.keys(RELATIONS) as RelationName[]).filter((relation) => !told.has(relation))
    expect(untold).toEqual([])
  })
})

describe('the words that govern a status', () => {
  it('give one status for each thing that they govern', () => {
    expect(twice(rowsOf('governors').map(([word, governs]) => `${word} ${governs}`))).toEqual([])
  })

  it.each([
    ['plan', 'clause', 'planned'],
    ['refuse', 'clause', 'denied'],
    ['hope', 'clause', 'possible'],
    ['urge', 'clause', 'requested'],
    ['manage', 'clause', 'asserted'],
    ['call off', 'noun', 'denied'],
    ['call for', 'noun', 'requested'],
    ['plan for', 'noun', 'planned'],
    ['refusal', 'of', 'denied'],
    ['prospect', 'of', 'possible'],
  ] as const)('%s, over a %s: %s', (word, governs, status) => {
    expect(lexicon.governors.get(word)).toContainEqual({ governs, status })
  })
})
