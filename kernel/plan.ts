/**
 * What a kernel is told of its program and plan: records of 32-bit words, written by src/engines/scan/wasm-kernel.ts and what it
 * calls. A "place" is the address of one of the sums, which are numbers of 64 bits (and exact, since all that is added is whole). Offsets in bytes.
 */

/** Rows that go through all sums together: what is worked out for them stays in the nearest cache. Rows there are to one vector. */
export const PART_ROWS = 256;
export const LANES = 16;
/** Bytes from one column of picked rows to the next. */
export const PART_STRIDE = 320;

/** The kernel itself. Lists are a place and a number of records. */
export const BLOCK = 0;
export const ITEMS = 4;
export const PICKED = 8;
export const TALLIES = 12;
export const TALLIES_END = 16;
export const PADDED = 20;
export const PADDED_END = 24;
export const DIMENSIONS = 28;
export const DIMENSIONS_END = 32;
export const OUTCOMES = 36;
export const OUTCOMES_END = 40;
export const SCORES = 44;
export const SCORES_END = 48;
export const PAIRS = 52;
export const PAIRS_END = 56;
export const SETS = 60;
export const SETS_END = 64;
export const PATTERN = 68;
export const PATTERN_END = 72;
export const PATTERN_LEAST = 76;
export const LONG_RUN = 80;
export const STRAIGHT_LINE = 84;
export const SPREAD = 88;
export const SPREAD_END = 92;
export const SPREAD_MIDDLE = 96;
export const SPREAD_CHUNK = 100;
export const SPREAD_SUMS = 104;
export const ANY_SCORE = 108;
/** Where scores are small enough for 16 bits, pairs and sets are made of columns, and the lists above are empty. */
export const NARROW = 112;
export const NARROW_END = 116;
export const NARROW_BLOCKS = 120;
export const NARROW_BLOCKS_END = 124;
export const NARROW_SETS = 128;
export const NARROW_SETS_END = 132;
export const KERNEL_BYTES = 136;

/** Four codes of an item, and where rows that have them are counted. */
export const TALLY_COLUMN = 0;
export const TALLY_CODES = 4;
export const TALLY_PLACES = 8;
export const TALLY_BYTES = 24;

/** A dimension: its items, its score, what a sum is multiplied with for each answered weight (and whether that is a score). */
export const MEMBERS = 0;
export const MEMBERS_END = 4;
export const SCORE = 8;
export const FACTORS = 12;
/** Columns of products and the blocks they are multiplied in; 0: no products are wanted. */
export const COLUMNS = 16;
export const BLOCKS = 20;
export const BLOCKS_END = 24;
/** First of six: people, favourable, answers, and the three products. */
export const RATIO = 28;
export const DIMENSION_BYTES = 52;
/** Bytes for each weight: the factor, and a mask. */
export const FACTOR_BYTES = 16;

/** An item of a dimension. Recoded: (code xor FLIP) + ADD. Favourable: pieces of sixteen codes, see PIECE. */
export const MEMBER_COLUMN = 0;
export const WEIGHT = 4;
export const FLIP = 8;
export const ADD = 9;
export const PIECES = 12;
export const PIECES_END = 16;
export const MEMBER_BYTES = 20;
/** The first of the codes, then 1 for each that is favourable. Vectors need not be aligned. */
export const PIECE_FIRST = 0;
export const PIECE_FLAGS = 1;
export const PIECE_BYTES = 17;

/** A score: a value of 64 bits a row, zero where there is none, and behind them a mask of 64 bits a row. */
export const MASKS_AT = 2112;
export const SCORE_BYTES = 4224;
/** Its record: where it is, its three sums and (0: not wanted) three counts of thirds with their limits; the last two are worked out. */
export const VALUES = 0;
export const MOMENT = 4;
export const THIRDS = 16;
export const LEAST = 20;
export const SPAN = 28;
export const SUM_HERE = 36;
export const COUNT_HERE = 44;
export const SCORE_RECORD = 48;

/** Two scores, and where people, their two sums and the sum of products stand. */
export const FIRST = 0;
export const SECOND = 4;
export const PAIR_PLACES = 8;
export const PAIR_BYTES = 24;

/** Scores that people have all together: a list of score records; places of people, of sums, of products; masked copies. */
export const SET_MEMBERS = 0;
export const SET_MEMBERS_END = 4;
export const SET_PEOPLE = 8;
export const SET_SUMS = 12;
export const SET_PRODUCTS = 16;
export const SET_COPIES = 20;
export const SET_BYTES = 24;

/** A score in 16 bits: where its values of 64 bits are, its column, and the column of ones where there is a score. */
export const WIDE_VALUES = 0;
export const NARROW_VALUES = 4;
export const NARROW_ONES = 8;
export const NARROW_BYTES = 12;

/** A set of such scores: members (two columns each), the first of the columns that they are copied to, and blocks. */
export const NARROW_MEMBERS = 0;
export const NARROW_MEMBERS_END = 4;
export const NARROW_COPIES = 8;
export const NARROW_SET_BLOCKS = 12;
export const NARROW_SET_BLOCKS_END = 16;
export const NARROW_SET_BYTES = 20;
export const NARROW_MEMBER_BYTES = 8;

/** Two columns times four: where they are, and eight places. Columns hold 16 bits a row. */
export const LEFT = 0;
export const RIGHT = 4;
export const BLOCK_PLACES = 8;
export const BLOCK_BYTES = 40;
export const COLUMN_STRIDE = 576;
/** Numbers of a column are within ± this: see products.ts. */
export const LARGEST_NARROW = 5791;

/** A coded item of a dimension, in framework order. Bytes are masks. */
export const PATTERN_COLUMN = 0;
export const SAME_SCALE = 4;
export const REVERSED = 5;
export const PATTERN_BYTES = 8;

/** No place: see AT_FREE and so on for those of the scanner. What an answer that is missing is at most. */
export const LAST_MISSING = -126;
export const NO_CODE = 127;
