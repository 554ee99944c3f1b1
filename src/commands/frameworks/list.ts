import { Command } from "commander";
import type { CommandContext } from "../../cli/context.ts";
import type { Sheet } from "../../render/sheet.ts";
import type { ShelfEntry } from "../../shelf/compiled.ts";

/** `frameworks list`: what can be assessed. */
export function listCommand({ host }: CommandContext): Command {
  return new Command("list")
    .description("List the bundled frameworks.")
    .option("--ids", "ids only, one a line")
    .action(async (flags: { ids?: boolean }) => {
      const [{ createShelf }, { drawSheet }, { write }] = await Promise.all([
        import("../../shelf/shelf.ts"),
        import("../../cli/draw.ts"),
        import("../../cli/output.ts"),
      ]);
      const entries = await createShelf(host.root).list();
      if (flags.ids === true) await write(host.stdout, entries.map((entry) => `${entry.id}\n`).join(""));
      else await drawSheet(host, listSheet(entries));
    });
}

function listSheet(entries: readonly ShelfEntry[]): Sheet {
  return {
    title: "Frameworks",
    blocks: [
      ...entries.map((entry) => ({
        kind: "entry" as const,
        lead: { text: entry.id, tone: "strong" as const },
        title: entry.title,
        aside: { text: `version ${entry.version}`, tone: "quiet" as const },
        facts: [
          { label: "for", text: entry.purpose },
          { label: "who", text: entry.audiences.join(", ") },
          {
            label: "size",
            text: `${entry.items} items, ${entry.dimensions} dimensions, about ${entry.minutes} minutes`,
          },
        ],
      })),
      {
        kind: "paragraph",
        text: "More of one: trust-audit frameworks show ID. Your own: trust-audit frameworks new FILE.",
        tone: "quiet",
      },
    ],
  };
}
