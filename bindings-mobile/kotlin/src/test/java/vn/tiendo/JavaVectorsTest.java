package vn.tiendo;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

/** The vectors every language shares, through the API as Java sees it; `entrances.json` is passed over. */
class JavaVectorsTest {
    @TestFactory
    List<DynamicContainer> vectors() {
        return new Vectors("java", JavaVectorsTest::call).tests();
    }

    private static String call(String function, Input input) throws TiendoException {
        return switch (function) {
            case "parseNumber" -> TiendoKt.parseNumber(input.text("text")).toJson();
            case "parseTarget" -> TiendoKt.parseTarget(input.text("text"), input.text("unit"), input.getLimits()).toJson();
            case "readSentence" -> TiendoKt.readSentence(input.text("text"), input.getLimits()).toJson();
            case "parseDeadline" -> {
                String options = input.json("options");
                DeadlineOptions chosen = options == null ? null : DeadlineOptions.fromJson(options);
                yield TiendoKt.parseDeadline(input.text("text"), chosen, input.getLimits()).toJson();
            }
            case "parseRegime" -> TiendoKt.parseRegime(input.text("text"), input.getLimits()).toJson();
            case "compare" -> TiendoKt.compare(
                            Measured.fromJson(input.json("measured")),
                            MilestoneTarget.fromJson(input.json("target")),
                            Codes.of(Direction.Companion, input.text("direction")),
                            CompareOptions.fromJson(input.json("options")))
                    .toJson();
            case "splitAgencies" -> Registry.builtin().split(input.text("cell"), input.getLimits()).toJson();
            case "period" -> {
                PeriodReading period = input.text("id") != null
                        ? TiendoKt.period(input.text("id"))
                        : TiendoKt.periodHolding(Codes.of(Cycle.Companion, input.text("cycle")), input.date("date"));
                yield period == null ? "null" : period.toJson();
            }
            case "planFromJson" -> {
                Plan plan = plan(input);
                String rows = Input.list(written(plan.getRows().stream().map(row -> json(row::toJson))));
                String deadlines = Input.list(written(plan.getDeadlines().stream().map(of -> json(of::toJson))));
                yield "{\"plan\":%s,\"rows\":%s,\"deadlines\":%s}".formatted(Input.compact(plan.toJson()), rows, deadlines);
            }
            case "recordsFromJson" -> input.bytes("json") != null
                    ? Records.fromBytes(input.bytes("json"), input.getLimits()).toJson()
                    : Records.fromJson(input.text("json"), input.getLimits()).toJson();
            case "calendarFromJson" -> input.bytes("json") != null
                    ? Calendar.fromBytes(input.bytes("json"), input.getLimits()).toJson()
                    : Calendar.fromJson(input.text("json"), input.getLimits()).toJson();
            case "registryFromJson" -> input.bytes("json") != null
                    ? Registry.fromBytes(input.bytes("json"), input.getLimits()).toJson()
                    : Registry.fromJson(input.text("json"), input.getLimits()).toJson();
            case "calendarById" -> Calendar.byId(input.text("id")).toJson();
            case "lint" -> {
                String minimum = input.text("minimum");
                yield findings(plan(input).lint(null, minimum == null ? null : Codes.of(Severity.Companion, minimum)));
            }
            case "comparePlans" -> findings(TiendoKt.comparePlans(
                    Plan.builtin(input.text("child")), Plan.builtin(input.text("parent"))));
            case "obligations" -> obligations(input).toJson();
            case "timeliness" -> {
                Records records = Records.fromJson(input.text("records"));
                Timeliness all = obligations(input)
                        .timeliness(records.getSubmissions(), records.getExemptions(), input.date("today"));
                yield "{\"timeliness\":%s,\"vi\":%s,\"en\":%s}".formatted(
                        all.toJson(), Input.texts(all.sentences(Lang.VI)), Input.texts(all.sentences(Lang.EN)));
            }
            case "assess" -> {
                String plan = input.text("plan") != null ? input.text("plan") : Plan.builtin(input.text("builtin")).toJson();
                yield TiendoKt.assessJson(plan, input.text("records"), input.date("today"), input.json("options"));
            }
            case "changes" -> TiendoKt.changesJson(input.text("before"), input.text("after"));
            case "sensitivity" -> TiendoKt.sensitivityJson(input.text("plan"), input.text("records"),
                    input.date("today"), input.json("options"), input.json("trials"));
            case "rollUp" -> TiendoKt.rollUpJson(input.text("plan"), input.text("records"), input.text("units"),
                    input.date("today"), input.json("options"));
            case "periodReport" -> TiendoKt.periodReportJson(
                    input.text("assessment"), input.text("earlier"), input.json("query"));
            // The calls that have no file of their own: Kotlin's runner makes them.
            default -> null;
        };
    }

    private static String findings(List<Finding> all) {
        return Input.list(written(all.stream().map(finding -> json(finding::toJson))));
    }

    private static Plan plan(Input input) throws TiendoException {
        if (input.text("builtin") != null) {
            return Plan.builtin(input.text("builtin"));
        }
        byte[] bytes = input.bytes("json");
        return bytes != null
                ? Plan.fromBytes(bytes, input.getLimits())
                : Plan.fromJson(input.text("json"), input.getLimits());
    }

    private static Obligations obligations(Input input) throws TiendoException {
        return plan(input).obligations(ReportingQuery.fromJson(input.json("query")));
    }

    private interface Written {
        String json() throws TiendoException;
    }

    private static String json(Written of) {
        try {
            return of.json();
        } catch (TiendoException refused) {
            throw new IllegalStateException(refused);
        }
    }

    private static List<String> written(Stream<String> of) {
        return of.toList();
    }
}
