/**
 * Stands in for node:child_process, which commander loads for commands that are programs of their own. There are none
 * here, and loading it costs milliseconds of every start.
 */
module.exports = {};
