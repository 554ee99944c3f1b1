/** Seeded whole numbers of 32 bits (xorshift32, Marsaglia 2003). @param {number} seed not 0 @returns {() => number} from 0 to 2³² − 1 */
export function randomWords(seed) {
  let state = seed | 0;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
}
