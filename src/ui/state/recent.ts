/** What was looked for before in this window. Not kept longer: what one looks for may be as secret as the texts. */
import { signal } from '@preact/signals'

export interface Recent {
  readonly kind: 'node' | 'document'
  readonly key: string
  readonly label: string
}

const STORED = 'dragoman.recent'
const MOST = 6

export const recents = signal<readonly Recent[]>(read())

function read(): readonly Recent[] {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(STORED) ?? '[]')
    return Array.isArray(stored) ? stored.filter(isRecent).slice(0, MOST) : []
  } catch {
    return []
  }
}

const isRecent = (value: unknown): value is Recent =>
  typeof value === 'object' &&
  value !== null &&
  'kind' in value &&
  (value.kind === 'node' || value.kind === 'document') &&
  'key' in value &&
  typeof value.key === 'string' &&
  'label' in value &&
  typeof value.label === 'string'

/** The newest first, each once. */
export function remember(recent: Recent): void {
  recents.value = [recent, ...recents.value.filter(({ key }) => key !== recent.key)].slice(0, MOST)
  try {
    sessionStorage.setItem(STORED, JSON.stringify(recents.value))
  } catch {
    // Storage may be switched off; then the list lasts as long as the page.
  }
}
