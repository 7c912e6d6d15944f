/** Whom pronouns and roles mean. */
import { describe, expect, it } from 'vitest'
import { deeds, mentionsOf, readAmong, readText } from './support.ts'

describe('pronouns and role nouns', () => {
  const ROWS: readonly (readonly [text: string, name: string, mentions: readonly string[]])[] = [
    [
      'Varnian President Oskar Drell arrived in Lodesk. The president met Lucan Bereti.',
      'Oskar Drell',
      ['Oskar Drell', 'The president'],
    ],
    [
      'Varnian President Oskar Drell met Mirela Hantov. She thanked him. He thanked her.',
      'Oskar Drell',
      ['Oskar Drell', 'him', 'He'],
    ],
    [
      'Varnian President Oskar Drell met Mirela Hantov. She thanked him. He thanked her.',
      'Mirela Hantov',
      ['Mirela Hantov', 'She', 'her'],
    ],
    [
      'Mirela Hantov, the Varnian envoy, arrived. The envoy met Lucan Bereti.',
      'Mirela Hantov',
      ['Mirela Hantov', 'envoy', 'The envoy'],
    ],
    [
      'Prime Minister Lucan Bereti met Oskar Drell in Teskova. The prime minister was tired.',
      'Lucan Bereti',
      ['Lucan Bereti', 'The prime minister'],
    ],
    ['King Ulmar II received Oskar Drell. The king thanked him.', 'Ulmar II', ['Ulmar II', 'The king', 'him']],
    ['Pope Leontius met Oskar Drell. The pope thanked Drell.', 'Leontius', ['Leontius', 'The pope']],
    [
      'Rista Molnik met Ilse Carrow. Molnik told Carrow that she was tired.',
      'Rista Molnik',
      ['Rista Molnik', 'Molnik', 'she'],
    ],
  ]
  it.each(ROWS)('%s (%s)', (text, name, mentions) => {
    expect(mentionsOf(text, readText(text), name)).toEqual(mentions)
  })
})

describe('facts through pronouns and roles', () => {
  const ROWS: readonly (readonly [text: string, lines: readonly string[]])[] = [
    ['The two leaders met in Dellin.', ['Lucan Bereti met_with Oskar Drell']],
    ['Keldavia said its forces had shelled Dellin.', ['Keldavia struck Dellin (Keldavia)']],
    ['Varnia said it had expelled three Keldavian diplomats.', ['Varnia expelled Keldavia (Varnia)']],
    [
      'Mirela Hantov met Rista Molnik. Her brother, Pavo Linsk, telephoned Lucan Bereti.',
      ['Lucan Bereti spoke_with Pavo Linsk', 'Mirela Hantov met_with Rista Molnik'],
    ],
    [
      'Mirela Hantov met Lucan Bereti. She later visited Keldavia.',
      ['Lucan Bereti met_with Mirela Hantov', 'Mirela Hantov visited Keldavia'],
    ],
    [
      'Mirela Hantov, the Varnian envoy, was tired. The envoy met Lucan Bereti.',
      ['Lucan Bereti met_with Mirela Hantov'],
    ],
    ['Rista Molnik resigned. Her deputy, Pavo Linsk, met Lucan Bereti.', ['Lucan Bereti met_with Pavo Linsk']],
    [
      'Oskar Drell met Lucan Bereti. The two leaders signed an agreement.',
      ['Lucan Bereti agreed_with Oskar Drell', 'Lucan Bereti met_with Oskar Drell'],
    ],
    ['Oskar Drell met his Keldavian counterpart, Lucan Bereti.', ['Lucan Bereti met_with Oskar Drell']],
    ['The envoy met Lucan Bereti.', []],
  ]
  it.each(ROWS)('%s', (text, lines) => {
    expect(deeds(readAmong(text))).toEqual(lines)
  })
})
