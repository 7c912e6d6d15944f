import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Answer } from '../../src/ask/answer.ts'
import { call, folderWith, MEETING } from './support.ts'

const none = (): never => {
  throw new Error('the pipeline was loaded')
}

describe('ask', () => {
  const files = () => {
    const folder = folderWith({ 'a.txt': MEETING })
    return { text: join(folder, 'a.txt'), library: join(folder, 'talks.db'), graph: join(folder, 'graph.json') }
  }

  test('asks a library, texts and a graph alike', async () => {
    const { text, library, graph } = files()
    await call(['ingest', text, '--library', library])
    await call(['extract', text, '--out', graph])
    const question = 'Whom did Orla Venn meet?'
    for (const where of [['--library', library], [text], ['--graph', graph]]) {
      const { status, printed } = await call(['ask', question, ...where])
      expect(status).toBe(0)
      expect(printed).toMatch(/^Tomas Reck\b/)
      expect(printed).toContain('Understood as: Those who met Orla Venn')
      expect(printed).toContain('MATCH ')
    }
    expect((await call(['ask', question, '--library', library])).printed).toContain(MEETING.trim().slice(0, 20))
  }, 60_000)

  test('prints JSON', async () => {
    const { printed } = await call(['ask', 'who met reck', files().text, '--json'])
    const answer = JSON.parse(printed) as Answer
    expect(answer).toMatchObject({ outcome: 'found', question: 'who met reck', results: [{ value: 'Orla Venn' }] })
    expect(answer.results[0]?.facts[0]?.evidence[0]?.sentence.text).toContain('Reck')
  })

  test.each([
    ['Who met Ilsa Marrow?', 0, '“Ilsa Marrow” is not in the library.'],
    ['Why did they meet?', 1, 'Not understood.'],
  ])('%s ends with %i', async (question, status, said) => {
    const found = await call(['ask', question, files().text])
    expect(found.status).toBe(status)
    expect(found.printed).toContain(said)
  })

  test('refuses two sources, and what is no day', async () => {
    const { text, library } = files()
    expect((await call(['ask', 'Who?', text, '--library', library], none)).status).toBe(2)
    expect((await call(['ask', 'Who?', '--as-of', 'Tuesday'], none)).said.join()).toContain('YYYY-MM-DD')
  })

  test('says that a library is not there', async () => {
    const { status, said } = await call(['ask', 'Who met Venn?', '--library', files().library], none)
    expect(status).toBe(1)
    expect(said.join()).toContain('talks.db')
  })
})
