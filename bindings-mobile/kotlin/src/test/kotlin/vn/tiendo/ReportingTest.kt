package vn.tiendo

import java.math.BigDecimal
import java.time.Instant
import java.time.LocalDate
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

/** Reports as Kotlin asks about them: defaults, texts, refusals. */
class ReportingTest {
    private val plan = Plan.builtin("ha-tinh-231")
    private val commune = Plan.builtin("tien-dien")

    private fun day(text: String): LocalDate = LocalDate.parse(text)

    /** What falls due on 19 June 2025. */
    private fun june(vararg agencies: String) =
        ReportingQuery(day("2025-06-19"), day("2025-06-20"), agencies.toList())

    private fun sent(agency: String, on: String) =
        Submission("s-$agency", day(on), day(on), "example", "monthly", "2025-06", agency)

    private fun assertRefused(code: String, path: String, call: () -> Unit) {
        val error = assertThrows(TiendoException::class.java) { call() }
        assertEquals(code to path, error.code.code to error.path, error.toString())
        assertTrue(error.expected.isNotEmpty())
    }

    @Test
    fun `a query has defaults`() {
        val all = plan.obligations(ReportingQuery(day("2025-06-19"), day("2025-06-20")))
        val report = all.reports.single()
        assertNull(report.agency)
        assertEquals("2025-06" to day("2025-06-19"), report.period to report.due)
        assertEquals(Cutoff(day("2025-06-01"), day("2025-06-19"), CutoffRule.PERIOD), report.cutoff)
        assertEquals("báo cáo tháng 6/2025", report.label(Lang.VI))
        assertEquals(listOf<Any>() to listOf<Any>(), all.reportingUnits to all.findings)
        assertEquals(FindingCode.NO_EFFECTIVE_DATE, commune.obligations(june()).findings.single().code)
    }

    @Test
    fun `options are the caller's`() {
        val november = ReportingQuery(day("2025-11-29"), day("2025-12-04"))
        fun of(options: ReportingOptions) =
            plan.obligations(november.copy(options = options)).reports.first { it.rule == "year" }
        assertEquals(day("2025-11-29"), of(ReportingOptions()).due)
        assertEquals(day("2025-11-29"), of(ReportingOptions(dayOffShift = DayOffShift.NONE)).due)
        val shifted = of(ReportingOptions(dayOffShift = DayOffShift.NEXT_WORKING_DAY, graceDays = 2))
        assertEquals(day("2025-12-03"), shifted.due)
        assertEquals(listOf(DueStep.BEFORE, DueStep.NEXT_WORKING_DAY, DueStep.GRACE), shifted.steps)
        val decree = of(ReportingOptions(decree09Cutoff = true)).cutoff!!
        assertEquals(CutoffRule.DECREE_09_2019, decree.rule)
        assertEquals("decree_09_2019", decree.rule.code)
    }

    @Test
    fun `reports are judged and told of`() {
        val query = june("so-nv", "so-tc", "so-yt", "Xã Mẫu")
        val onTime = listOf(sent("so-nv", "2025-06-19"), sent("so-x", "2025-06-19"))
        val submissions = onTime + sent("Sở Tài chính", "2025-06-20")
        val date = day("2025-06-01")
        val exemptions = listOf(Exemption("e1", date, date, "example", "mới thành lập", "Xã Mẫu", "2025-06"))
        val today = day("2025-06-22")
        val all = plan.obligations(query).timeliness(submissions, exemptions, today)
        assertEquals(
            listOf(ReportStanding.ON_TIME, ReportStanding.LATE, ReportStanding.MISSING, ReportStanding.EXEMPT),
            all.reports.map { it.standing },
        )
        assertEquals(listOf(null, 1L, 3L, null), all.reports.map { it.days })
        assertEquals(today to listOf("s-so-x"), all.today to all.unmatched)
        assertEquals(3L to BigDecimal("33.333333"), all.total.expected to all.total.onTimeRate)
        assertEquals(BigDecimal("66.666667"), all.total.submittedRate)
        val ranks = listOf("so-nv" to 1L, "so-tc" to 2L, "so-yt" to 2L, "Xã Mẫu" to null)
        assertEquals(ranks, all.byAgency.map { it.key to it.rank })
        assertEquals(listOf("2025-06") to listOf("monthly"), all.byPeriod.map { it.key } to all.byCycle.map { it.key })
        val exempt = all.reports.last().obligation.exempt!!
        assertEquals("Không phải nộp: mới thành lập.", exempt.sentence(Lang.VI))
        assertEquals(
            "Báo cáo tháng 6/2025 (hạn 19/6/2025): 1/3 đơn vị đúng hạn; trễ hạn: Sở Tài chính (1 ngày); chưa gửi: Sở Y tế.",
            all.sentences(Lang.VI).single(),
        )
        val late = all.reports[1]
        assertEquals(RuleCode.LATE to RuleCode.LATE, late.obligation.why.rule to late.why.rule)
        val reminder = all.reminders(7, Lang.EN).single()
        assertEquals(Triple("so-yt", 1L, 0L), Triple(reminder.agency, reminder.missing, reminder.dueSoon))
        assertTrue(reminder.text.contains("3 days overdue"), reminder.text)
    }

    @Test
    fun `due days become a calendar file`() {
        val ics = plan.obligations(june("so-nv")).toIcs("2025-05-10T00:00:00Z", Lang.VI)
        assertTrue("UID:ha-tinh-231.monthly.2025-06.so-nv@tiendo\r\n" in ics, ics)
        assertRefused("bad-date", "stamp") { plan.obligations(june()).toIcs("now", Lang.VI) }
    }

    @Test
    fun `periods and a roster may be asked for`() {
        val roster = listOf(Roster("cac-so-ban-nganh", listOf("so-nv", "so-tc")))
        val query = ReportingQuery(periods = listOf("2025-06"), agencies = listOf("Các sở, ban, ngành"), roster = roster)
        val all = plan.obligations(query)
        assertEquals(listOf("so-nv", "so-tc"), all.reportingUnits.map { it.id })
        assertEquals(setOf("2025-06"), all.reports.map { it.period }.toSet())
        assertRefused("bad-option", "start") { plan.obligations(ReportingQuery()) }
        assertRefused("bad-option", "periods") { plan.obligations(june().copy(periods = listOf("2025-06"))) }
        assertRefused("bad-period", "periods[1]") { plan.obligations(query.copy(periods = listOf("2025-06", "x"))) }
        val written = query.toJson()
        assertEquals(all, plan.obligations(ReportingQuery.fromJson(written)))
        assertEquals(written, ReportingQuery.fromJson(written).toJson())
        assertRefused("unknown-field", "graceDay") { ReportingQuery.fromJson("""{"graceDay": 1}""") }
        val one = Limits(obligations = 1)
        assertRefused("too-many", "agencies") { plan.obligations(june("so-nv", "so-tc").copy(limits = one)) }
    }

    @Test
    fun `an id given twice with other content is refused`() {
        val query = june("so-nv", "so-tc")
        val (one, other) = sent("so-nv", "2025-06-19") to sent("so-nv", "2025-06-20")
        fun judge(vararg sent: Submission) = plan.obligations(query).timeliness(sent.toList(), listOf(), day("2025-06-22"))
        assertEquals(1L, judge(one, one).total.onTime)
        assertRefused("conflicting-record", "submissions[1].id") { judge(one, other) }
    }

    @Test
    fun `an instant has a date in Việt Nam`() {
        assertEquals(day("2025-06-20"), dateInVietnam(Instant.parse("2025-06-19T17:00:00Z").toString()))
        assertRefused("bad-date", "instant") { dateInVietnam("2025-06-19T17:00:00") }
    }


    @Test
    fun `duties of a month and slack take several plans`() {
        val shift = ReportingOptions(dayOffShift = DayOffShift.NEXT_WORKING_DAY)
        fun rules(regime: RegimeQuery, month: String) =
            dutiesOfMonth(listOf(regime), "Sở Nội vụ", month, Lang.VI).map { it.rule }
        assertEquals(listOf("monthly", "year"), rules(RegimeQuery(plan), "2025-11"))
        // Saturday 29 November moves to Monday 1 December.
        val shifted = RegimeQuery(plan, ReportingQuery(options = shift))
        assertEquals(listOf("monthly"), rules(shifted, "2025-11"))
        assertEquals("year", rules(shifted, "2025-12").first())
        assertRefused("bad-period", "month") { dutiesOfMonth(listOf(), "so-nv", "2025", Lang.VI) }
        val midyear = ReportingQuery(day("2026-06-01"), day("2026-07-01"), effective = day("2026-01-01"))
        val between = slack(commune.obligations(midyear), plan.obligations(midyear))
        assertEquals(listOf("2026-Q2" to 5L, "2026-H1" to 5L, "2026-06" to 5L), between.map { it.period to it.days })
    }

    @Test
    fun `days off are those of a calendar`() {
        val calendar = Calendar.builtin()
        assertEquals("Quốc khánh", calendar.status(day("2025-09-02")).day!!.name)
        assertEquals(DayStatus(true, null), calendar.status(day("2025-11-29")))
        assertEquals(day("2025-12-01"), calendar.nextWorkingDay(day("2025-11-29")))
        assertEquals(day("2025-11-28"), calendar.previousWorkingDay(day("2025-11-29")))
        assertRefused("unknown-year", "calendar") { calendar.nextWorkingDay(day("9999-12-31")) }
        val plain = Calendar.fromJson("""{"schemaVersion": 1, "id": "x", "name": "x", "weekend": [7], "years": [2027], "days": []}""")
        assertFalse(plain.status(day("2027-01-02")).off)
        assertRefused("unknown-year", "calendar") { plain.status(day("2025-01-01")) }
        val saturday = plan.obligations(june().copy(options = ReportingOptions(dayOffShift = DayOffShift.NEXT_WORKING_DAY)))
        assertEquals(day("2025-06-19"), saturday.reports.single().due)
        val shifted = ReportingOptions(dayOffShift = DayOffShift.NEXT_WORKING_DAY)
        val unshifted = plan.obligations(june().copy(options = shifted, calendar = plain))
        assertEquals(listOf(FindingCode.CALENDAR_UNSOURCED), unshifted.findings.map { it.code })
        assertEquals(day("2025-06-19"), unshifted.reports.single().due)
    }

    @Test
    fun `a calendar takes days of the caller's`() {
        val (calendar, flood) = Calendar.builtin() to CalendarDay(day("2026-10-01"), true, "Nghỉ do mưa lũ", null, null)
        val corrected = calendar.withDays(listOf(flood))
        assertEquals(DayStatus(true, flood), corrected.status(flood.date))
        assertEquals(DayStatus(false, null), calendar.status(flood.date))
        val shift = ReportingOptions(dayOffShift = DayOffShift.PREVIOUS_WORKING_DAY)
        val monthly = plan.regime!!.rules.first { it.code == "monthly" }
        assertEquals(day("2025-06-19"), monthly.dueIn("2025-06")!!.due)
        val october = calendar.withDays(listOf(flood.copy(date = day("2026-10-19"))))
        val due = monthly.dueIn("2026-10", shift, october)!!
        assertEquals(day("2026-10-19") to day("2026-10-16"), due.timely to due.shifted)
        assertRefused("bad-period", "period") { monthly.dueIn("2025-Q2") }
        assertRefused("bad-value", "days[0].date") { calendar.withDays(listOf(flood.copy(date = day("2031-01-01")))) }
    }

    @Test
    fun `records are read from their file`() {
        val file = """{"schemaVersion": 1, "synthetic": true, "records": [
            {"type": "submission", "id": "s1", "date": "2025-06-19", "recorded": "2025-06-19", "source": "example",
             "rule": "monthly", "period": "2025-06", "agency": "so-nv"},
            {"type": "observation", "id": "o1", "date": "2025-11-30", "recorded": "2025-12-01", "source": "example",
             "indicator": "3", "value": "0.5", "status": "official"}]}"""
        val records = Records.fromJson(file)
        assertEquals("so-nv" to listOf<Exemption>(), records.submissions.single().agency to records.exemptions)
        val observation = records.observations.single()
        assertEquals(BigDecimal("0.5") to ObservationStatus.OFFICIAL, observation.value to observation.status)
        assertEquals(Measured(MeasuredValue.Number(BigDecimal("0.5"))), observation.measured())
        assertEquals(observation, records.latest("3", day("2025-12-31")))
        assertNull(records.latest("3", day("2025-11-29")))
        assertEquals(records, Records.fromJson(records.toJson()))
        assertRefused("too-large", "") { Records.fromJson(file, Limits(recordsBytes = 8)) }
        val all = plan.obligations(june("so-nv")).timeliness(records.submissions, records.exemptions, day("2025-06-22"))
        assertEquals(1L, all.total.onTime)
    }

    @Test
    fun `periods are read and found`() {
        val quarter = period("2025-Q2")
        assertEquals(quarter, periodHolding(Cycle.QUARTERLY, day("2025-05-31")))
        assertEquals(Triple(2025, 2L, "quý II/2025"), Triple(quarter.year, quarter.number, quarter.vi))
        assertEquals(quarter, PeriodReading.fromJson(quarter.toJson()))
        assertNull(periodHolding(Cycle.AD_HOC, day("2025-05-31")))
        assertNull(periodHolding(Cycle.MONTHLY, LocalDate.of(1, 1, 1)))
        assertRefused("bad-date", "") { periodHolding(Cycle.MONTHLY, LocalDate.MIN) }
    }

    @Test
    fun `rubbish is refused with its place`() {
        assertRefused("bad-period", "period") { period("2025-Q5") }
        assertRefused("year-out-of-range", "period") { period("1899") }
        assertRefused("bad-option", "agencies[1]") { plan.obligations(june("so-nv", " ")) }
        assertRefused("duplicate-code", "agencies[1]") { plan.obligations(june("so-nv", "Sở Nội vụ")) }
        assertRefused("bad-json", "") { Calendar.fromJson("{") }
        assertRefused("bad-option", "end") { plan.obligations(june().copy(end = day("2025-06-18"))) }
        assertRefused("year-out-of-range", "start") { plan.obligations(june().copy(start = day("1899-12-31"))) }
        for (days in listOf(-1L, 367L, Long.MAX_VALUE)) {
            val options = ReportingOptions(graceDays = days)
            assertRefused("bad-option", "graceDays") { plan.obligations(june().copy(options = options)) }
        }
        val given = GivenReport("monthly", "Báo cáo đột xuất", day("2025-06-20"))
        assertRefused("unknown-code", "given[0].rule") { plan.obligations(june().copy(given = listOf(given))) }
        assertRefused("bad-option", "agencies") {
            plan.obligations(june()).timeliness(listOf(sent("so-nv", "2025-06-19")), listOf(), day("2025-06-22"))
        }
        assertRefused("bad-value", "") {
            plan.obligations(june("so-nv")).timeliness(listOf(), listOf(), day("2025-06-22")).reminders(-1, Lang.VI)
        }
        val beyond = plan.obligations(june()).reports.single().copy(due = LocalDate.MAX)
        assertRefused("bad-date", "") { beyond.label(Lang.VI) }
        assertEquals("monthly" to "2025-06", plan.obligations(june()).reports.single().id().let { it.rule to it.period })
    }
}
