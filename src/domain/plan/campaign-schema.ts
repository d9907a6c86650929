import { z } from 'zod';
import { dayShape, keyShape, nonEmptyText, unitCodeShape } from './shapes.ts';

/** The campaign itself (R2, R3); `number` and `issuedOn` stay null until the plan is signed. */
export const campaignSchema = z.strictObject({
  key: keyShape,
  name: nonEmptyText,
  slogan: nonEmptyText,
  startOn: dayShape,
  endOn: dayShape,
  dayCount: z.int().min(1),
  horizonOn: dayShape,
  number: nonEmptyText.nullable(),
  issuedOn: dayShape.nullable(),
});

/** Who issues the documents: the head of every printed page (NĐ 30/2020). */
export const organisationSchema = z.strictObject({
  name: nonEmptyText,
  shortName: nonEmptyText,
  parent: nonEmptyText,
  symbol: nonEmptyText,
  place: nonEmptyText,
  signer: z.strictObject({ title: nonEmptyText, name: nonEmptyText }),
});

/** A document that tasks can be based on (R1). */
export const legalBasisSchema = z.strictObject({
  key: keyShape,
  number: nonEmptyText.nullable(),
  issuedOn: dayShape.nullable(),
  issuer: nonEmptyText,
  title: nonEmptyText,
});

const UNIT_KINDS = ['leadership', 'office', 'planningFinance', 'department', 'center', 'union'] as const;

/** A unit with every spelling that documents and people use for it (R138). */
export const unitSchema = z.strictObject({
  code: unitCodeShape,
  name: nonEmptyText,
  shortName: nonEmptyText,
  kind: z.enum(UNIT_KINDS),
  aliases: z.array(nonEmptyText),
});
