/** Inflected forms that no rule explains: "base form form ...". */
const expand = (table: string): ReadonlyMap<string, string> =>
  new Map(
    table
      .trim()
      .split('\n')
      .flatMap((row) => {
        const [base, ...forms] = row.trim().split(/\s+/)
        return forms.map((form): [string, string] => [form, base!])
      }),
  )

export const VERBS = expand(`
  be am is are was were been being 's 're 'm ’s ’re ’m ai wuz
  have has had having 've 'd ’ve ’d
  do does did done doing du
  go goes went gone
  arise arose arisen
  awake awoke awoken
  bear bore borne born
  beat beaten
  become became
  befall befell befallen
  beget begot begotten
  begin began begun beginning
  behold beheld
  bend bent
  bereave bereft
  beseech besought
  bid bade bidden bidding
  bind bound
  bite bit bitten biting
  bleed bled
  blow blew blown
  break broke broken
  breed bred
  shed shed
  wed wed
  embed embedded embedding
  bring brought
  build built
  burn burnt
  buy bought
  catch caught
  choose chose chosen choosing
  cling clung
  come came coming
  creep crept
  deal dealt
  die dying dies died
  dig dug
  draw drew drawn
  dream dreamt
  drink drank drunk
  drive drove driven
  dwell dwelt
  dye dyeing
  eat ate eaten
  fall fell fallen
  feed fed
  feel felt
  fight fought
  find found
  flee fled
  fling flung
  fly flew flown flies
  forbid forbade forbidden
  forget forgot forgotten
  forgive forgave forgiven
  forsake forsook forsaken
  freeze froze frozen freezing
  get got gotten getting
  give gave given
  grind ground
  grow grew grown
  hang hung
  hear heard
  hide hid hidden
  hold held
  keep kept
  kneel knelt
  know knew known
  lay laid
  lead led
  lean leant
  leap leapt
  learn learnt
  leave left
  lend lent
  lie lay lain lying lies lied
  light lit
  lose lost losing
  make made
  mean meant
  meet met
  mow mown
  pay paid
  plead pled
  prove proven
  quit quitting
  ride rode ridden
  ring rang rung
  rise rose risen
  run ran running
  saw sawn
  say said
  see saw seen seeing
  seek sought
  sell sold
  send sent
  sew sewn
  shake shook shaken
  shine shone
  shoot shot
  show shown
  shrink shrank shrunk
  sing sang sung
  sink sank sunk
  sit sat sitting
  slay slew slain
  sleep slept
  slide slid
  sling slung
  sneak snuck
  sow sown
  speak spoke spoken
  speed sped
  spend spent
  spill spilt
  spin spun
  spit spat
  spoil spoilt
  spring sprang sprung
  stand stood
  steal stole stolen
  stick stuck
  sting stung
  stink stank stunk
  strew strewn
  stride strode
  strike struck stricken
  string strung
  strive strove striven
  swear swore sworn
  sweep swept
  swell swollen
  swim swam swum
  swing swung
  take took taken
  teach taught
  tear tore torn
  tell told
  think thought
  thrive throve
  throw threw thrown
  tie tying ties tied
  tread trod trodden
  vie vying vies vied
  wake woke woken
  wear wore worn
  weave wove woven
  weep wept
  win won winning
  wind wound
  wring wrung
  write wrote written writing
  ski skiing skied
  taxi taxiing
  panic panicked panicking
  mimic mimicked mimicking
  traffic trafficked trafficking
  picnic picnicked picnicking
  lynch lynched
  ache ached aching aches
  owe owed owing
  age aging
  eye eyeing eyed
  singe singeing
  agree agreed
  disagree disagreed
  free freed
  guarantee guaranteed
  decree decreed
  oversee overseeing
  die died
  untie untied untying
  can ca
  will wo 'll ’ll
  could coulda
  would 'd ’d
  cost cost
  gon gon
  target targeted targeting
  bus bused busing bussed
  gas gassed gassing
  veto vetoes vetoed vetoing
  echo echoes echoed echoing
  focus focused focusing focuses focussed
  bias biased biasing
  canvas canvased
  lens lenses`)

export const NOUNS = expand(`
  man men
  woman women
  child children
  people people
  foot feet
  tooth teeth
  goose geese
  mouse mice
  ox oxen
  die dice
  penny pence
  wife wives
  life lives
  knife knives
  leaf leaves
  shelf shelves
  wolf wolves
  thief thieves
  half halves
  calf calves
  loaf loaves
  elf elves
  self selves
  scarf scarves
  hoof hooves
  wharf wharves
  crisis crises
  analysis analyses
  base bases
  hypothesis hypotheses
  thesis theses
  emphasis emphases
  diagnosis diagnoses
  oasis oases
  parenthesis parentheses
  synthesis syntheses
  axis axes
  neurosis neuroses
  phenomenon phenomena
  criterion criteria
  media media
  data data
  bacterium bacteria
  memorandum memoranda
  referendum referenda
  curriculum curricula
  stratum strata
  stadium stadia
  quantum quanta
  alumnus alumni
  nucleus nuclei
  stimulus stimuli
  cactus cacti
  fungus fungi
  focus foci
  radius radii
  syllabus syllabi
  pupa pupae
  codex codices
  corpus corpora
  index indices
  matrix matrices
  appendix appendices
  vertex vertices
  formula formulae
  larva larvae
  antenna antennae
  alga algae
  bureau bureaux
  plateau plateaux
  kibbutz kibbutzim
  virus viruses
  bus buses
  bonus bonuses
  campus campuses
  status statuses
  census censuses
  consensus consensuses
  caucus caucuses
  circus circuses
  walrus walruses
  genius geniuses
  surplus surpluses
  chorus choruses
  prospectus prospectuses
  gas gases
  atlas atlases
  canvas canvases
  bias biases
  alias aliases
  lens lenses
  iris irises
  tennis tennis
  quiz quizzes
  movie movies
  cookie cookies
  calorie calories
  zombie zombies
  rookie rookies
  selfie selfies
  hippie hippies
  prairie prairies
  genie genies
  pie pies
  tie ties
  lie lies
  die dies
  smoothie smoothies
  veggie veggies
  indie indies
  birdie birdies
  doggie doggies
  series series
  species species
  means means
  headquarters headquarters
  shoe shoes
  toe toes
  foe foes
  canoe canoes
  oboe oboes
  horseshoe horseshoes
  tiptoe tiptoes
  ache aches
  headache headaches
  stomachache stomachaches
  cache caches
  niche niches
  psyche psyches
  avalanche avalanches
  quiche quiches
  moustache moustaches
  mustache mustaches
  axe axes
  clothes clothes
  thanks thanks
  regards regards
  politics politics
  troops troops
  grounds grounds
  manners manners
  proceedings proceedings
  whereabouts whereabouts
  contents contents
  p.m. pm
  a.m. am
  corps corps
  work works
  barracks barracks
  crossroads crossroads
  woods woods
  proceeds proceeds
  goods goods
  outskirts outskirts
  glasses glasses
  pants pants
  jeans jeans
  scissors scissors
  trousers trousers
  shorts shorts
  sunglasses sunglasses
  pajamas pajamas
  belongings belonging
  savings saving`)

export const ADJECTIVES = expand(`
  good better best
  bad worse worst
  far farther farthest further furthest
  old elder eldest
  late latter
  more more
  most most
  less less
  least least
  few fewer fewest
  free freer freest
  true truer truest
  shy shyer
  dry drier driest
  sly slyer`)

export const ADVERBS = expand(`
  well better best
  badly worse worst
  far farther farthest further furthest
  more more
  most most
  less less
  least least`)

/** Words of closed classes, by tag of Universal Dependencies. */
export const CLOSED: Readonly<Record<string, ReadonlyMap<string, string>>> = {
  PRON: expand(`
    I i me 'i
    we us 's ’s
    he him
    she her hers
    his his
    they them 'em ’em em
    my my mine
    our our ours
    your your yours ur
    their their theirs
    you u ya yo
    it its' itt
    that those dat
    this these
    whom whom
    one ones`),
  DET: expand(`
    a an
    that those dat
    this these
    the teh da tha`),
  AUX: expand(`
    be am is are was were been being 's 're 'm ’s ’re ’m ai m r
    have has had having 've ’ve
    do does did done doing du
    get got getting gets gotten
    can ca
    could could
    will wo 'll ’ll
    would 'd ’d
    shall sha
    might might`),
  PART: expand(`
    not n't n’t nt
    to ta na
    's ' ’s ’`),
  ADP: expand(`
    of o' o
    with w/ w
    without w/o
    than then`),
  CCONJ: expand(`
    and & n 'n' +`),
}

/** Words that lemmas write out. */
export const WRITTEN_OUT: ReadonlyMap<string, string> = new Map(
  `jan january feb february mar march apr april jun june jul july aug august sep september sept september oct october nov november
  dec december mon monday tue tuesday tues tuesday wed wednesday thu thursday thurs thursday thur thursday fri friday sat saturday
  sun sunday`
    .split(/\s+/)
    .flatMap((word, i, all) =>
      i % 2 === 0 ? [[word, all[i + 1]!.replace(/^./, (c) => c.toUpperCase())] as [string, string]] : [],
    ),
)
