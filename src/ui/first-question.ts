/** What the page asks first: the browser is told in the page itself, so that the answer comes while the scripts do. */

/** The most nodes that a screen can show without turning into a hairball. */
const MOST_NODES = 2000

/** Below `api/v1/`. */
export const FIRST_QUESTION = `graph?limit=${MOST_NODES}`
