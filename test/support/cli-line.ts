/** A line of the command line with what a process of its own would have been given. */
export interface CliLine {
  readonly args: readonly string[];
  readonly folder: string;
  /** Standard input, in base64. */
  readonly input: string;
  readonly env: Readonly<NodeJS.ProcessEnv>;
}

/** What a line of the command line has said (命令行的输出), and its exit code. */
export interface CliResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}
