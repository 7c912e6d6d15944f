/** The graph as a file: GEXF at one click, the other formats in a menu. */
import { useSignal } from '@preact/signals'
import { CATALOGUE, FORMAT_NAMES, type FormatName } from '../../graph/formats/catalogue.ts'
import { type ExportWish, exportUrl, fetchExport, needsToken } from '../api-client.ts'
import { view } from '../state/store.ts'
import { Glyph } from './glyph.tsx'

const MENU = 'formats'

export function TakeAlong() {
  const text = useSignal(true)
  const { selection } = view.value
  const node = selection?.kind === 'node' ? selection.key : undefined
  // What is about one node can be had when one is chosen.
  const formats = FORMAT_NAMES.filter((format) => !CATALOGUE[format].focused || node !== undefined)
  return (
    <div class="take-along">
      <FileLink format="gexf" wish={{ text: true }} class="button">
        <Glyph name="download" />
        <span class="wide-only">GEXF</span>
      </FileLink>
      <button type="button" class="button more" popovertarget={MENU} aria-label="Other formats" title="Other formats">
        <span aria-hidden="true">▾</span>
      </button>
      <div id={MENU} class="menu" popover="auto">
        <label class="menu-choice">
          <input
            type="checkbox"
            checked={text.value}
            onChange={({ currentTarget }) => {
              text.value = currentTarget.checked
            }}
          />
          with the sentences of the texts
        </label>
        <ul>
          {formats.map((format) => (
            <li key={format}>
              <FileLink
                format={format}
                wish={{ text: text.value, ...(CATALOGUE[format].focused && node !== undefined && { node }) }}
                class="menu-item"
              >
                <b>{CATALOGUE[format].label}</b>
                <span>for {CATALOGUE[format].use}</span>
              </FileLink>
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}

interface FileLinkProps {
  readonly format: FormatName
  readonly wish: ExportWish
  readonly class: string
  readonly children: preact.ComponentChildren
}

function FileLink({ format, wish, children, ...rest }: FileLinkProps) {
  const short = rest.class === 'button'
  return (
    <a
      {...rest}
      href={exportUrl(format, wish)}
      download={fileName(format)}
      aria-label={short ? `Export as ${format.toUpperCase()}` : `Save as ${CATALOGUE[format].label}`}
      onClick={(event) => {
        if (!needsToken()) return
        event.preventDefault()
        void download(format, wish)
      }}
    >
      {children}
    </a>
  )
}

const fileName = (format: FormatName): string =>
  `dragoman.${CATALOGUE[format].tables.length > 0 ? `${format}.zip` : CATALOGUE[format].extension}`

/** A link cannot carry the token; a script can. */
async function download(format: FormatName, wish: ExportWish): Promise<void> {
  const url = URL.createObjectURL(await fetchExport(format, wish))
  const link = document.createElement('a')
  link.href = url
  link.download = fileName(format)
  link.click()
  URL.revokeObjectURL(url)
}
