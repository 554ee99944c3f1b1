import { ProblemsError } from "../../problems/problem.ts";
import { ReadFailure } from "./bytes.ts";
import { systemProblem } from "./problems.ts";

/** Runs a step of the reading; what the system said of the file becomes a problem that names it. */
export async function readable<T>(name: string, step: () => Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (error) {
    throw error instanceof ReadFailure ? new ProblemsError([systemProblem(name, error.code)]) : error;
  }
}
