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
  extensionDay: 'ed',
  sendRequest: 'rs',
  dropRequest: 'rd',
  withdrawRequest: 'rw',
  approveRequest: 'ry',
  refuseRequest: 'rn',
  refuseRequestFor: 'rf',
  returnToUnit: 'ru',
  chooseRequestPerson: 'rp',
  undoBlocker: 'bu',
  closeBlockers: 'bc',
  confirmDirective: 'vy',
  dropDirective: 'vn',
  confirmCorrection: 'fy',
  dropCorrection: 'fn',
  overdueOfUnit: 'ou',
  unreadTexts: 'jp',
  draftUnit: 'wu',
  draftOtherUnit: 'wo',
  draftPerson: 'wp',
  draftPeople: 'wl',
  draftDay: 'wd',
  draftOtherDay: 'wx',
  draftProduct: 'wr',
  draftAuthority: 'wa',
  draftFacet: 'wf',
  draftType: 'wt',
  issueDraft: 'wy',
  dropDraft: 'wn',
  assignPerson: 'py',
  dropAssignment: 'pn',
  acceptTask: 'ay',
  returnTask: 'ar',
  explain: 'xg',
  explanationCause: 'xc',
  sendExplanation: 'xs',
  dropExplanation: 'xd',
  viewExplanation: 'xv',
  acceptExplanation: 'xa',
  returnExplanation: 'xr',
  returnExplanationFor: 'xf',
  taskJournal: 'tj',
  tasksBy: 'tb',
  viewRequest: 'rv',
  refreshApprovals: 'ra',
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
  extensionDay: 2,
  sendRequest: 1,
  dropRequest: 1,
  withdrawRequest: 1,
  approveRequest: 1,
  refuseRequest: 1,
  refuseRequestFor: 2,
  returnToUnit: 2,
  chooseRequestPerson: 2,
  undoBlocker: 2,
  closeBlockers: 1,
  confirmDirective: 1,
  dropDirective: 1,
  confirmCorrection: 1,
  dropCorrection: 1,
  overdueOfUnit: 1,
  unreadTexts: 1,
  draftUnit: 2,
  draftOtherUnit: 1,
  draftPerson: 2,
  draftPeople: 2,
  draftDay: 2,
  draftOtherDay: 1,
  draftProduct: 2,
  draftAuthority: 2,
  draftFacet: 2,
  draftType: 2,
  issueDraft: 1,
  dropDraft: 1,
  assignPerson: 2,
  dropAssignment: 1,
  acceptTask: 1,
  returnTask: 1,
  explain: 1,
  explanationCause: 2,
  sendExplanation: 1,
  dropExplanation: 1,
  viewExplanation: 1,
  acceptExplanation: 2,
  returnExplanation: 1,
  returnExplanationFor: 2,
  taskJournal: 2,
  tasksBy: 3,
  viewRequest: 1,
  refreshApprovals: 0,
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
