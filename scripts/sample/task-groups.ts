import { CAMPAIGN_TASKS } from './campaign-tasks.ts';
import { CENTER_TASKS } from './center-tasks.ts';
import { DIGITAL_TASKS } from './digital-tasks.ts';
import { LEADERSHIP_TASKS } from './leadership-tasks.ts';
import { OFFICE_TASKS } from './office-tasks.ts';
import { QUALITY_TASKS } from './quality-tasks.ts';
import type { SampleGroup } from './sample-task.ts';
import { SCIENCE_TASKS } from './science-tasks.ts';

/** The tasks sheet in the order in which it is written. */
export const SAMPLE_GROUPS: readonly SampleGroup[] = [
  { heading: 'I. TỔ CHỨC ĐỢT THI ĐUA VÀ NHIỆM VỤ TRỌNG TÂM', tasks: CAMPAIGN_TASKS },
  { heading: 'II. KHOA HỌC, CÔNG NGHỆ VÀ ĐỔI MỚI SÁNG TẠO', tasks: SCIENCE_TASKS },
  { heading: 'III. CHUYỂN ĐỔI SỐ, BƯU CHÍNH, VIỄN THÔNG', tasks: DIGITAL_TASKS },
  { heading: 'IV. TIÊU CHUẨN, ĐO LƯỜNG, CHẤT LƯỢNG', tasks: QUALITY_TASKS },
  { heading: 'V. ỨNG DỤNG, DỊCH VỤ KHOA HỌC VÀ CÔNG NGHỆ', tasks: CENTER_TASKS },
  { heading: 'VI. CẢI CÁCH HÀNH CHÍNH, TỔ CHỨC, TÀI CHÍNH', tasks: OFFICE_TASKS },
  { heading: 'VII. CHỈ ĐẠO CHUNG VÀ ĐOÀN THANH NIÊN', tasks: LEADERSHIP_TASKS },
];
