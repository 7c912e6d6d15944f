/** Packed records and maps behave as maps do, whatever is put, taken out, written and read in between. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ByteReader, ByteWriter } from '../../../src/graph/packed/bytes.ts'
import { type Codec, PackedMap } from '../../../src/graph/packed/packed-map.ts'
import { readList, writeList } from '../../../src/graph/packed/parts.ts'
import { Records, RecordsWriter } from '../../../src/graph/packed/records.ts'
import { Strings } from '../../../src/graph/packed/strings.ts'
import { SEEDED } from '../../support/arbitraries.ts'

const key = fc.constantFrom('a', 'b', 'c', 'ä', '漢字', '')
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('set' as const), key, value: fc.uint8Array({ maxLength: 900 }) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('delete' as const), key }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('reopen' as const) }) },
)

function reopened(records: Records<string>): Records<string> {
  const writer = new RecordsWriter<string>()
  for (const each of records.keys()) writer.add(each, records.bytesOf(each)!)
  const bytes = new ByteWriter()
  writer.write(bytes)
  return Records.read<string>(new ByteReader(bytes.view()))
}

test('records are those of a map', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      let records = new Records<string>()
      const map = new Map<string, Uint8Array>()
      for (const change of steps) {
        if (change.do === 'set') {
          map.set(change.key, change.value)
          const row = records.set(change.key, change.value)
          expect(records.rowOf(change.key)).toBe(row)
          expect(records.keyAt(row)).toBe(change.key)
        } else if (change.do === 'delete') {
          const row = records.rowOf(change.key)
          map.delete(change.key)
          records.delete(change.key)
          if (row !== undefined) expect(records.keyAt(row)).toBeUndefined()
        } else records = reopened(records)
        expect(records.count).toBe(map.size)
        expect([...records.keys()].sort()).toEqual([...map.keys()].sort())
        for (const [known, value] of map) expect([...records.bytesOf(known)!]).toEqual([...value])
      }
    }),
    SEEDED,
  )
})

test('a place shows what was there when it was asked for', () => {
  const records = new Records<string>()
  const row = records.set('a', Uint8Array.of(1, 2, 3))
  const { buffer, start, end } = records.placeOf(row)
  for (let i = 0; i < 100; i++) records.set('a', new Uint8Array(50).fill(i))
  expect([...buffer.subarray(start, end)]).toEqual([1, 2, 3])
})

test('a packed map is a map', () => {
  const lists: Codec<readonly string[]> = { write: writeList, read: readList<string> }
  const value = fc.array(fc.string(), { maxLength: 5 })
  const change = fc.oneof(
    { weight: 4, arbitrary: fc.record({ do: fc.constant('set' as const), key, value }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('delete' as const), key }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('reopen' as const, 'close' as const) }) },
  )
  fc.assert(
    fc.property(fc.array(change, { maxLength: 40 }), (changes) => {
      let packed = new PackedMap<string, readonly string[]>(new Strings(), lists)
      const map = new Map<string, readonly string[]>()
      for (const next of changes) {
        if (next.do === 'set') {
          map.set(next.key, next.value)
          packed.set(next.key, next.value)
        } else if (next.do === 'delete') {
          map.delete(next.key)
          packed.delete(next.key)
        } else if (next.do === 'close') packed.close()
        else {
          const [strings, body, head] = [new Strings(), new ByteWriter(), new ByteWriter()]
          packed.write(body, strings)
          strings.write(head)
          packed = new PackedMap(Strings.read(new ByteReader(head.view())), lists, new ByteReader(body.view()))
        }
        for (const each of ['a', 'b', 'c', 'ä', '漢字', '']) {
          expect(packed.has(each)).toBe(map.has(each))
          expect(packed.get(each)).toEqual(map.get(each))
        }
      }
    }),
    SEEDED,
  )
})
