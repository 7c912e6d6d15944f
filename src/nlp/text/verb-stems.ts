/**
 * What is left of a regular verb once "-ed" or "-ing" is off, made whole again: "stopp" → stop, "carri" → carry,
 * "negotiat" → negotiate. English spelling tells from the stem's last letters; words that go against the rule are listed.
 */
const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))

/** Doubled at the end by nature. */
const KEEPS_DOUBLE = words('add err purr butt ebb egg odd boycott ramm whirr')
const LOSES_L = words(`
  control cancel travel compel propel expel rebel label fuel model signal fulfil enrol patrol quarrel marvel level channel tunnel
  excel dispel repel impel counsel total rival equal pedal shovel unravel dial fulfil initial spiral jewel libel duel
  annul distil appal parcel pencil stencil funnel panel swivel snivel grovel refuel remodel relabel`)

/** Stems that take an "e" though the rules below would leave them alone, and the other way round. */
const TAKES_E = words(`
  creat recreat procreat permeat delineat nauseat
  invit excit unit ignit incit recit cit bit kit sit reunit spit expedit writ rewrit underwrit smit
  delet compet complet deplet secret excret
  explor ignor restor stor scor ador implor bor deplor shor ton
  interfer adher persever rever coher
  fil smil compil reconcil exil pil whil til profil revil beguil defil
  scal inhal exhal impal wal
  consol parol cajol pol hol
  welcom com becom overcom
  phon telephon postpon condon clon ston hon aton zon dethron hormon
  conven interven contraven supervene
  hop cop slop elop grop rop scop interlop
  breath bath sooth cloth loath seeth
  ced conced reced preced seced imped superced supersed interced stamped
  quot wast tast past hast bath
  rang teeth writh extradit massacr wan
  chang arrang exchang rearrang interchang estrang
  aveng challeng reveng
  cring bing hing infring imping fring
  plung lung expung
  sourc forc
  axe ow`)
const NO_E = words(`
  visit edit limit exit inherit profit credit deposit prohibit exhibit benefit solicit elicit posit audit vomit orbit merit spirit
  recruit await wait bait discredit inhibit transit
  combat format eat beat heat treat repeat defeat seat cheat mistreat retreat overheat bleat
  focus bias canvas gas pilot pivot riot plot ballot
  debut
  murmur
  collar pillar
  ruin bargain chagrin pin
  period nod method
  chat that squat
  develop envelop gallop
  debrief belief
  harass witness
  bus
  bang hang clang gang fang slang
  ring sing bring string wing sling sting cling fling wring swing ping
  blitz waltz
  alarm`)

/** @param stem lower case, without "-ed" or "-ing" */
export function restoreVerb(stem: string): string {
  if (stem.length < 2) return stem
  if (TAKES_E.has(stem)) return `${stem}e`
  if (NO_E.has(stem)) return stem
  if (/([b-df-hj-np-tv-z])\1$/.test(stem)) return undouble(stem)
  if (stem.endsWith('i') && stem.length > 2) return `${stem.slice(0, -1)}y`
  return takesE(stem) ? `${stem}e` : stem
}

function undouble(stem: string): string {
  if (KEEPS_DOUBLE.has(stem)) return stem
  if (/(?:ss|ff|zz)$/.test(stem)) return stem === 'quizz' ? 'quiz' : stem
  if (stem.endsWith('ll')) return LOSES_L.has(stem.slice(0, -1)) ? stem.slice(0, -1) : stem
  return stem.slice(0, -1)
}

/** Rules by ending, the first that fits decides. `C` stands for a consonant, or "u" after "q" or "s" ("persuade"). */
const RULES: readonly (readonly [RegExp, boolean])[] = [
  [/[uv]$/, true],
  [/(?:^|[^s])c$|sc$/, true],
  [/(?:dg|rg|lg|[aeiou]g)$/, true],
  [/z$/, true],
  [/(?:[^aeious]s|[aeiou]s)$/, true],
  [/[eo]at$/, false],
  [/at$/, true],
  [/it$/, false],
  [/[oe]ot$/, false],
  [/[^aeiou]ot$/, true],
  [/out$/, false],
  [/ut$/, true],
  [/our$/, false],
  [/ur$/, true],
  [/[ae]ir$/, false],
  [/ir$/, true],
  [/[eo]ar$/, false],
  [/ar$/, true],
  [/[bcdfgkptz]l$/, true],
  [/[aeo]il$/, false],
  [/[aeo]ul$/, false],
  [/ul$/, true],
  [/[eao]am$/, false],
  [/am$/, true],
  [/[ae]im$/, false],
  [/im$/, true],
  [/um$/, true],
  [/[aeo]in$/, false],
  [/in$/, true],
  [/[^aeo]un$/, true],
  [/[eo]ap$/, false],
  [/ap$/, true],
  [/[yi]p$/, true],
  [/[ao]id$/, false],
  [/id$/, true],
  [/[eo]ad$/, false],
  [/ad$/, true],
  [/ood$/, false],
  [/od$/, true],
  [/[aeo]ud$/, false],
  [/ud$/, true],
  [/[eo]ak$/, false],
  [/[ai]k$/, true],
  [/ook$/, false],
  [/[ou]k$/, true],
  [/[iou]b$/, true],
  [/[^aeo]an$/, false],
]

const takesE = (stem: string): boolean => RULES.find(([ending]) => ending.test(stem))?.[1] ?? false
