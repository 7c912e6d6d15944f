/**
 * Looks a key up in lines "key TAB value" that are sorted by UTF-16 units, without taking them apart first.
 * @returns the value, or undefined
 */
export function findInSorted(text: string, key: string): string | undefined {
  let [low, high] = [0, text.length]
  while (low < high) {
    const start = lineStart(text, (low + high) >> 1)
    const tab = text.indexOf('\t', start)
    const end = text.indexOf('\n', start)
    const found = text.slice(start, tab)
    if (found === key) return text.slice(tab + 1, end < 0 ? text.length : end)
    if (found < key) low = end < 0 ? text.length : end + 1
    else high = start
  }
  return undefined
}

/** The beginning of the line around `at`. */
const lineStart = (text: string, at: number): number => (at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1)
