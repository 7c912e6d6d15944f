/** The frames that were tried at a word, and those of the lexicon that were not. */
import { allows, RELATIONS } from '../../model/ontology.ts'
import { deepObjects } from '../arguments.ts'
import type { ArgumentSpec, Frame } from '../lexicon.ts'
import { MOST_PAIRS } from '../predications.ts'
import { type FrameTrial, type ReferenceContext, type Referent, referents } from '../reference.ts'
import { dependents, type Tree, tokenAt } from '../tree.ts'
import type { ExplainedFrame, FilledRole } from './explanation.ts'

/** Frames of the lexicon under the lemma of a word. */
export function framesUnder(context: ReferenceContext, tree: Tree, token: number): readonly Frame[] {
  const { upos, lemma } = tokenAt(tree, token)
  const { verbs, nouns } = context.lexicon
  const table = upos === 'VERB' ? verbs : upos === 'NOUN' || upos === 'PROPN' ? nouns : undefined
  return table?.get(lemma.toLowerCase()) ?? []
}

/** @param trials of one word */
export function explainFrames(
  context: ReferenceContext,
  tree: Tree,
  token: number,
  sentence: number,
  trials: readonly FrameTrial[],
): readonly ExplainedFrame[] {
  const tried = trials.map((trial) => explainTrial(context, tree, sentence, trial))
  const others = framesUnder(context, tree, token).filter((frame) => !trials.some((trial) => trial.frame === frame))
  return [...tried, ...others.map((frame) => explainUnfit(context, tree, token, sentence, frame, trials.length > 0))]
}

function explainTrial(context: ReferenceContext, tree: Tree, sentence: number, trial: FrameTrial): ExplainedFrame {
  const { frame, find, stated } = trial
  const fill = (specs: readonly ArgumentSpec[], filling: readonly Referent[]): readonly FilledRole[] => {
    const sites = filling.some(({ by }) => by === 'site')
    const found = (place: ArgumentSpec) =>
      find(place).map((token) => ({
        word: tokenAt(tree, token).form,
        entities: namesOf(context, referents(context, sentence, token, { sites })),
      }))
    return specs.map((place) => ({ place, found: found(place) }))
  }
  const [agent, target] = [fill(frame.agent, trial.agents), fill(frame.target, trial.targets)]
  return {
    frame: frame.name,
    relation: frame.relation,
    event: frame.event,
    status: frame.status,
    outcome: stated.length > 0 ? 'stated' : 'tried',
    agent,
    target,
    stated: stated.map(
      ({ source, target: goal }) => `${nameOf(context, source)} ${frame.relation} ${nameOf(context, goal)}`,
    ),
    why: stated.length > 0 ? [] : whyNothing(context, trial, agent, target),
  }
}

/** What kept a frame whose words fitted from stating a relation. */
function whyNothing(
  context: ReferenceContext,
  { frame, agents, targets }: FrameTrial,
  agent: readonly FilledRole[],
  target: readonly FilledRole[],
): readonly string[] {
  const { relation } = frame
  if (relation === null) return ['it makes an event only']
  if (agents.length * Math.max(1, targets.length) > MOST_PAIRS) return ['the list of names is too long']
  const missing = [
    ...(agents.length === 0 ? [missingRole('agent', agent)] : []),
    ...(targets.length === 0 ? [missingRole('target', target)] : []),
  ]
  if (missing.length > 0) return missing
  const type = (referent: Referent): string => context.discourse.entity(referent.entity).type
  const misfits = agents.flatMap((one) =>
    targets
      .filter((other) => !isAllowed(context, frame, one, other))
      .map((other) => `${nameOf(context, one)} (${type(one)}) and ${nameOf(context, other)} (${type(other)})`),
  )
  const { source, target: goal } = RELATIONS[relation]
  return misfits.length > 0
    ? [`${relation} is between ${source.join(' or ')} and ${goal.join(' or ')}, here are ${misfits.join('; ')}`]
    : ['the ends do not fit one another']
}

function isAllowed({ discourse }: ReferenceContext, { relation }: Frame, one: Referent, other: Referent): boolean {
  return relation !== null && allows(relation, discourse.entity(one.entity).type, discourse.entity(other.entity).type)
}

function missingRole(role: string, filled: readonly FilledRole[]): string {
  const places = filled.map(({ place }) => place).join(', ')
  if (filled.length === 0) return `no ${role}: the frame has no place for it`
  const words = filled.flatMap(({ place, found }) => found.map(({ word }) => `${place} “${word}”`))
  const meant = filled.some(({ found }) => found.some(({ entities }) => entities.length > 0))
  if (words.length === 0) return `no ${role}: nothing stands at ${places}`
  return meant
    ? `no ${role}: ${words.join(', ')} is the other end already`
    : `no ${role}: ${words.join(', ')} is nobody known`
}

/** Why a frame under the lemma was not tried at all. */
function explainUnfit(
  context: ReferenceContext,
  tree: Tree,
  token: number,
  sentence: number,
  frame: Frame,
  othersTried: boolean,
): ExplainedFrame {
  const needed = [
    ...frame.particles.map((word) => `“${word}”`),
    ...(frame.object === null ? [] : [objectAskedFor(frame.object)]),
  ]
  const objects = deepObjects(tree, token).map((object) => `“${tokenAt(tree, object).lemma}”`)
  const { deprel, upos } = tokenAt(tree, token)
  const why =
    needed.length > 0
      ? `it asks for ${needed.join(' and ')}${frame.object !== null && objects.length > 0 ? `; the object is ${objects.join(', ')}` : ''}`
      : othersTried
        ? 'a frame with more words fitted better'
        : context.discourse.covering(sentence, token)?.form === 'name'
          ? 'the word is part of a name'
          : upos !== 'VERB' && deprel.startsWith('compound')
            ? 'the noun only describes another one'
            : dependents(tree, token, 'compound').some((child) => tokenAt(tree, child).deprel === 'compound:prt')
              ? 'with its particle it is another verb'
              : 'the rules do not take the word for a deed here'
  return {
    frame: frame.name,
    relation: frame.relation,
    event: frame.event,
    status: frame.status,
    outcome: 'unfit',
    agent: [],
    target: [],
    stated: [],
    why: [why],
  }
}

const objectAskedFor = (object: string): string =>
  object === '*'
    ? 'an object'
    : object.startsWith('@')
      ? `an object of the class “${object.slice(1)}”`
      : `the object “${object}”`

const nameOf = ({ discourse }: ReferenceContext, { entity }: { readonly entity: number }): string =>
  discourse.entity(entity).name

const namesOf = (context: ReferenceContext, found: readonly Referent[]): readonly string[] => [
  ...new Set(found.map((referent) => nameOf(context, referent))),
]
