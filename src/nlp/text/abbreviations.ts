/**
 * Words that are written with a full stop of their own. Which list one is in says what its stop means for the sentence.
 */
const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))

/** A name follows: the stop never ends a sentence. */
export const TITLES = words(`
  Mr Mrs Ms Mx Messrs Dr Prof Hon Rev Fr St Ste Mt Ft Pres Gov Lt Sen Sens Rep Reps Supt Insp Amb Atty
  Gen Maj Col Cmdr Capt Sgt Cpl Pvt Adm Brig Cdr Msgr Mgr Mme Mlle Mons Hr Sra Dna vs v cf viz approx ca`)

/** A number follows, where it is an abbreviation: "No. 5", "Art. 51", "pp. 3". */
export const BEFORE_NUMBER = words('No Nos no nos Art art Sec sec Ch ch p pp Vol vol Fig fig par para Res res Reg')

/** May stand anywhere: the stop ends the sentence only if a word follows that likes to begin one. */
export const ANYWHERE = words(`
  Inc Corp Ltd Co Cos Bros Jr Sr Esq Ph etc al est dept Dept govt Govt Assn Univ Inst Ave Blvd Rd Sq Bldg Hwy
  Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun
  Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Mo Mont Neb Nev Okla Ore Pa Penn Tenn Tex Va Vt
  Wash Wis Wyo Ont Que oz lb lbs ft in mi hr hrs min mins sec yr yrs tel Tel ext Ext fax Attn incl excl esp eg ie`)

/** Abbreviations that are also ordinary words or names: before the end of a sentence their stop is the sentence's. */
const ALSO_WORDS = words(`
  Sun Sat Mar Wed Jan Mon Gen Rep Rev Co Fr Hon Pres Col Sec sec Art art Fig fig Res res no No nos in mi ft min est p v al
  Ill Ind Mass Miss Wash La Pa Ga Ore Del par Reg Adm Mt ca Apr Cos ie hr Ch ch Fri`)

/** Words with which sentences begin: after "U.S." or "Inc." they say that a new one does. */
export const STARTERS = words(`
  The A An He She It They We I You This That These Those There Here His Her Its Their Our My Your
  In On At By For From With Under Over After Before During Since Until Despite Because Although Though While When Where If As
  But And Or So Yet Nor However Meanwhile Moreover Instead Still Also Then Now Thus Therefore Nevertheless Nonetheless
  Some Many Most Both Several All Each Every Another Other Others Such Only Even Just No Not Nobody Nothing None
  What Who Why How Which Whether Once According Earlier Later Last Asked Speaking Officials Critics Experts Analysts
  It's He's She's They're We're I'm That's There's Don't Let's Yes Well`)

/**
 * Whether `word` (without its stop) keeps the stop as part of its token.
 * @param follows what comes after the stop: the end of the sentence, a number, or something else
 */
export function keepsStop(word: string, follows: 'end' | 'number' | 'other'): boolean {
  if (BEFORE_NUMBER.has(word)) return follows === 'number'
  if (follows === 'end' && ALSO_WORDS.has(word)) return false
  return TITLES.has(word) || ANYWHERE.has(word)
}
