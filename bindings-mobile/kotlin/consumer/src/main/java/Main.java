import vn.tiendo.DeadlineOptions;
import vn.tiendo.TiendoException;
import vn.tiendo.TiendoKt;

/** Prints what each argument means as a deadline. */
class Main {
    public static void main(String[] cells) throws TiendoException {
        for (String cell : cells) {
            System.out.println(TiendoKt.parseDeadline(cell, new DeadlineOptions(), null).getDue());
        }
    }
}
