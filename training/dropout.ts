import type { FeatureList } from '../src/nlp/model/feature-list.ts'
import type { Random } from './random.ts'

/**
 * Takes away a random share of the features, so that a model learns not to lean on the few strongest, such as the word
 * itself, which an unknown word lacks.
 */
export function dropOut(features: FeatureList, share: number, random: Random): void {
  if (share === 0) return
  let kept = 0
  for (let f = 0; f < features.length; f++) if (random() >= share) features.keys[kept++] = features.keys[f]!
  features.length = kept
}
