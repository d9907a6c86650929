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
  refreshSetup: 'gs',
  groupScope: 'gr',
  applyImport: 'iy',
  dropImport: 'in',
} as const;

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
  if (action === undefined || rest.some((part) => !/^\d{1,15}$/.test(part))) return null;
  return { action, numbers: rest.map(Number) };
}
