/** How much is read at most. Whatever exceeds a limit is refused with the limit named; the rest is read. */

const MB = 1024 * 1024

/** A text longer than this is a data set, not an article. */
export const MOST_BYTES = 20 * MB
/** Of a file that has to lie in memory as a whole: PDF, JSON, an archive within an archive. */
export const MOST_WHOLE = 200 * MB
/** Of one record of a file that is read record by record. */
export const MOST_RECORD = 20 * MB

/** Of all that an archive holds, unpacked. */
export const MOST_UNPACKED = 4096 * MB
/** News text shrinks to a third or a fifth, XML to a twentieth: what shrinks more than this was made to burst. */
export const MOST_RATIO = 200
/** Below this size no ratio is alarming. */
export const RATIO_COUNTS_FROM = 10 * MB
export const MOST_ENTRIES = 200_000
/** Archives within archives. */
export const MOST_DEPTH = 3

/** Failures of one kind that are told one by one. */
export const MOST_TOLD = 100

export const inMegabytes = (bytes: number): string =>
  bytes >= MB ? `${Math.round(bytes / MB).toLocaleString('en')} MB` : `${Math.max(1, Math.round(bytes / 1024))} KB`
