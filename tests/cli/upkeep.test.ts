/** The commands that take care of a library. */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { call, folderWith, MEETING, TALKS } from './support.ts'

async function filled(): Promise<{ folder: string; library: string; at: readonly string[] }> {
  const folder = folderWith({ 'texts/a.txt': MEETING, 'texts/b.txt': TALKS })
  const library = join(folder, 'talks.db')
  const at = ['--library', library]
  await call(['ingest', join(folder, 'texts'), ...at])
  return { folder, library, at }
}

test('remove: by file or by id, and what is not there is named', async () => {
  const { folder, library, at } = await filled()
  const { status, said } = await call(['remove', join(folder, 'texts/a.txt'), 'nothing', ...at])
  expect(status).toBe(1)
  expect(said).toEqual([`${join(folder, 'texts/a.txt')} is removed.`, `There is no document "nothing" in ${library}.`])
  expect(readFileSync(library, 'latin1')).not.toMatch(/Reck/)
  expect(JSON.parse((await call(['stats', '--json', ...at])).printed)).toMatchObject({ documents: 1 })
})

test('backup: a library of its own, and never over another file', async () => {
  const { folder, at } = await filled()
  const copy = join(folder, 'copy.db')
  expect((await call(['backup', copy, ...at])).status).toBe(0)
  expect((await call(['export', '--format', 'json', '--library', copy])).printed).toBe(
    (await call(['export', '--format', 'json', ...at])).printed,
  )
  const again = await call(['backup', copy, ...at])
  expect({ status: again.status, said: again.said[0] }).toMatchObject({
    status: 1,
    said: expect.stringContaining('already'),
  })
})

test('check: whole, or what is wrong', async () => {
  const { library, at } = await filled()
  expect(await call(['check', ...at])).toMatchObject({
    status: 0,
    printed: `${library} is whole: 2 documents, 0 corrections.\n`,
  })
  const database = new Database(library)
  database.exec("UPDATE documents SET text = 'x' || substr(text, 2) WHERE doc = 1")
  database.close()
  const { status, said } = await call(['check', ...at])
  expect(status).toBe(1)
  expect(said.join('\n')).toMatch(/is not the one that was stored/)
})

test('vacuum: says what it gained', async () => {
  const { folder, library, at } = await filled()
  await call(['remove', join(folder, 'texts/a.txt'), ...at])
  const { status, said } = await call(['vacuum', ...at])
  expect(status).toBe(0)
  expect(said[0]).toMatch(/MB before, .* MB now\./)
  expect(statSync(library).size).toBeGreaterThan(0)
  expect(existsSync(`${library}-wal`)).toBe(false)
})
