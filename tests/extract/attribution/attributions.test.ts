/** Source, cue and contents of attributions. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contains } from '../../../src/model/span.ts'
import { SEEDED } from '../../support/arbitraries.ts'
import { attributionsOf, linesOf } from './support.ts'

const ROWS: readonly (readonly [text: string, ...lines: string[]])[] = [
  // verbs of speech
  ['Pavo Linsk said that it had rained.', 'Pavo Linsk | said | that it had rained'],
  ['Pavo Linsk said it had rained.', 'Pavo Linsk | said | it had rained'],
  ['Pavo Linsk told reporters that the talks had failed.', 'Pavo Linsk | told | that the talks had failed'],
  ['Pavo Linsk pointed out that the talks had failed.', 'Pavo Linsk | pointed out | that the talks had failed'],
  ['Pavo Linsk made clear that the talks had failed.', 'Pavo Linsk | made clear | that the talks had failed'],
  ['In a statement, the ministry said the talks had failed.', 'the ministry | said | the talks had failed'],
  ['Officials and witnesses said it had rained.', 'Officials and witnesses | said | it had rained'],
  [
    'A report by the Carrow Institute said the talks had failed.',
    'A report by the Carrow Institute | said | the talks had failed',
  ],
  // who speaks stands elsewhere
  ['Varnia shelled the town, witnesses said.', 'witnesses | said | Varnia shelled the town'],
  ['Varnia, Pavo Linsk said, shelled the town.', 'Pavo Linsk | said | Varnia … shelled the town'],
  ['As Pavo Linsk put it, Varnia shelled the town.', 'Pavo Linsk | put it | Varnia shelled the town'],
  [
    'Pavo Linsk, who leads the mission, warned that the talks would fail.',
    'Pavo Linsk | warned | that the talks would fail',
  ],
  [
    'Pavo Linsk said the talks failed, adding that nobody was surprised.',
    'Pavo Linsk | said | the talks failed',
    'Pavo Linsk | adding | that nobody was surprised',
  ],
  ['Pavo Linsk was quoted as saying that the talks had failed.', 'Pavo Linsk | saying | that the talks had failed'],
  // no source
  ['The talks failed, Pavo Linsk was told.', 'nobody | told | The talks failed'],
  // phrases
  [
    'Varnia shelled the town, according to a senior official.',
    'a senior official | according to | Varnia shelled the town',
  ],
  ['According to Pavo Linsk, Varnia shelled the town.', 'Pavo Linsk | According to | Varnia shelled the town'],
  ['In the words of Pavo Linsk, Varnia shelled the town.', 'Pavo Linsk | In | Varnia shelled the town'],
  ['In Linsk’s view, Varnia shelled the town.', 'Linsk | In | Varnia shelled the town'],
  ['Poll: Voters like the plan.', 'Poll | : | Voters like the plan'],
  [
    'LINSK: We have not slept.\n\nDRELL: Neither have we.',
    'LINSK | : | We have not slept',
    'DRELL | : | Neither have we',
  ],
  // thought, evidence, will, judgement
  ['Pavo Linsk hopes that the talks succeed.', 'Pavo Linsk | hopes | that the talks succeed'],
  ['Pavo Linsk believes the talks will fail.', 'Pavo Linsk | believes | the talks will fail'],
  ['Pavo Linsk is convinced that the talks will fail.', 'Pavo Linsk | convinced | that the talks will fail'],
  ['A poll shows that voters like the plan.', 'A poll | shows | that voters like the plan'],
  ['Pavo Linsk denied having met the envoy.', 'Pavo Linsk | denied | having met the envoy'],
  ['Pavo Linsk claims to have met the envoy.', 'Pavo Linsk | claims | to have met the envoy'],
  ['Pavo Linsk wants to leave the mission.', 'Pavo Linsk | wants | to leave the mission'],
  ['Pavo Linsk called for a ceasefire.', 'Pavo Linsk | called | for a ceasefire'],
  ['Pavo Linsk urged the rebels to leave the town.', 'Pavo Linsk | urged | to leave the town'],
  ['Critics condemned the attack on the town.', 'Critics | condemned | the attack on the town'],
  ['The attack was condemned by critics.', 'critics | condemned | The attack'],
  ['Pavo Linsk is critical of the plan.', 'Pavo Linsk | critical | of the plan'],
  // nouns
  ['His decision to resign came late.', 'His | decision | to resign'],
  [
    'Pavo Linsk repeated his claim that Varnia shelled the town.',
    'Pavo Linsk | repeated | his claim that Varnia shelled the town',
    'his | claim | that Varnia shelled the town',
  ],
  // quotations
  ['“It rains,” said Pavo Linsk.', 'Pavo Linsk | said | “It rains,”'],
  ['“It rains. We are wet,” she said.', 'she | said | “It rains. We are wet,”'],
  [
    '“It rains,” Pavo Linsk said. “It has rained all week. We are wet.”',
    'Pavo Linsk | said | “It rains,” … “It has rained all week. We are wet.”',
  ],
  ['"It rains," Pavo Linsk said, "and we are wet."', 'Pavo Linsk | said | "It rains," … "and we are wet."'],
  [
    'Pavo Linsk continued:\n\n“It has rained all week. We are wet.”',
    'Pavo Linsk | continued | “It has rained all week. We are wet.”',
  ],
  [
    '“It rains,” Pavo Linsk said.\n\n“It has rained all week.”\n\nNobody came.',
    'Pavo Linsk | said | “It rains,” … “It has rained all week.”',
  ],
  ['“It rains,” Pavo Linsk said.\n\nNobody came.\n\n“It has rained all week.”', 'Pavo Linsk | said | “It rains,”'],
  // one in another
  [
    'Pavo Linsk said Ilse Carrow believes it will rain.',
    'Pavo Linsk | said | Ilse Carrow believes it will rain',
    'Ilse Carrow | believes | it will rain',
  ],
  // none
  ['The attack was condemned.'],
  ['The so-called “plan” failed.'],
  ['He left the town on Monday.'],
]

describe('attributions', () => {
  it.each(ROWS)('%s', (text, ...lines) => {
    expect(linesOf(text)).toEqual(lines)
  })

  const pieces = [
    ...ROWS.map(([text]) => text),
    '“',
    '"',
    '”',
    "''",
    'LINSK:',
    'according to',
    'said',
    '\n\n',
    '“We said, ',
    ',”',
  ]

  it('lie in the text, in order of reading, none without contents, and no content over its cue', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 8 }), (parts) => {
        const text = parts.join(' ')
        const attributions = attributionsOf(text)
        for (const { source, cue, contents } of attributions) {
          const spans = [cue, ...contents, ...(source === null ? [] : [source])]
          for (const span of spans) {
            expect(contains({ start: 0, end: text.length }, span)).toBe(true)
            expect(text.slice(span.start, span.end)).toMatch(/^\S(?:[\s\S]*\S)?$/)
          }
          expect(contents.length).toBeGreaterThan(0)
          const starts = contents.map(({ start }) => start)
          expect(starts).toEqual([...starts].sort((a, b) => a - b))
          expect(contents.filter((content) => contains(content, cue))).toEqual([])
        }
        const order = attributions.map(({ cue }) => cue.start)
        expect(order).toEqual([...order].sort((a, b) => a - b))
      }),
      { ...SEEDED, numRuns: 80 },
    )
  }, 60_000)
})
