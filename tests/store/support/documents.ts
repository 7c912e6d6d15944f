/** Documents by number, each with enough facts that half of them would be seen. */
import { type Reading, reading } from '../../support/extractions.ts'

const PEOPLE = 30

export function numbered(n: number): Reading {
  const names = Array.from({ length: PEOPLE }, (_, i) => `Ana${n} Marrow${i}`)
  return reading({
    title: `Document ${n}`,
    origin: `${n}.txt`,
    sentences: names.map((name, i) => `${name} met ${names[(i + 1) % PEOPLE]} in Velmont.`),
    entities: [...names.map((name) => ({ type: 'person', name }) as const), { type: 'city', name: 'Velmont' }],
    relations: names.map((name, i) => ({ in: i, is: [name, 'met_with', names[(i + 1) % PEOPLE]!] as const })),
  })
}
