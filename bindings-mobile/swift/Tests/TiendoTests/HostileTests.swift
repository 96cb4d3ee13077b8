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
            guard let text = String(data: bytes, encoding: .utf8) else {
                // What is no text is no string of this host's: it never reaches the library.
                XCTAssertNotNil(wanted, name)
                continue
            }
            var refused: String?
            do {
                try read(file, text)
            } catch let error as TiendoError {
                guard case let .Refused(code, _, _, _, _, _, _, others) = error else { continue }
                XCTAssertTrue(others.count < 100 && error.sentence(lang: .vi).count < 2_000, name)
                refused = code.code
            }
            XCTAssertEqual(wanted, refused, name)
        }
    }

    private func read(_ file: [String: Any], _ text: String) throws {
        switch file["kind"] as? String {
        case "plan": _ = try lint(plan: planFromJson(text: text))
        case "registry": _ = try splitAgencies(cell: file["cell"] as? String ?? "", registryJson: text)
        case "calendar": _ = try withDays(days: [], calendar: text)
        case "query": _ = try obligations(plan: planBuiltin(id: "ha-tinh-231"), query: reportingQueryFromJson(text: text))
        case "records":
            let records = try recordsFromJson(text: text)
            let query = ReportingQuery(agencies: ["so-nv"], periods: ["2025-06"])
            _ = try timeliness(
                plan: planBuiltin(id: "ha-tinh-231"), query: query, submissions: records.submissions,
                exemptions: records.exemptions, today: "2025-06-22")
        default: XCTFail("no such kind: \(file)")
        }
    }
}
