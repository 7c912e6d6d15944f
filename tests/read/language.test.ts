import { describe, expect, test } from 'vitest'
import { detectLanguage, languageCode } from '../../src/read/language.ts'
import { only, readBytes } from './support.ts'

describe('the language of a text', () => {
  test.each([
    ['The minister said that talks with the envoys of Tarsk would go on until the end of the week.', 'en'],
    ['THE MINISTER SAID THAT TALKS WITH THE ENVOYS OF TARSK WOULD GO ON UNTIL THE END OF THE WEEK.', 'en'],
    ['Der Minister traf am Montag in Genf die Ministerin, um mit ihr über die Grenze zu sprechen.', 'de'],
    ['Le président a rencontré lundi à Genève le premier ministre. Ils ont parlé de la paix.', 'fr'],
    ['El presidente se reunió el lunes en Ginebra con el primer ministro del país vecino.', 'es'],
    ['Президент встретился в понедельник с премьер-министром.', 'ru'],
    ['التقى الرئيس يوم الاثنين برئيس الوزراء في جنيف', 'ar'],
    ['总统周一在日内瓦会见了总理。', 'zh'],
    // Names are alike in all languages, and say nothing of one.
    [
      Array.from({ length: 50 }, (_, i) => `President Orla${i} Venn${i} met Tomas${i} Reck${i} in Geneva.`).join('\n'),
      null,
    ],
    ['Orla Venn, Tomas Reck, Ivo Marrow', null],
    ['Talks end', null],
    ['123 456', null],
    ['', null],
  ])('%j: %s', async (text, language) => {
    expect(await detectLanguage(text)).toBe(language)
  })

  test('counts more than what is declared, which counts where the text is short', async () => {
    const german = 'Der Minister traf am Montag in Genf die Ministerin, um mit ihr über die Grenze zu sprechen.'
    const page = (text: string) => `<html lang="fr-FR"><body><p>${text}</p></body></html>`
    const language = async (text: string) => only(await readBytes('a.html', page(text))).provenance?.language
    expect([await language(german), await language('Orla Venn.')]).toEqual(['de', 'fr'])
  })
})

test.each([
  ['en-GB', 'en'],
  ['EN', 'en'],
  ['pt_BR', 'pt'],
  ['English', 'en'],
  ['deu', 'de'],
  ['Klingon', undefined],
  ['', undefined],
])('%j is %s', (name, code) => {
  expect(languageCode(name)).toBe(code)
})
