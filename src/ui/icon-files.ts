/** The drawings of `icons/` as files that the page can load. */
import type { IconName } from './icons.ts'

const files = import.meta.glob<string>('./icons/*.svg', { eager: true, query: '?url', import: 'default' })

/** Address of each icon's SVG file, in a fixed order. */
export const iconUrls: ReadonlyMap<IconName, string> = new Map(
  Object.entries(files)
    .map(([path, url]): [IconName, string] => [
      path.replace(/^.*\/|\.svg$/g, '').replaceAll('-', '_') as IconName,
      new URL(url, document.baseURI).href,
    ])
    .sort(([a], [b]) => (a < b ? -1 : 1)),
)
