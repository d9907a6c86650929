import type { Day } from '../../src/domain/days.ts';

type SampleState =
  | 'Dự thảo'
  | 'Chưa thực hiện'
  | 'Đang thực hiện'
  | 'Đã trình'
  | 'Chờ xác nhận'
  | 'Hoàn thành'
  | 'Cơ bản hoàn thành'
  | 'Tạm dừng'
  | 'Hủy';

/** One task of the sample; what is left out takes the default of its unit. */
export interface SampleTask {
  code: number;
  title: string;
  lead: string;
  assignee?: string;
  coordinating?: string;
  /** Default: the deputy director in charge of the lead unit. */
  leader?: string;
  /** Default: Giám đốc Sở. */
  authority?: string;
  /** As the giving document words it. */
  due: string;
  product: string;
  kind?: 'Nhiệm vụ' | 'Chỉ tiêu' | 'Dự án' | 'Công trình' | 'Phần việc';
  priority?: string;
  basis?: string;
  /** Default: Chưa thực hiện. */
  state?: SampleState;
  percent?: number;
  done?: { on: Day; product: string };
  note?: string;
}

export interface SampleGroup {
  heading: string;
  tasks: readonly SampleTask[];
}
