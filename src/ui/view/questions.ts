/** Whether words are meant as a question rather than as a name. */

const ASKING =
  /^(?:who|whom|whose|what|when|where|which|why|how|did|does|do|has|have|had|is|are|was|were|will|can|list|show)\b/i

export function isQuestion(words: string): boolean {
  const count = words.split(/\s+/).filter(Boolean).length
  return count >= 3 && (ASKING.test(words) || words.endsWith('?'))
}
