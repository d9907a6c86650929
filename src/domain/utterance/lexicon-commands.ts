import { list } from './phrase-list.ts';

/** Requests, decisions, questions about figures, and the registers. */
export const COMMANDS = {
  extend: list(`
    xin lùi, xin dời, xin gia hạn, gia hạn, xin thêm, lùi hạn, dời hạn, lùi thời hạn, thêm thời gian,
    cho em xin thêm, xin lùi hạn, xin dời hạn, xin thêm thời gian, đề nghị gia hạn,
    xin lùi thời gian, cho em lùi, cho em dời, cho em thêm, cho thêm, cho lùi, cho dời, xin kéo dài,
    kéo dài thời gian, kéo dài thời hạn, xin khất, khất, xin hoãn, xin được gia hạn, xin được lùi,
    dời lại, dời sang, dời qua, lùi sang, lùi đến, lùi tới, dời đến, dời tới, lùi lại, xin giãn,
    giãn tiến độ, cho phòng em thêm, xin nới hạn, xin điều chỉnh thời hạn, điều chỉnh thời hạn,
    điều chỉnh hạn, đề nghị lùi, đề xuất lùi, đề xuất gia hạn, cho em gia hạn, xin trễ, cho em trễ,
    xin dời ngày, cho em xin, cho phòng em xin, đổi hạn, em xin thêm, xin chậm, cho em khất,
    điều chỉnh tiến độ, xin điều chỉnh tiến độ, đề nghị điều chỉnh tiến độ, đổi thời hạn, giãn thời gian, giãn hạn, xin giãn hạn,
    xin cho lùi, xin cho gia hạn, xin cho thêm, xin lùi lại, xin dời lại, xin dời sang, xin dời qua,
    xin dời đến, xin lùi sang, xin lùi đến, xin gia hạn thêm, gia hạn thêm, xin lùi qua
  `),
  noExtension: list(`
    không cần gia hạn, khỏi gia hạn, thôi gia hạn, rút đề nghị gia hạn, rút xin gia hạn, hủy gia hạn,
    không xin gia hạn, thôi không gia hạn, không gia hạn nữa, không xin lùi nữa, thôi không xin lùi,
    rút yêu cầu gia hạn, bỏ gia hạn, không cần lùi, khỏi lùi, không cần dời, khỏi dời,
    hủy yêu cầu gia hạn, không xin thêm, không lùi nữa, hủy xin gia hạn, hủy đề nghị gia hạn,
    rút lại đề nghị gia hạn, rút lại xin gia hạn, bỏ xin gia hạn, thôi khỏi gia hạn,
    không cần xin gia hạn, khỏi xin gia hạn, thôi không xin gia hạn, không xin lùi, không xin dời,
    không cần thêm thời gian, rút lại yêu cầu gia hạn, khỏi xin lùi, không dời nữa, khỏi cần gia hạn,
    không cần xin lùi, thôi khỏi lùi, không cần lùi hạn
  `),
  directive: list(`
    xin ý kiến chỉ đạo, xin chỉ đạo, xin ý kiến lãnh đạo, xin ý kiến sếp, xin ý kiến anh,
    xin ý kiến chị, xin ý kiến gđ, xin ý kiến giám đốc, xin ý kiến bgđ, cho ý kiến chỉ đạo,
    cho em xin ý kiến, kính xin ý kiến, nhờ anh chỉ đạo, nhờ sếp chỉ đạo, nhờ lãnh đạo cho ý kiến,
    chờ chỉ đạo, cần chỉ đạo, xin hướng xử lý, mong anh cho ý kiến, xin ý kiến ban giám đốc,
    xin định hướng, cho hướng xử lý, hướng xử lý, lãnh đạo chỉ đạo, nhờ chỉ đạo, mong chỉ đạo, em xin ý kiến, chỉ đạo giúp, cho em hỏi hướng xử lý, xin lãnh đạo cho ý kiến,
    đề nghị lãnh đạo cho ý kiến, xin sếp cho ý kiến, xin anh cho ý kiến, cho xin ý kiến,
    xin chủ trương, cho em xin chỉ đạo, cho em xin ý kiến chỉ đạo, nhờ anh cho ý kiến,
    nhờ chị cho ý kiến, nhờ sếp cho ý kiến, mong lãnh đạo cho ý kiến, chọn phương án nào,
    quyết giúp, chốt giúp, quyết giùm, nhờ sếp quyết, nhờ anh quyết, nhờ chị quyết, xin quyết định của, chờ sếp quyết,
    chờ anh quyết, cho phương án, cho hướng, cho em hướng, chỉ giúp hướng, xin anh quyết, xin chị quyết, xin sếp quyết,
    chờ chỉ đạo của, xin dừng, xin tạm dừng, xin ngừng, xin tạm ngừng, xin ngưng, xin tạm ngưng, xin phép dừng, xin phép tạm dừng,
    đề xuất dừng, đề xuất tạm dừng, đề xuất tạm ngưng, đề nghị dừng, đề nghị tạm dừng, đề nghị tạm ngưng, kiến nghị dừng, kiến nghị tạm dừng,
    xin cho dừng, xin cho tạm dừng, xin được dừng, xin được tạm dừng, đề nghị cho tạm dừng, đề xuất cho tạm dừng, đề nghị chỉ đạo, lãnh đạo cho ý kiến, cho chủ trương
  `),
  accept: list(`
    nhận việc, đã nhận việc, nhận nhiệm vụ, đã nhận nhiệm vụ, tiếp nhận, đã tiếp nhận, em nhận,
    nhận bàn giao, đã nhận, nhận rồi, xin nhận việc, xin nhận, em nhận nhiệm vụ, đã nhận được việc,
    đã nhận được nhiệm vụ, nhận được việc, em nhận việc, nhận triển khai, phòng em nhận, tôi nhận,
    nhận thực hiện, nhận thi hành, xin nhận thực hiện, nhận ạ, nhận nha, nhận nhé, nhận chủ trì, xin nhận chủ trì, ok nhận, dạ nhận, em nhận ạ,
    xin tiếp nhận, đồng ý nhận, em xin nhận, nhận làm, nhận việc này
  `),
  refuse: list(`
    không thuộc phòng em, không thuộc, không phải phòng, không phải việc của phòng,
    không phải của phòng, không phải nhiệm vụ của phòng, không phải việc, không phải việc của em,
    không phải việc của phòng em, không đúng chức năng, không phải nhiệm vụ, không nhận,
    em không nhận, xin không nhận, từ chối nhận, không phải phòng em, không phải của em,
    không phải của phòng em, xin trả lại việc, trả lại việc, giao nhầm, giao nhầm phòng,
    giao nhầm người, không thuộc thẩm quyền, không thuộc chức năng, không thuộc lĩnh vực,
    không đúng thẩm quyền, không đúng chuyên môn, không đúng lĩnh vực, không đúng nhiệm vụ,
    xin trả việc, không nhận được việc này, xin trả lại, em xin trả lại, xin từ chối,
    ngoài chức năng, không làm được việc này, không đảm nhận, không đảm nhận được, xin rút,
    không thể nhận, chưa nhận được việc này, em từ chối, đề nghị giao đơn vị khác, không do phòng em,
    nhầm phòng
  `),
  standIn: list(`
    làm thay, thay em, thay mình, thay tôi, làm giúp, phụ trách thay, xử lý thay, theo dõi thay,
    đảm nhận thay, thay thế em, nhờ làm thay, ủy quyền, lo giúp, phụ giúp, lo thay, trực thay,
    báo cáo thay, thay phần em, thay cho em, theo dõi giúp, xử lý giúp, theo giúp
  `),
  leave: list(`
    nghỉ phép, nghỉ, đi công tác, đi học, nghỉ ốm, nghỉ bệnh, nghỉ thai sản, đi vắng, vắng, xin nghỉ,
    ốm, bận công tác, nằm viện
  `),
  approve: list(`
    đồng ý, gật, gật đầu, duyệt nhé, nhất trí, chấp thuận, cho phép, thống nhất, chuẩn, tán thành, xác nhận,
    xác nhận hoàn thành, công nhận, đạt, ok duyệt, anh duyệt, duyệt cho em, đồng ý cho, được rồi,
    đồng ý gia hạn, cho gia hạn, chấp nhận, đồng ý lùi, duyệt gia hạn, ok đồng ý, nhất trí gia hạn,
    đồng ý phê duyệt, chốt, ok chốt, đạt yêu cầu, xác nhận xong, chị duyệt, tôi duyệt, tôi đồng ý,
    anh đồng ý, cho lùi hạn, đồng ý dời, cho phép gia hạn, chấp thuận gia hạn, đồng ý cho lùi,
    đồng ý cho gia hạn, đồng ý cho dời, đồng ý đề nghị, xác nhận đã hoàn thành, công nhận hoàn thành
  `),
  reject: list(`
    không đồng ý, không duyệt, từ chối, không cho, bác, không chấp thuận, chưa đồng ý,
    không chấp nhận, không gia hạn, giữ nguyên hạn, không được gia hạn, không cho gia hạn,
    không cho lùi, chưa duyệt, bác đề nghị, không nhất trí, không phê duyệt, không đồng ý gia hạn,
    giữ hạn cũ, không lùi, không dời, chưa chấp thuận, không thống nhất, không cho thêm,
    giữ nguyên thời hạn, giữ đúng hạn cũ, anh không đồng ý, không được lùi, không cho phép,
    không lùi hạn, không đồng ý cho, không thể gia hạn
  `),
  giveBack: list(`
    trả lại, trả về, làm lại, chưa đạt, không đạt, bổ sung, chỉnh sửa lại, sửa lại, yêu cầu bổ sung,
    chưa được, chưa đạt yêu cầu, không đạt yêu cầu, xem lại, chỉnh lại, cần bổ sung, làm lại phần,
    chưa đủ, trả hồ sơ, còn thiếu, bổ sung thêm, cần chỉnh sửa, chưa công nhận, chưa xác nhận,
    viết lại, rà lại, thiếu minh chứng, chưa ổn, hoàn thiện lại, phải làm lại, cho làm lại
  `),
  transfer: list(`
    chuyển, chuyển cho, chuyển sang, chuyển qua, giao lại, giao lại cho, đổi sang, đổi người,
    điều chuyển, chuyển việc này cho, chuyển giao, chuyển lại, chuyển lại cho, đổi cho, thay bằng,
    chuyển về, chuyển việc, đổi chủ trì, chuyển nhiệm vụ này cho, chuyển việc này sang,
    đề nghị chuyển, giao sang
  `),
  give: list(`
    giao, giao cho, phân công, phân công cho, phân, cử, phân cho, giao việc, giao nhiệm vụ,
    giao nhiệm vụ cho, giao việc cho, đề nghị giao, bố trí người, chỉ định, chỉ đạo,
    giao việc này cho, phân công nhiệm vụ cho
  `),
  inCharge: list(`
    xử lý, phụ trách, làm, chủ trì, thực hiện, theo dõi, đảm nhận, lo, tham mưu, đảm nhiệm, làm tiếp,
    phụ trách chính, làm chính, chịu trách nhiệm, làm nhé
  `),
  remind: list(`
    nhắc, đôn đốc, nhắc nhở, dặn, hối, thúc, giục, nhắc giúp, nhắc lại, hối thúc, gửi nhắc,
    nhắc việc, đốc thúc, đôn đốc nhắc nhở
  `),
  show: list(`
    danh sách, liệt kê, cho xem, xem, tình hình, báo cáo tình hình, cho anh biết, cho chị biết,
    cho biết, cho anh xem, cho chị xem, thống kê, tổng hợp, cho tôi xem, cho tôi, cho anh, cho chị,
    những việc, việc nào, nhiệm vụ nào, có bao nhiêu, các việc, các nhiệm vụ, tiến độ, kiểm tra giúp,
    hỏi
  `),
  overdueTasks: list(`
    việc quá hạn, việc trễ, việc trễ hạn, nhiệm vụ trễ, nhiệm vụ trễ hạn, nhiệm vụ quá hạn,
    việc chậm, nhiệm vụ chậm, nhiệm vụ chậm tiến độ, việc nào trễ, việc nào quá hạn,
    nhiệm vụ nào trễ, nhiệm vụ nào quá hạn, việc tồn đọng, danh sách trễ, danh sách quá hạn,
    danh sách trễ hạn, danh sách chậm, việc đang trễ, việc nào đang trễ, việc nào chậm,
    nhiệm vụ nào chậm, nhiệm vụ nào đang trễ, việc gì trễ, việc đã quá hạn, việc nào đang trễ hạn,
    việc nào trễ hạn, nhiệm vụ nào đang chậm, việc nào đang chậm, việc bị trễ, nhiệm vụ đang trễ,
    nhiệm vụ nào trễ hạn, nhiệm vụ đang quá hạn
  `),
  correction: list(`
    cập nhật nhầm, nhầm, gõ nhầm, báo nhầm, nhập nhầm, ghi nhầm, sửa lại, đính chính, lộn, gõ lộn,
    báo lộn, nhập sai, gõ sai, báo sai, ghi sai, nhập lộn, cập nhật sai, sai rồi, nhầm số, sửa thành,
    lộn số, nói nhầm, xin sửa, chỉnh lại, sửa lại thành, viết nhầm, bấm nhầm, bấm lộn, nhầm rồi,
    ghi lộn, cập nhật lộn, xin đính chính, em nhầm
  `),
  otherTask: list(`
    nhầm việc, lộn việc, nhầm nhiệm vụ, nhầm mã, của việc khác, nhầm mục, lộn mã, lộn nhiệm vụ,
    nhầm qua, nhầm sang, lộn qua, lộn sang, nhầm thẻ, không phải việc này, báo nhầm việc,
    cập nhật nhầm việc, báo lộn việc, gửi nhầm việc, cập nhật nhầm nhiệm vụ, nhầm chỗ, trả lời nhầm,
    reply nhầm, gửi nhầm
  `),
  measure: list(`
    giải ngân, tthc, thủ tục hành chính, thủ tục, hồ sơ trễ hạn, hồ sơ, hài lòng, mức độ hài lòng,
    tỷ lệ hài lòng, kiến nghị, tỷ lệ, rút ngắn, rút ngắn được, số hồ sơ, hồ sơ trễ, số hồ sơ trễ hạn,
    dịch vụ công, dvc, quán triệt, ký cam kết, đúng hạn, tỷ lệ đúng hạn, tỷ lệ giải ngân, phản ánh,
    kết quả giải ngân, thời gian giải quyết, hồ sơ trực tuyến, số hóa, chỉ số, cán bộ, cbccvc,
    công chức, người dân, phiếu khảo sát, kpi, chỉ tiêu, pci, par index, dti, hồ sơ số,
    cổng dịch vụ công, vốn đầu tư công, đầu tư công, trực tuyến, toàn trình, kiến nghị phản ánh,
    phản ánh kiến nghị, tỉ lệ, tỉ lệ giải ngân, tỉ lệ hài lòng, tỉ lệ đúng hạn, hồ sơ đúng hạn,
    số văn bản trễ, số văn bản trễ hạn, văn bản trễ hạn, số nhiệm vụ trễ, số nhiệm vụ trễ hạn,
    các chỉ tiêu, môi trường điện tử, môi trường số
  `),
  initiative: list(`
    hiến kế, xin hiến kế, đề xuất cách làm, nghĩ ra cách, góp ý cải tiến, sáng kiến, cách làm mới, giải pháp mới, ý tưởng, đề xuất cải tiến, mô hình mới, cách làm hay,
    giải pháp hay, đề xuất sáng kiến, có sáng kiến, ý tưởng cải tiến, đề xuất giải pháp mới,
    cải tiến, cải tiến quy trình
  `),
  commitment: list('cam kết, ký cam kết, đã ký cam kết, xin cam kết, bản cam kết, giấy cam kết'),
  register: list('đăng ký, xin đăng ký, đăng kí, xin đăng kí, em đăng ký, đăng ký thực hiện'),
  superior: list(`
    lãnh đạo, giám đốc, gđ, sếp, bgđ, pgđ, ban giám đốc, phó giám đốc, trưởng phòng, thường trực,
    thủ trưởng, chánh văn phòng
  `),
  basis: list(`
    theo, căn cứ, thực hiện theo, tại, thi hành, trên cơ sở, theo quyết định, theo công văn,
    theo văn bản
  `),
  product: list(`
    báo cáo, bc, văn bản, sản phẩm, kế hoạch, quyết định, kết quả, công văn, biên bản nghiệm thu, qđ, số
  `),
};
