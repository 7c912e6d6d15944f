/** A graph whose every text is out to break a format. */
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
