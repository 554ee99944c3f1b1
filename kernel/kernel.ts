/** Adds rows of the block to the sums of a cell: part by part, and step by step. */
import { scoreDimension } from "./dimensions";
import { addNarrow } from "./narrow";
import { pickRows, takeRows } from "./part";
import { addPatterns } from "./patterns";
import { BLOCKS, BLOCKS_END, DIMENSION_BYTES, DIMENSIONS, DIMENSIONS_END, PART_ROWS } from "./plan";
import { multiplyColumns } from "./products";
import { addScores, scoreOutcomes } from "./scores";
import { addSpread } from "./spread";
import { tallyItems } from "./tallies";

/** The part in hand. A dimension's columns are multiplied at once, while they are near. */
function addPart(kernel: usize): void {
  tallyItems(kernel);
  const end = <usize>load<u32>(kernel, DIMENSIONS_END);
  for (let dimension = <usize>load<u32>(kernel, DIMENSIONS); dimension < end; dimension += DIMENSION_BYTES) {
    scoreDimension(dimension);
    multiplyColumns(load<u32>(dimension, BLOCKS), load<u32>(dimension, BLOCKS_END));
  }
  scoreOutcomes(kernel);
  addScores(kernel);
  addNarrow(kernel);
  addPatterns(kernel);
  addSpread(kernel);
}

/** Rows whose numbers stand at `order`, or (`order` 0) the first `count` of the block. */
export function addRows(kernel: usize, order: usize, count: u32): void {
  for (let first: u32 = 0; first < count; first += PART_ROWS) {
    const rows = min<u32>(PART_ROWS, count - first);
    if (order === 0) takeRows(kernel, first, rows);
    else pickRows(kernel, order + ((<usize>first) << 1), rows);
    addPart(kernel);
  }
}
