/** A name in the words of a sentence: from `from` up to, without, `to`. */
export interface FoundName {
  readonly from: number
  readonly to: number
  readonly type: string
}

/** The names that a sequence of classes marks. */
export function collectNames(tags: readonly string[]): FoundName[] {
  const names: FoundName[] = []
  let from = -1
  for (let i = 0; i <= tags.length; i++) {
    const tag = tags[i] ?? 'O'
    if (from >= 0 && !tag.startsWith('I-')) {
      names.push({ from, to: i, type: tags[from]!.slice(2) })
      from = -1
    }
    if (tag.startsWith('B-')) from = i
  }
  return names
}
