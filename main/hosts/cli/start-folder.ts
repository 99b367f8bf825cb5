/** npm runs scripts in the project's folder; what the user typed counts from where he typed it. */
export function startFolder(): string {
  const script = process.env['npm_lifecycle_event'];
  return (script === 'zhiqi' || script === 'demo' ? process.env['INIT_CWD'] : undefined) ?? process.cwd();
}
