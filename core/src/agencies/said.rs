//! What is said of a body or group beside its name: what it does (a role), where (a scope), which of them (a tail).
//!
//! All of it is known by the one or two words it begins with.

use crate::text::{Token, TokenKind};

/// What words beside a name say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Said {
    /// What it does: `chủ trì`, `thúc đẩy, theo dõi`, `(cơ quan thường trực)`.
    Role,
    /// Where, or which part of a document: `trên địa bàn tỉnh`, `tại điểm d, khoản 1`.
    Scope,
    /// Which of them: `liên quan`, `được lựa chọn`.
    Tail,
}

/// First words, each with the second words that may follow: none listed where any may.
type Beginnings = [(&'static str, &'static [&'static str])];

const ROLES: &Beginnings = &[
    ("chủ", &["trì", "động"]),
    ("phối", &["hợp"]),
    ("qua", &[]),
    ("trình", &[]),
    ("giao", &[]),
    ("giúp", &[]),
    ("làm", &[]),
    ("lập", &[]),
    ("gửi", &[]),
    ("cử", &[]),
    ("với", &[]),
    ("cùng", &[]),
    ("để", &[]),
    ("nhằm", &[]),
    ("do", &[]),
    ("đồng", &["chủ"]),
    ("tổng", &["hợp"]),
    ("tích", &["hợp"]),
    ("thúc", &["đẩy"]),
    ("theo", &["dõi"]),
    ("đôn", &["đốc"]),
    ("báo", &["cáo"]),
    ("hướng", &["dẫn"]),
    ("tham", &["mưu", "gia"]),
    ("kiểm", &["tra"]),
    ("giám", &["sát"]),
    ("thẩm", &["định"]),
    ("cung", &["cấp"]),
    ("đề", &["xuất"]),
    ("triển", &["khai"]),
    ("thực", &["hiện"]),
    ("tiếp", &["tục", "nhận"]),
    ("chịu", &["trách"]),
    ("phụ", &["trách"]),
    ("thường", &["trực", "xuyên"]),
    ("đầu", &["mối"]),
    ("thông", &["qua"]),
    ("xây", &["dựng"]),
    ("ban", &["hành"]),
    ("vận", &["hành"]),
    ("thi", &["hành"]),
    ("rà", &["soát"]),
    ("hoàn", &["thành", "thiện"]),
    ("công", &["bố", "khai"]),
    ("quản", &["lý"]),
    ("duy", &["trì"]),
    ("hỗ", &["trợ"]),
    ("chỉ", &["đạo"]),
    ("đánh", &["giá"]),
    ("cập", &["nhật"]),
    ("nghiên", &["cứu"]),
    ("bố", &["trí"]),
    ("tuyên", &["truyền"]),
    ("chuẩn", &["bị"]),
    ("bảo", &["đảm"]),
    ("đảm", &["bảo"]),
    ("đẩy", &["mạnh"]),
    ("tăng", &["cường"]),
    ("sử", &["dụng"]),
    ("kết", &["nối"]),
    ("phê", &["duyệt"]),
    ("ký", &["kết"]),
];

const SCOPES: &Beginnings = &[
    ("trên", &[]),
    ("tại", &[]),
    ("ở", &[]),
    ("trong", &[]),
    ("nêu", &[]),
    ("theo", &[]),
    ("ngoài", &[]),
    ("từ", &[]),
    ("khi", &[]),
    ("hoạt", &["động"]),
    ("phụ", &["lục"]),
];

const TAILS: &Beginnings = &[
    ("liên", &["quan"]),
    ("có", &[]),
    ("được", &[]),
    ("đủ", &[]),
    ("là", &[]),
    ("thuộc", &[]),
    ("trực", &["thuộc"]),
    ("trung", &["ương"]),
    ("của", &[]),
    ("khác", &[]),
    ("cấp", &[]),
    ("chủ", &["quản"]),
    ("hữu", &["quan"]),
    ("ngang", &["bộ"]),
    ("hai", &["cấp"]),
    ("nói", &["trên"]),
    ("nhà", &["nước"]),
    ("đã", &[]),
    ("đang", &[]),
    ("chưa", &[]),
    ("còn", &[]),
    ("này", &[]),
    ("đó", &[]),
    ("sẽ", &[]),
    ("gồm", &[]),
    ("như", &[]),
    ("không", &[]),
];

/// Words before a body that say what it, or its head, does.
const LEADS: &Beginnings = &[
    ("chủ", &["trì", "tịch"]),
    ("phối", &["hợp"]),
    ("phó", &["chủ"]),
    ("đồng", &["chủ"]),
    ("tham", &["mưu", "gia"]),
    ("giám", &["đốc"]),
    ("thủ", &["trưởng"]),
    ("lãnh", &["đạo"]),
    ("người", &["đứng"]),
    ("bộ", &["trưởng"]),
    ("giao", &[]),
    ("do", &[]),
    ("chánh", &[]),
    ("qua", &[]),
    ("thông", &["qua"]),
    ("đề", &["nghị"]),
];

/// What `cơ quan` or `đơn vị` before it is.
const OFFICES: &Beginnings = &[
    ("thường", &["trực"]),
    ("chủ", &["trì"]),
    ("đầu", &["mối"]),
    ("phối", &["hợp"]),
    ("tham", &["mưu", "gia"]),
];

/// Words that begin the name of a body, known or not.
const BODIES: &Beginnings = &[
    ("sở", &[]),
    ("bộ", &[]),
    ("ban", &[]),
    ("ubnd", &[]),
    ("ủy", &[]),
    ("công", &["an", "ty", "đoàn"]),
    ("văn", &["phòng"]),
    ("trung", &["tâm"]),
    ("phòng", &[]),
    ("cục", &[]),
    ("chi", &["cục"]),
    ("tổng", &["cục", "công", "liên"]),
    ("vụ", &[]),
    ("trường", &[]),
    ("viện", &[]),
    ("hội", &[]),
    ("đoàn", &[]),
    ("hđnd", &[]),
    ("báo", &[]),
    ("đài", &[]),
    ("thuế", &[]),
    ("trạm", &[]),
    ("bch", &[]),
    ("mttq", &[]),
    ("vnpt", &[]),
    ("tòa", &[]),
    ("đảng", &[]),
    ("cổng", &[]),
    ("quỹ", &[]),
    ("học", &["viện"]),
    ("bệnh", &["viện"]),
    ("thư", &["viện"]),
    ("hiệp", &["hội"]),
    ("liên", &["đoàn", "hiệp", "minh"]),
    ("ngân", &["hàng"]),
    ("tập", &["đoàn"]),
    ("thanh", &["tra"]),
    ("kho", &["bạc"]),
    ("hải", &["quan"]),
    ("bảo", &["hiểm", "tàng"]),
    ("tổ", &["công"]),
    ("nhà", &["xuất"]),
    ("tỉnh", &["ủy", "đoàn"]),
    ("thành", &["ủy", "đoàn"]),
    ("mặt", &["trận"]),
    ("bưu", &["điện"]),
    ("điện", &["lực"]),
    ("chính", &["phủ"]),
    ("quốc", &["hội"]),
    ("tạp", &["chí"]),
    ("thông", &["tấn"]),
    ("kiểm", &["toán"]),
];

/// What is done or used, or is part of a document: nobody's name.
const THINGS: &Beginnings = &[
    ("nội", &["dung"]),
    ("dự", &["án"]),
    ("đề", &["án", "tài", "mục"]),
    ("nhiệm", &["vụ"]),
    ("giải", &["pháp"]),
    ("biện", &["pháp"]),
    ("chỉ", &["tiêu", "số"]),
    ("tiêu", &["chí", "chuẩn"]),
    ("mục", &["tiêu"]),
    ("chương", &["trình"]),
    ("kế", &["hoạch"]),
    ("quy", &["hoạch", "định", "trình", "chế", "chuẩn"]),
    ("hoạt", &["động"]),
    ("công", &["việc", "tác", "trình"]),
    ("phần", &["việc", "mềm"]),
    ("hạng", &["mục"]),
    ("lĩnh", &["vực"]),
    ("vấn", &["đề"]),
    ("văn", &["bản"]),
    ("chính", &["sách"]),
    ("cơ", &["chế"]),
    ("thủ", &["tục"]),
    ("hồ", &["sơ"]),
    ("sản", &["phẩm"]),
    ("dịch", &["vụ"]),
    ("mô", &["hình"]),
    ("sáng", &["kiến"]),
    ("kết", &["quả"]),
    ("số", &["liệu"]),
    ("dữ", &["liệu"]),
    ("tài", &["liệu"]),
    ("nguồn", &["vốn", "lực"]),
    ("kinh", &["phí"]),
    ("nền", &["tảng"]),
    ("phong", &["trào"]),
    ("cuộc", &["thi", "vận", "họp"]),
    ("hội", &["nghị", "thảo", "chợ", "thi"]),
    ("trường", &["hợp"]),
    ("ngành", &["nghề", "hàng"]),
    ("bộ", &["tiêu"]),
    ("yêu", &["cầu"]),
    ("phụ", &["lục"]),
];

/// Whether words name what is done, used or written, and nobody.
pub(super) fn is_thing(tokens: &[Token<'_>]) -> bool {
    let facility = matches!((word(tokens, 0), word(tokens, 1)), ("cơ", "sở"))
        && matches!(word(tokens, 2), "dữ" | "hạ" | "vật");
    let system = matches!((word(tokens, 0), word(tokens, 1)), ("hệ", "thống")) && word(tokens, 2) == "thông";
    let prevention = matches!(tokens, [first, _, third, ..] if first.key == "phòng" && third.key == "chống");
    facility || system || prevention || begins(tokens, 0, THINGS) || is_legal(tokens)
}

/// Whether words after a plural are of people or of what they form, who can be charged with something.
pub(super) fn is_people(tokens: &[Token<'_>]) -> bool {
    begins(tokens, 0, PEOPLE)
}

/// People, and what they form.
const PEOPLE: &Beginnings = &[
    ("hộ", &[]),
    ("chủ", &[]),
    ("nhà", &[]),
    ("người", &[]),
    ("cán", &["bộ"]),
    ("công", &["chức", "dân", "nhân", "đoàn"]),
    ("viên", &["chức"]),
    ("đảng", &["viên"]),
    ("hội", &["viên"]),
    ("đoàn", &["viên"]),
    ("thành", &["viên"]),
    ("đồng", &["chí"]),
    ("lực", &["lượng"]),
    ("đối", &["tác"]),
    ("nghệ", &["nhân"]),
    ("tổ", &[]),
    ("nhóm", &[]),
    ("đội", &[]),
    ("câu", &["lạc"]),
    ("làng", &[]),
    ("bản", &[]),
    ("ấp", &[]),
    ("buôn", &[]),
    ("khóm", &[]),
    ("khối", &[]),
    ("chi", &[]),
    ("đảng", &[]),
    ("cấp", &[]),
    ("tầng", &["lớp"]),
    ("nước", &[]),
    ("đại", &["lý", "biểu"]),
    ("phòng", &[]),
    ("phân", &["hiệu", "viện"]),
    ("bên", &[]),
    ("chuyên", &["viên"]),
    ("ngành", &[]),
    ("quan", &[]),
    ("luật", &["sư"]),
    ("tạp", &[]),
    ("kênh", &[]),
    ("đài", &[]),
    ("báo", &[]),
    ("ban", &[]),
    ("đoàn", &[]),
    ("hội", &["đồng"]),
    ("trung", &["tâm"]),
    ("bộ", &["phận"]),
    ("trạm", &[]),
    ("quỹ", &[]),
    ("tòa", &[]),
    ("hãng", &[]),
    ("liên", &["đoàn", "minh", "hiệp"]),
];

fn word<'k>(tokens: &[Token<'k>], at: usize) -> &'k str {
    tokens.get(at).filter(|token| token.kind == TokenKind::Word).map_or("", |token| token.key)
}

fn begins(tokens: &[Token<'_>], at: usize, with: &Beginnings) -> bool {
    let first = word(tokens, at);
    let mut found = with.iter().filter(|(word, _)| *word == first);
    found.any(|(_, next)| next.is_empty() || next.contains(&word(tokens, at + 1)))
}

/// What the words from here say, where they say any of it.
pub(super) fn said(tokens: &[Token<'_>]) -> Option<Said> {
    let holds_an_office = is_office(tokens) || (word(tokens, 0) == "là" && is_office(tokens.get(1..)?));
    let arranges = word(tokens, 0) == "tổ"
        && word(tokens, 1) == "chức"
        && matches!(word(tokens, 2), "thực" | "triển" | "rà" | "xây" | "tuyên" | "đánh" | "các");
    if holds_an_office || arranges || begins(tokens, 0, ROLES) {
        Some(Said::Role)
    } else if begins(tokens, 0, SCOPES) || is_legal(tokens) {
        Some(Said::Scope)
    } else if begins(tokens, 0, TAILS) || (word(tokens, 0) == "các" && word(tokens, 1) == "cấp") {
        Some(Said::Tail)
    } else {
        None
    }
}

/// `cơ quan thường trực`, `đơn vị chủ trì`, `đầu mối`.
fn is_office(tokens: &[Token<'_>]) -> bool {
    let named = matches!((word(tokens, 0), word(tokens, 1)), ("cơ", "quan") | ("đơn", "vị"));
    begins(tokens, if named { 2 } else { 0 }, OFFICES)
}

/// `điểm d`, `khoản 1`, `mục III`, `phụ lục 2`: a part of a document.
pub(super) fn is_legal(tokens: &[Token<'_>]) -> bool {
    let at = match (word(tokens, 0), word(tokens, 1)) {
        ("điểm" | "khoản" | "mục" | "điều" | "chương" | "phần", _) => 1,
        ("phụ", "lục") => 2,
        _ => return false,
    };
    let is_number = |token: &Token<'_>| {
        token.is_number() || token.key.chars().all(|c| "ivxlc".contains(c)) || token.key.chars().count() == 1
    };
    tokens.get(at).is_some_and(is_number)
}

/// Whether words lead on to the body they are said of: `Chủ tịch UBND tỉnh`, `Chủ trì: …`, `phối hợp với …`.
pub(super) fn leads(tokens: &[Token<'_>]) -> bool {
    begins(tokens, 0, LEADS)
        || (matches!((word(tokens, 0), word(tokens, 1)), ("cơ", "quan") | ("đơn", "vị")) && is_office(tokens))
}

/// `chủ trì`, `phối hợp` after a name.
pub(super) fn chairs(tokens: &[Token<'_>]) -> bool {
    matches!((word(tokens, 0), word(tokens, 1)), ("chủ", "trì") | ("phối", "hợp"))
}

/// Whether a word is the second of a word of two: `nhiệm vụ` holds no `vụ`.
pub(super) fn is_second(before: &str, word: &str) -> bool {
    match word {
        "vụ" => matches!(before, "nhiệm" | "dịch" | "nghiệp" | "nội" | "ngoại" | "chức"),
        "bộ" => matches!(before, "cán" | "toàn" | "tiến" | "nội" | "đồng" | "cục"),
        "sở" => matches!(before, "cơ" | "trụ"),
        "trường" => matches!(before, "môi" | "thị" | "hiện"),
        "bản" => matches!(before, "văn" | "cơ" | "căn"),
        "phòng" => matches!(before, "quốc" | "văn" | "dự" | "đề"),
        "hội" => matches!(before, "xã" | "cơ" | "lễ" | "quốc"),
        "viện" => matches!(before, "bệnh" | "học" | "thư"),
        _ => false,
    }
}

/// Whether words begin the name of a body, known or not.
pub(super) fn is_body_noun(tokens: &[Token<'_>]) -> bool {
    let press = word(tokens, 0) == "báo" && word(tokens, 1) == "chí";
    !press && begins(tokens, 0, BODIES)
}
