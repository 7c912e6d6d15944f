/**
 * Feature templates as a table: each names the atoms, what there is to see of a decision, whose values it joins. A table
 * is read in four short loops, one for each number of atoms, which takes a fifth of the time of as many calls.
 */
import { combine } from './hashing.ts'

export interface Templates {
  readonly size: number
  /** `byArity[n - 1]` holds the templates of n atoms: of each its place in the table and the atoms' indices. */
  readonly byArity: readonly [Int32Array, Int32Array, Int32Array, Int32Array]
}

/** Names of atoms → where their values stand. */
export type AtomTable = Readonly<Record<string, number>>

const MOST_ATOMS = 4

/**
 * Templates stand one after the other between commas, the names of their atoms between blanks: "w0, w0 t0".
 * Throws a RangeError that names the template when an atom is not in the table, or when there are more than four.
 */
export function compileTemplates(atoms: AtomTable, text: string): Templates {
  const byArity: [number[], number[], number[], number[]] = [[], [], [], []]
  const templates = text.split(',').map((template) => template.trim().split(/\s+/))
  for (const [place, names] of templates.entries()) {
    const indices = names.map((name) => atoms[name] ?? -1)
    if (names.length > MOST_ATOMS || indices.includes(-1))
      throw new RangeError(`template ${place} "${names.join(' ')}": at most ${MOST_ATOMS} atoms, all of the table`)
    byArity[names.length - 1]!.push(place, ...indices)
  }
  const [one, two, three, four] = byArity.map((list) => Int32Array.from(list))
  return { size: templates.length, byArity: [one!, two!, three!, four!] }
}

/** Writes at `place` + `from` of `hashes` the joined values of each template's atoms. */
export function joinAtoms(
  { byArity: [one, two, three, four] }: Templates,
  a: Int32Array,
  hashes: Int32Array,
  from: number,
) {
  for (let i = 0; i < one.length; i += 2) hashes[from + one[i]!] = a[one[i + 1]!]!
  for (let i = 0; i < two.length; i += 3) hashes[from + two[i]!] = combine(a[two[i + 1]!]!, a[two[i + 2]!]!)
  for (let i = 0; i < three.length; i += 4)
    hashes[from + three[i]!] = combine(combine(a[three[i + 1]!]!, a[three[i + 2]!]!), a[three[i + 3]!]!)
  for (let i = 0; i < four.length; i += 5)
    hashes[from + four[i]!] = combine(
      combine(a[four[i + 1]!]!, a[four[i + 2]!]!),
      combine(a[four[i + 3]!]!, a[four[i + 4]!]!),
    )
}
