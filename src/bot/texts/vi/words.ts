import type { Facet } from '../../../domain/task/facets.ts';
import type { ClaimedStatus } from '../../../domain/task/progress.ts';
import type { TaskFlag, TaskKind, TaskPriority, TaskState } from '../../../domain/task/task.ts';

export const STATE_WORDS: Record<TaskState, string> = {
  draft: 'Dự thảo',
  issued: 'Chưa thực hiện',
  inProgress: 'Đang thực hiện',
  submitted: 'Đã trình, chờ ký',
  reportedDone: 'Chờ xác nhận hoàn thành',
  done: 'Hoàn thành',
  basicallyDone: 'Cơ bản hoàn thành',
  suspended: 'Tạm dừng',
  cancelled: 'Đã hủy',
};

export const STATUS_WORDS: Record<ClaimedStatus, string> = {
  notStarted: 'chưa thực hiện',
  inProgress: 'đang thực hiện',
  submitted: 'đã trình, chờ ký',
  blocked: 'đang vướng',
  reportedDone: 'báo hoàn thành',
  basicallyDone: 'báo cơ bản hoàn thành',
};

export const PRIORITY_WORDS: Record<TaskPriority, string> = {
  normal: 'Thường',
  focus: 'Trọng tâm',
  key: 'Trọng điểm',
  breakthrough: 'Đột phá',
};

export const KIND_WORDS: Record<TaskKind, string> = {
  task: 'Nhiệm vụ',
  indicator: 'Chỉ tiêu',
  project: 'Dự án',
  works: 'Công trình',
  workItem: 'Phần việc',
};

export const FLAG_WORDS: Record<TaskFlag, string> = {
  citizenRights: 'liên quan quyền lợi người dân',
  sensitive: 'lĩnh vực nhạy cảm',
  inheritedBacklog: 'tồn đọng trước phát động',
  decisive: 'quyết định kết quả chung',
  completableInPhase: 'có khả năng hoàn thành trong giai đoạn',
};

export const FACET_WORDS: Record<Facet, string> = {
  people: 'rõ người',
  work: 'rõ việc',
  time: 'rõ thời gian',
  responsibility: 'rõ trách nhiệm',
  authority: 'rõ thẩm quyền',
  result: 'rõ kết quả',
};
