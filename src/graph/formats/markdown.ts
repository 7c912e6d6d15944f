/** Text as it may stand in Markdown without being taken for markup: one line, every sign that could mean something escaped. */
export const escapeMarkdown = (text: string): string =>
  text
    .replace(/[\s\u0000-\u001f\u007f\u0085\u2028\u2029]+/gu, ' ')
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(/[\\`*_{}[\]<>#|~$^&!]/g, '\\$&')
    .replace(/^(\s*)([-+=]|\d+[.)])/, '$1\\$2')
    .trim()
