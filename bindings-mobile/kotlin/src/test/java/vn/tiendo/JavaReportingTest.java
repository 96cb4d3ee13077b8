package vn.tiendo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What Java asks: by builders and overloads, with the defaults left out. */
class JavaReportingTest {
    private static final LocalDate WRITTEN = LocalDate.of(2025, 6, 20);

    private static ReportingQuery query(String... agencies) {
        return ReportingQuery.builder()
                .start(WRITTEN.minusDays(1))
                .end(WRITTEN)
                .agencies(List.of(agencies))
                .build();
    }

    @Test
    void aCallerLeavesItAllToTheDefaults() throws TiendoException {
        Plan plan = Plan.builtin("ha-tinh-231");
        Obligation report = plan.obligations(query()).getReports().get(0);
        assertEquals(LocalDate.of(2025, 6, 19), report.getDue());
        assertEquals(List.of(DueStep.BEFORE), report.getSteps());
        assertNull(report.getAgency());
        assertEquals("the report on June 2025", report.label(Lang.EN));
        Submission sent = new Submission("s1", WRITTEN, WRITTEN, "example", "monthly", "2025-06", "so-nv");
        Tally total = plan.obligations(query("so-nv"))
                .timeliness(List.of(sent), List.of(), WRITTEN)
                .getTotal();
        assertEquals(1L, total.getExpected());
        assertEquals(1L, total.getLate());
        assertEquals(WRITTEN, Calendar.builtin().nextWorkingDay(WRITTEN));
        assertEquals(LocalDate.of(2025, 6, 30), TiendoKt.parseDeadline("6/2025").getDue());
        assertEquals("so-yt", Registry.builtin().split("Sở Y tế").getAgencies().get(0).getId());
    }

    @Test
    void buildersSetWhatIsGiven() throws TiendoException {
        assertEquals(new Limits(8), Limits.builder().jsonBytes(8).build());
        assertThrows(
                TiendoException.class,
                () -> Plan.fromJson("{}", Limits.builder().jsonBytes(1).build()));
        Measured measured = Measured.builder(new MeasuredValue.Number(BigDecimal.TEN)).unit("percent").build();
        assertEquals(measured, Measured.fromJson(measured.toJson()));
        assertEquals(List.of(), query().getGiven());
    }

    @Test
    void rubbishIsACheckedException() {
        TiendoException refused =
                assertThrows(TiendoException.class, () -> TiendoKt.period("2025-13"));
        assertEquals(ErrorCode.BAD_PERIOD, refused.getCode());
        assertEquals("bad-period", Codes.getCode(refused.getCode()));
        assertEquals("Kỳ không hợp lệ", Codes.label(refused.getCode(), Lang.VI));
        assertEquals(List.of(), refused.getOthers());
        assertTrue(refused.sentence(Lang.VI).startsWith("`period`: "), refused.sentence(Lang.VI));
        assertEquals("period", refused.getPath());
        assertTrue(refused.getMessage().startsWith("bad-period at period"), refused.getMessage());
    }
}
