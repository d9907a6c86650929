/** The words of the charts, as short as a phone's screen asks. */
export const CHART_LABELS = {
  noData: 'chưa có dữ liệu',
  target: (rate: string) => `Mục tiêu ${rate}`,
  onTimeOfDue: (onTime: number, due: number) => [
    `${onTime}/${due} nhiệm vụ đến hạn`,
    'hoàn thành đúng hoặc trước hạn',
  ],
  overdueOpen: (count: number) => `${count} đang quá hạn`,
  moreUnits: (count: number) => `và ${count} đơn vị khác`,
  counts: {
    doneEarly: 'trước hạn',
    doneOnDay: 'đúng hạn',
    doneLate: 'xong quá hạn',
    overdueOpen: 'đang quá hạn',
  },
} as const;
