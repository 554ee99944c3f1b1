/**
 * Stands in for `@colors/colors/safe`, with which cli-table3 would paint headings and borders. Cells come to it painted,
 * so it never asks for it.
 */
module.exports = {};
