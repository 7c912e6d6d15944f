/** The graph as a file: GEXF at one click, the other formats and pictures in a menu; what is seen, or all of the library. */
import { useSignal } from '@preact/signals'
import { CATALOGUE, FORMAT_NAMES, type FormatName } from '../../graph/formats/catalogue.ts'
import { type ExportWish, exportUrl, fetchExport, fetchPart, inWords } from '../api-client.ts'
import { canDraw, view, visible } from '../state/store.ts'
import { counted } from '../view/words.ts'
import { Glyph } from './glyph.tsx'
import type { PictureFormat } from './take-picture.ts'

const MENU = 'formats'
type Extent = 'seen' | 'all'

export function TakeAlong() {
  const text = useSignal(true)
  const extent = useSignal<Extent>('seen')
  const problem = useSignal<string | null>(null)
  const { selection, screen } = view.value
  const node = selection?.kind === 'node' ? selection.key : undefined
  const wish: ExportWish = { text: text.value }
  // What is about one node can be had when one is chosen.
  const formats = FORMAT_NAMES.filter((format) => !CATALOGUE[format].focused || node !== undefined)
  const wishFor = (format: FormatName): ExportWish => ({
    ...wish,
    ...(CATALOGUE[format].focused && node !== undefined && { node }),
  })
  const attempt = (act: () => Promise<void>): void => {
    problem.value = null
    act().catch((error: unknown) => {
      problem.value = inWords(error)
    })
  }
  const take = (format: FormatName): void => attempt(() => download(format, wishFor(format), extent.value))
  return (
    <div class="take-along">
      <FileLink format="gexf" wish={wish} class="button" onTake={take}>
        <Glyph name="download" />
        <span class="wide-only">GEXF</span>
      </FileLink>
      <button type="button" class="button more" popovertarget={MENU} aria-label="Other formats" title="Other formats">
        <span aria-hidden="true">▾</span>
      </button>
      <div id={MENU} class="menu" popover="auto">
        <fieldset class="menu-extent">
          <legend class="unseen">What to take along</legend>
          <label>
            <input
              type="radio"
              name="extent"
              checked={extent.value === 'seen'}
              onChange={() => setTo(extent, 'seen')}
            />
            what is seen: {counted(visible.value.nodes.size, 'sign')}, {counted(visible.value.edges.size, 'relation')}
          </label>
          <label>
            <input type="radio" name="extent" checked={extent.value === 'all'} onChange={() => setTo(extent, 'all')} />
            all of the library
          </label>
        </fieldset>
        <label class="menu-choice">
          <input
            type="checkbox"
            checked={text.value}
            onChange={({ currentTarget }) => setTo(text, currentTarget.checked)}
          />
          with the sentences of the texts
        </label>
        {problem.value !== null && (
          <p class="problem" role="alert">
            {problem.value}
          </p>
        )}
        <ul>
          {screen === 'graph' &&
            canDraw.value &&
            (['png', 'svg'] as const).map((format) => (
              <li key={format}>
                <button
                  type="button"
                  class="menu-item"
                  onClick={() => attempt(() => downloadPicture(format, text.value))}
                >
                  <b>Picture, {format.toUpperCase()}</b>{' '}
                  <span>of the graph as it is on the screen, with title and legend</span>
                </button>
              </li>
            ))}
          {formats.map((format) => (
            <li key={format}>
              <FileLink format={format} wish={wishFor(format)} class="menu-item" onTake={take}>
                <b>{CATALOGUE[format].label}</b> <span>for {CATALOGUE[format].use}</span>
              </FileLink>
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}

function setTo<T>(signal: { value: T }, value: T): void {
  signal.value = value
}

interface FileLinkProps {
  readonly format: FormatName
  readonly wish: ExportWish
  readonly class: string
  readonly onTake: (format: FormatName) => void
  readonly children: preact.ComponentChildren
}

/** A real address, of the whole library, for those who copy it; a plain click takes what was chosen. */
function FileLink({ format, wish, children, onTake, ...rest }: FileLinkProps) {
  const short = rest.class === 'button'
  return (
    <a
      {...rest}
      href={exportUrl(format, wish)}
      download={fileName(format)}
      aria-label={
        short ? `Export as ${format.toUpperCase()}` : `Save as ${CATALOGUE[format].label} for ${CATALOGUE[format].use}`
      }
      onClick={(event) => {
        event.preventDefault()
        onTake(format)
      }}
    >
      {children}
    </a>
  )
}

const fileName = (format: FormatName): string =>
  `dragoman.${CATALOGUE[format].tables.length > 0 ? `${format}.zip` : CATALOGUE[format].extension}`

async function download(format: FormatName, wish: ExportWish, extent: Extent): Promise<void> {
  const isPart = extent === 'seen' && !CATALOGUE[format].focused
  save(isPart ? await fetchPart(format, visible.value, wish.text) : await fetchExport(format, wish), fileName(format))
}

async function downloadPicture(format: PictureFormat, withText: boolean): Promise<void> {
  const { takePicture } = await import('./take-picture.ts')
  save(await takePicture(format, withText), `dragoman.${format}`)
}

function save(file: Blob, name: string): void {
  const url = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}
