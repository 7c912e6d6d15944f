/**
 * Plain questions about the shipped sample texts. What is expected was checked against what the texts say. `has` must be
 * among the results and `not` must not be, so that a text that is read better one day adds to an answer without breaking the test.
 */
import { beforeAll, describe, expect, test } from 'vitest'
import type { Outcome, Verdict } from '../../src/ask/answer.ts'
import { type Ask, askSamples, valuesOf } from './support.ts'

let ask: Ask
beforeAll(async () => {
  ask = await askSamples()
}, 120_000)

type Row = readonly [question: string, has: readonly string[], not?: readonly string[]]

const NAMES: readonly Row[] = [
  // Who did it?
  ['Who met Xi Jinping?', ['Emmanuel Macron'], ['Vladimir Putin']],
  ['Who met Putin in December?', ['Steve Witkoff'], ['Xi Jinping', 'Rustem Umerov']],
  ['who met putin in december', ['Steve Witkoff'], ['Rustem Umerov']],
  ['Which envoys met Putin?', ['Steve Witkoff'], ['Jared Kushner', 'Donald Trump']],
  ['Which U.S. envoys met Putin?', ['Steve Witkoff'], ['Rustem Umerov']],
  ['Who met Macron in China?', ['Xi Jinping'], ['Vladimir Putin']],
  ['Which country attacked Egypt first?', ['Israel'], ['France', 'United Kingdom']],
  ['Who has been to Omagh?', ['Bill Clinton', 'Tony Blair'], ['Gerry Adams']],
  ['who’s the president of Finland?', ['Urho Kekkonen']],
  ['With whom did Germany sign an agreement?', ['Poland'], ['Belgium']],
  ['Who met Napoleon?', ['Klemens von Metternich']],
  ['Who met Stresemann in September 1926?', ['Aristide Briand'], ['Hans Luther']],
  ['Who met Robert Kennedy?', ['Anatoly Dobrynin'], ['Andrei Gromyko']],
  ['Who met Ibn Saud?', ['Franklin D. Roosevelt'], ['Winston Churchill']],
  ['Who met Brezhnev?', ['Gerald Ford']],
  ['Who met Zhou Enlai in 1971?', ['Henry Kissinger'], ['Richard Nixon', 'Anthony Eden']],
  ['Who met Zhou Enlai in Geneva?', ['Anthony Eden', 'Vyacheslav Molotov'], ['Henry Kissinger']],
  ['Who met Izetbegovic in December 1994?', ['Jimmy Carter'], ['Radovan Karadžić']],
  ['who met karadzic', ['Jimmy Carter'], ['Richard Holbrooke']],
  ['Who shook hands with Arafat?', ['Yitzhak Rabin'], ['Bill Clinton']],
  ['Who met Hitler and Daladier?', ['Neville Chamberlain', 'Benito Mussolini'], ['Adolf Hitler']],
  ['Show everyone who met Nixon.', ['Mao Zedong']],
  ['Who held talks with Castro?', ['Anastas Mikoyan']],
  ['With whom did Le Duc Tho negotiate?', ['Henry Kissinger']],
  ['Who negotiated with Fidel Castro in November 1962?', ['Anastas Mikoyan']],
  ['Who struck Hanoi?', ['United States'], ['North Vietnam']],
  ['Who attacked Egypt in October 1956?', ['Israel'], ['United States']],
  ['Who attacked Ukraine?', ['Russia'], ['United States']],
  ['Who visited Omagh in September 1998?', ['Bill Clinton', 'Tony Blair'], ['Gerry Adams']],
  ['Who visited Jerusalem in 1977?', ['Anwar Sadat'], ['Jimmy Carter']],
  ['Who went to Potsdam?', ['Clement Attlee', 'Ernest Bevin']],
  ['Who succeeded Anthony Eden?', ['Harold Macmillan', 'Ernest Bevin'], ['Clement Attlee']],
  ['Who succeeded Eden as prime minister?', ['Harold Macmillan'], ['Halifax']],
  ['By whom was Winston Churchill succeeded?', ['Clement Attlee']],
  ['Who rejected the American plan?', ['Russia'], ['Vladimir Putin']],
  ['List all ambassadors', ['Thomas Byrne', 'Anatoly Dobrynin'], ['Steve Witkoff']],
  ['Who rejected the Treaty of Versailles?', ['U.S. Senate'], ['Woodrow Wilson']],
  ['Who was arrested by the KGB?', ['Nicholas Daniloff'], ['Gennadi Zakharov']],
  ['Which people did the United Nations charge?', ['Radovan Karadžić', 'Ratko Mladić']],
  ['Who was charged by the UN?', ['Radovan Karadžić', 'Ratko Mladić']],
  ['Who expelled Chiang Kai-shek?', ['United Nations']],
  ['Who assisted Carter?', ['Cyrus Vance', 'Zbigniew Brzezinski']],
  ['Who resigned in 1938?', ['Edvard Beneš'], ['Anthony Eden', 'Richard Nixon']],
  ['Who is allied with Prussia?', ['Austria', 'Russia', 'United Kingdom'], ['France']],
  // Whom, where to?
  ['Whom did Shultz succeed?', ['Alexander Haig']],
  ['Whom did Truman succeed?', ['Franklin D. Roosevelt']],
  ['Whom did Metternich meet in Dresden?', ['Napoleon Bonaparte']],
  ['Whom did Clinton send to the Balkans?', ['Richard Holbrooke'], ['George Mitchell']],
  ['Who was sent to Northern Ireland?', ['George Mitchell'], ['Richard Holbrooke']],
  ['Whom did Trump send to Moscow?', ['Steve Witkoff', 'Jared Kushner'], ['Vladimir Putin']],
  ['Which envoys did Trump send to Moscow?', ['Steve Witkoff'], ['Jared Kushner']],
  ['Whom did Nixon send to Saigon?', ['Henry Kissinger']],
  ['Who sent Mikoyan to Havana?', ['Nikita Khrushchev']],
  ['Which countries did Israel attack?', ['Egypt']],
  ['Which cities did American bombers strike?', ['Hanoi', 'Haiphong']],
  ['Which cities did Carter visit?', ['Cairo', 'Jerusalem', 'Sarajevo'], ['Dayton']],
  // Offices and ties
  ['Who is the president of France?', ['Emmanuel Macron', 'Jacques Chirac'], ['Guy Mollet', 'Aristide Briand']],
  ['Who is the American president?', ['Donald Trump', 'Gerald Ford'], ['Charles Dawes', 'Henry Kissinger']],
  ['Who is the leader of Likud?', ['Benjamin Netanyahu']],
  ['Who leads Likud?', ['Benjamin Netanyahu']],
  ['Who is the chairman of the PLO?', ['Yasser Arafat'], ['Mahmoud Abbas']],
  ['Who belongs to the PLO?', ['Mahmoud Abbas']],
  ['Who is the president of Cyprus?', ['Makarios']],
  ['Who is France’s foreign minister?', ['Aristide Briand', 'Christian Pineau'], ['Emmanuel Macron']],
  ['Who is the envoy of Trump?', ['Steve Witkoff'], ['Jared Kushner']],
  ['Whose envoy is Witkoff?', ['Donald Trump'], ['Vladimir Putin']],
  ['Who is Trump’s son-in-law?', ['Jared Kushner'], ['Steve Witkoff']],
  ['Who represents Sinn Féin?', ['Gerry Adams', 'Martin McGuinness'], ['John Hume']],
  ['Who speaks for the European Union?', ['Carl Bildt']],
  ['Who works for Nixon?', ['Henry Kissinger']],
  ['Which countries joined the League of Nations?', ['Germany'], ['United States']],
  // When, where?
  ['When did Metternich meet Napoleon?', ['26 June 1813']],
  ['When did Nixon meet Mao?', ['21 February 1972']],
  ['When did Sadat visit Jerusalem?', ['19 November 1977']],
  ['When did Israel attack Egypt?', ['29 October 1956']],
  ['When did Nixon resign?', ['9 August 1974']],
  ['When was the meeting in Munich?', ['29 September 1938']],
  ['When did Kissinger meet Zhou Enlai?', ['9 July 1971 to 11 July 1971']],
  ['When did Neville Chamberlain first meet Hitler?', ['15 September 1938'], ['29 September 1938']],
  ['When was the last time Neville Chamberlain met Hitler?', ['29 September 1938'], ['15 September 1938']],
  ['Where did Ford and Brezhnev meet?', ['Helsinki']],
  ['Where did Briand and Stresemann meet?', ['Thoiry']],
  ['In which city did Reagan meet Gorbachev?', ['Geneva']],
  ['Where did Carter go in March 1979?', ['Cairo', 'Jerusalem'], ['Sarajevo']],
  // Whose word?
  ['Who says that Russia attacked Ukraine?', ['officials']],
  ['Who said that the Soviet aid was defensive?', ['Andrei Gromyko']],
  ['Who says that Russia rejects the plan?', ['Vladimir Putin']],
]

describe('names, days, places and speakers', () => {
  test.each(NAMES.map(([question, has, not = []]) => [question, has, not] as const))('%s', (question, has, not) => {
    const { outcome, results, answer } = ask(question)
    expect({ question, outcome, answer }).toEqual({ question, outcome: 'found', answer })
    expect(valuesOf(results)).toEqual(expect.arrayContaining([...has]))
    expect(not.filter((name) => valuesOf(results).includes(name))).toEqual([])
    for (const { facts } of results) {
      expect(facts.length).toBeGreaterThan(0)
      for (const { evidence } of facts) expect(evidence[0]?.sentence.text.length).toBeGreaterThan(10)
    }
  })
})

const SENTENCES: readonly (readonly [question: string, answer: RegExp])[] = [
  ['How many were wounded in Odesa?', /^6 wounded/],
  ['how many people were wounded in odesa', /^6 wounded/],
  ['How many people were killed in Omagh?', /^29 killed/],
  ['How many were killed in the Kherson region?', /^2 killed.*according to Vladimir Saldo/],
  ['How many people visited Omagh?', /^2: /],
  ['What happened in Kherson?', /Attack on Kherson/],
  ['How many people were killed in total?', /^At least 59 killed/],
  ['How often did Kissinger visit Beijing?', /^At least twice, as the texts tell it: July 1971, last October 1971/],
  ['How many times did Ford meet Brezhnev?', /^At least once/],
  ['How many meetings did Kissinger have?', /^1: Kissinger–Zhou meeting/],
  ['When did Ford first meet Brezhnev?', /^30 July 1975\. It is the earliest that the library has a date for\.$/],
  ['What did Kissinger do in 1971?', /Aid from Khan.*visited Beijing.*met Zhou Enlai/],
  ['what did trump do', /sent Steve Witkoff.*sent Jared Kushner/],
  ['What did Putin say about the American plan?', /^2 statements of Vladimir Putin/],
  ['What agreements were signed in Paris?', /Bosnia.*14 December 1995/],
  ['Which meetings did Gorbachev attend?', /Reagan–Gorbachev meeting in Geneva/],
  ['What’s the link between Macron and Xi?', /Emmanuel Macron – met – Xi Jinping/],
  ['kissinger molotov connection', /Zhou Enlai/],
  ['Where is Kherson?', /^Kherson: city in Ukraine/],
  ['Who is Saldo?', /Appointment of Saldo/],
  ['What happened in Ukraine?', /Odesa.*Kherson.*Kryvyi Rih/],
  ['How many were wounded in Ukraine?', /^7 wounded/],
  ['What happened in Omagh?', /29 killed.*Clinton and Blair/],
  ['What happened in Munich in September 1938?', /meeting in Munich \(29 September 1938\)/],
  ['List attacks on Egypt in 1956.', /Israel \(29 October 1956\)/],
  ['List visits to Beijing.', /July 1971.*October 1971/],
  ['How is Witkoff connected to Trump?', /Steve Witkoff – speaks for – Donald Trump/],
  ['How are Clinton and Holbrooke connected?', /Bill Clinton – sent – Richard Holbrooke/],
  ['What is the connection between Kissinger and Molotov?', /Zhou Enlai/],
  ['How is Kushner connected to Umerov?', /Steve Witkoff – met \(planned\) – Rustem Umerov/],
  ['Who is Xi Jinping?', /China’s leader/],
  ['Who is Steve Witkoff?', /special envoy.*speaks for Donald Trump/],
  ['What did the officials say about Ukraine?', /^One statement of “officials”: Russia struck Ukraine/],
  ['What did Gromyko say?', /Soviet Union gave aid to Cuba/],
  ['Did Rabin meet Arafat?', /^Yes, 13 September 1993/],
  ['Was Hanoi attacked in December 1972?', /^Yes, 18 December 1972 to 29 December 1972/],
  ['was putin met by witkoff', /^Yes, 2 December 2025/],
  ['Is Macron the president of France?', /^Yes\./],
  ['Is Abbas a member of the PLO?', /^Yes\./],
  ['Did the KGB arrest Daniloff?', /^Yes/],
  ['Were there attacks on Egypt?', /^Yes, 29 October 1956/],
]

describe('what is answered in a sentence', () => {
  test.each(SENTENCES)('%s', (question, expected) => {
    const { outcome, answer } = ask(question)
    expect(answer).toMatch(expected)
    expect(outcome).toBe('found')
  })
})

/** Nothing that is planned, denied or claimed comes out as a fact. */
const STATUS: readonly (readonly [question: string, outcome: Outcome, verdict: Verdict | undefined, answer: RegExp])[] =
  [
    ['Did Witkoff meet Umerov?', 'in part', 'planned', /^Planned, not reported as having happened, 4 December 2025/],
    ['Will Umerov meet Witkoff?', 'found', 'planned', /^Yes, it is planned/],
    ['Who met Umerov?', 'in part', undefined, /does not say so of anybody.*Steve Witkoff \(planned\)/],
    ['Did Umerov visit Miami?', 'in part', 'planned', /^Planned/],
    ['Who will visit Miami?', 'found', undefined, /^Rustem Umerov\.$/],
    ['Did Mladić go to Dayton?', 'in part', 'denied', /^Denied: the text says that it is not so/],
    ['did karadzic visit dayton', 'in part', 'denied', /^Denied/],
    ['Did the United States join the League of Nations?', 'in part', 'denied', /^Denied/],
    ['Did China agree with the United States?', 'in part', 'denied', /^Denied/],
    ['Did Kissinger and Gromyko agree?', 'in part', 'denied', /^Denied/],
    ['Did Israel withdraw from Sinai?', 'in part', 'planned', /^Planned/],
    ['Did the United States withdraw from South Vietnam?', 'in part', 'planned', /^Planned/],
    ['Were there elections in Vietnam?', 'in part', 'planned', /^Planned.*July 1956/],
    ['Did Russia attack Ukraine?', 'found', 'claimed', /^So says “officials”; the text does not say it itself/],
    ['Did Putin agree to the plan?', 'in part', 'denied', /^Denied by Vladimir Putin/],
    ['Did Macron meet Xi in December 2025?', 'in part', 'undated', /^Told, but the text gives no date/],
    ['Did Putin talk to Kushner in Moscow?', 'in part', 'unplaced', /^Told in a sentence that speaks of the place/],
    ['Were there agreements in 1975?', 'in part', undefined, /^The library does not say so\. Told otherwise: .*denied/],
    ['When did Macron visit Beijing?', 'in part', undefined, /tells of it, but not when, published 4 December 2025/],
  ]

describe('plans, denials and claims', () => {
  test.each(STATUS)('%s', (question, outcome, verdict, answer) => {
    const found = ask(question)
    expect({ outcome: found.outcome, verdict: found.verdict }).toEqual({ outcome, verdict })
    expect(found.answer).toMatch(answer)
  })
})

const UNANSWERED: readonly (readonly [question: string, outcome: Outcome, answer: RegExp])[] = [
  ['Who met Angela Merkel?', 'not in the library', /^“Angela Merkel” is not in the library\.$/],
  ['Who met Putn?', 'not in the library', /“Putn”.*Is Vladimir Putin meant\?/],
  ['who met witkof', 'not in the library', /“witkof”.*Is Steve Witkoff meant\?/],
  ['Who met Gorbatchev?', 'not in the library', /Is Mikhail Gorbachev meant\?/],
  ['who visited helsinky', 'not in the library', /Is Helsinki meant\?/],
  ['Who attacked Spain?', 'not in the library', /^“Spain” is not in the library/],
  ['What happened in Berlin?', 'not in the library', /^“Berlin” is not in the library/],
  ['Did Putin meet Zelenskyy?', 'not in the library', /^Not in the library\. The library does not say so\.$/],
  ['Did Attlee meet Truman in 1950?', 'not in the library', /^Not in the library/],
  ['Who attacked Poland?', 'not in the library', /does not say so of anybody/],
  ['Who met Brezhnev last year?', 'not in the library', /^Not in the library/],
  ['Who mediated between Russia and Japan?', 'not in the library', /^Not in the library/],
  ['Who is the first minister of Northern Ireland?', 'not in the library', /^Not in the library/],
  ['Where was Clemenceau shot?', 'not in the library', /^Not in the library/],
  ['Who accuses Brezhnev?', 'not in the library', /^Not in the library/],
  ['How many Ukrainians were killed?', 'not in the library', /gives no number/],
  ['Was Daniloff a spy?', 'not understood', /^Not understood/],
  ['How many were killed in Odesa?', 'not in the library', /gives no number/],
  ['Which French presidents met Dobrynin?', 'not in the library', /^Not in the library/],
  ['Who met Chamberlain?', 'ambiguous', /Austen Chamberlain or Neville Chamberlain/],
  ['Where did Roosevelt meet Stalin?', 'ambiguous', /Franklin D\. Roosevelt or Theodore Roosevelt/],
  ['Why did Nixon resign?', 'not understood', /no reasons/],
  ['How did Napoleon escape?', 'not understood', /How somebody did something/],
  [
    'Who signed the Treaty of Versailles?',
    'not understood',
    /What Treaty of Versailles has to do with it is not clear/,
  ],
  ['Where is Putin?', 'not understood', /^Not understood/],
  ['Who met him?', 'not understood', /Write the name of whom "him" means/],
  ['What did he say?', 'not understood', /Write the name of whom "he" means/],
  ['Who loves Putin?', 'not understood', /no relation for "love"/],
  ['What is the weather in Moscow?', 'not understood', /^Not understood/],
  ['Who met the president?', 'not understood', /Which "president" is meant/],
  ['Who says so?', 'not understood', /Say what is meant/],
  ['Hello', 'not understood', /^Not understood/],
  ['???', 'not understood', /no question/],
]

describe('what is not in the library, or not understood, is not guessed', () => {
  test.each(UNANSWERED)('%s', (question, outcome, answer) => {
    const found = ask(question)
    expect(found.outcome).toBe(outcome)
    expect(found.answer).toMatch(answer)
    expect(found.results).toEqual([])
  })
})

test('an answer tells how the question was understood, in words and in a query that gives the same', () => {
  const { understood, reference, results } = ask('Who met Putin in December?')
  expect(understood?.words).toBe('Those who met Vladimir Putin in December 2025')
  expect(understood?.cypher).toContain("(b:Person {label: 'Vladimir Putin'})")
  expect(reference).toBe('2025-12-04')
  const { document, sentence } = results[0]!.facts[0]!.evidence[0]!
  expect(document.source).toBe('Dragoman samples')
  expect(sentence.text).toContain('Witkoff')
})

test('times are told from the day that is given', () => {
  expect(ask('What happened last month?', '1956-11-20').understood?.words).toBe('Events in October 1956')
  expect(valuesOf(ask('What happened last month?', '1956-11-20').results).join()).toContain('Attack on Egypt by Israel')
})
