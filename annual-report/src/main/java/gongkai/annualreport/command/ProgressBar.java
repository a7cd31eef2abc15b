package gongkai.annualreport.command;

/** How far a run over many files has come, drawn over itself on a terminal; nothing elsewhere. */
final class ProgressBar {
    private static final int WIDTH = 30;
    private static final int WORTH_IT = 5;

    private final Console console;
    private final int size;
    private boolean shown;

    ProgressBar(Console console, int size) {
        this.console = console;
        this.size = size;
    }

    void show(int done) {
        if (!console.progress() || size < WORTH_IT) {
            return;
        }
        int filled = (int) ((long) WIDTH * done / size);
        console.err().print("\r[" + "█".repeat(filled) + "·".repeat(WIDTH - filled) + "] " + done + "/" + size);
        console.err().flush();
        shown = true;
    }

    /** Takes the bar away, so that results can be printed in its place. */
    void clear() {
        if (shown) {
            console.err().print("\r\u001b[K");
            console.err().flush();
            shown = false;
        }
    }
}
