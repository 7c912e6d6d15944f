const WEEKDAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/i
const MONTH = /^(?:January|February|March|April|May|June|July|August|September|October|November|December)$/

export const isWeekday = (word: string): boolean => WEEKDAY.test(word)

/** Days and months, written with a capital as names are, and never part of one. */
export const isCalendarWord = (word: string): boolean => MONTH.test(word) || (/^\p{Lu}/u.test(word) && isWeekday(word))
