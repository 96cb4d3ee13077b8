//! What notes say.

use crate::codes::{Lang, NoteCode};

impl NoteCode {
    /// What the note says, as one sentence.
    ///
    /// ```
    /// use tiendo::{Lang, NoteCode};
    /// assert_eq!(NoteCode::Empty.sentence(Lang::Vi), "Ô để trống.");
    /// ```
    #[expect(clippy::too_many_lines, reason = "a table of sentences")]
    pub fn sentence(self, lang: Lang) -> &'static str {
        let (vi, en) = match self {
            NoteCode::AmbiguousNumber => (
                "Dấu trong số có thể là phân cách hàng nghìn hoặc thập phân; đã đọc theo quy tắc chung.",
                "The mark may separate thousands or decimals; it was read by the general rule.",
            ),
            NoteCode::UnitInferred => (
                "Ô không ghi đơn vị; đơn vị lấy theo các ô khác cùng hàng.",
                "The cell has no unit; it takes that of the row's other cells.",
            ),
            NoteCode::UnitChanges => (
                "Đơn vị khác với mốc trước: không so sánh được liên tục qua mốc này.",
                "The unit differs from the milestone before: no path runs across it.",
            ),
            NoteCode::QualifierChanges => (
                "Đối tượng đo khác với mốc trước: không so sánh được liên tục qua mốc này.",
                "The thing measured differs from the milestone before: no path runs across it.",
            ),
            NoteCode::UnitOverridesColumn => (
                "Đơn vị ghi trong ô khác với cột đơn vị tính; đã lấy theo ô.",
                "The cell's unit differs from the unit column's; the cell's was taken.",
            ),
            NoteCode::OcrUncertain => (
                "Bản quét: dấu “>” được đọc là “≥”, cần đối chiếu bản gốc.",
                "From a scan: `>` was read as `≥`; check the original.",
            ),
            NoteCode::Implausible => (
                "Bản quét: tỷ lệ vượt quá 100 %, cần đối chiếu bản gốc.",
                "From a scan: a share above 100 %; check the original.",
            ),
            NoteCode::Illegible => ("Bản quét không đọc được ô này.", "The scan left this cell illegible."),
            NoteCode::Dash => (
                "Ô ghi dấu gạch ngang: không đặt mục tiêu ở mốc này.",
                "The cell holds a dash: no target at this milestone.",
            ),
            NoteCode::NotAsked => (
                "Ghi 0 ở chỉ tiêu càng cao càng tốt: mốc này chưa yêu cầu.",
                "0 where higher is better: nothing is asked at this milestone.",
            ),
            NoteCode::FootnoteMissing => (
                "Mục tiêu dẫn đến chú thích nhưng không có nội dung chú thích.",
                "The target refers to a footnote whose text is missing.",
            ),
            NoteCode::TargetUndetermined => {
                ("Mục tiêu chưa được xác định.", "The target has not been fixed.")
            }
            NoteCode::Proxy => (
                "Chú thích dùng chỉ tiêu khác để thay thế ở mốc này.",
                "The footnote puts another indicator in this one's place.",
            ),
            NoteCode::FootnoteUnread => {
                ("Chưa hiểu được nội dung chú thích.", "The footnote's text fits no form that is read.")
            }
            NoteCode::DirectionConflict => (
                "Hàng có cả “≥” và “≤”: không suy ra được chiều tốt lên.",
                "The row has both `≥` and `≤`: they do not tell which direction is better.",
            ),
            NoteCode::KindInferred => (
                "Loại số đo suy ra từ tên chỉ tiêu.",
                "The kind of measure was inferred from the indicator's name.",
            ),
            NoteCode::KindAmbiguous => (
                "Tên chỉ tiêu (“thêm”) có thể hiểu là số tăng thêm hoặc số lũy kế.",
                "The name (`thêm`) may mean an increase or a running total.",
            ),
            NoteCode::RequirementInName => (
                "Tên chỉ tiêu còn chứa một yêu cầu bằng số khác, không được đánh giá.",
                "The name holds another numeric demand, which is not judged.",
            ),
            NoteCode::LeadInherited => (
                "Cơ quan chủ trì lấy theo chỉ tiêu cấp trên.",
                "The lead agency is that of the parent indicator.",
            ),
            NoteCode::HeadingLost => (
                "Văn bản công bố mất tiêu đề nhóm; nhóm do dữ liệu của kế hoạch xác định.",
                "The published text lost this heading; the plan's data sets it.",
            ),
            NoteCode::TakenFromElsewhere => (
                "Nội dung lấy từ văn bản khác, ghi kèm nguồn.",
                "The text was taken from another document, which is named.",
            ),
            NoteCode::Empty => ("Ô để trống.", "The cell is empty."),
            NoteCode::UnreadText => {
                ("Phần này không khớp dạng viết nào.", "This part fits no form that is read.")
            }
            NoteCode::BadNumeral => (
                "Dấu phân cách trong số không hợp lệ.",
                "The marks of this numeral cannot stand where they do.",
            ),
            NoteCode::NumberOutOfRange => {
                ("Số có quá nhiều chữ số nên không đọc.", "The number has too many digits to be read.")
            }
            NoteCode::Reversed => ("Khoảng có điểm cuối trước điểm đầu.", "The range ends before it begins."),
            NoteCode::AmbiguousSign => {
                ("Dấu “-” có thể là dấu âm hoặc dấu gạch đầu dòng.", "The `-` may be a minus or a bullet.")
            }
            NoteCode::TooLong => ("Ô dài quá giới hạn.", "The cell is longer than the limit."),
            NoteCode::NoDate => ("Không có thời hạn trong ô.", "The cell holds no date."),
            NoteCode::NoSuchDate => ("Ngày không có trong lịch.", "The calendar has no such day."),
            NoteCode::NoSuchPeriod => {
                ("Tháng hoặc quý không có trong lịch.", "The calendar has no such month or quarter.")
            }
            NoteCode::NoYear => {
                ("Thiếu năm, không xác định được ngày.", "The year is missing; no date was assumed.")
            }
            NoteCode::YearOutOfRange => {
                ("Năm ngoài phạm vi 1900–2200.", "The year lies outside 1900 to 2200.")
            }
            NoteCode::TooManyItems => (
                "Ô nêu nhiều nội dung của nhiệm vụ hơn giới hạn; phần này không đọc.",
                "The cell numbers more items of the task than the limit; this part was not read.",
            ),
            NoteCode::UnknownAgency => (
                "Danh bạ không có cơ quan hoặc nhóm cơ quan nào tên như vậy.",
                "The registry has no body or group of this name.",
            ),
            NoteCode::UnknownCycle => {
                ("Chu kỳ này không thuộc các kỳ báo cáo.", "The cycle is not one of the reporting cycles.")
            }
            NoteCode::WorkingDays => (
                "Thời hạn tính theo ngày làm việc sau một sự kiện nên chưa đọc.",
                "The time is in working days after an event; it was not read.",
            ),
            NoteCode::DueUnclear => (
                "Ngày nộp không khớp với kỳ báo cáo nào nêu trong câu; cần người đọc xác định.",
                "The due day fits no reporting cycle that the sentence names: a reader must decide.",
            ),
            NoteCode::CycleInferred => (
                "Kỳ báo cáo hoặc năm được suy ra từ ngày nộp, không có chữ nào nêu; cần xác nhận.",
                "The cycle or the year was taken from the due days, no word names it: to be confirmed.",
            ),
            NoteCode::Undated => (
                "Việc hằng ngày không có kỳ và ngày nộp; chỉ giữ nguyên lời văn.",
                "A duty of every day has no period and no due day; its words are kept.",
            ),
            NoteCode::HourNotJudged => {
                ("Giờ ghi trong văn bản không được xét.", "The hour in the text is not judged.")
            }
            NoteCode::Approximate => (
                "Số ghi là ước chừng (“khoảng”); đã lấy đúng số viết.",
                "The number is said to be about so much; it was taken as written.",
            ),
            NoteCode::OtherYear => (
                "Năm ghi trong ô khác với năm của mốc.",
                "The cell names a year that is not its milestone's.",
            ),
            NoteCode::SeveralYears => (
                "Ô ghi số của nhiều năm nên không rõ số nào thuộc mốc này.",
                "The cell has numbers for several years: it is not clear which is this milestone's.",
            ),
            NoteCode::SharesOfAWhole => (
                "Các số là cơ cấu của một tổng thể; không đọc thành một chỉ tiêu.",
                "The numbers are the shares of a whole; they are not one target.",
            ),
            NoteCode::SeveralPlaces => (
                "Mỗi địa phương có một số riêng; không đọc thành một chỉ tiêu.",
                "Each place has a number of its own; they are not one target.",
            ),
            NoteCode::Alternatives => (
                "Ô nêu các yêu cầu thay thế nhau (“hoặc”); không chọn yêu cầu nào.",
                "The cell gives requirements to choose from; none was chosen.",
            ),
            NoteCode::Fraction => (
                "Phân số của phần không nêu số lượng; không có số thập phân chính xác.",
                "A fraction of what is not counted; it was not made a number.",
            ),
            NoteCode::OpenRange => (
                "Khoảng không gồm điểm đầu hoặc điểm cuối; không đọc thành một yêu cầu.",
                "The range leaves out one of its bounds; it is not one requirement.",
            ),
            NoteCode::StartsFrom => (
                "Phần này là mức xuất phát, không phải yêu cầu.",
                "This is the level the value starts from, no requirement.",
            ),
            NoteCode::Restated => (
                "Phần này nêu lại cùng yêu cầu dưới dạng khác; không tính là yêu cầu nữa.",
                "This says the same requirement in another form; it is not counted again.",
            ),
            NoteCode::Stretch => (
                "Phần này là mức phấn đấu thêm; yêu cầu là mức đứng trước.",
                "This is a level to strive for; the requirement is the one before it.",
            ),
            NoteCode::EmptyMarker => (
                "Ô chỉ có ký hiệu của ô trống: không đặt mục tiêu ở mốc này.",
                "The cell holds only a marker of an empty cell: no target at this milestone.",
            ),
            NoteCode::SpreadsheetError => (
                "Ô chứa lỗi của bảng tính, không phải số liệu.",
                "The cell holds a spreadsheet's error, no value.",
            ),
            NoteCode::NumberInWords => (
                "Có thể có số viết bằng chữ nhưng chưa chắc chắn; không đọc thành số.",
                "A number may be meant in words, but that is not certain; it was not read.",
            ),
            NoteCode::UnitScaled => (
                "Số ghi theo đơn vị bội khác của hàng; đã quy đổi chính xác.",
                "The number is written in another scale of the row's unit; it was converted exactly.",
            ),
            NoteCode::SeveralDates => (
                "Ô ghi nhiều thời điểm, không rõ thời điểm nào là thời hạn.",
                "The cell gives several dates; it is not clear which is the deadline.",
            ),
            NoteCode::SeveralCycles => (
                "Ô ghi nhiều chu kỳ, không rõ chu kỳ nào là của nhiệm vụ.",
                "The cell gives several cycles; it is not clear which is the task's.",
            ),
            NoteCode::RelativeToAnother => (
                "Số nêu mức chênh so với một giá trị khác không có trong ô.",
                "The number is a difference from another value, which the cell does not give.",
            ),
        };
        match lang {
            Lang::Vi => vi,
            Lang::En => en,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_note_has_its_sentences() {
        let table: Vec<String> = NoteCode::ALL
            .iter()
            .map(|code| format!("{code}\n  {}\n  {}", code.sentence(Lang::Vi), code.sentence(Lang::En)))
            .collect();
        insta::assert_snapshot!(table.join("\n"));
    }
}
