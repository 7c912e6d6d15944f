/** What no text format holds well, and XML not at all: control characters but tab and line ends, halves of surrogate pairs. */
const UNWRITABLE = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu

/** `text` without it. */
export const writable = (text: string): string => text.replace(UNWRITABLE, '')
