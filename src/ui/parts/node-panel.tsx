/** A person, body, place or event: what it is called, what it did and with whom, each with the sentence that says so. */
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { EdgeView, NodeAnswer } from '../../api/schemas.ts'
import type { EventAttributes } from '../../model/graph.ts'
import { asNodeKey } from '../../model/ids.ts'
import { FAMILIES, type Family } from '../../model/ontology.ts'
import { familyColor } from '../graph/palette.ts'
import { approached, scheme } from '../state/store.ts'
import { markParts } from '../view/event-passages.ts'
import { capital, counted, dates, typeLabel } from '../view/words.ts'
import { EventReports } from './event-reports.tsx'
import { Evidence } from './evidence.tsx'
import { percent } from './fact-line.tsx'
import { Status } from './fact-notes.tsx'
import { Glyph } from './glyph.tsx'
import { NodeLink, ViewLink } from './link.tsx'
import { NodeCorrections } from './node-corrections.tsx'
import { NodeSteps } from './node-steps.tsx'
import { Relation } from './relation.tsx'
import { TypeIcon } from './type-icon.tsx'

export function NodePanel({ answer }: { readonly answer: NodeAnswer }) {
  const { node, attributes, relations, events, evidence } = answer
  const aliases = attributes.aliases.filter((alias) => alias !== attributes.label)
  const isEvent = attributes.kind === 'event'
  return (
    <article class="card" key={node.key}>
      <header class="card-head">
        <p class="card-type">
          <TypeIcon type={node.type} />
          {capital(typeLabel(node.type))}
          {isEvent && <Status modality={attributes.modality} />}
        </p>
        <h2 class="card-title">
          <bdi>{attributes.label}</bdi>
        </h2>
        {!isEvent && attributes.role !== undefined && attributes.role.length > 0 && (
          <p class="card-roles">{attributes.role.slice(0, 4).join(' · ')}</p>
        )}
        {aliases.length > 0 && (
          <p class="card-aliases">
            also <bdi>{aliases.slice(0, 8).join(', ')}</bdi>
          </p>
        )}
        <p class="card-facts">
          {counted(node.mentions, 'mention')}
          <button
            type="button"
            class="link"
            onClick={() => {
              approached.value = { kind: 'node', key: node.key }
            }}
          >
            <Glyph name="centre" /> Show in graph
          </button>
        </p>
        <NodeSteps answer={answer} />
        <NodeCorrections answer={answer} />
      </header>
      {isEvent && (
        <>
          <EventFacts event={attributes} parts={events} />
          <EventReports event={attributes} />
        </>
      )}
      <Relations relations={relations} from={node.key} />
      {!isEvent && events.length > 0 && (
        <section class="family">
          <h3>Events</h3>
          <ul class="relations">
            {byWeight(events).map((edge) => (
              <Relation key={edge.key} edge={edge} from={node.key} isOpen={false} />
            ))}
          </ul>
        </section>
      )}
      {(isEvent || relations.length + events.length === 0) && evidence.length > 0 && (
        <section class="family">
          <h3>{isEvent ? 'The text says' : 'Mentioned in'}</h3>
          <Evidence passages={isEvent ? markParts(evidence, events) : evidence} />
        </section>
      )}
    </article>
  )
}

function Relations({ relations, from }: { readonly relations: readonly EdgeView[]; readonly from: string }) {
  const families = (Object.keys(FAMILIES) as Family[])
    .map((family) => ({ family, edges: byWeight(relations.filter((edge) => edge.family === family)) }))
    .filter(({ edges }) => edges.length > 0)
  return (
    <>
      {families.map(({ family, edges }, i) => (
        <section class="family" key={family}>
          <FamilyTitle family={family} />
          <ul class="relations">
            {edges.map((edge, j) => (
              <Relation key={edge.key} edge={edge} from={from} isOpen={i + j === 0} />
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}

function FamilyTitle({ family }: { readonly family: Family }) {
  const title = useRef<HTMLHeadingElement>(null)
  const color = familyColor(family, scheme.value)
  useLayoutEffect(() => title.current?.style.setProperty('--family', color), [color])
  return <h3 ref={title}>{FAMILIES[family].label}</h3>
}

function EventFacts({ event, parts }: { readonly event: EventAttributes; readonly parts: readonly EdgeView[] }) {
  const when = dates(event.date, event.endDate)
  // Several reports of one happening tell the same place and the same people.
  const places = once(
    parts.filter(({ relation }) => relation === 'occurred_at'),
    ({ target, modality }) => `${target.key} ${modality}`,
  )
  const people = once(
    parts.filter(({ relation }) => relation === 'participant_in'),
    ({ source, role }) => `${source.key} ${role}`,
  )
  const tolls = [
    ['Killed', event.killedText ?? event.killed],
    ['Wounded', event.woundedText ?? event.wounded],
    ['Arrested', event.arrestedText ?? event.arrested],
  ].filter(([, value]) => value !== undefined)
  return (
    <dl class="facts">
      <dt>When</dt>
      <dd>{when ?? <span class="quiet">not told</span>}</dd>
      {places.length > 0 && (
        <>
          <dt>Where</dt>
          {places.map((edge) => (
            <dd key={edge.key}>
              <NodeLink node={edge.target} />
              <Status modality={edge.modality} />
            </dd>
          ))}
        </>
      )}
      {tolls.map(([label, value]) => (
        <>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </>
      ))}
      {event.attributedTo !== undefined && <SaidBy speaker={event.attributedTo} parts={parts} />}
      {people.length > 0 && (
        <>
          <dt>Who</dt>
          {people.map((edge) => (
            <dd key={edge.key}>
              <NodeLink node={edge.source} />
              {edge.role !== undefined && edge.role !== 'participant' && <span class="role-note">{edge.role}</span>}
            </dd>
          ))}
        </>
      )}
      <dt>Read by</dt>
      <dd>
        <span>
          rule <code>{event.rule}</code>, right in {percent(event.confidence)} of cases
        </span>
      </dd>
    </dl>
  )
}

const once = (edges: readonly EdgeView[], nameOf: (edge: EdgeView) => string): readonly EdgeView[] =>
  [...new Map(edges.toReversed().map((edge) => [nameOf(edge), edge])).values()].toReversed()

/** The speaker of an event is a key or plain words; the label comes along with the parts' own speakers. */
function SaidBy({ speaker, parts }: { readonly speaker: string; readonly parts: readonly EdgeView[] }) {
  const known = parts.find(({ attributedTo }) => attributedTo?.key === asNodeKey(speaker))?.attributedTo
  return (
    <>
      <dt>Says who</dt>
      <dd>
        {known?.key === undefined ? (
          <bdi>{speaker}</bdi>
        ) : (
          <ViewLink to={{ kind: 'node', key: known.key }}>
            <bdi>{known.label}</bdi>
          </ViewLink>
        )}
      </dd>
    </>
  )
}

/** What was said most often first, then the newest. */
const byWeight = (edges: readonly EdgeView[]): readonly EdgeView[] =>
  edges.toSorted(
    (a, b) =>
      Number(a.former ?? false) - Number(b.former ?? false) ||
      Number(a.modality !== 'asserted') - Number(b.modality !== 'asserted') ||
      b.weight - a.weight ||
      (b.last ?? '').localeCompare(a.last ?? '') ||
      (a.key < b.key ? -1 : 1),
  )
