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
        else -> error("no function $function")
    }

    private fun plan(input: Input): Plan =
        input.text("json")?.let { planFromJson(it) } ?: planBuiltin(input.text("builtin")!!)

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
