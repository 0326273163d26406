#!/usr/bin/env node
import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { EXPORT_FORMATS } from "../export/formats.js";
import { SIGNALS } from "../features/signals.js";
import { GENERATOR } from "../generator.js";
import { optimiseLater } from "../node/engine.js";
import { FailedError, UsageError } from "./errors.js";

function number(min: number, max: number, whole = false): (value: string) => number {
  return (value) => {
    const n = Number(value);
    if (value.trim() === "" || !Number.isFinite(n) || n < min || n > max || (whole && !Number.isInteger(n))) {
      throw new InvalidArgumentError(`a ${whole ? "whole " : ""}number from ${min} to ${max}.`);
    }
    return n;
  };
}

/** A command whose code and data are loaded when it is asked for. */
const loaded =
  <A extends unknown[]>(load: () => Promise<(...args: A) => Promise<void>>) =>
  async (...args: A): Promise<void> =>
    (await load())(...args);

const collect = (value: string, previous: string[] = []): string[] => [...previous, value];

const SIGNALS_HELP = `signals to use: "words" alone, or a list of ${SIGNALS.join(", ")}, embeddings, vectors`;
const OUT = new Option("--out <file>", "write to a file, whole or not at all");
const MAX_MB = new Option("--max-mb <n>", "refuse files with more megabytes of text").argParser(number(0.001, 10000));
const THEME = new Option("--theme <id>", "a theme by its id, or the file of a codebook (.json)");

function reading(command: Command): Command {
  return command
    .option("--json", "one JSON document on standard output")
    .option("--csv", "the rows as CSV")
    .addOption(OUT)
    .option("--no-repair", "leave damaged text as it is")
    .option("--kind <kind>", "read every document as this kind, whatever is detected")
    .addOption(MAX_MB);
}

/** Options that say what a score is made of. */
function scored(command: Command): Command {
  return command
    .option("--signals <list>", SIGNALS_HELP)
    .option("--stems <name>", "with --signals words: snowball or natural")
    .option("--model <folder>", "the model of the signal embeddings; needs the package @huggingface/transformers")
    .option("--vectors <file>", "the word vectors of the signal vectors, as train makes them");
}

/** Options that leave a corpus only what speaks of a theme. */
function themed(command: Command): Command {
  return command
    .addOption(
      new Option("--theme <id>", "only what is kern for this theme: its id, or the file of a codebook (.json)"),
    )
    .option("--marginal", "with --theme: what touches the theme in passing too");
}

const program = new Command("ankerpunt")
  .description("Compares Dutch competency documents: what overlaps, and where.")
  .version(GENERATOR.version)
  .addHelpText(
    "after",
    `
Formats, told by their content: plain text, Markdown, HTML, PDF with a text layer, Word (.docx), statement lists
(.csv, .tsv, .xlsx with the columns id,text or code,tekst), and the corpus JSON that parse prints.`,
  )
  .showHelpAfterError("(ankerpunt --help shows how)")
  // Of many statements match does the same so long that the engine's own time is the better one.
  .hook("preAction", (_, command) => {
    if (command.name() !== "match") optimiseLater();
  })
  .exitOverride();

program
  .command("extract")
  .description("print the decoded or extracted text that all offsets refer to")
  .argument("<files...>", "files, folders, globs, or - for standard input")
  .addOption(OUT)
  .addOption(MAX_MB)
  .action(loaded(async () => (await import("./commands/extract.js")).extract));

reading(program.command("parse").description("read documents into dossiers, units and statements"))
  .argument("<files...>", "files, folders, globs, FILE#dossier-id, or - for standard input")
  .option("--without-text", "leave the sentences out, keep what comparing needs")
  .option("--audit", "an HTML page that shows where every passage of the source went")
  .action(async (files, { withoutText, audit: page, ...flags }) =>
    page
      ? (await import("./commands/audit.js")).audit(files, flags)
      : (await import("./commands/parse.js")).parse(files, { ...flags, text: !withoutText }),
  );

themed(reading(program.command("overlap").description("what dossiers share, pair by pair and as groups")))
  .argument("<files...>", "files, folders, globs, FILE#dossier-id, or - for standard input")
  .option("--by <what>", "compare each dossier, profile or variant", "dossier")
  .option("--threshold <score>", "least score of a near counterpart", number(0, 1))
  .action(loaded(async () => (await import("./commands/overlap.js")).overlapCommand));

/** Options of what pairs A and B. */
function pairing(command: Command): Command {
  return themed(command)
    .option("--by <what>", "pair units or statements", "unit")
    .option("--unit-kind <kind>", "pair units of the rank of this kind")
    .option("--threshold <score>", "least score of a counterpart", number(0, 1));
}

pairing(reading(program.command("align").description("counterparts of A in B, one to one, and what has none")))
  .argument("<a>", "file, folder or FILE#dossier-id")
  .argument("<b>", "the same")
  .action(loaded(async () => (await import("./commands/align.js")).alignCommand));

pairing(reading(program.command("crosswalk").description("align with the decisions of a person in it")))
  .argument("[a]", "file, folder or FILE#dossier-id")
  .argument("[b]", "the same; without A and B the decisions of several people are compared")
  .option(
    "--decisions <file>",
    "table or JSON of decisions (a, b, decision, remark); may be given more than once",
    collect,
  )
  .action(loaded(async () => (await import("./commands/crosswalk.js")).crosswalkCommand));

reading(program.command("anchors").description("where a theme comes up: statements, units, partners"))
  .argument("<files...>", "files, folders, globs, FILE#dossier-id, or - for standard input")
  .addOption(THEME)
  .option("--gaps", "for each dossier what is kern in the others and has no counterpart in it, grouped by meaning")
  .option("--level <nlqf>", "with --gaps: only what is asked at this level of the NLQF", number(1, 8, true))
  .action(loaded(async () => (await import("./commands/anchors.js")).anchorsCommand));

reading(program.command("code").description("sheets on which people code a theme; evaluate reads them back"))
  .argument("<files...>", "files, folders, globs, FILE#dossier-id, or - for standard input")
  .addOption(THEME)
  .option("--coders <names>", "names of the coders, with commas between; each gets a file")
  .option("--to <format>", "csv or xlsx; by default what --out ends in")
  .action(loaded(async () => (await import("./commands/code.js")).codeCommand));

reading(
  program.command("levels").description("variants and what changes from level to level; the level that wording shows"),
)
  .argument("<files...>", "files, folders, globs, FILE#dossier-id, or - for standard input")
  .option("--threshold <score>", "least score at which two taken in other words are the same", number(0, 1))
  .addOption(THEME)
  .action(loaded(async () => (await import("./commands/levels.js")).levelsCommand));

scored(
  reading(
    program.command("match").description("for every statement of A the most similar ones of B, or of the rest of A"),
  ),
)
  .argument("<a>", "file, folder or FILE#dossier-id")
  .argument("[b]", "the same")
  .option("--top <n>", "most rows for each statement", number(1, 1000, true))
  .option("--min <score>", "least score", number(0, 1))
  .option("--shard <i/n>", "only the i-th of n parts of A, for merge to put together")
  .option(
    "--workers <n>",
    "threads to score shortlists with (above 5,000 candidates); the result is the same",
    number(1, 64, true),
  )
  .option("--cost", "print what the comparison cost, in numbers that are the same on every machine")
  .action(loaded(async () => (await import("./commands/match.js")).matchCommand));

scored(
  reading(
    program.command("evaluate").description("scores against judged pairs, or labels of readers against each other"),
  ),
)
  .argument("[files...]", "the files that hold the judged statements")
  .option(
    "--gold <file>",
    "table of judged pairs (query,candidate,grade) or of labels (id and a column a coder); more than once for labels",
    collect,
  )
  .option("--coders <list>", "columns that hold labels")
  .option("--labels <list>", "the labels in their order")
  .option("--theme <id>", "hold labels of a theme against the program's too, on statements and units")
  .option("--threshold <score>", "least score of a pair that overlaps", number(0, 1))
  .option("--seed <n>", "of the bootstrap", number(0, 4294967295, true))
  .option("--draws <n>", "of the bootstrap", number(1, 100000, true))
  .action(loaded(async () => (await import("./commands/evaluate.js")).evaluateCommand));

reading(program.command("train").description("word vectors from the statements of files, for --vectors"))
  .argument("<files...>", "files, folders, globs, FILE#dossier-id, or - for standard input")
  .option("--dimensions <n>", "length of the vectors", number(2, 300, true))
  .option("--seed <n>", "of the random start", number(0, 4294967295, true))
  .action(loaded(async () => (await import("./commands/train.js")).trainCommand));

program
  .command("merge")
  .description("put the parts together that match --shard made")
  .argument("<files...>", "the JSON files of all parts: files, folders or globs")
  .option("--json", "one JSON document on standard output")
  .option("--csv", "the rows as CSV")
  .addOption(OUT)
  .action(loaded(async () => (await import("./commands/merge.js")).mergeCommand));

pairing(reading(program.command("export").description("dossiers in the formats of others, a file or two for each")))
  .argument("<files...>", "files, folders, globs, FILE#dossier-id, or - for standard input")
  .option("--to <format>", `one of ${EXPORT_FORMATS.join(", ")}`)
  .option("--decisions <file>", "decisions about counterparts, for case, skos and sssom", collect)
  .action(loaded(async () => (await import("./commands/export.js")).exportCommand));

reading(program.command("versions").description("what changed between two versions of one document"))
  .argument("<old>", "file or FILE#dossier-id")
  .argument("<new>", "the same")
  .option("--threshold <score>", "least score of a statement in other words", number(0, 1))
  .action(loaded(async () => (await import("./commands/versions.js")).versionsCommand));

// A reader that is gone (| head) is no failure, of help neither; who writes results is told apart (`print`).
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") process.exitCode = 1;
  });
}

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else if (error instanceof UsageError || error instanceof FailedError) {
    process.stderr.write(`ankerpunt: ${error.message}\n`);
    process.exitCode = error instanceof UsageError ? 2 : 1;
  } else {
    process.stderr.write(`ankerpunt: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
