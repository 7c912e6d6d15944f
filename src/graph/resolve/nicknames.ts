/** Short forms of given names in English, and of names that news in English often shortens. Common knowledge, written down by hand. */
const LINES = `
abigail: abby
alexander: alex, alec, sandy, sasha, aleksandr
alexandra: alex, sandra, sasha
alfred: alf, alfie, fred
amanda: mandy
andrew: andy, drew
anthony: tony
antonio: toni
arthur: art
barbara: barb
benjamin: ben, benny
bernard: bernie
bradley: brad
catherine: cathy, kate, katie, kathy
charles: charlie, chuck
christine: chris, tina
christopher: chris, kit
cynthia: cindy
daniel: dan, danny
david: dave
deborah: debbie, deb
dmitri: dima, dmitry
dominic: dom
donald: don, donnie
dorothy: dot, dottie
edward: ed, eddie, ted, ned
eleanor: ellie, nell
elizabeth: liz, beth, betty, lizzie, eliza, libby
eugene: gene
francis: frank
franklin: frank
frederick: fred, freddie
gabriel: gabe
gerald: gerry, jerry
gregory: greg
harold: hal, harry
henry: harry, hank
ivan: vanya
jacob: jake
jacqueline: jackie
james: jim, jimmy, jamie
janet: jan
jeffrey: jeff
jennifer: jen, jenny
jeremy: jerry
jessica: jess
john: jack, johnny
jonathan: jon
joseph: joe, joey
joshua: josh
judith: judy
katherine: kate, kathy, katie
kenneth: ken, kenny
kimberly: kim
lawrence: larry
leonard: len, lenny
leonid: lyonya
leroy: roy
madeleine: maddie
margaret: maggie, meg, peggy, rita
matthew: matt
maximilian: max
michael: mike, mick, mickey
mikhail: misha
mitchell: mitch
natalia: natasha
nathaniel: nate
nicholas: nick
nikolai: kolya
oliver: ollie
pamela: pam
patricia: pat, trish, patty
patrick: pat, paddy
peter: pete
philip: phil
raymond: ray
rebecca: becky
richard: dick, rick, rich
robert: bob, bobby, rob, bert
roberta: bobbie
ronald: ron, ronnie
samuel: sam
sebastian: seb
sergei: seryozha
stanley: stan
stephen: steve
steven: steve
susan: sue, susie
terence: terry
theodore: ted, teddy, theo
theresa: tess, terry
thomas: tom, tommy
timothy: tim
valentina: valya
victoria: vicky
vincent: vince
vladimir: volodya, vova
walter: walt
william: bill, billy, will, willie, liam
yevgeny: zhenya
zachary: zach
`

const FULL: ReadonlyMap<string, ReadonlySet<string>> = (() => {
  const names = new Map<string, Set<string>>()
  for (const line of LINES.trim().split('\n')) {
    const [full = '', short = ''] = line.split(': ')
    for (const name of short.split(', ')) names.set(name, (names.get(name) ?? new Set()).add(full))
  }
  return names
})()

/** Whether one given name can be short for the other, or both for one; in lower case. */
export const areNicknames = (a: string, b: string): boolean => {
  const [ofA, ofB] = [FULL.get(a), FULL.get(b)]
  if (ofA?.has(b) || ofB?.has(a)) return true
  return ofA !== undefined && ofB !== undefined && [...ofA].some((full) => ofB.has(full))
}
