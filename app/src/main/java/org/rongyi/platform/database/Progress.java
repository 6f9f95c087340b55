package org.rongyi.platform.database;

import java.io.PrintStream;

/** What the person at the terminal sees of the start: steps on stderr, the answer alone on stdout. */
public final class Progress {

    private final PrintStream steps;
    private final PrintStream answer;

    public Progress(PrintStream steps, PrintStream answer) {
        this.steps = steps;
        this.answer = answer;
    }

    /** One line on stderr: what the program begins to do now. */
    public void step(String line) {
        steps.println("戎驿 · " + line);
    }

    /** A line of the answer on stdout, such as the table of personas. */
    public void print(String line) {
        answer.println(line);
        answer.flush();
    }
}
