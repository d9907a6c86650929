import { addGrant } from '../db/queries/people.ts';
import { closeGrant } from '../db/queries/people-office.ts';
import type { Role, UnitKind } from '../domain/organisation/organisation.ts';
import type { UseCase } from './use-case.ts';

/** Whether a role brings the rights of the campaign's office with it: its head's and deputies' do. */
export const bringsOperator = (role: Role, kind: UnitKind): boolean =>
  kind === 'office' && (role === 'head' || role === 'deputyHead');

/** Gives or takes the operator's right with a role of the office; elsewhere a role brings none. */
export async function followRole(
  useCase: UseCase,
  personId: number,
  { kind, was, is }: { kind: UnitKind; was: Role | null; is: Role },
): Promise<void> {
  const { tx, today } = useCase;
  if (bringsOperator(is, kind)) await addGrant(tx, { personId, kind: 'operator', fromOn: today });
  else if (was !== null && bringsOperator(was, kind)) await closeGrant(tx, personId, 'operator', today);
}
