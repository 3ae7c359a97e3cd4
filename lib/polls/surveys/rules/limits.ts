/** What groups can be computed from in a few seconds; also more than anybody votes on in one sitting. */
export const MOST_STATEMENTS = 100
/** So that nobody's statements crowd out the others'. */
export const MOST_BY_ONE = 10
/** Characters of a statement: one thought. */
export const LONGEST = 200
