import type { UseCase } from './use-case.ts';

class RehearsalOver extends Error {}

/** Carries work out and takes all of it back: a preview is exactly what the real thing would do. */
export async function rehearse<Result>(
  useCase: UseCase,
  work: (inside: UseCase) => Promise<Result>,
): Promise<Result> {
  let result: Result | undefined;
  try {
    await useCase.tx.transaction(async (tx) => {
      result = await work({ ...useCase, tx });
      throw new RehearsalOver();
    });
  } catch (error) {
    if (!(error instanceof RehearsalOver)) throw error;
  }
  return result as Result;
}
