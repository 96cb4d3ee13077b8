package vn.tiendo

import org.junit.jupiter.api.TestFactory

/** The vectors every language shares, through the Kotlin API; `tests/README.md` has their format. */
class VectorsTest {
    @TestFactory
    fun vectors() = Vectors("kotlin", ::call).tests()

    private fun call(function: String, input: Input): Any = when (function) {
        "parseNumber" -> parseNumber(input.text)
        "parseTarget" -> parseTarget(input.text, input.text("unit"))
        "parseDeadline" -> parseDeadline(input.text)
        "compare" -> compared(input)
        "planFromJson" -> {
            val plan = plan(input)
            mapOf("id" to plan.id, "indicators" to plan.indicators.size, "tasks" to plan.tasks.size)
        }
        "splitAgencies" -> splitAgencies(input.text)
        "lint" -> findings(lint(plan(input)), input)
        "comparePlans" ->
            findings(comparePlans(planBuiltin(input.text("child")!!), planBuiltin(input.text("parent")!!)), input)
        "period" -> {
            val period = input.text("id")?.let { period(it) } ?: periodHolding(input.cycle, input.date("date")!!)
            period?.let { inWords(it, periodLabel(it.id, Lang.VI), periodLabel(it.id, Lang.EN)) }.orEmpty()
        }
        "obligations" -> owed(obligations(plan(input), query(input)))
        "timeliness" -> {
            val (plan, query, today) = Triple(plan(input), query(input), input.date("today")!!)
            val (submissions, exemptions) = input.submissions to input.exemptions
            judged(
                timeliness(plan, query, submissions, exemptions, today),
                timelinessSentences(plan, query, submissions, exemptions, today, Lang.VI),
            )
        }
        else -> error("no function $function")
    }

    private fun plan(input: Input): Plan =
        input.text("json")?.let { planFromJson(it) } ?: planBuiltin(input.text("builtin")!!)

    private fun query(input: Input) = ReportingQuery(
        start = input.date("start")!!,
        end = input.date("end")!!,
        agencies = input.texts("agencies"),
        effective = input.date("effective"),
        given = input.given,
        options = input.objects("options", ::options).firstOrNull() ?: ReportingOptions(),
        calendar = input.text("calendar"),
    )

    private fun options(input: Input) = ReportingOptions(
        beforeInclusive = input.flag("beforeInclusive") ?: false,
        ofNextMonth = input.flag("ofNextMonth") ?: false,
        dayOffShift = input.dayOffShift,
        graceDays = input.whole("graceDays") ?: 0,
        decree09Cutoff = input.flag("decree09Cutoff") ?: false,
        countReturned = input.flag("countReturned") ?: false,
    )

    private fun compared(input: Input): Comparison {
        val value = measuredValueOf(input.number("value"), input.flag("present"), input.flag("judgement"))
        return compare(
            Measured(value, input.text("valueUnit"), input.text("qualifier"), input.fullYears),
            parseTarget(input.text("target")!!, input.text("targetUnit")),
            input.direction,
            CompareOptions(input.flag("equalExactly") ?: false, input.flag("risingDecides") ?: false),
        )
    }
}
