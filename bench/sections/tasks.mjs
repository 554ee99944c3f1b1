import { dataSet } from "../data/sets.mjs";
import { differences } from "../harness/check.mjs";
import { median, middleHalf, seconds } from "../harness/figures.mjs";
import { costOf, interleaved } from "../harness/processes.mjs";
import { auditOf, score } from "../harness/program.mjs";

const OURS = "trust-audit";
const TASKS = { scores: "scores", full: "full statistics", parse: "reading only" };

/**
 * @typedef {object} TaskOptions
 * @property {string} name of its place in docs/performance.md
 * @property {string} title
 * @property {keyof typeof import("../data/sets.mjs").SETS} set
 * @property {readonly ("scores" | "full")[]} tasks
 * @property {readonly string[]} among names of peers
 * @property {number} rounds
 * @property {readonly { ours: string, theirs: string, bar: number }[]} bars by names of contestants
 */

/** @typedef {{ name: string, task: "scores" | "full" | "parse", command: readonly string[], megabytes: number | null, cpu: number | null, off: string | null }} Contestant */

/**
 * The program and its peers on one file, in interleaved rounds. A peer that finds other numbers is named, and not timed.
 * @param {TaskOptions} options @param {{ peers: readonly import("../harness/peers.mjs").Peer[], folder: string, tell: (text: string) => void }} bench
 * @returns {import("../harness/report.mjs").Section}
 */
export function taskSection({ name, title, set: setName, tasks, among, rounds, bars }, { peers, folder, tell }) {
  tell(`${title}: data`);
  const set = dataSet(setName, folder);
  tell(`${title}: checking what each finds`);
  const all = contestants(set, { tasks, peers: peers.filter((peer) => among.includes(peer.name)) });
  const fit = all.filter(({ off }) => off === null);
  const commands = Object.fromEntries(fit.map((one) => [labelOf(one), one.command]));
  const times = interleaved(commands, rounds, (done) => tell(`${title}: round ${done} of ${rounds}`));
  const off = all.flatMap((one) => (one.off === null ? [] : [`${labelOf(one)} is left out: ${one.off}`]));
  return {
    ...{ name, title, times, notes: off },
    heading: ["what", "who", "median", "middle half", "beside trust-audit", "processor", "peak memory"],
    rows: fit.map((one) => rowOf(one, times)),
    bars: bars.map((bar) => barOf(bar, { times, setName, off })),
  };
}

/** @param {import("../data/sets.mjs").DataSet} set @returns {readonly Contestant[]} */
function contestants(set, { tasks, peers }) {
  const audit = auditOf(set);
  const ours = tasks.map((task) => {
    const command = score(set, ...(task === "scores" ? ["--only", "scores"] : []));
    const { megabytes, cpu } = costOf(command);
    return { name: OURS, task, command, megabytes, cpu, off: null };
  });
  const theirs = peers.flatMap((peer) =>
    peer.tasks
      .filter((task) => task === "parse" || tasks.includes(task))
      .map((task) => ({
        name: peer.name,
        task,
        command: peer.command(task, set),
        ...checked(peer.command(task, set), audit),
      })),
  );
  return [...ours, ...theirs];
}

/** One run of a peer: what it costs, and whether its numbers are those of the program. @param {readonly string[]} command @param {any} audit */
function checked(command, audit) {
  try {
    const { output, megabytes, cpu } = costOf(command);
    const [first, ...more] = differences(audit, JSON.parse(output));
    const off = first === undefined ? null : `${first}${more.length > 0 ? `, and ${more.length} more` : ""}`;
    return { megabytes, cpu, off };
  } catch (error) {
    return { megabytes: null, cpu: null, off: String(error instanceof Error ? error.message : error).slice(0, 300) };
  }
}

/** @param {Contestant} one @returns {string} */
function labelOf({ name, task }) {
  return task === "parse" ? name : `${name}, ${TASKS[task]}`;
}

/** @param {Contestant} one @param {Record<string, number[]>} times @returns {readonly string[]} */
function rowOf(one, times) {
  const own = times[labelOf(one)];
  const [low, high] = middleHalf(own);
  // Reading alone is set beside scores: no less can come of it.
  const beside = times[`${OURS}, ${TASKS[one.task === "full" ? "full" : "scores"]}`] ?? times[`${OURS}, ${TASKS.full}`];
  return [
    TASKS[one.task],
    one.name,
    seconds(median(own)),
    `${seconds(low)} to ${seconds(high)}`,
    one.name === OURS ? "" : `${(median(own) / median(beside)).toFixed(1)} ×`,
    one.cpu === null ? "" : seconds(one.cpu * 1000),
    one.megabytes === null ? "" : `${one.megabytes.toFixed(0)} MB`,
  ];
}

/** A bar against a peer that is absent or off is not missed but not measured: it says so, and stays unjudged. */
function barOf({ ours, theirs, bar }, { times, setName }) {
  const what = `${setName}: ${ours}`;
  const [own, other] = [times[ours], times[theirs]];
  if (own === undefined || other === undefined) {
    return {
      what,
      value: Number.NaN,
      unit: `× ${theirs}`,
      bar: Number.POSITIVE_INFINITY,
      note: `${theirs} was not measured`,
    };
  }
  const note = `${seconds(median(own))}, ${seconds(median(other))}`;
  return { what, value: median(own) / median(other), unit: `× ${theirs}`, bar, note };
}
