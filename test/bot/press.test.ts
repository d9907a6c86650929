import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodePress, encodePress, type PressAction } from '../../src/bot/callback-data/press.ts';

/** Every button ever shipped, as it stands under messages that people still have. Lines are added, never changed. */
const SHIPPED: [data: string, action: PressAction, ...numbers: number[]][] = [
  ['by:7', 'bind', 7],
  ['bn:7', 'declineBinding', 7],
  ['u:128', 'undo', 128],
  ['cy:9', 'confirmPending', 9],
  ['cn:9', 'dropPending', 9],
  ['sy:9', 'confirmSeveral', 9],
  ['sn:9', 'dropSeveral', 9],
  ['ct:9:12', 'chooseTask', 9, 12],
  ['dy:12', 'confirmCompletion', 12],
  ['dn:12', 'returnCompletion', 12],
  ['lm:0', 'listMine', 0],
  ['lu:2', 'listUnit', 2],
  ['tc:12', 'card', 12],
  ['qp:12:75', 'quickPercent', 12, 75],
  ['ka', 'kpiAll'],
  ['ku:3', 'kpiUnit', 3],
  ['gl', 'goLive'],
  ['gc', 'goLiveUnits'],
  ['gu:3', 'goLiveUnit', 3],
  ['gs', 'refreshSetup'],
  ['gr:0', 'groupScope', 0],
  ['iy:4', 'applyImport', 4],
  ['in:4', 'dropImport', 4],
  ['ed:9:20260720', 'extensionDay', 9, 20_260_720],
  ['rs:9', 'sendRequest', 9],
  ['rd:9', 'dropRequest', 9],
  ['rw:4', 'withdrawRequest', 4],
  ['ry:4', 'approveRequest', 4],
  ['rn:4', 'refuseRequest', 4],
  ['rf:4:1', 'refuseRequestFor', 4, 1],
  ['ru:4:3', 'returnToUnit', 4, 3],
  ['rp:9:7', 'chooseRequestPerson', 9, 7],
  ['bu:128:5', 'undoBlocker', 128, 5],
  ['bc:12', 'closeBlockers', 12],
  ['vy:9', 'confirmDirective', 9],
  ['vn:9', 'dropDirective', 9],
  ['fy:9', 'confirmCorrection', 9],
  ['fn:9', 'dropCorrection', 9],
  ['ou:3', 'overdueOfUnit', 3],
  ['jp:0', 'unreadTexts', 0],
  ['wu:9:3', 'draftUnit', 9, 3],
  ['wo:9', 'draftOtherUnit', 9],
  ['wp:9:7', 'draftPerson', 9, 7],
  ['wl:9:1', 'draftPeople', 9, 1],
  ['wd:9:20260720', 'draftDay', 9, 20_260_720],
  ['wx:9', 'draftOtherDay', 9],
  ['wr:9:1', 'draftProduct', 9, 1],
  ['wa:9:0', 'draftAuthority', 9, 0],
  ['wf:9:2', 'draftFacet', 9, 2],
  ['wt:9:5', 'draftType', 9, 5],
  ['wy:9', 'issueDraft', 9],
  ['wn:9', 'dropDraft', 9],
  ['py:9:7', 'assignPerson', 9, 7],
  ['pn:9', 'dropAssignment', 9],
  ['ay:12', 'acceptTask', 12],
  ['ar:12', 'returnTask', 12],
  ['xg:5', 'explain', 5],
  ['xc:9:1', 'explanationCause', 9, 1],
  ['xs:9', 'sendExplanation', 9],
  ['xd:9', 'dropExplanation', 9],
  ['xv:6', 'viewExplanation', 6],
  ['xa:6:0', 'acceptExplanation', 6, 0],
  ['xr:6', 'returnExplanation', 6],
  ['xf:6:2', 'returnExplanationFor', 6, 2],
  ['tj:12:1', 'taskJournal', 12, 1],
  ['tb:3:1:0', 'tasksBy', 3, 1, 0],
  ['rv:4', 'viewRequest', 4],
  ['ra', 'refreshApprovals'],
  ['bx:5', 'confirmBlocker', 5],
  ['bt:5', 'raiseTicket', 5],
  ['tv:4', 'viewTicket', 4],
  ['tf:4', 'forwardTicket', 4],
  ['tt:9:7', 'forwardTicketTo', 9, 7],
  ['tn:9', 'dropForward', 9],
  ['ta:4', 'answerTicket', 4],
  ['nl', 'bottlenecks'],
  ['na', 'addBottleneck'],
  ['nv:3', 'viewBottleneck', 3],
  ['nd:9:1', 'bottleneckDomain', 9, 1],
  ['nu:9:3', 'bottleneckUnit', 9, 3],
  ['ny:9:20260720', 'bottleneckDay', 9, 20_260_720],
  ['nw:9', 'bottleneckWithoutDay', 9],
  ['nk:9:2', 'bottleneckAsk', 9, 2],
  ['ns:9', 'recordBottleneck', 9],
  ['nn:9', 'dropBottleneck', 9],
  ['nm:3:2', 'moveBottleneck', 3, 2],
  ['nc:3', 'confirmBottleneck', 3],
  ['ob:2:20260731', 'openReport', 2, 20_260_731],
  ['of:4', 'printReport', 4],
  ['op:4:3', 'writeReportPart', 4, 3],
  ['oy:4:12', 'explainInReport', 4, 12],
  ['os:4', 'submitReport', 4],
  ['ot:2:20260731', 'reportStatus', 2, 20_260_731],
  ['on:4', 'returnReport', 4],
  ['oc:2:20260731', 'consolidateReports', 2, 20_260_731],
  ['ov:4', 'viewReport', 4],
  ['ew:4', 'exportList', 4],
];

const LARGEST_ID = 2_147_483_647;

describe('what a button carries', () => {
  it.each(SHIPPED)('%s is still read as %s', (data, action, ...numbers) => {
    expect(decodePress(data)).toEqual({ action, numbers });
    expect(encodePress(action, ...numbers)).toBe(data);
  });

  it('has one code for each action', () => {
    const actions = SHIPPED.map(([, action]) => action);
    const codes = SHIPPED.map(([data]) => data.split(':')[0]);
    expect(new Set(actions).size).toBe(SHIPPED.length);
    expect(new Set(codes).size).toBe(SHIPPED.length);
  });

  it.each(SHIPPED)('%s fits in 64 bytes with the largest ids', (_, action, ...numbers) => {
    const longest = encodePress(action, ...numbers.map(() => LARGEST_ID));
    expect(Buffer.byteLength(longest)).toBeLessThanOrEqual(64);
    expect(decodePress(longest)).toEqual({ action, numbers: numbers.map(() => LARGEST_ID) });
  });
});

describe('a press that is not ours is nothing', () => {
  it.each([
    '',
    ':',
    'zz:1',
    'u',
    'u:',
    'u:1:2',
    'ka:1',
    'qp:12',
    'u:-1',
    'u:1.5',
    'u:1e3',
    'u: 1',
    'u:١٢',
    'u:0x10',
    'u:2147483648',
    'u:99999999999999999999',
    'U:1',
    '__proto__:1',
    'constructor',
    "u:1'; drop table tasks",
  ])('“%s”', (data) => {
    expect(decodePress(data)).toBeNull();
  });

  it('and whatever bytes come, only what we could have written is read', () => {
    const anyData = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 64 }),
      fc.string({ unit: fc.constantFrom('u', 'q', 'p', 'k', 'a', ':', '0', '1', '9', '-'), maxLength: 16 }),
    );
    fc.assert(
      fc.property(anyData, (data) => {
        const press = decodePress(data);
        if (press === null) return;
        expect(decodePress(encodePress(press.action, ...press.numbers))).toEqual(press);
        expect(press.numbers.every((number) => Number.isSafeInteger(number) && number >= 0)).toBe(true);
      }),
    );
  });
});
