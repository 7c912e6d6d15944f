/** What kind of place or organisation a name means, where the gazetteer knows it or one of its words tells. */
import type { Name } from '../analysis.ts'
import { foldAll, type Gazetteer, matchAt } from '../gazetteer/gazetteer.ts'

type Finer = NonNullable<Name['finer']>

const CUES: Readonly<Record<'organization' | 'place', readonly (readonly [Finer, RegExp])[]>> = {
  organization: [
    ['party', /^(party|rally|democrats|republicans|conservatives|socialists|liberals|greens|likud|bloc)$/i],
    [
      'armed_force',
      /^(army|navy|brigade|brigades|battalion|regiment|division|corps|militia|militias|guard|guards|marines|infantry|insurgents|militants|guerrillas|command|police)$/i,
    ],
    [
      'media',
      /^(news|times|tv|television|radio|post|journal|gazette|herald|tribune|novosti|newspaper|magazine|broadcasting|observer|telegraph)$/i,
    ],
  ],
  place: [
    [
      'facility',
      /^(airport|base|airbase|station|hospital|school|bridge|stadium|palace|mosque|church|cathedral|prison|dam|plant|square|tower|hotel|camp|checkpoint|terminal|airfield|building|monastery|synagogue|temple|museum)$/i,
    ],
    [
      'region',
      /^(region|province|oblast|district|state|county|governorate|peninsula|sea|river|gulf|ocean|island|islands|mountains|valley|strait|desert|lake|coast|territory|krai|prefecture|north|south|east|west)$/i,
    ],
    ['city', /^(city|town|village)$/i],
  ],
}

/** `forms` are the words of the name. */
export function finerType(type: Name['type'], forms: readonly string[], gazetteer: Gazetteer): Finer | undefined {
  if (type === 'person') return undefined
  const bare = /^the$/i.test(forms[0] ?? '') && forms.length > 1 ? forms.slice(1) : forms
  const match = matchAt(gazetteer, bare, foldAll(bare), 0)
  if (match?.to === bare.length)
    for (const { entry } of match.records) {
      if (type === 'place') {
        if (entry.type === 'country' || entry.type === 'city' || entry.type === 'region' || entry.type === 'facility')
          return entry.type
      } else if (entry.type === 'party' || entry.type === 'armed_force' || entry.type === 'media') return entry.type
    }
  // The last telling word decides: "Police Academy" is no police.
  for (const form of [bare.at(-1) ?? '', bare[0] ?? ''])
    for (const [finer, cue] of CUES[type]) if (cue.test(form)) return finer
  return undefined
}
