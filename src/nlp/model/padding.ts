/** Positions before and after the sentence that features may look at. */
export const PAD = 4
