import type { IndicatorLight, IndicatorLine, WhyNoValue } from '../domain/indicator/indicator.ts';

const formatNumber = (value: number): string => value.toLocaleString('vi-VN', { maximumFractionDigits: 2 });

const formatShare = (value: number): string =>
  `${(Math.round(value * 1000) / 10).toLocaleString('vi-VN', { maximumFractionDigits: 1 })}%`;

/** What a light says. */
export const INDICATOR_ASSESSMENTS: Record<IndicatorLight, string> = {
  reached: 'Đạt',
  onTrack: 'Đúng tiến độ',
  behind: 'Chậm',
  watched: 'Theo dõi',
  unknown: 'Chưa có số liệu',
};

const WHY: Record<WhyNoValue, string> = {
  noBaseline: 'chưa có số liệu gốc',
  baselineZero: 'số liệu gốc bằng 0, không áp dụng',
  noData: 'chưa có dữ liệu',
  notEntered: 'chưa nhập số liệu',
};

type Valued = Pick<IndicatorLine, 'target' | 'formula' | 'value' | 'why'>;

/** What an indicator must reach. */
export const targetWords = ({ target }: Pick<IndicatorLine, 'target'>): string => {
  if (target.kind === 'all') return '100%';
  if (target.kind === 'atLeast') return `từ ${formatShare(target.value)}`;
  if (target.kind === 'cutBy') return `giảm từ ${formatShare(target.value)}`;
  return target.kind === 'done' ? 'hoàn thành' : 'theo dõi';
};

/** What it stands at, or why that is not known. */
export const valueWords = ({ value, why, target, formula }: Valued): string => {
  if (value === null) return WHY[why ?? 'noData'];
  if (formula === 'responsibilityCases') return `${formatNumber(value)} trường hợp`;
  if (target.kind !== 'cutBy') return formatShare(value);
  return value >= 0 ? `giảm ${formatShare(value)}` : `tăng ${formatShare(-value)}`;
};

/** A baseline as documents print it. */
export const baselineWords = (value: number | null): string => (value === null ? '' : formatNumber(value));
