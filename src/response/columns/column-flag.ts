import type { SegmentColumn } from "../source-plan.ts";

/** A flag that names a column. */
export type ColumnFlag = SegmentColumn["flag"] | "--weight" | "--id";
