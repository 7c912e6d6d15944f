/** Graphs whose every text is out to break a format. */
import { reading } from '../../support/extractions.ts'
import { graphOf } from '../../support/graphs.ts'

export const hostile = graphOf([
  reading({
    title: 'A "title" <with> & all',
    sentences: ['Ana "The <Axe>" O\u2019Marrow & Sons, \u0007bell, \ud800 lone, 😀 smile,\ttab.'],
    entities: [
      {
        type: 'person',
        name: 'Ana "The <Axe>" O\u2019Marrow',
        aliases: ['it\'s, "quoted"', 'back\\slash', '[x]|y', '😀\ttab'],
      },
      { type: 'organization', name: 'Sons & \u0007\ud800Bell' },
    ],
    relations: [
      {
        in: 0,
        is: ['Ana "The <Axe>" O\u2019Marrow', 'founder_of', 'Sons & \u0007\ud800Bell'],
        by: 'a "source" <close>',
      },
    ],
  }),
])

/** Each is a name; the last is as long as names get. */
export const CRUEL_NAMES = [
  'end ]]> of </script><script>globalThis.caught = 1</script> <!-- note',
  '<img src=x onerror="globalThis.caught = 1">',
  '=HYPERLINK("http://example.org";"open")',
  '+1 and more',
  '-2 or less',
  '@SUM(A1:A9)',
  "'quoted' and '=1",
  'two\r\nlines\nand\rmore',
  'nul\u0000 bell\u0007 escape\u001b unit\u001f delete\u007f next\u0085 line\u2028 paragraph\u2029',
  'lone \ud800 and \udc00 halves',
  'ابن رشد \u202etfel ot thgir',
  '日本 😀 👩‍👩‍👧',
  "';DROP TABLE nodes;-- \\' {key: 1} // */",
  '# heading [link](http://example.org) ![image](x) **bold** `code` [^1]: note',
  '?> <?php &amp; &#0; %s $1 \\u0041 \\n',
  `long ${'name '.repeat(59)}end`,
]

/** Cruel names at both ends of relations, in titles, speakers, roles, tolls and sentences. */
const cruelReading = reading({
  title: CRUEL_NAMES.slice(0, 3).join(' '),
  source: CRUEL_NAMES[7]!,
  date: '2031-03-04',
  sentences: [`${CRUEL_NAMES.join(' met ')} `, 'They said so.'],
  entities: CRUEL_NAMES.map((name, i) => ({
    type: (['person', 'organization', 'armed_force', 'media'] as const)[i % 4]!,
    name,
    aliases: [`${name}?`, `alias ${i}; of, "it"`],
    roles: [[name]],
    country: '=X',
  })),
  relations: CRUEL_NAMES.slice(1).map((name, i) => ({
    in: 0,
    is: [name, 'met_with', CRUEL_NAMES[i]!],
    by: CRUEL_NAMES[(i * 3) % CRUEL_NAMES.length]!,
    date: '2031-03-04',
    rule: name,
    modality: (['asserted', 'denied', 'planned'] as const)[i % 3]!,
  })),
  events: CRUEL_NAMES.map((name, i) => ({
    in: 0,
    type: 'attack' as const,
    label: `attack: ${name}`,
    date: '2031-03-04',
    who: [[name, 'agent'] as const],
    killed: [i, null, name] as const,
  })),
})

export const cruelText = cruelReading.document.text
export const cruel = graphOf([cruelReading])
