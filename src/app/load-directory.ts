import type { Db } from '../db/client.ts';
import {
  listGrants,
  listLeadersInCharge,
  listMemberships,
  listPeople,
  listReachablePersonIds,
  listUnits,
} from '../db/queries/directory.ts';
import { listStandIns } from '../db/queries/stand-ins.ts';
import type { Day } from '../domain/days.ts';
import { createDirectory, type Directory } from '../domain/organisation/directory.ts';

/** Who stands where on a day: read once, asked often. */
export async function loadDirectory(db: Db, on: Day): Promise<Directory> {
  const grants = await listGrants(db, on);
  return createDirectory({
    units: await listUnits(db, on),
    people: await listPeople(db, on),
    memberships: await listMemberships(db, on),
    leadersInCharge: await listLeadersInCharge(db, on),
    operators: grants.filter((grant) => grant.kind === 'operator').map((grant) => grant.personId),
    reachable: await listReachablePersonIds(db),
    standIns: await listStandIns(db, on),
  });
}
