import * as v from 'valibot';

/** The parts of valibot's schema objects that lead inwards. */
interface Inner {
  type: string;
  entries?: Record<string, v.GenericSchema>;
  item?: v.GenericSchema;
  items?: v.GenericSchema[];
  value?: v.GenericSchema;
  wrapped?: v.GenericSchema;
  getter?: (input: unknown) => v.GenericSchema;
  key?: string;
  options?: v.GenericSchema[];
}

/** What is expected at a path of a value: an issue about a missing field names the field, and nothing more. */
export function schemaAt(
  root: v.GenericSchema,
  value: unknown,
  path: readonly (string | number)[],
): v.GenericSchema | undefined {
  let schema: v.GenericSchema | undefined = root;
  let here = value;
  for (const step of path) {
    const outer: Inner | undefined = schema && unwrap(schema, here);
    schema = outer?.entries?.[step] ?? outer?.item ?? outer?.items?.[Number(step)] ?? outer?.value;
    here = (here as Record<string | number, unknown> | undefined)?.[step];
  }
  return schema;
}

function unwrap(schema: v.GenericSchema, value: unknown): Inner | undefined {
  const inner = schema as unknown as Inner;
  if (inner.wrapped) return unwrap(inner.wrapped, value);
  if (inner.getter) return unwrap(inner.getter(value), value);
  if (inner.type !== 'variant' || !inner.options || inner.key === undefined) return inner;
  const key = inner.key;
  const kind = (value as Record<string, unknown> | undefined)?.[key];
  const options = inner.options.map((option) => unwrap(option, value));
  return options.find((option) => option?.entries?.[key] && v.is(option.entries[key], kind));
}
