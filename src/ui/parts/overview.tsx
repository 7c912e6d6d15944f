/** Shown while nothing is selected: where to begin, and how to read the drawing. */
import { importanceOf } from '../../graph/importance.ts'
import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts'
import type { NodeAttributes } from '../../model/graph.ts'
import { askPath } from '../state/actions.ts'
import { graph, visible } from '../state/store.ts'
import { counted } from '../view/words.ts'
import { Glyph } from './glyph.tsx'
import { ViewLink } from './link.tsx'
import { TypeIcon } from './type-icon.tsx'

const LONGEST = 8

export function Overview() {
  const facts = graph.value
  if (facts === null || facts.order === 0) return null
  const top = (fits: (node: NodeAttributes) => boolean): readonly Ranked[] =>
    mostConnected(facts, visible.value.nodes, fits)
  return (
    <article class="card">
      <header class="card-head">
        <p class="card-type">Where to begin</p>
        <h2 class="card-title">Who met whom, and which sentence says so</h2>
        <p class="card-lead">
          Click a sign or a line to see what was read about it. Every relation opens to the sentence that it was read
          in.
        </p>
        <button type="button" class="button primary path-entry" onClick={() => askPath(null, null)}>
          <Glyph name="path" /> How are two connected?
        </button>
      </header>
      <Ranking title="Most connected people" nodes={top(({ type }) => type === 'person')} />
      <Ranking title="Countries and bodies" nodes={top(({ kind, type }) => kind === 'actor' && type !== 'person')} />
      <Ranking title="Places" nodes={top(({ kind }) => kind === 'place').slice(0, 5)} />
      <section class="family">
        <h3>How to read it</h3>
        <ul class="reading">
          <li>
            <span class="sign sign-disc sign-plain" aria-hidden="true" /> a person, country or body
          </li>
          <li>
            <span class="sign sign-square sign-plain" aria-hidden="true" /> a place
          </li>
          <li>
            <span class="sign sign-diamond sign-plain" aria-hidden="true" /> something that happened
          </li>
        </ul>
        <p class="quiet">
          Solid lines were reported as fact. Dashed ones are planned or asked for, dotted ones possible, crossed ones
          denied; pale ones are over. Thick lines were reported more than once.
        </p>
      </section>
    </article>
  )
}

interface Ranked {
  readonly key: string
  readonly node: NodeAttributes
  readonly statements: number
}

function mostConnected(
  facts: KnowledgeGraph,
  among: ReadonlySet<string>,
  fits: (node: NodeAttributes) => boolean,
): readonly Ranked[] {
  return [...among]
    .map((key) => ({ key, node: facts.getNodeAttributes(key), statements: importanceOf(facts, key) }))
    .filter(({ node, statements }) => statements > 0 && fits(node))
    .sort((a, b) => b.statements - a.statements || (a.key < b.key ? -1 : 1))
    .slice(0, LONGEST)
}

function Ranking({ title, nodes }: { readonly title: string; readonly nodes: readonly Ranked[] }) {
  if (nodes.length === 0) return null
  return (
    <section class="family">
      <h3>{title}</h3>
      <ol class="ranking">
        {nodes.map(({ key, node, statements }) => (
          <li key={key}>
            <ViewLink to={{ kind: 'node', key }} class="node-link">
              <TypeIcon type={node.type} />
              <bdi>{node.label}</bdi>
            </ViewLink>
            <span class="ranking-count" title={counted(statements, 'statement')}>
              {statements}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
