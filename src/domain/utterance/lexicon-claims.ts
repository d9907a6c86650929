import { list } from './phrase-list.ts';

/**
 * What staff say about their work. One phrase stands under one tag only; the longest phrase wins.
 * Write phrases with all their marks: typed text may lack them.
 */
export const CLAIMS = {
  /** Finished, said of the whole. */
  done: list(`
    xong, xong xuôi, xong hết, hoàn thành, hoàn tất, ht, htất, hthành, done, dứt điểm,
    thực hiện xong, làm xong, giải quyết xong, xử lý xong, hoàn thành xong, kết thúc
  `),
  /** A product that went out or was decided: a completion only with `past`, `already` or a document. */
  outcome: list(`
    ban hành, phát hành, ký, ký duyệt, ký ban hành, phê duyệt, duyệt, nghiệm thu, bàn giao,
    thông qua, công bố, ban hành xong, nghiệm thu xong, bàn giao xong
  `),
  send: list('gửi, nộp, gửi cho, nộp cho, gửi lên, báo cáo lên, chuyển lên, gởi, gởi cho, gửi qua'),
  almost: list(`
    gần xong, sắp xong, gần hết, xong gần hết, hoàn thành gần hết, gần như xong, gần hoàn thành, sắp hoàn thành, còn chút, còn chút nữa,
    còn xíu, còn xíu nữa, còn chút xíu, còn khâu cuối, còn bước cuối, còn tí nữa, gần tới,
    sắp tới đích, gần ht, sắp ht, gần hoàn tất, sắp hoàn tất, gần như hoàn thành, chỉ còn khâu cuối,
    còn một chút, còn ít nữa
  `),
  basic: list(`
    cơ bản xong, cơ bản hoàn thành, cơ bản đã xong, cơ bản đã hoàn thành, coi như xong, xem như xong,
    cơ bản hoàn tất, hoàn thành cơ bản, xong cơ bản, về cơ bản xong, cơ bản là xong, cơ bản ht,
    coi như hoàn thành, xem như hoàn thành, về cơ bản đã xong, về cơ bản đã hoàn thành,
    về cơ bản hoàn thành, hoàn thành về cơ bản, cơ bản là hoàn thành, coi như đã xong, ht cơ bản
  `),
  submit: list(`
    trình, ký nháy, đã ký nháy, trình xong, trình ký xong, tham mưu xong, trình ký, trình duyệt, chờ ký, đợi ký, đang ký,
    chờ duyệt, đợi duyệt, chờ phê duyệt, đợi phê duyệt, tham mưu, chờ ban hành, chờ sếp ký,
    gđ đang ký, sếp đang ký, lãnh đạo đang ký, giám đốc đang ký, pgđ đang ký, đang trình,
    đang trình ký, chờ thông qua, chờ phát hành, chờ cho ký, đang chờ ký, đang chờ duyệt, nằm chờ ký,
    trình lên, gửi trình, làm tờ trình, chờ đóng dấu
  `),
  consult: list(`
    lấy ý kiến, xin ý kiến, xin góp ý, chờ góp ý, đợi góp ý, gửi dự thảo, gửi bản thảo, lấy góp ý,
    gửi lấy ý kiến, gửi xin ý kiến, tham vấn, hỏi ý kiến, gửi góp ý, chờ ý kiến góp ý,
    lấy ý kiến góp ý
  `),
  review: list('đang xem, đang duyệt, đang coi, đang đọc, đang xem xét'),
  /** Things that a task passes through; finishing one finishes no task. */
  step: list(`
    dự thảo, bản thảo, bản nháp, nháp, dự thảo lần, đề cương, khung, bước, khâu, công đoạn, họp,
    cuộc họp, buổi họp, khảo sát, hợp đồng, chủ trương, số liệu, phiếu, giấy mời, thư mời,
    công văn đôn đốc, công văn đề nghị, văn bản đề nghị, công văn lấy ý kiến, văn bản lấy ý kiến,
    biểu mẫu, góp ý, ý kiến, tờ trình, giai đoạn, chương, mục, đợt, lần, câu hỏi,
    danh sách, kịch bản, slide, bảng, cam kết, dự toán, phương án, bài, email, mail, tin nhắn, thư,
    vài, mấy, một số, đầu, nửa đầu, sơ bộ, bộ khung, thủ tục, bản mềm, file mềm, việc khác, việc kia, việc trước, cơm,
    tiệc, lớp, xe, máy, mẫu, dữ liệu, tài liệu, văn bản góp ý, việc của
  `),
  /** Verbs of a step: "soạn xong" is not "xong". */
  stepVerb: list(`
    họp xong, soạn xong, viết xong, dự thảo xong, in xong, đọc xong, xem xong, gặp xong, ăn xong,
    lấy ý kiến xong, khảo sát xong, đi xong, họp bàn xong, chuẩn bị xong, lên kế hoạch xong,
    nháp xong, soạn thảo xong, phác thảo xong, làm việc xong, bàn xong, trao đổi xong, gọi xong,
    hỏi xong, coi xong, tải xong, copy xong, scan xong, góp ý xong, đăng ký xong, gom xong,
    thu thập xong, xin ý kiến xong, sửa xong, chỉnh xong, học xong, nghỉ xong, nhận xong, báo xong,
    nói xong, công tác xong, kiểm tra xong, cập nhật xong
  `),
  part: list(`
    phần, phần việc, phần của, phần mình, phần em, phần tôi, phần bên, phần việc của, phần phối hợp,
    phần phối hợp của, phần em phụ trách, phần được giao, phần này, phía, phần còn lại
  `),
  /** Words that look like others and mean nothing here. */
  neutral: list(`
    cử tri, đa số, đại đa số, hầu hết, phần nhiều, quyết định, thẩm định, quy định, ổn định, nghị định, xác định, nhất định, kiểm định, hiệu chuẩn, máy tính, tính đến, tính tới, tính từ, tính trùng, tính lại, tính sai, tính nhầm, dự tính, cần thiết, tờ trình ký, chuyển đổi số, chuyển đổi, chuyển tiếp, chuyển biến, cho em, cho anh, cho chị, cho phòng,
    giao ban, giao dịch, giao thông, giao lưu, tối thiểu, kết quả, cam đoan, thiếu nhi, tại chỗ, tổng kết, công tác, kịp thời, phần mềm,
    phần cứng, phần lớn, phần trăm, bên em, bên mình, bên phòng em
  `),
  doing: list(`
    đang, đang làm, đang thực hiện, đang triển khai, đang soạn, đang rà soát, đang tổng hợp,
    đang xử lý, đang viết, đang hoàn thiện, đang hoàn thành, đang chạy, đang theo, đang tiến hành,
    tiếp tục, tiếp tục thực hiện, theo tiến độ, đúng tiến độ, đảm bảo tiến độ, bảo đảm tiến độ,
    tiến độ đảm bảo, tiến độ vẫn đảm bảo, vẫn đảm bảo tiến độ, vẫn đảm bảo, vẫn ổn, vẫn chạy, vẫn kịp, tiến độ ổn, tiến độ tốt,
    làm dở, đang dở, vẫn làm, vẫn đang, vẫn đang làm, còn đang, còn đang làm, đang gấp rút,
    đang nhập, đang sửa, đang chỉnh, đang chỉnh sửa, đã bắt đầu, bắt đầu làm, mới bắt đầu,
    đã triển khai, đã làm, đang hoàn tất, tiến độ bình thường, trong tiến độ, vẫn đúng hạn,
    đúng kế hoạch, theo kế hoạch, tiếp tục làm, vẫn theo, đang khẩn trương, bám sát tiến độ,
    đang thu thập, đang khảo sát, đang chuẩn bị, làm tiếp, triển khai, đang soạn thảo, đang kiểm tra,
    đang phối hợp, đang thẩm định, đang nghiên cứu, đang tham mưu
  `),
  unchanged: list(`
    chưa có thay đổi, không có thay đổi, chưa thấy thay đổi, vẫn vậy, vẫn như, y chang, vẫn y nguyên, y nguyên, như cũ, chưa có gì mới, không có gì mới, chưa thay đổi, không thay đổi,
    chưa có gì thay đổi, không có gì thay đổi, vẫn thế, vẫn như hôm qua, vẫn như cũ,
    chưa có tiến triển, vẫn y vậy, y như cũ, chưa tiến triển, chưa nhúc nhích, chưa có chuyển biến,
    chưa có tiến triển gì, vẫn như tuần trước
  `),
  notStarted: list(`
    chưa làm, chưa làm gì, chưa triển khai, chưa bắt đầu, chưa đụng tới, chưa đụng, chưa có gì,
    chưa làm gì hết, chưa thực hiện, chưa khởi động, chưa bắt tay, chưa rớ tới, chưa tới lượt,
    chưa đụng vô, chưa động tới, chưa động đến, chưa đụng đến, chưa tiến hành, chưa có làm,
    chưa bắt đầu làm, chưa vô việc, chưa mở ra, chưa có gì hết, chưa triển khai gì,
    chưa thực hiện gì, chưa rờ tới, chưa bắt tay vào
  `),
  wait: list(`
    chờ, đợi, đang chờ, đang đợi, còn chờ, còn đợi, vẫn chờ, vẫn đợi, phải chờ, phải đợi, ngóng,
    vẫn đang chờ, vẫn đang đợi, còn đang chờ, chờ phản hồi, chờ ý kiến, đang chờ ý kiến, tùy thuộc,
    phụ thuộc, phụ thuộc vào
  `),
  obstacle: list(`
    vướng, vướng mắc, đang vướng, bị vướng, kẹt, bị kẹt, đang kẹt, tắc, bị tắc, đang tắc, nghẽn,
    bị nghẽn, thiếu, đang thiếu, bị thiếu, khó khăn, gặp khó, gặp khó khăn, ách tắc, mắc kẹt,
    chưa được cấp, chưa được cấp vốn, chưa được cấp kinh phí, chưa cấp vốn, chưa có vốn, chưa được giao vốn, chưa có mặt bằng, chưa có nguồn,
    chưa ai trả lời, chưa ai phản hồi, không ai trả lời, chưa ai cho ý kiến, chưa ai gửi, chưa ai phối hợp, không có người, không có kinh phí,
    tạm dừng, tạm ngưng, tạm ngừng, phải dừng, hỏng, bị hỏng, bị hư, mất điện, bị lỗi, gặp sự cố, sự cố, phải ngưng,
    đứng hình, đang bí, bí quá, bị bí, trục trặc, dậm chân, giậm chân tại chỗ, bế tắc, chưa bố trí được,
    chưa được bố trí, treo, bị treo, kẹt chỗ, vướng chỗ, vướng ở, kẹt ở, tắc ở, chưa có kinh phí,
    chưa có người, chưa có số liệu, hết tiền, chưa có ý kiến, chưa trả lời, chưa phối hợp,
    chưa phản hồi, chưa cho ý kiến, chưa cung cấp, chưa gửi số liệu, chưa có hướng dẫn,
    chưa nhận được, chưa có phản hồi, không phối hợp, không trả lời, chưa thấy trả lời,
    không có kinh phí, không đủ người, không có người, chưa có văn bản, chưa bố trí, chưa chịu,
    chưa hồi âm, không có số liệu, chưa có dữ liệu, chưa đủ số liệu, chưa thấy phản hồi,
    chưa thống nhất, không phản hồi, bận quá, quá tải, không làm được, nhiều việc quá, chưa góp ý,
    chưa giải ngân được, chưa có vốn, chưa có báo giá, không cung cấp, chưa hướng dẫn
  `),
  unblock: list(`
    hết vướng, hết kẹt, hết tắc, gỡ được, gỡ xong, tháo gỡ, đã tháo gỡ, tháo gỡ xong,
    đã tháo gỡ xong, đã gỡ xong, gỡ rồi, thông rồi, không còn vướng, hết vướng mắc,
    không còn vướng mắc, đã có kinh phí, đã có số liệu, đã có ý kiến, đã nhận được ý kiến,
    đã nhận được số liệu, đã trả lời, trả lời rồi, đã cho ý kiến, cho ý kiến rồi, có số liệu rồi,
    có kinh phí rồi, có ý kiến rồi, được tháo gỡ, gỡ vướng xong, đã gỡ, được giải quyết rồi,
    đã cung cấp số liệu, đã phản hồi, phản hồi rồi, đã bố trí kinh phí, được bố trí, hết khó khăn,
    không vướng nữa, đã gỡ vướng, bố trí rồi, đã thông, đã hết vướng, có người rồi, đã được tháo gỡ,
    đã được bố trí, không còn kẹt, không kẹt nữa, đã giải quyết vướng mắc, cung cấp rồi,
    vướng mắc đã được tháo gỡ, khó khăn đã được tháo gỡ, tháo gỡ rồi, bố trí xong, đã bố trí,
    đã được cấp kinh phí, gỡ được rồi, gỡ vướng được rồi, bố trí được rồi,
    vướng mắc đã được giải quyết, không còn vướng gì, hết vướng rồi, đã có vốn, có vốn rồi, đã được cấp vốn, được cấp vốn rồi, đã có nguồn, đã có hướng dẫn, có hướng dẫn rồi, đã có văn bản hướng dẫn, đã có người làm, đã có người, có người làm rồi, đã có nhân lực, đã bổ sung người, có hướng dẫn, đã có mặt bằng, có mặt bằng rồi
  `),
  late: list(`
    trễ, chậm, muộn, quá hạn, trễ hạn, chậm tiến độ, chậm trễ, trễ tiến độ, chậm hạn, trể, trễ mất,
    lố hạn
  `),
  cannotMakeIt: list(`
    không kịp, khó kịp, chưa kịp, không kịp hạn, khó xong, khó hoàn thành, kịp không nổi,
    không thể xong, không thể hoàn thành, không xong kịp, chưa chắc xong, chưa chắc kịp, nguy cơ trễ,
    nguy cơ chậm, nguy cơ quá hạn, có nguy cơ trễ, có nguy cơ chậm, có nguy cơ trễ hạn,
    nguy cơ trễ hạn, e là trễ, sợ trễ, chắc trễ, không đảm bảo tiến độ, không bảo đảm tiến độ,
    không đảm bảo hạn, không đúng hạn được, không kịp tiến độ, khó đảm bảo, khó đúng hạn, còn lâu,
    không đúng tiến độ, không theo kịp, không đảm bảo được tiến độ, không bảo đảm được,
    không nổi, không hoàn thành kịp, không chắc kịp, không chắc xong, sợ không xong, e không xong,
    làm không kịp, trở tay không kịp, không kịp rồi, có khả năng trễ, khả năng trễ, khả năng chậm,
    không đúng hạn, không làm kịp, khó mà kịp, khó mà xong, kịp đâu, khó đạt, không xong nổi,
    khó mà hoàn thành
  `),
  onTime: list('đúng hạn, trước hạn, kịp hạn, sớm hạn, trước thời hạn, đúng thời hạn'),
};
