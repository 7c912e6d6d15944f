/** What can be done from the keyboard, by name. */
import type { GlyphName } from '../parts/glyph.tsx'
import { isFiltering } from '../view/filters.ts'
import { LENSES } from '../view/lens.ts'
import { SCREENS } from '../view/route.ts'
import { LENS_LABELS } from '../view/words.ts'
import { askPath, clearFilters, filterBy, resetView, showScreen } from './actions.ts'
import { chosenScheme, filters, isAdding, scheme, selection, view } from './store.ts'
import { canRedo, canUndo, redo, undo } from './trail.ts'

export interface Command {
  readonly label: string
  readonly glyph: GlyphName
  /** The keys that do the same. */
  readonly keys?: string
  readonly run: () => void
}

/** Those that do something now. */
export function commands(): readonly Command[] {
  const chosen = selection.value
  const otherScheme = scheme.value === 'dark' ? 'light' : 'dark'
  return [
    {
      label: 'How are two connected?',
      glyph: 'path',
      run: () => askPath(chosen?.kind === 'node' ? chosen.key : null, null),
    },
    ...SCREENS.filter((screen) => screen !== view.value.screen).map((screen) => ({
      label: `Show as ${screen}`,
      glyph: screen,
      run: () => showScreen(screen),
    })),
    ...LENSES.filter((lens) => lens !== filters.value.lens).map((lens) => ({
      label: `Look at: ${LENS_LABELS[lens]}`,
      glyph: 'graph' as const,
      run: () => filterBy({ lens }, LENS_LABELS[lens]),
    })),
    ...(canUndo.value ? [{ label: 'Undo the last step', glyph: 'undo' as const, keys: 'Ctrl-Z', run: undo }] : []),
    ...(canRedo.value ? [{ label: 'Redo the step', glyph: 'redo' as const, keys: 'Ctrl-Shift-Z', run: redo }] : []),
    ...(isFiltering(filters.value)
      ? [{ label: 'Take all filters away', glyph: 'close' as const, run: clearFilters }]
      : []),
    { label: 'Back to the whole library', glyph: 'fit', run: resetView },
    {
      label: 'Add text',
      glyph: 'plus',
      run: () => {
        isAdding.value = true
      },
    },
    {
      label: `Switch to ${otherScheme} colours`,
      glyph: otherScheme === 'dark' ? 'moon' : 'sun',
      run: () => {
        chosenScheme.value = otherScheme
      },
    },
  ]
}

/** Commands whose names hold every one of the words. */
export function commandsFor(words: string): readonly Command[] {
  const sought = words.toLowerCase().split(/\s+/).filter(Boolean)
  return commands().filter(({ label }) => sought.every((word) => label.toLowerCase().includes(word)))
}
