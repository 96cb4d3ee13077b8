package vn.tiendo

import java.math.BigDecimal
import java.nio.charset.CharacterCodingException
import java.time.LocalDate
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertNotEquals
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

/** What the vectors do not show: the host's types, defaults, errors and equality. */
class ApiTest {
    private val plan = planBuiltin("ha-tinh-231")

    private fun refusal(call: () -> Unit) = assertThrows(TiendoException.Refused::class.java) { call() }

    @Test
    fun `numbers are BigDecimal and dates are LocalDate`() {
        val number: BigDecimal = parseNumber("0,70").value
        assertEquals(BigDecimal("0.7"), number)
        val due: LocalDate? = parseDeadline("trước ngày 15/7/2025").due
        assertEquals(LocalDate.of(2025, 7, 14), due)
        assertEquals(LocalDate.of(2025, 5, 10), plan.issued)
    }

    @Test
    fun `options have defaults`() {
        assertEquals(LocalDate.of(2025, 6, 30), parseDeadline("6/2025").due)
        assertEquals(LocalDate.of(2025, 6, 25), parseDeadline("6/2025", DeadlineOptions(monthDay = 25)).due)
        assertEquals("GRDP", parseTarget("≥ 20", unit = "% GRDP").base)
        assertNull(parseTarget("≥ 20").base)
    }

    @Test
    fun `a comparison says why`() {
        val measured = Measured(MeasuredValue.Number(BigDecimal("45")))
        val result = compare(measured, parseTarget("≥ 50%."), Direction.HIGHER_IS_BETTER)
        assertEquals(Verdict.NotMet, result.verdict)
        assertEquals(BigDecimal("-5") to BigDecimal("0.9"), result.margin to result.attainment)
        assertEquals("at_least", result.why.rule)
        val missing = compare(Measured(MeasuredValue.Missing), parseTarget("≥ 50%."), Direction.HIGHER_IS_BETTER)
        assertEquals(Verdict.Undetermined(Reason.NO_VALUE), missing.verdict)
    }

    @Test
    fun `a plan has its rows and deadlines read`() {
        assertTrue("ha-tinh-231" in builtinPlanIds())
        assertEquals(70 to 123, plan.indicators.size to plan.tasks.size)
        val row = plan.indicators.first { it.code == "8" }.row
        assertEquals(Direction.LOWER_IS_BETTER to DecidedBy.OPERATOR, row.direction to row.decidedBy)
        assertEquals(plan.milestones, row.targets.map { it.year })
        val task = plan.tasks.first { it.number == 4L }
        assertEquals(task.deadline, task.readDeadline.text)
        assertEquals(LocalDate.of(2025, 6, 30), task.readDeadline.due)
    }

    @Test
    fun `records are equal by what they hold`() {
        assertEquals(parseTarget("≥ 50%."), parseTarget("≥ 50%."))
        assertEquals(parseTarget("≥ 50%.").hashCode(), parseTarget("≥ 50%.").hashCode())
        assertNotEquals(parseTarget("≥ 50%."), parseTarget("≥ 50%"))
        assertEquals(plan, planFromJson(planToJson(plan)))
    }

    @Test
    fun `an error has its fields`() {
        val error = refusal { planFromJson("{\"schemaVersion\": 1,\n \"colour\": \"red\"}") }
        assertEquals("unknown-field" to "colour", error.code to error.path)
        assertEquals(2L, error.row)
        assertNull(error.span)
        assertTrue(error.column!! > 0 && error.expected.isNotEmpty())
        assertTrue(error.toString().startsWith("unknown-field at colour (line 2, "), error.toString())
        assertEquals("unknown-plan", refusal { planBuiltin("nowhere-1") }.code)
        assertEquals("bad-option", refusal { parseDeadline("6/2025", DeadlineOptions(monthDay = 32)) }.code)
    }

    @Test
    fun `values that no plan can hold are refused`() {
        fun code(changed: Plan) = refusal { planToJson(changed) }.code
        assertEquals("bad-date", code(plan.copy(issued = LocalDate.of(10_000, 1, 1))))
        assertEquals("bad-date", code(plan.copy(issued = LocalDate.of(-5, 1, 1))))
        assertEquals("year-out-of-range", code(plan.copy(issued = LocalDate.of(1899, 12, 31))))
        assertEquals("bad-value", code(plan.copy(schemaVersion = -1)))
        assertEquals("bad-value", code(plan.copy(pillars = listOf(plan.pillars[0].copy(note = "no-such-note")))))
        val regime = plan.regime!!.let { it.copy(rules = it.rules + it.rules) }
        assertEquals("duplicate-code", code(plan.copy(regime = regime)))
    }

    @Test
    fun `numbers that are not exact are refused`() {
        fun code(number: String) = refusal {
            compare(Measured(MeasuredValue.Number(BigDecimal(number))), parseTarget("≥ 5"), Direction.HIGHER_IS_BETTER)
        }.code
        assertEquals("bad-number", code("0.1234567"))
        assertEquals("bad-number", code("1E+40"))
        val exact = Measured(MeasuredValue.Number(BigDecimal("5E+3")))
        assertEquals(Verdict.Met, compare(exact, parseTarget("= 5000"), Direction.HIGHER_IS_BETTER).verdict)
    }

    @Test
    fun `text that is no Unicode never reaches the library`() {
        assertThrows(CharacterCodingException::class.java) { parseTarget("\ud800") }
    }

    @Test
    fun `a place counts code points`() {
        val deadline = parseDeadline("📱 31/02/2026")
        val span = deadline.notes.single().span!!
        val from = deadline.text.offsetByCodePoints(0, span.start.toInt())
        val to = deadline.text.offsetByCodePoints(0, span.end.toInt())
        assertEquals(1L, span.end - span.start)
        assertEquals("📱", deadline.text.substring(from, to))
    }

    @Test
    fun `the name of a constant in lower case is its code`() {
        assertEquals(DateRule.CIVIL_CODE_146, parseDeadline("giữa năm 2026").rule)
        assertFalse(DateRule.entries.any { it.name.any { letter -> letter.isLowerCase() } })
    }
}
