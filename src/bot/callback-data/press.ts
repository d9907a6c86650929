/**
 * What a button carries: a short permanent code and numbers, at most 64 bytes. It is a stored format: a code is never
 * given another meaning, and every format ever shipped stays decodable.
 */
const CODES = {
  bind: 'by',
  declineBinding: 'bn',
  undo: 'u',
  confirmPending: 'cy',
  dropPending: 'cn',
  confirmSeveral: 'sy',
  dropSeveral: 'sn',
  chooseTask: 'ct',
  confirmCompletion: 'dy',
  returnCompletion: 'dn',
  listMine: 'lm',
  listUnit: 'lu',
  card: 'tc',
  quickPercent: 'qp',
  kpiAll: 'ka',
  kpiUnit: 'ku',
  goLive: 'gl',
  goLiveUnits: 'gc',
  goLiveUnit: 'gu',
  refreshSetup: 'gs',
  groupScope: 'gr',
  applyImport: 'iy',
  dropImport: 'in',
} as const;

/** How many numbers each action carries. */
const NUMBER_COUNTS: Record<keyof typeof CODES, number> = {
  bind: 1,
  declineBinding: 1,
  undo: 1,
  confirmPending: 1,
  dropPending: 1,
  confirmSeveral: 1,
  dropSeveral: 1,
  chooseTask: 2,
  confirmCompletion: 1,
  returnCompletion: 1,
  listMine: 1,
  listUnit: 1,
  card: 1,
  quickPercent: 2,
  kpiAll: 0,
  kpiUnit: 1,
  goLive: 0,
  goLiveUnits: 0,
  goLiveUnit: 1,
  refreshSetup: 0,
  groupScope: 1,
  applyImport: 1,
  dropImport: 1,
};

/** Ids are the database's integers: a larger number was never ours. */
const LARGEST_NUMBER = 2_147_483_647;

export type PressAction = keyof typeof CODES;

export interface Press {
  action: PressAction;
  numbers: number[];
}

const ACTIONS = new Map(
  Object.entries(CODES).map(([action, code]) => [code as string, action as PressAction]),
);

/** `u:128`: the code, then numbers in base 10. */
export function encodePress(action: PressAction, ...numbers: number[]): string {
  return [CODES[action], ...numbers].join(':');
}

/** Reads what a button carried; `null` when nothing of ours is in it (forged or foreign). */
export function decodePress(data: string): Press | null {
  const [code = '', ...rest] = data.split(':');
  const action = ACTIONS.get(code);
  if (action === undefined || rest.length !== NUMBER_COUNTS[action]) return null;
  const isOurs = rest.every((part) => /^\d{1,10}$/.test(part) && Number(part) <= LARGEST_NUMBER);
  return isOurs ? { action, numbers: rest.map(Number) } : null;
}
