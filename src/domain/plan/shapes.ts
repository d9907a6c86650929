import { z } from 'zod';

/** The unit code that stands for every unit of the organisation ("các phòng, đơn vị"). */
export const ALL_UNITS = 'ALL';

export const dayShape = z.iso.date();
export const nonEmptyText = z.string().trim().min(1);
export const timeShape = z.iso.time({ precision: -1 });
/** ISO weekday, 1 = Monday … 7 = Sunday. */
export const weekdayShape = z.int().min(1).max(7);
export const dayOfMonthShape = z.int().min(1).max(31);
/** A number of working days. */
export const workingDaysShape = z.int().min(0).max(250);
/** A share: 0.98 for 98 %. */
export const shareShape = z.number().min(0).max(1);
/** A requirement of the plan, `R18`. */
export const requirementShape = z
  .string()
  .regex(/^R\d{1,3}$/, 'write the number of a requirement, for example R22');
/** A short permanent name inside the plan file, `gd2-so-ket`. */
export const keyShape = z
  .string()
  .regex(
    /^[a-z0-9]+(-[a-z0-9]+)*$/,
    'write a key of lower-case letters, digits and hyphens, for example gd2-so-ket',
  );
/** The code of a unit, `KHTC`; whether that unit exists is checked over the whole plan. */
export const unitCodeShape = z
  .string()
  .regex(/^[A-Z][A-Z0-9]*$/, 'write a unit code of capital letters and digits, for example KHTC');
