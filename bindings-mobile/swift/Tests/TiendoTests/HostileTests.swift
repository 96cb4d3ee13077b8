import Foundation
import XCTest

import Tiendo

/// Files that would make a reader loop, fill memory or fall: each comes out as the list says (`tests/src/hostile`).
final class HostileTests: XCTestCase {
    func testHostileFiles() throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../../kotlin/target/hostile").standardizedFileURL
        let index = try JSONSerialization.jsonObject(with: Data(contentsOf: folder.appendingPathComponent("index.json")))
        let files = try XCTUnwrap(index as? [[String: Any]])
        XCTAssertGreaterThan(files.count, 50)
        for file in files {
            let name = try XCTUnwrap(file["name"] as? String)
            let wanted = file["error"] as? String
            let bytes = try Data(contentsOf: folder.appendingPathComponent(name + ".json"))
            var refused: String?
            do {
                try read(file, bytes)
            } catch let error as TiendoError {
                guard case let .Refused(code, _, _, _, _, _, _, others) = error else { continue }
                XCTAssertTrue(others.count < 100 && error.sentence(lang: .vi).count < 2_000, name)
                refused = code.code
            }
            XCTAssertEqual(wanted, refused, name)
        }
    }

    private func read(_ file: [String: Any], _ bytes: Data) throws {
        switch file["kind"] as? String {
        case "plan": _ = try Plan.fromBytes(bytes: bytes).lint()
        case "registry": _ = try Registry.fromBytes(bytes: bytes).split(cell: file["cell"] as? String ?? "Sở Y tế")
        case "calendar": _ = try Calendar.fromBytes(bytes: bytes).withDays(days: [])
        case "query":
            let query = try ReportingQuery.fromJson(String(decoding: bytes, as: UTF8.self))
            _ = try Plan.builtin(id: "ha-tinh-231").obligations(query: query)
        case "records":
            let records = try Records.fromBytes(bytes: bytes)
            let query = ReportingQuery(agencies: ["so-nv"], periods: ["2025-06"])
            _ = try Plan.builtin(id: "ha-tinh-231").obligations(query: query).timeliness(
                submissions: records.submissions, exemptions: records.exemptions, today: "2025-06-22")
        default: XCTFail("no such kind: \(file)")
        }
    }
}
