/** Reading side by side: in order, a few at a time, and one fault is one text. */
import { describe, expect, test } from 'vitest'
import { IngestQueue, type Waiting } from '../../src/cli/ingest-queue.ts'
import { ingestTexts } from '../../src/cli/ingest-texts.ts'
import { batchReader, type ReaderPool, readersFor } from '../../src/cli/reader-pool.ts'
import { MEMORY, openLibrary } from '../../src/store/open.ts'
import { makeSource } from '../support/extractions.ts'
import { blankPipeline } from '../support/server.ts'
import { folderWith } from './support.ts'

const waiting = (n: number, length = 10): Waiting => ({
  document: makeSource(`${n} ${'x'.repeat(length)}`),
  label: `${n}.txt`,
})

/** A pool that answers when told to, the last asked first. */
function slowPool() {
  const asked: (() => void)[] = []
  const sizes: number[] = []
  const pool: ReaderPool = {
    threads: 2,
    read: (documents) =>
      new Promise((resolve) => {
        sizes.push(documents.length)
        asked.push(() => resolve(batchReader(() => blankPipeline)(documents)))
      }),
    close: async () => {},
  }
  const answer = (): void => {
    for (const reply of asked.splice(0).reverse()) reply()
  }
  return { pool, sizes, answer }
}

describe('the queue', () => {
  test('stores in order, whatever is read first', async () => {
    const { pool, sizes, answer } = slowPool()
    const stored: string[] = []
    const queue = new IngestQueue(pool, ({ label }) => void stored.push(label))
    for (let n = 0; n < 10; n++) await queue.add(waiting(n))
    const done = queue.finish()
    answer()
    await done
    expect(stored).toEqual(Array.from({ length: 10 }, (_, n) => `${n}.txt`))
    expect(sizes).toEqual([4, 4, 2])
  })

  test('sends long texts alone', async () => {
    const { pool, sizes, answer } = slowPool()
    const queue = new IngestQueue(pool, () => {})
    for (let n = 0; n < 3; n++) await queue.add(waiting(n, 50_000))
    const done = queue.finish()
    answer()
    await done
    expect(sizes).toEqual([1, 1, 1])
  })

  test('tells of each text of a reader that broke down', async () => {
    const pool: ReaderPool = {
      threads: 1,
      read: async (documents) => {
        if (documents.length === 4) throw new Error('the reader ended')
        return batchReader(() => blankPipeline)(documents)
      },
      close: async () => {},
    }
    const told: string[] = []
    const queue = new IngestQueue(
      pool,
      ({ label }, result) => void told.push(`${label} ${'fault' in result ? result.fault.message : 'read'}`),
    )
    for (let n = 0; n < 5; n++) await queue.add(waiting(n))
    await queue.finish()
    expect(told).toEqual([
      ...['0.txt', '1.txt', '2.txt', '3.txt'].map((label) => `${label} the reader ended`),
      '4.txt read',
    ])
  })

  test('does not run ahead of what is stored', async () => {
    const { pool, sizes, answer } = slowPool()
    const queue = new IngestQueue(pool, () => {})
    let added = 0
    const adding = (async () => {
      for (; added < 100; added++) await queue.add(waiting(added))
      await queue.finish()
    })()
    await new Promise(setImmediate)
    // Two batches for each of two readers, and one that waits.
    expect([added, sizes.length]).toEqual([19, 5])
    const pump = setInterval(answer, 1)
    await adding
    clearInterval(pump)
    expect(added).toBe(100)
  })
})

describe('readers in other threads', () => {
  test.each([
    [8, 0, 0],
    [9, 0, 1],
    [40, 0, 1],
    [1, 9, 1],
    [0, 9, 0],
  ])('%i texts where %i were expected start %i pools, which are closed', async (texts, expected, pools) => {
    let [started, closed] = [0, 0]
    const stored: string[] = []
    const start = (): ReaderPool => {
      started++
      return {
        threads: 2,
        read: async (documents) => batchReader(() => blankPipeline)(documents),
        close: async () => void closed++,
      }
    }
    const pool = readersFor(() => blankPipeline, start, expected)
    const queue = new IngestQueue(pool, ({ label }) => void stored.push(label))
    for (let n = 0; n < texts; n++) await queue.add(waiting(n))
    await queue.finish()
    await pool.close()
    expect([started, closed]).toEqual([pools, pools])
    expect(stored).toEqual(Array.from({ length: texts }, (_, n) => `${n}.txt`))
  })
})

const fetchNothing = (): never => {
  throw new Error('nothing is fetched')
}

describe('ingest', () => {
  const silent = { print: () => {}, progress: () => ({ step: () => {}, stop: () => {} }) }

  test('a text that cannot be read because of a fault is named, and the others are stored', async () => {
    const folder = folderWith(Object.fromEntries(Array.from({ length: 9 }, (_, n) => [`${n}.txt`, `Text ${n}.`])))
    const library = openLibrary(MEMORY)
    const said: string[] = []
    const pipeline = {
      ...blankPipeline,
      read: (document: Parameters<typeof blankPipeline.read>[0]) => {
        if (document.text === 'Text 4.') throw new TypeError('no such thing')
        return blankPipeline.read(document)
      },
    }
    const summary = await ingestTexts(
      [folder],
      () => library,
      () => pipeline,
      { reading: {}, get: fetchNothing },
      { ...silent, say: (message) => void said.push(message) },
    )
    expect(summary).toEqual({ added: 8, changed: 0, unchanged: 0, failed: 1 })
    expect(said.filter((message) => message.includes('fault'))).toEqual([
      expect.stringMatching(/4\.txt was not read because of a fault in this program \(no such thing, at /),
    ])
    // Called again, it reads only what is missing.
    let reads = 0
    const counting = {
      ...blankPipeline,
      read: (document: Parameters<typeof blankPipeline.read>[0]) => {
        reads++
        return blankPipeline.read(document)
      },
    }
    await ingestTexts(
      [folder],
      () => library,
      () => counting,
      { reading: {}, get: fetchNothing },
      { ...silent, say: () => {} },
    )
    expect(reads).toBe(1)
    library.close()
  })
})
