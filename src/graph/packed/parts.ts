/** Strings, perhaps none, and lists of them, as bytes and back. */
import type { ByteReader, ByteWriter } from './bytes.ts'
import type { Strings } from './strings.ts'

export const writeText = (to: ByteWriter, strings: Strings, value: string): void =>
  void to.number(strings.numberOf(value))
/** Undefined, null, or a string. */
export const writeOptional = (to: ByteWriter, strings: Strings, value: string | null | undefined): void =>
  void to.number(value === undefined || value === null ? 0 : strings.numberOf(value) + 1)
export const writeList = (to: ByteWriter, strings: Strings, values: Iterable<string>): void => {
  const all = [...values]
  to.number(all.length)
  for (const value of all) writeText(to, strings, value)
}

export const readText = <T extends string>(from: ByteReader, strings: Strings): T => strings.textOf(from.number()) as T
export const readOptional = <T extends string>(from: ByteReader, strings: Strings): T | undefined => {
  const number = from.number()
  return number === 0 ? undefined : (strings.textOf(number - 1) as T)
}
export const readList = <T extends string>(from: ByteReader, strings: Strings): T[] => {
  const values: T[] = new Array(from.number())
  for (let i = 0; i < values.length; i++) values[i] = readText<T>(from, strings)
  return values
}
