/**
 * A synthetic corpus: news of invented people in real and invented places, from templates, the same for the same seed. It is made to be
 * like news in what costs time (names that come back, short forms, events with dates and numbers), not in what it says.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A seeded generator of numbers from 0 to 1 (mulberry32, public domain). */
function generator(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const GIVEN =
  'Anna Peter Maria Ivan Helen David Laura Martin Elena Thomas Nina Robert Olga Daniel Sofia Victor Clara Samuel Irina Oscar Vera Felix Marta Hugo Lena Simon Julia Adam Petra Leon'.split(
    ' ',
  )
const STEMS =
  'Bran Kel Mor Tar Vel Dor Hart Lind Sor Mar Quist Rav Hol Brad Fern Gal Cor Wend Ost Pell Tam Zor Fal Nor Brin Lam Vos Kar Del Rin'.split(
    ' ',
  )
const ENDINGS = 'en ov er son ic ard ell ini ansky mann oska wick ley ström ane'.split(' ')
const STATES =
  'Norway Peru Kenya Portugal Vietnam Chile Ghana Ireland Jordan Nepal Uruguay Senegal Estonia Bolivia Morocco Finland Mongolia Tunisia Ecuador Latvia'.split(
    ' ',
  )
const CITIES =
  'Oslo Lima Nairobi Lisbon Hanoi Santiago Accra Dublin Amman Kathmandu Montevideo Dakar Tallinn Rabat Helsinki Tunis Quito Riga Geneva Vienna'.split(
    ' ',
  )
const OFFICES = [
  'President', 'Prime Minister', 'Foreign Minister', 'Defence Minister', 'Interior Minister', 'Finance Minister', 'Ambassador', 'Senator',
] // biome-ignore format: one glance
const BODIES = [
  'the Northern Workers Union', 'the River Council', 'the Liberal Alliance', 'the Harbour Company', 'the Free Press Society',
  'the Border Guard', 'the Medical Relief Fund', 'the Coast University',
] // biome-ignore format: one glance
const DAYS = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ')

/** {a} and {b} are people, {A} and {B} their surnames, {s} and {t} states, {c} a city, {o} an office, {g} a body, {d} a day, {n} a number. */
const TEMPLATES = [
  '{o} {a} of {s} met {o} {b} of {t} in {c} on {d} to discuss trade and the situation at the border.',
  '{A} said that {s} would send {n} million dollars in aid to {t} before the end of the year.',
  '{A} accused {t} of breaking the agreement that both governments had signed in {c}.',
  'At least {n} people were killed in an attack on a market in {c} on {d}, police said.',
  '{s} imposed sanctions on {t} after the talks in {c} had failed.',
  '{B} denied that {t} had planned an attack on {c}.',
  '{a}, who heads {g}, said the strike would go on until the government gave way.',
  'Troops of {s} withdrew from {c} on {d}, a spokesman for the army said.',
  '{A} will visit {c} next week, where a meeting with {B} is planned.',
  '{g} called on {s} to release {n} prisoners.',
  'Police in {c} arrested {n} people during a protest against {A}.',
  '{s} and {t} signed a ceasefire in {c} after {n} days of fighting.',
  '{B} resigned as {o} on {d} and was succeeded by {a}.',
  'The parliament of {t} rejected the proposal that {A} had made.',
  '"We are ready to talk," {A} told reporters in {c}, adding that the door remained open.',
  '{A} spoke with {B} by telephone and thanked {t} for its support.',
] // biome-ignore format: one sentence a line

/** What news says in between: two sentences of three. */
const FILLERS = [
  'Analysts doubt that the plan can work, because neither side trusts the other and winter is close.',
  'Prices rose for the third month, and shops in {c} ran short of bread and fuel.',
  'Residents spent the night in cellars while the power was out in large parts of the old town.',
  'The envoy of {s} left {c} without a comment on what had been agreed behind closed doors.',
  'Nobody in the room seemed surprised, and few expected that the matter would end there.',
  'The road to the coast was closed for hours, and the trains ran late into the evening.',
  'It was the warmest week since records began, which did not make the work any easier.',
  'For {A} the question is no longer whether, but how soon and at what price.',
  'In {t} the papers wrote of little else, though most readers had grown tired of the story.',
  'The figures, which were made public on {d}, came as no surprise to those who had followed the market.',
  '"We have seen this before," said a woman who has run a small shop near the station for thirty years.',
  'Much of what was promised in spring has been put off, and some of it has been forgotten.',
  'The old bridge, which had survived two floods, was painted in the colours of the city.',
  'Experts say that the next months will show whether the change was more than a matter of words.',
  'Some of the older members remember the days when such a vote would have been unthinkable.',
  'The hall was full an hour before the doors should have opened, and many had to stand outside.',
  'He did not say how the money was to be found, nor who would decide how it was spent.',
  'A report on the causes is expected in autumn, but few believe that it will change much.',
  'Most of the documents are still kept under lock, although the period of thirty years is over.',
  'The harvest was poor, and the small farms in the south of {s} suffered most.',
] // biome-ignore format: one sentence a line

const WORDS_IN_TEXT = 600

export interface Corpus {
  /** Text with front matter, by number. */
  readonly text: (n: number) => string
}

/** @param size documents that there will be: the more, the more people they tell of */
export function corpus(size: number, seed = 20311204): Corpus {
  const random = generator(seed)
  const people = Array.from({ length: 50 + Math.round(size * 0.8) }, () => ({
    given: pick(GIVEN, random),
    surname: `${pick(STEMS, random)}${pick(STEMS, random).toLowerCase()}${pick(ENDINGS, random)}`,
  }))
  return { text: (n) => textOf(generator(seed + n * 7919), people, n) }
}

function textOf(random: () => number, people: readonly { given: string; surname: string }[], n: number): string {
  // A few are in the news all the time, most of them seldom.
  const person = () => people[Math.floor(people.length * random() ** 3)]!
  const day = new Date(Date.UTC(2030, 0, 1) + (n % 700) * 86_400_000).toISOString().slice(0, 10)
  const sentences: string[] = []
  let [a, b] = [person(), person()]
  let [s, t, c] = [pick(STATES, random), pick(STATES, random), pick(CITIES, random)]
  for (let words = 0; words < WORDS_IN_TEXT; ) {
    if (sentences.length % 8 === 0)
      [a, b, s, t, c] = [person(), person(), pick(STATES, random), pick(STATES, random), pick(CITIES, random)]
    const full = sentences.length % 8 === 0
    const values: Record<string, string> = {
      a: `${a.given} ${a.surname}`,
      b: `${b.given} ${b.surname}`,
      A: full ? `${a.given} ${a.surname}` : a.surname,
      B: full ? `${b.given} ${b.surname}` : b.surname,
      s, t, c,
      o: pick(OFFICES, random),
      g: pick(BODIES, random),
      d: pick(DAYS, random),
      n: String(2 + Math.floor(random() * 60)),
    } // biome-ignore format: one glance
    const template = full ? TEMPLATES[0]! : pick(random() < 2 / 3 ? FILLERS : TEMPLATES, random)
    const sentence = template.replace(/\{(\w)\}/g, (_, name: string) => values[name]!)
    const capital = sentence[0]!.toUpperCase() + sentence.slice(1)
    sentences.push(capital)
    words += capital.split(' ').length
  }
  const paragraphs = Array.from({ length: Math.ceil(sentences.length / 5) }, (_, i) =>
    sentences.slice(i * 5, i * 5 + 5).join(' '),
  )
  return `---\ntitle: Dispatch ${n}\ndate: ${day}\nsource: Synthetic Wire\n---\n\n${paragraphs.join('\n\n')}\n`
}

const pick = <T>(items: readonly T[], random: () => number): T => items[Math.floor(random() * items.length)]!

/** Writes the texts from `first` up to `last`, without it, into a folder. */
export function writeCorpus(folder: string, size: number, first: number, last: number): void {
  const { text } = corpus(size)
  for (let n = first; n < last; n++) {
    const shelf = join(folder, String(Math.floor(n / 1000)).padStart(3, '0'))
    mkdirSync(shelf, { recursive: true })
    writeFileSync(join(shelf, `${String(n).padStart(6, '0')}.txt`), text(n))
  }
}
