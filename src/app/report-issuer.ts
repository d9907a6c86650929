import { findPerson, findUnit, listMemberships, type MembershipRow } from '../db/queries/directory.ts';
import type { Day } from '../domain/days.ts';
import type { ReportIssuer } from '../domain/report/report-model.ts';
import type { UseCase } from './use-case.ts';

/** Who issues and signs a report: the plan's signer for the department, the head of the day for a unit. */
export async function readIssuer(useCase: UseCase, unitId: number | null, on: Day): Promise<ReportIssuer> {
  const { title, name } = useCase.plan.organisation.signer;
  if (unitId === null) return { unit: null, signerTitle: title, signerName: name, isActing: false };
  const found = await findUnit(useCase.tx, unitId);
  if (found === undefined) throw new Error(`No unit has the id ${unitId}`);
  const head = pickHead(await listMemberships(useCase.tx, on), unitId);
  const person = head === undefined ? undefined : await findPerson(useCase.tx, head.personId);
  return {
    unit: { code: found.code, name: found.name, shortName: found.shortName },
    signerTitle: head?.title ?? '',
    signerName: person?.fullName ?? null,
    isActing: head?.isActing ?? false,
  };
}

/** The head, else whoever acts as head. */
function pickHead(memberships: readonly MembershipRow[], unitId: number): MembershipRow | undefined {
  const heads = memberships.filter(
    (m) => m.unitId === unitId && (m.role === 'head' || m.role === 'director'),
  );
  return heads.find((m) => !m.isActing) ?? heads[0];
}
