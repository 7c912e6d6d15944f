const DAYS_AND_MONTHS =
  /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December)$/

/** Days and months, written with a capital as names are, and never part of one. */
export const isCalendarWord = (word: string): boolean => DAYS_AND_MONTHS.test(word)
