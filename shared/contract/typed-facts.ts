import { z } from 'zod';
import { TYPED_WAYS, type TypedFacts } from '../domain/returns/typed/facts.ts';

/** 手工录入: by what way and when the unit's words came, who typed them, and the scan of what it wrote. */
export const typedFacts = z.object({
  way: z.enum(TYPED_WAYS),
  receivedOn: z.string(),
  by: z.string(),
  scan: z.object({ sha256: z.string(), name: z.string() }).nullable(),
}) satisfies z.ZodType<TypedFacts>;
