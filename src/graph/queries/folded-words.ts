/** Words of a name as they are looked for: whatever the case and the diacritics. */
import { plainLetters } from '../resolve/spelling.ts'

/** Lower-case words without diacritics, and without letters that only some keyboards have ("Ørn" is "orn"). */
export const foldedWords = (text: string): string[] => plainLetters(text).match(/[\p{L}\p{N}]+/gu) ?? []
