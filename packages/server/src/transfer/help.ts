/** What `wherefore --help` prints. */
export const HELP = `Take all briefs out of a data folder, or into one, while its server is stopped.

  wherefore export [--data-dir FOLDER] [--format jsonl|markdown|csv] [--status STATUS] [--out FILE|FOLDER]
  wherefore import FILE|FOLDER [--data-dir FOLDER] [--all-or-nothing]

  --data-dir FOLDER   where wherefore.db is; WHEREFORE_DATA_DIR or ./data when left out
  --format            jsonl (the default): a line for each brief, with history, times and follow link: nothing is lost
                      markdown: for people; an import takes the briefs from it, not their history
                      csv: for spreadsheets; can't be imported
  --status STATUS     only briefs in this state, such as received or accepted
  --out FILE          a new file that only you can read; standard output when left out
  --out FOLDER/       with markdown: a file for each brief, <id>.md, in a new or empty folder
  --all-or-nothing    store nothing unless everything in the file is good; without it every good brief is stored

An import stores what is not there yet. What is there already stays as it is: done twice, it changes nothing.

An export holds everything that people wrote and decided, names and mail addresses included.
Keep it like the database, and delete it when it has served.

Exit code: 0 all went well; 1 something was not done, and standard error says what; 2 this is not how it is called.
`;
