package vn.tiendo;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

/** The vectors every language shares, through the API as Java sees it; {@code tests/README.md} has their format. */
class JavaVectorsTest {
    @TestFactory
    List<DynamicContainer> vectors() {
        return new Vectors("java", JavaVectorsTest::call).tests();
    }

    private static Object call(String function, Input input) throws TiendoException {
        return switch (function) {
            case "parseNumber" -> TiendoKt.parseNumber(input.getText());
            case "parseTarget" -> TiendoKt.parseTarget(input.getText(), input.text("unit"), null);
            case "parseDeadline" -> TiendoKt.parseDeadline(input.getText(), new DeadlineOptions(), null);
            case "compare" -> compared(input);
            case "planFromJson" -> {
                Plan plan = plan(input);
                yield Map.of(
                        "id", plan.getId(),
                        "indicators", plan.getIndicators().size(),
                        "tasks", plan.getTasks().size());
            }
            case "splitAgencies" -> TiendoKt.splitAgencies(input.getText(), null, null);
            case "lint" -> VectorsKt.findings(TiendoKt.lint(plan(input), null, null), input);
            case "comparePlans" -> {
                Plan child = TiendoKt.planBuiltin(input.text("child"));
                Plan parent = TiendoKt.planBuiltin(input.text("parent"));
                yield VectorsKt.findings(TiendoKt.comparePlans(child, parent, null, null), input);
            }
            case "period" -> {
                String id = input.text("id");
                Period period = id != null
                        ? TiendoKt.period(id)
                        : TiendoKt.periodHolding(input.getCycle(), input.date("date"));
                yield period == null
                        ? Map.of()
                        : VectorsKt.inWords(
                                period,
                                TiendoKt.periodLabel(period.getId(), Lang.VI),
                                TiendoKt.periodLabel(period.getId(), Lang.EN));
            }
            case "obligations" -> VectorsKt.owed(TiendoKt.obligations(plan(input), query(input)));
            case "timeliness" -> {
                Plan plan = plan(input);
                ReportingQuery query = query(input);
                List<Submission> sent = input.getSubmissions();
                List<Exemption> exempt = input.getExemptions();
                LocalDate today = input.date("today");
                yield VectorsKt.judged(
                        TiendoKt.timeliness(plan, query, sent, exempt, today),
                        TiendoKt.timelinessSentences(plan, query, sent, exempt, today, Lang.VI));
            }
            default -> throw new IllegalArgumentException("no function " + function);
        };
    }

    private static Plan plan(Input input) throws TiendoException {
        String json = input.text("json");
        return json != null ? TiendoKt.planFromJson(json, null) : TiendoKt.planBuiltin(input.text("builtin"));
    }

    private static ReportingQuery query(Input input) {
        return new ReportingQuery(
                input.date("start"),
                input.date("end"),
                input.texts("agencies"),
                input.date("effective"),
                input.getGiven(),
                input.objects("options", JavaVectorsTest::options).stream()
                        .findFirst()
                        .orElseGet(ReportingOptions::new),
                input.text("calendar"),
                null,
                List.of(),
                List.of(),
                null);
    }

    private static ReportingOptions options(Input input) {
        Long graceDays = input.whole("graceDays");
        return new ReportingOptions(
                given(input.flag("beforeInclusive")),
                given(input.flag("ofNextMonth")),
                input.getDayOffShift(),
                graceDays != null ? graceDays : 0,
                given(input.flag("decree09Cutoff")),
                given(input.flag("countReturned")));
    }

    private static Comparison compared(Input input) throws TiendoException {
        MeasuredValue value = TiendoKt.measuredValueOf(
                input.number("value"), input.flag("present"), input.flag("judgement"));
        return TiendoKt.compare(
                new Measured(value, input.text("valueUnit"), input.text("qualifier"), input.getFullYears()),
                TiendoKt.parseTarget(input.text("target"), input.text("targetUnit"), null),
                input.getDirection(),
                new CompareOptions(given(input.flag("equalExactly")), given(input.flag("risingDecides"))));
    }

    private static boolean given(Boolean flag) {
        return flag != null && flag;
    }
}
