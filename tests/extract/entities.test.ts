/** Who and what is named: spans, types, and which names are one thing. */
import { describe, expect, it } from 'vitest'
import { entities, mentionsOf, readText } from './support.ts'

describe('the type of what is named', () => {
  const ROWS: readonly (readonly [text: string, ...lines: readonly string[]])[] = [
    [
      'Varnian President Oskar Drell met Mirela Hantov.',
      'Mirela Hantov: person',
      'Oskar Drell: person',
      'Varnian: country',
    ],
    [
      'The president of Varnia, Oskar Drell, met Mirela Hantov.',
      'Mirela Hantov: person',
      'Oskar Drell: person',
      'Varnia: country',
    ],
    [
      'Ostrovan Foreign Minister Pavo Linsk met Galiotan President Ilse Carrow.',
      'Galiotan: country',
      'Ilse Carrow: person',
      'Ostrovan: country',
      'Pavo Linsk: person',
    ],
    ['The Ostrovan government expelled two Galiotan diplomats.', 'Galiotan: country', 'Ostrovan: country'],
    ['Gen. Ivo Tarran commands the Varnian army.', 'Ivo Tarran: person', 'Varnian army: armed_force'],
    [
      'The Keldavian Foreign Ministry expelled Rista Molnik.',
      'Keldavian Foreign Ministry: organization',
      'Rista Molnik: person',
    ],
    [
      'The leader of the Free Varnia Party, Ilse Carrow, was arrested.',
      'Free Varnia Party: party',
      'Ilse Carrow: person',
    ],
    ['Mirela Hantov told Radio Teskova that she was tired.', 'Mirela Hantov: person', 'Radio Teskova: media'],
    ['The French army and the German navy trained together.', 'French army: armed_force', 'German navy: armed_force'],
    ['American troops left Iraq.', 'Iraq: country', 'United States: country'],
    ['Oskar Drell lives in Berlin.', 'Berlin: city', 'Oskar Drell: person'],
    [
      'Monday was quiet. Today Oskar Drell met Lucan Bereti. However, Bereti was tired.',
      'Lucan Bereti: person',
      'Oskar Drell: person',
    ],
  ]
  it.each(ROWS)('%s', (text, ...lines) => {
    expect(entities(readText(text))).toEqual(lines)
  })
})

describe('names of one thing', () => {
  const ROWS: readonly (readonly [text: string, name: string, mentions: readonly string[]])[] = [
    ['Oskar Drell met Lucan Bereti. Drell thanked Bereti.', 'Oskar Drell', ['Oskar Drell', 'Drell']],
    ['Drell meets Bereti\n\nOskar Drell met Lucan Bereti on Tuesday.', 'Oskar Drell', ['Drell', 'Oskar Drell']],
    [
      'Ursel von der Marn met Jean de la Torre. Von der Marn thanked de la Torre.',
      'Ursel von der Marn',
      ['Ursel von der Marn', 'Von der Marn'],
    ],
    [
      'Ursel von der Marn met Jean de la Torre. Von der Marn thanked de la Torre.',
      'Jean de la Torre',
      ['Jean de la Torre', 'de la Torre'],
    ],
    [
      'Abu Tarik al-Sennar met Li Wenshan. Al-Sennar thanked Li.',
      'Abu Tarik al-Sennar',
      ['Abu Tarik al-Sennar', 'Al-Sennar'],
    ],
    [
      'The Northern Trade Organization (NTO) met Oskar Drell. NTO officials left.',
      'Northern Trade Organization',
      ['Northern Trade Organization', 'NTO', 'NTO'],
    ],
    ['Ostrovese troops left Dellin. Ostrova said the troops were tired.', 'Ostrova', ['Ostrovese', 'Ostrova']],
    ['Russian troops shelled Dellin. Russia then thanked Oskar Drell.', 'Russia', ['Russian', 'Russia']],
    [
      'Britain and France signed an agreement. British officials were pleased.',
      'United Kingdom',
      ['Britain', 'British'],
    ],
    [
      'American troops left Iraq. The United States thanked Oskar Drell.',
      'United States',
      ['American', 'United States'],
    ],
    [
      'President Oskar Drell met his son Anton Drell. Anton Drell left. President Drell stayed.',
      'Oskar Drell',
      ['Oskar Drell', 'his', 'Drell'],
    ],
    [
      'President Oskar Drell met his son Anton Drell. Anton Drell left. President Drell stayed.',
      'Anton Drell',
      ['Anton Drell', 'Anton Drell'],
    ],
  ]
  it.each(ROWS)('%s (%s)', (text, name, mentions) => {
    expect(mentionsOf(text, readText(text), name)).toEqual(mentions)
  })

  it('leaves a surname of two people unresolved rather than wrong', () => {
    const text = 'Anton Drell met Oskar Drell. Drell left Teskova.'
    const { unresolved } = readText(text)
    expect(unresolved.map(({ span, entity }) => [text.slice(span.start, span.end), entity])).toEqual([['Drell', null]])
  })

  it('keeps father and son apart who share their whole name', () => {
    const found = readText('Oskar Drell Jr. met Oskar Drell Sr.')
    expect(found.entities.map(({ name }) => name)).toEqual(['Oskar Drell Jr.', 'Oskar Drell Sr.'])
  })

  it('keeps the army, the ministry and the state apart', () => {
    const found = entities(
      readText(
        'Gen. Ivo Tarran commands the French army. The French Foreign Ministry expelled two Russian diplomats. France was calm.',
      ),
    )
    expect(found).toEqual([
      'France: country',
      'French Foreign Ministry: organization',
      'French army: armed_force',
      'Ivo Tarran: person',
      'Russia: country',
    ])
  })
})
