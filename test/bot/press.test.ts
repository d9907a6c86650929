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
