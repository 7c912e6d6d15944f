import { describe, expect, test } from 'vitest'
import { AskAnswer } from '../../src/api/ask.ts'
import type { Problem } from '../../src/api/schemas.ts'
import { loadLanguage } from '../../src/resources.ts'
import { SAMPLES } from '../support/samples.ts'
import { serve } from '../support/server.ts'

const asked = (question: string, more = ''): string => `/api/v1/ask?q=${encodeURIComponent(question)}${more}`

describe('GET /ask', () => {
  test('answers with evidence, as its schema says', async () => {
    const { get } = await serve(SAMPLES, { language: loadLanguage })
    const { status, body } = await get(asked('Who met Ilsa Marrow?'))
    expect(status).toBe(200)
    const answer = AskAnswer.parse(body)
    expect(answer).toMatchObject({ outcome: 'found', results: [{ value: 'Teodor Quist' }], reference: '2031-04-01' })
    expect(answer.results[0]?.facts[0]?.evidence.map(({ document }) => document.title)).toContain('Talks in Velmont')
  })

  test.each([
    ['Did Oduya visit Karsholm?', 'in part'],
    ['Who met Orla Venn?', 'not in the library'],
    ['Why did they meet?', 'not understood'],
    ['How is Oduya connected to Quist?', 'found'],
    ['What happened in Karsholm?', 'found'],
    ['How many were killed in Karsholm?', 'found'],
    ['Who is Ilsa Marrow?', 'found'],
    ["'; DROP TABLE documents; --", 'not in the library'],
    ["Who met \\' OR 1=1?", 'not in the library'],
  ])('%s: %s', async (question, outcome) => {
    const { get } = await serve(SAMPLES, { language: loadLanguage })
    const { status, body } = await get(asked(question))
    expect(status).toBe(200)
    expect(AskAnswer.parse(body).outcome).toBe(outcome)
  })

  test('reckons from the day that is given', async () => {
    const { get } = await serve(SAMPLES, { language: loadLanguage })
    const { body } = await get(asked('Who met Marrow last month?', '&asOf=2031-04-20'))
    expect(AskAnswer.parse(body).understood?.words).toBe('Those who met Ilsa Marrow in March 2031')
  })

  test.each([
    ['/api/v1/ask', 'q'],
    ['/api/v1/ask?q=', 'q'],
    [asked('x'.repeat(501)), 'q'],
    [asked('Who met Marrow?', '&asOf=Tuesday'), 'asOf'],
    [asked('Who met Marrow?', '&when=now'), 'when'],
  ])('refuses %.40s', async (path, parameter) => {
    const { get } = await serve(SAMPLES, { language: loadLanguage })
    const { status, body } = await get<Problem>(path)
    expect({ status, parameter: body.parameter }).toEqual({ status: 400, parameter })
  })

  test('needs the token where there is one', async () => {
    const { get } = await serve(SAMPLES, { language: loadLanguage, token: 'quiet' })
    expect((await get(asked('Who met Marrow?'))).status).toBe(401)
  })
})
