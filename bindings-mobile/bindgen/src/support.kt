
// What this project adds to UniFFI's helpers.

/** What was made of the arguments of a call that was not made yet, to be freed if it is not. */
internal class Lowered {
    private val made = ArrayList<() -> Unit>()

    fun undo() = made.forEach { it() }

    companion object {
        val current = ThreadLocal<Lowered?>()

        fun add(free: () -> Unit) {
            current.get()?.made?.add(free)
        }
    }
}

private inline fun <U, E : kotlin.Exception> lowering(
    handler: UniffiRustCallStatusErrorHandler<E>,
    call: (UniffiRustCallStatus) -> U,
): U {
    val outer = Lowered.current.get()
    val mine = Lowered()
    return uniffiRustCallWithError(handler) { status ->
        Lowered.current.set(mine)
        try {
            call(status)
        } catch (thrown: Throwable) {
            mine.undo()
            throw thrown
        } finally {
            Lowered.current.set(outer)
        }
    }
}

/** An argument as it crosses; text with half of a surrogate pair is refused by the argument's name. */
private inline fun <T> argument(name: String, lower: () -> T): T = try {
    lower()
} catch (_: java.nio.charset.CharacterCodingException) {
    refuseText(name)
    throw IllegalArgumentException(name)
}

private fun <T> bytes(converter: FfiConverterRustBuffer<T>, value: T): ByteArray {
    val written = ByteBuffer.allocate(Math.toIntExact(converter.allocationSize(value).toLong()))
    converter.write(value, written)
    return written.array().copyOf(written.position())
}

private fun <T> unmodifiable(size: Int, item: (Int) -> T): List<T> =
    java.util.Collections.unmodifiableList(List(size, item))

/** The digits of a number; one of thousands of digits, which core refuses, is not written out. */
internal fun digits(number: java.math.BigDecimal): String =
    if (number.scale() in -40..40) number.toPlainString() else number.toString()

private fun shown(name: String, vararg fields: Pair<String, Any?>): String = fields
    .filterNot { (_, value) -> value == null || value == false || value == "" || value is List<*> && value.isEmpty() }
    .joinToString(prefix = "$name(", postfix = ")") { (field, value) -> "$field=$value" }
