import { list } from './phrase-list.ts';

/** Words that turn, weaken or colour a claim, and words that mean nothing by themselves. */
export const GUARDS = {
  /** Words that may stand beside a completion and add nothing to what was finished. */
  plain: list(`
    được, việc, việc này, nhiệm vụ, nhiệm vụ này, nhiệm vụ được giao, công việc, cái này, này, phòng, anh, chị, sếp, hết, tất cả, hết tất cả,
    toàn bộ, đều, cả, cả hai, đều đã, luôn, tốt, xuất sắc, trọn vẹn, đầy đủ, thôi, ngày, hôm, ngày hôm, lúc, sáng, chiều, từ,
    trước, từ trước, vào, trong, theo, theo kế hoạch, cũng, thì, và, nv, cơ quan, phòng em đã, ok, mọi việc, mới, nhé, hồi, đợt này,
    đã có, bản chính thức, bản cuối, chính thức, từ hôm, hôm nay, các nội dung, toàn bộ nội dung, xin báo, của
  `),
  /** Verbs of work; "… xong" behind them finishes the task they stand for. */
  work: list(`
    rà soát, thẩm định, tổng hợp, xây dựng, tập huấn, số hóa, nhập liệu, chỉnh lý, mua sắm, tuyên truyền, điều chỉnh,
    thực hiện, xử lý, giải quyết, hoàn thiện, tổ chức, phủ sóng, lắp đặt, cài đặt, lập danh mục, công bố, sơ kết, tổng kết, triển khai,
    đăng bài, đăng tin, viết bài, gửi bài, làm, ban hành, trả lời, kiểm kê, thống kê, rà, nâng cấp, vận hành, đánh giá, báo cáo, đăng tải, công khai, trả kết quả, chấm điểm,
    hoàn chỉnh, phân loại, sắp xếp, cập nhật, bảo trì, kiểm định, hiệu chuẩn, giải ngân, quyết toán, thanh toán, thanh lý
  `),
  pointing: list('cho, lên, tới, đến, về, qua, sang, ở, trên, tại, với'),
  notYet: list(`
    chưa, chưa có, chưa được, chưa phải, chưa thể, chưa hề, chưa đâu, chửa, chưa tới, chưa đến,
    chưa đạt
  `),
  not: list(`
    không, ko, k, kh, khg, hông, hong, hok, hổng, hem, chẳng, đâu có, đâu đã, không phải,
    đâu phải, chứ chưa, không thể, nào đã, làm gì mà, làm sao mà, hổng có, không được
  `),
  denial: list('đâu, gì đâu, gì, gì mà, gì nữa, khỉ gì, thế nào được, sao được, sao nổi, cái gì'),
  future: list(`
    sẽ, dự kiến, dự định, phấn đấu, cố gắng, ráng, hy vọng, hi vọng, hứa, tính, định, có thể,
    khả năng, phải, cần, cần phải, yêu cầu, muốn, chuẩn bị, kịp, tranh thủ, quyết tâm, mong, để em, lát nữa, tí nữa, chút nữa, xíu nữa, lát, tí, chốc nữa, mai mốt, nay mai,
    sắp, khẩn trương, sớm, xin hứa, đề nghị, ước, hẹn, kế hoạch là, chắc, chắc chắn, đảm bảo,
    bảo đảm, đang cố
  `),
  condition: list(`
    khi nào, bao giờ, nếu, sau khi, giả sử, chừng nào, đợi xong, chờ xong, làm xong thì, khi,
    lúc nào, hễ, miễn, trước khi, để, muốn xong, mà xong, tới khi, đến khi
  `),
  hearsay: list(`
    nghe nói, hình như, chắc là, không biết, tưởng, tưởng là, nghe đâu, có vẻ, dường như, nói là,
    bảo là, không chắc, nghe bảo, tưởng đâu, không rõ, ngỡ, lẽ ra, đáng lẽ, nghe
  `),
  past: list('đã, đã được, vừa, vừa mới, mới vừa, hồi, đã có'),
  already: list('rồi, rùi, òi, roài, gồi'),
  but: list('nhưng, nhưng mà, mà, còn, chỉ còn, trừ, ngoại trừ, thiếu mỗi, còn thiếu'),
  cause: list('do, vì, tại, bởi, nguyên nhân, lý do, tại vì, bởi vì, là do, nguyên nhân do, lý do là'),
  hence: list('nên, cho nên, vì vậy, vì thế'),
  question: list(`
    sao rồi, là sao, tới đâu, đến đâu, tới đâu rồi, đến đâu rồi, bao giờ, mấy phần trăm, mấy %, bao nhiêu,
    bao nhiêu %, thế nào, thế nào rồi, ra sao, ra sao rồi, như thế nào, chừng nào, mấy giờ, hôm nào,
    bữa nào, ngày nào, khi nào, tiến độ sao, sao vậy, tại sao, vì sao, phải không, đúng không,
    có chưa, xong chưa, được chưa, rồi chưa, rồi hả, chưa vậy, chưa hả, chưa nhỉ, chưa thế, hay chưa,
    sao chưa, làm tới đâu, đi tới đâu, mấy phần, ai làm, ai phụ trách, ai đang, kịp không,
    có kịp không, là gì, gì vậy, làm gì, còn mấy, còn bao lâu, là ai, nào rồi
  `),
  approx: list('khoảng, tầm, cỡ, độ, chừng, hơn, gần, trên, dưới, xấp xỉ, ước chừng'),
  thanks: list(`
    ok, oke, okie, oki, okay, cảm ơn, cám ơn, cảm ơn anh, cảm ơn chị, biết rồi, đã nắm, nắm rồi,
    đã rõ, rõ rồi, rõ, nhận được rồi, nhận được, nhận thông tin, đã nhận được, đã nhận thông tin,
    vâng, dạ vâng, tks, thank, thanks, thank you, em biết, em hiểu, hiểu rồi, đã hiểu, đã xem,
    em xem, để em xem, em kiểm tra, lát em báo, chút em báo, xin lỗi, em xin lỗi, chào, chúc,
    đã biết, yes, dạ rõ, em nắm, tiếp thu, em tiếp thu, ghi nhận, ừ, uh, uhm, ờ, dạ em biết, nắm,
    đã tiếp thu, làm ngay, em làm ngay, làm liền, xem lại, dạ, tuyệt, hay quá, tốt lắm, giỏi lắm,
    triển khai ngay, triển khai liền, thực hiện ngay, xử lý ngay, em triển khai ngay, em thực hiện ngay, em làm liền,
    yên tâm, anh yên tâm, chị yên tâm, noted, biết ạ, được ạ, hihi, haha
  `),
  promise: list(`
    báo cáo, báo, cập nhật, có kết quả, có báo cáo, có sản phẩm, nhắn, báo lại, báo cáo lại, cập nhật sau, báo sau, thông tin,
    thông tin lại, cập nhật lại, phản hồi, làm, xử lý, kiểm tra, gọi lại
  `),
  self: list('em, e, tôi, mình, tui, chúng em, bên em, tụi em'),
  thereupon: list('thì, là, rồi mới, sẽ, xong mới, mới'),
  remaining: list('còn phần, còn lại, phần còn lại, còn phần bên, còn bên, còn chờ phần, chỉ còn phần'),
};

/** Stripped from both ends of a message: they carry politeness, not meaning. */
export const OPENERS = list(`
  vâng, thưa, sếp ơi, anh ơi, chị ơi, dạ thưa, em ơi, kính gửi, anh à, chị à, sếp à, báo cáo anh,
  báo cáo chị, báo cáo sếp, báo cáo lãnh đạo, em chào anh, em chào chị, chào anh, chào chị, alo, anh,
  chị, a, c
`);
export const CLOSERS = list(`
  ạ, nha, nhé, nhe, nghen, nghe, hen, hén, ha, á, luôn, rồi đó, nè, nhen, ạ em cảm ơn,
  em cảm ơn, cảm ơn anh, cảm ơn chị, cảm ơn sếp, sếp ơi, anh ơi, chị ơi, sếp, anh, chị, em, e, a, c,
  ak, ah, aj, nhỉ, hihi, haha, đồng chí, các anh chị, anh chị, nhak, nka, thôi, rồi đấy
`);
/** As above, but only with their marks: "da" may be "đã", "do" may be "độ". */
export const MARKED_POLITENESS = list('dạ, đó, đấy, mà');
