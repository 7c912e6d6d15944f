/** How an edge reads where there is room for one phrase only: what is not a plain fact must not look like one. */
import type { EdgeAttributes } from '../model/graph.ts'

/** "met", "formerly heads", "visited (planned)", "struck (denied)". */
export const readingOf = ({ label, former, modality }: Pick<EdgeAttributes, 'label' | 'former' | 'modality'>): string =>
  `${former ? 'formerly ' : ''}${label}${modality === 'asserted' ? '' : ` (${modality})`}`
