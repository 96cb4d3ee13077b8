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
    private val plan = planBuiltin("ha-tinh-231")
    private val commune = planBuiltin("tien-dien")

    private fun day(text: String): LocalDate = LocalDate.parse(text)

    /** What falls due on 19 June 2025. */
    private fun june(vararg agencies: String) =
        ReportingQuery(day("2025-06-20"), day("2025-06-21"), agencies.toList())

    private fun sent(agency: String, on: String) =
        Submission("s-$agency", day(on), day(on), "example", "monthly", "2025-06", agency)

    private fun assertRefused(code: String, path: String, call: () -> Unit) {
        val error = assertThrows(TiendoException.Refused::class.java) { call() }
        assertEquals(code to path, error.code.code to error.path, error.toString())
        assertTrue(error.expected.isNotEmpty())
    }

    @Test
    fun `a query has defaults`() {
        val all = obligations(plan, ReportingQuery(day("2025-06-20"), day("2025-06-21")))
        val report = all.reports.single()
        assertNull(report.agency)
        assertEquals("2025-06" to day("2025-06-19"), report.period to report.due)
        assertEquals(Cutoff(day("2025-06-01"), day("2025-06-19"), CutoffRule.PERIOD), report.cutoff)
        assertEquals("báo cáo tháng 6/2025", obligationLabel(report, Lang.VI))
        assertEquals(listOf<Any>() to listOf<Any>(), all.reportingUnits to all.findings)
        assertEquals(FindingCode.NO_EFFECTIVE_DATE, obligations(commune, june()).findings.single().code)
    }

    @Test
    fun `options are the caller's`() {
        val november = ReportingQuery(day("2025-11-30"), day("2025-12-01"))
        fun of(options: ReportingOptions) =
            obligations(plan, november.copy(options = options)).reports.first { it.rule == "year" }
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
    fun `a rule may declare when its data are closed`() {
        val regime = plan.regime!!
        fun closing(on: CutoffDay): Obligations {
            val rules = regime.rules.map { if (it.code == "monthly") it.copy(cutoff = on) else it }
            return obligations(plan.copy(regime = regime.copy(rules = rules)), june())
        }
        val all = closing(CutoffDay(25, 1))
        assertEquals(Cutoff(day("2025-05-26"), day("2025-06-25"), CutoffRule.DECLARED), all.reports.single().cutoff)
        assertEquals(FindingCode.CUTOFF_AFTER_DUE, all.findings.single().code)
        assertRefused("bad-value", "regime.rules[0].cutoff") { closing(CutoffDay(99, 1)) }
    }

    @Test
    fun `reports are judged and told of`() {
        val query = june("so-nv", "so-tc", "so-yt", "Xã Mẫu")
        val onTime = listOf(sent("so-nv", "2025-06-19"), sent("so-x", "2025-06-19"))
        val submissions = onTime + sent("Sở Tài chính", "2025-06-20")
        val date = day("2025-06-01")
        val exemptions = listOf(Exemption("e1", date, date, "example", "Xã Mẫu", "2025-06", "mới thành lập"))
        val today = day("2025-06-22")
        val all = timeliness(plan, query, submissions, exemptions, today)
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
        assertEquals("Không phải nộp: mới thành lập.", exemptSentence(exempt, Lang.VI))
        assertEquals(
            "Báo cáo tháng 6/2025 (hạn 19/6/2025): 1/3 đơn vị đúng hạn; trễ hạn: Sở Tài chính (1 ngày); chưa gửi: Sở Y tế.",
            timelinessSentences(plan, query, submissions, exemptions, today, Lang.VI).single(),
        )
        val late = all.reports[1]
        assertEquals(RuleCode.BEFORE to RuleCode.LATE, late.obligation.why.rule to late.why.rule)
        val reminder = reminders(plan, query, submissions, exemptions, today, 7, Lang.EN).single()
        assertEquals(Triple("so-yt", 1L, 0L), Triple(reminder.agency, reminder.missing, reminder.dueSoon))
        assertTrue(reminder.text.contains("3 days overdue"), reminder.text)
    }

    @Test
    fun `the README tells the truth`() {
        val measured = Measured(MeasuredValue.Number(BigDecimal("45")))
        val result = compare(measured, parseTarget("≥ 50%."), Direction.HIGHER_IS_BETTER)
        assertEquals("Chưa đạt", result.verdict.label(Lang.VI))
        assertEquals("45% thấp hơn mức yêu cầu 50%: chưa đạt.", result.why.vi)
        assertEquals(Direction.LOWER_IS_BETTER, planRows(plan).getValue("8").direction)
        assertEquals(day("2025-06-30"), planDeadlines(plan).getValue(4).due)
        assertEquals("so-yt", splitAgencies("Sở Y tế; Báo Hà Tĩnh").agencies[0].id)
        assertEquals("Succeeded(successor=so-khcn)", succession("so-tttt", LocalDate.of(2025, 3, 1)).toString())
        assertEquals(
            "Task 26: Ủy ban nhân dân huyện Gò Công Đông has ended and no single body succeeds it.",
            lint(planBuiltin("tien-giang-69")).last { it.code == FindingCode.ORPHANED_LEAD }.en,
        )
        assertEquals(
            "Task 4 is due 2025-09-30, after the 2025-06-30 of task 4 of 231/KH-UBND.",
            comparePlans(commune, plan).first { it.code == FindingCode.DEADLINE_LATER }.en,
        )
        val june = ReportingQuery(LocalDate.of(2025, 6, 20), LocalDate.of(2025, 6, 21), listOf("so-nv", "so-tc"))
        val due = obligations(plan, june).reports[0].due!!
        assertEquals(LocalDate.of(2025, 6, 19), due)
        val sent = listOf(Submission("s1", due, due, "văn thư", "monthly", "2025-06", "so-nv"))
        assertEquals(
            "Báo cáo tháng 6/2025 (hạn 19/6/2025): 1/2 đơn vị đúng hạn; chưa gửi: Sở Tài chính.",
            timelinessSentences(plan, june, sent, listOf(), due.plusDays(3), Lang.VI)[0],
        )
    }

    @Test
    fun `due days become a calendar file`() {
        val ics = icalendar(plan, june("so-nv"), "2025-05-10T00:00:00Z", Lang.VI)
        assertTrue("UID:ha-tinh-231.monthly.2025-06.so-nv@tiendo\r\n" in ics, ics)
        assertRefused("bad-date", "stamp") { icalendar(plan, june(), "now", Lang.VI) }
    }

    @Test
    fun `duties of a month and slack take several plans`() {
        val shifted = RegimeQuery(plan, options = ReportingOptions(dayOffShift = DayOffShift.NEXT_WORKING_DAY))
        fun rules(regime: RegimeQuery, month: String) =
            dutiesOfMonth(listOf(regime), "Sở Nội vụ", month, Lang.VI).map { it.rule }
        assertEquals(listOf("monthly", "year"), rules(RegimeQuery(plan), "2025-11"))
        // Saturday 29 November moves to Monday 1 December.
        assertEquals(listOf("monthly"), rules(shifted, "2025-11"))
        assertEquals("year", rules(shifted, "2025-12").first())
        assertRefused("bad-json", "") { rules(RegimeQuery(plan, calendar = "{"), "2025-11") }
        assertRefused("bad-period", "month") { dutiesOfMonth(listOf(), "so-nv", "2025", Lang.VI) }
        val midyear = ReportingQuery(day("2026-06-01"), day("2026-07-01"), effective = day("2026-01-01"))
        val between = slack(commune, midyear, plan, midyear)
        assertEquals(listOf("2026-Q2" to 5L, "2026-H1" to 5L, "2026-06" to 5L), between.map { it.period to it.days })
    }

    @Test
    fun `days off are those of a calendar`() {
        assertEquals("Quốc khánh", dayStatus(day("2025-09-02")).day!!.name)
        assertEquals(DayStatus(true, null), dayStatus(day("2025-11-29")))
        assertEquals(day("2025-12-01"), nextWorkingDay(day("2025-11-29")))
        assertEquals(day("2025-11-28"), previousWorkingDay(day("2025-11-29")))
        val plain = """{"schemaVersion": 1, "id": "x", "name": "x", "weekend": [7], "years": [2027], "days": []}"""
        assertFalse(dayStatus(day("2027-01-02"), plain).off)
        assertRefused("unknown-year", "calendar") { dayStatus(day("2025-01-01"), plain) }
        assertRefused("unknown-year", "calendar") { nextWorkingDay(day("9999-12-31")) }
    }

    @Test
    fun `a calendar takes days of the caller's`() {
        val flood = CalendarDay(day("2026-10-01"), true, "Nghỉ do mưa lũ", null, null)
        val corrected = withDays(listOf(flood))
        assertEquals(DayStatus(true, flood), dayStatus(flood.date, corrected))
        assertEquals(DayStatus(false, null), dayStatus(flood.date, calendarBuiltin()))
        val shift = ReportingOptions(dayOffShift = DayOffShift.PREVIOUS_WORKING_DAY)
        val monthly = plan.regime!!.rules.first { it.code == "monthly" }
        assertEquals(day("2025-06-19"), dueIn(monthly, "2025-06")!!.due)
        val october = dueIn(monthly, "2026-10", shift, withDays(listOf(flood.copy(date = day("2026-10-19")))))!!
        assertEquals(day("2026-10-19") to day("2026-10-16"), october.timely to october.shifted)
        assertRefused("bad-period", "period") { dueIn(monthly, "2025-Q2") }
        assertRefused("bad-value", "days[0].date") { withDays(listOf(flood.copy(date = day("2031-01-01")))) }
    }

    @Test
    fun `periods and a roster may be asked for`() {
        val roster = listOf(Roster("cac-so-ban-nganh", listOf("so-nv", "so-tc")))
        val query = ReportingQuery(periods = listOf("2025-06"), agencies = listOf("Các sở, ban, ngành"), roster = roster)
        val all = obligations(plan, query)
        assertEquals(listOf("so-nv", "so-tc"), all.reportingUnits.map { it.id })
        assertEquals(setOf("2025-06"), all.reports.map { it.period }.toSet())
        assertRefused("bad-option", "start") { obligations(plan, ReportingQuery()) }
        assertRefused("bad-option", "periods") { obligations(plan, june().copy(periods = listOf("2025-06"))) }
        assertRefused("bad-period", "periods[1]") { obligations(plan, query.copy(periods = listOf("2025-06", "x"))) }
        val written = reportingQueryToJson(query)
        assertEquals(all, obligations(plan, reportingQueryFromJson(written)))
        assertEquals(written, reportingQueryToJson(reportingQueryFromJson(written)))
        assertRefused("unknown-field", "graceDay") { reportingQueryFromJson("""{"graceDay": 1}""") }
        val one = Limits(obligations = 1)
        assertRefused("too-many", "agencies") { obligations(plan, june("so-nv", "so-tc").copy(limits = one)) }
    }

    @Test
    fun `an id given twice with other content is refused`() {
        val query = june("so-nv", "so-tc")
        val (one, other) = sent("so-nv", "2025-06-19") to sent("so-nv", "2025-06-20")
        fun judge(vararg sent: Submission) = timeliness(plan, query, sent.toList(), listOf(), day("2025-06-22"))
        assertEquals(1L, judge(one, one).total.onTime)
        assertRefused("conflicting-record", "submissions[1].id") { judge(one, other) }
    }

    @Test
    fun `records are read from their file`() {
        val file = """{"schemaVersion": 1, "synthetic": true, "records": [
            {"type": "submission", "id": "s1", "date": "2025-06-19", "recorded": "2025-06-19", "source": "example",
             "rule": "monthly", "period": "2025-06", "agency": "so-nv"},
            {"type": "observation", "id": "o1", "date": "2025-11-30", "recorded": "2025-12-01", "source": "example",
             "indicator": "3", "value": "0.5", "status": "official"}]}"""
        val records = recordsFromJson(file)
        assertEquals("so-nv" to listOf<Exemption>(), records.submissions.single().agency to records.exemptions)
        val observation = records.observations.single()
        assertEquals(BigDecimal("0.5") to ObservationStatus.OFFICIAL, observation.value to observation.status)
        assertEquals(observation, latest(records.observations, "3", day("2025-12-31")))
        assertNull(latest(records.observations, "3", day("2025-11-29")))
        assertRefused("too-large", "") { recordsFromJson(file, Limits(recordsBytes = 8)) }
    }

    @Test
    fun `an instant has a date in Việt Nam`() {
        assertEquals(day("2025-06-20"), dateInVietnam(Instant.parse("2025-06-19T17:00:00Z").toString()))
        assertRefused("bad-date", "instant") { dateInVietnam("2025-06-19T17:00:00") }
    }

    @Test
    fun `periods are read and found`() {
        val quarter = Period("2025-Q2", Cycle.QUARTERLY, day("2025-04-01"), day("2025-06-30"))
        assertEquals(quarter, period("2025-Q2"))
        assertEquals(quarter, periodHolding(Cycle.QUARTERLY, day("2025-05-31")))
        assertNull(periodHolding(Cycle.AD_HOC, day("2025-05-31")))
        assertNull(periodHolding(Cycle.MONTHLY, LocalDate.of(1, 1, 1)))
        assertRefused("bad-date", "") { periodHolding(Cycle.MONTHLY, LocalDate.MIN) }
        assertEquals("quý II/2025", periodLabel("2025-Q2", Lang.VI))
    }

    @Test
    fun `rubbish is refused with its place`() {
        assertRefused("bad-period", "period") { period("2025-Q5") }
        assertRefused("bad-period", "period") { periodLabel("", Lang.EN) }
        assertRefused("year-out-of-range", "period") { period("1899") }
        assertRefused("bad-option", "agencies[1]") { obligations(plan, june("so-nv", " ")) }
        assertRefused("duplicate-code", "agencies[1]") { obligations(plan, june("so-nv", "Sở Nội vụ")) }
        assertRefused("bad-json", "") { obligations(plan, june().copy(calendar = "{")) }
        assertRefused("wrong-type", "years") {
            dayStatus(day("2025-01-01"), """{"schemaVersion": 1, "id": "x", "name": "x", "weekend": [], "years": 1}""")
        }
        assertRefused("bad-json", "") { obligations(plan, june().copy(registry = "no")) }
        assertRefused("bad-option", "end") { obligations(plan, june().copy(end = day("2025-06-19"))) }
        assertRefused("year-out-of-range", "start") { obligations(plan, june().copy(start = day("1899-12-31"))) }
        assertRefused("bad-option", "graceDays") {
            obligations(plan, june().copy(options = ReportingOptions(graceDays = 367)))
        }
        assertRefused("bad-value", "") { obligations(plan, june().copy(options = ReportingOptions(graceDays = -1))) }
        val given = GivenReport("monthly", "Báo cáo đột xuất", day("2025-06-20"))
        assertRefused("unknown-code", "given[0].rule") { obligations(plan, june().copy(given = listOf(given))) }
        assertRefused("bad-option", "agencies") {
            timeliness(plan, june(), listOf(sent("so-nv", "2025-06-19")), listOf(), day("2025-06-22"))
        }
        assertRefused("bad-value", "") {
            reminders(plan, june("so-nv"), listOf(), listOf(), day("2025-06-22"), -1, Lang.VI)
        }
        assertRefused("duplicate-code", "tasks[123].number") {
            obligations(plan.copy(tasks = plan.tasks + plan.tasks), june())
        }
        val beyond = obligations(plan, june()).reports.single().copy(due = LocalDate.MAX)
        assertRefused("bad-date", "") { obligationLabel(beyond, Lang.VI) }
    }
}
