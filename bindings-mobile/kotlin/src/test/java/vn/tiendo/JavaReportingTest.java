package vn.tiendo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Reports as Java asks about them: what has a default is null, empty or an options' record without arguments. */
class JavaReportingTest {
    private static final LocalDate WRITTEN = LocalDate.of(2025, 6, 20);

    private static ReportingQuery query(List<String> agencies) {
        return new ReportingQuery(
                WRITTEN,
                WRITTEN.plusDays(1),
                agencies,
                null,
                List.of(),
                new ReportingOptions(),
                null,
                null,
                List.of(),
                List.of(),
                null);
    }

    @Test
    void aCallerLeavesItAllToTheDefaults() throws TiendoException {
        Plan plan = TiendoKt.planBuiltin("ha-tinh-231");
        Obligation report =
                TiendoKt.obligations(plan, query(List.of())).getReports().get(0);
        assertEquals(LocalDate.of(2025, 6, 19), report.getDue());
        assertEquals(List.of(DueStep.BEFORE), report.getSteps());
        assertNull(report.getAgency());
        assertEquals("the report on June 2025", TiendoKt.obligationLabel(report, Lang.EN));
        Submission sent = new Submission(
                "s1", WRITTEN, WRITTEN, "example", "monthly", "2025-06", "so-nv", false);
        Tally total = TiendoKt.timeliness(plan, query(List.of("so-nv")), List.of(sent), List.of(), WRITTEN)
                .getTotal();
        assertEquals(1L, total.getExpected());
        assertEquals(1L, total.getLate());
        assertEquals(WRITTEN, TiendoKt.nextWorkingDay(WRITTEN, null, null));
    }

    @Test
    void rubbishIsACheckedException() {
        TiendoException.Refused refused =
                assertThrows(TiendoException.Refused.class, () -> TiendoKt.period("2025-13"));
        assertEquals(ErrorCode.BAD_PERIOD, refused.getCode());
        assertEquals("bad-period", Codes.getCode(refused.getCode()));
        assertEquals("Kỳ không hợp lệ", Codes.label(refused.getCode(), Lang.VI));
        assertEquals(List.of(), refused.getOthers());
        assertTrue(refused.sentence(Lang.VI).startsWith("`period`: "), refused.sentence(Lang.VI));
        assertEquals("period", refused.getPath());
    }
}
