import Foundation
import XCTest

import Tiendo

/// The vectors every language shares, as whole cases (`tests/README.md`), through the Swift API.
final class VectorsTests: XCTestCase {
    private typealias Input = [String: Any]

    func testVectors() throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../../kotlin/target/vectors").standardizedFileURL
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        for file in files.sorted(by: { $0.path < $1.path }) {
            let read = try XCTUnwrap(JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? Input)
            var (passed, failed) = (0, 0)
            for wanted in try XCTUnwrap(read["cases"] as? [Input]) {
                let function = try XCTUnwrap((wanted["function"] ?? read["function"]) as? String)
                let input = try XCTUnwrap(wanted["input"] as? Input)
                // A string of Swift's is Unicode: half of a surrogate pair cannot be given.
                if input.values.contains(where: { ($0 as? Input)?["units"] != nil }) { continue }
                let holds = try check(function, input, wanted)
                XCTAssertTrue(holds, "\(file.lastPathComponent): \(wanted["description"] ?? "")")
                (passed, failed) = holds ? (passed + 1, failed) : (passed, failed + 1)
            }
            if let table = ProcessInfo.processInfo.environment["TIENDO_VECTORS"], let out = FileHandle(forWritingAtPath: table) {
                out.seekToEndOfFile()
                out.write(Data("swift\t\(file.lastPathComponent)\t\(passed)\t\(failed)\n".utf8))
            }
        }
    }

    private func check(_ function: String, _ input: Input, _ wanted: Input) throws -> Bool {
        do {
            return try call(function, input) == wanted["output"] as? String
        } catch let refused as TiendoError {
            let error = wanted["error"] as? Input
            guard case let .Refused(code, path, _, _, _, expected, expectedVi, others) = refused else { return false }
            return code.code == error?["code"] as? String && path == error?["path"] as? String
                && expected == error?["expected"] as? String && expectedVi == error?["expectedVi"] as? String
                && others.map(\.path) == ((error?["others"] as? [Input]) ?? []).map { $0["path"] as? String ?? "" }
        }
    }

    private func call(_ function: String, _ input: Input) throws -> String {
        func text(_ name: String) -> String { input[name] as? String ?? "" }
        func object(_ name: String) throws -> String? {
            try input[name].map { String(decoding: try JSONSerialization.data(withJSONObject: $0), as: UTF8.self) }
        }
        let limits = try object("limits").map { try Limits.fromJson($0) }
        func file<T>(_ fromJson: (String, Limits?) throws -> T, _ fromBytes: (Data, Limits?) throws -> T) throws -> T {
            guard let bytes = (input["json"] as? Input)?["bytes"] as? [UInt8] else { return try fromJson(text("json"), limits) }
            return try fromBytes(Data(bytes), limits)
        }
        func plan() throws -> Plan {
            if let id = input["builtin"] as? String { return try Plan.builtin(id: id) }
            return try file(Plan.fromJson(json:limits:), Plan.fromBytes(bytes:limits:))
        }
        func obligations() throws -> Obligations {
            try plan().obligations(query: ReportingQuery.fromJson(object("query") ?? ""))
        }
        func list(_ items: [String]) -> String { "[" + items.joined(separator: ",") + "]" }
        func texts(_ items: [String]) throws -> String {
            String(decoding: try JSONSerialization.data(withJSONObject: items, options: .withoutEscapingSlashes), as: UTF8.self)
        }
        switch function {
        case "parseNumber": return try parseNumber(text: text("text")).toJson()
        case "parseTarget": return try parseTarget(text: text("text"), unit: input["unit"] as? String, limits: limits).toJson()
        case "readSentence": return try readSentence(text: text("text"), limits: limits).toJson()
        case "parseDeadline":
            let options = try object("options").map { try DeadlineOptions.fromJson($0) }
            return try parseDeadline(text: text("text"), options: options, limits: limits).toJson()
        case "parseRegime":
            return try parseRegime(text: text("text"), limits: limits).toJson()
        case "compare":
            let (measured, target) = try (Measured.fromJson(object("measured") ?? ""), MilestoneTarget.fromJson(object("target") ?? ""))
            let direction = try XCTUnwrap(Direction(code: text("direction")))
            let options = try CompareOptions.fromJson(object("options") ?? "")
            return try compare(measured: measured, target: target, direction: direction, options: options).toJson()
        case "splitAgencies": return try Registry.builtin().split(cell: text("cell"), limits: limits).toJson()
        case "period":
            if input["id"] != nil { return try period(id: text("id")).toJson() }
            return try periodHolding(cycle: XCTUnwrap(Cycle(code: text("cycle"))), date: text("date"))?.toJson() ?? "null"
        case "planFromJson":
            let plan = try plan()
            let (rows, deadlines) = try (plan.rows.map { try $0.toJson() }, plan.deadlines.map { try $0.toJson() })
            return "{\"plan\":\(compact(plan.toJson())),\"rows\":\(list(rows)),\"deadlines\":\(list(deadlines))}"
        case "recordsFromJson": return try file(Records.fromJson(json:limits:), Records.fromBytes(bytes:limits:)).toJson()
        case "calendarFromJson": return try file(Calendar.fromJson(json:limits:), Calendar.fromBytes(bytes:limits:)).toJson()
        case "registryFromJson": return try file(Registry.fromJson(json:limits:), Registry.fromBytes(bytes:limits:)).toJson()
        case "calendarById": return try Calendar.byId(id: text("id")).toJson()
        case "lint": return try list(plan().lint().map { try $0.toJson() })
        case "comparePlans":
            let (child, parent) = try (Plan.builtin(id: text("child")), Plan.builtin(id: text("parent")))
            return try list(comparePlans(child: child, parent: parent).map { try $0.toJson() })
        case "obligations": return try obligations().toJson()
        case "timeliness":
            let records = try Records.fromJson(json: text("records"), limits: nil)
            let all = try obligations().timeliness(
                submissions: records.submissions, exemptions: records.exemptions, today: text("today"))
            let (vi, en) = try (texts(all.sentences(lang: .vi)), texts(all.sentences(lang: .en)))
            return "{\"timeliness\":\(all.toJson()),\"vi\":\(vi),\"en\":\(en)}"
        case "assess":
            let plan = try input["plan"] == nil ? Plan.builtin(id: text("builtin")).toJson() : text("plan")
            return try assessJson(
                plan: plan, records: text("records"), today: text("today"), options: object("options"))
        case "changes": return try changesJson(before: text("before"), after: text("after"))
        case "sensitivity":
            return try sensitivityJson(
                plan: text("plan"), records: text("records"), today: text("today"), options: object("options"),
                trials: object("trials"))
        case "renderReport":
            let format = try XCTUnwrap(ReportFormat(code: text("format")))
            let file = try String(decoding: renderJson(report: text("report"), format: format), as: UTF8.self)
            return try String(texts([file]).dropFirst().dropLast())
        case "rollUp":
            return try rollUpJson(
                plan: text("plan"), records: text("records"), units: text("units"), today: text("today"),
                options: object("options"))
        case "periodReport":
            let earlier = try input["earlier"] == nil ? nil : text("earlier")
            return try periodReportJson(assessment: text("assessment"), earlier: earlier, query: object("query")!)
        default: throw XCTSkip("no function \(function)")
        }
    }

    /// A file's JSON, which is written for people, on one line.
    private func compact(_ json: String) -> String {
        var (out, inside, escaped) = ("", false, false)
        for letter in json.unicodeScalars {
            if inside || !" \n".unicodeScalars.contains(letter) { out.unicodeScalars.append(letter) }
            if letter == "\"" && !escaped { inside.toggle() }
            escaped = letter == "\\" && !escaped
        }
        return out
    }
}
