/** What the graph shows, in words, for those who do not see it. */
import { importanceOf } from '../../graph/importance.ts'
import { FAMILIES, type Family } from '../../model/ontology.ts'
import { counts, graph, visible } from '../state/store.ts'
import { number } from '../view/words.ts'

const MOST = 5

export function GraphSummary() {
  const facts = graph.value
  if (facts === null) return null
  const top = [...visible.value.nodes]
    .map((key) => ({ label: facts.getNodeAttribute(key, 'label'), weight: importanceOf(facts, key) }))
    .sort((a, b) => b.weight - a.weight || (a.label < b.label ? -1 : 1))
    .slice(0, MOST)
    .map(({ label }) => label)
  const families = [...(counts.value?.families ?? [])]
    .sort((a, b) => b[1] - a[1])
    .slice(0, MOST)
    .map(([family, count]: [Family, number]) => `${number(count)} ${FAMILIES[family].label.toLowerCase()}`)
  return (
    <p id="graph-summary" class="unseen">
      {top.length > 0 && `Most connected: ${top.join(', ')}. `}
      {families.length > 0 && `Relations: ${families.join(', ')}. `}
      Plus, minus and the arrow keys move the view; Enter leads to a list of neighbours.
    </p>
  )
}
