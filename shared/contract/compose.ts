/** All parts at once. */
type Joined<Parts extends readonly object[]> = Parts extends readonly [infer First, ...infer Rest extends readonly object[]]
  ? First & Joined<Rest>
  : unknown;

/** One record of the parts that the features give; a name that two of them give ends the program at its start. */
export function compose<const Parts extends readonly object[]>(...parts: Parts): Joined<Parts> {
  const made: Record<string, unknown> = {};
  for (const [name, entry] of parts.flatMap((part) => Object.entries(part))) {
    if (Object.hasOwn(made, name)) throw new Error(`${name} is registered twice`);
    made[name] = entry;
  }
  return made as Joined<Parts>;
}
